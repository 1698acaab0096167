// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "base/hash.h"
#include "clients/records/record_text.h"
#include "ledger/posting.h"

namespace rialto {

Engine::Engine(RiskLimits limits) : m_limits(limits)
{
    m_calendars.emplace("XNYS", TradingCalendar("XNYS", nyseHolidays()));
    m_calendars.emplace("TARGET", TradingCalendar("TARGET", targetHolidays()));
    m_calendars.emplace("WEEKDAYS", TradingCalendar("WEEKDAYS", {}));
    m_calendars.emplace("24x7", TradingCalendar("24x7", {}, true));
}

StepResult Engine::step(const Input& input)
{
    m_now = input.time;
    m_tradingDay = input.tradingDay;
    StepResult result;
    std::visit([&](const auto& body) { handle(body, result); }, input.body);
    return result;
}

void Engine::refuse(StepResult& result, std::string code, std::string detail) const
{
    result.reply.accepted = false;
    result.reply.refusals.push_back({std::move(code), std::move(detail)});
}

const Instrument* Engine::findInstrument(const std::string& symbol) const
{
    const auto it = m_bySymbol.find(symbol);
    return it == m_bySymbol.end() ? nullptr : &m_instruments.at(it->second);
}

const TradingCalendar& Engine::calendar(const Instrument& instrument) const
{
    const auto it = m_calendars.find(instrument.calendarId);
    return it == m_calendars.end() ? m_calendars.at("WEEKDAYS") : it->second;
}

void Engine::handle(const AddInstrument& input, StepResult& result)
{
    const Instrument& instrument = input.instrument;
    if (!instrument.id.valid() || instrument.symbol.empty() || !instrument.spec.tick.isPositive() || !instrument.spec.lot.isPositive()
        || instrument.spec.multiplier.denominator <= 0 || !instrument.spec.currency.valid())
        return refuse(result, "engine.instrument-incomplete", instrument.symbol);
    if (m_instruments.count(instrument.id) != 0 || m_bySymbol.count(instrument.symbol) != 0)
        return refuse(result, "engine.instrument-exists", instrument.symbol);
    m_instruments.emplace(instrument.id, instrument);
    m_bySymbol.emplace(instrument.symbol, instrument.id);
    result.reply.accepted = true;
    result.facts.emplace_back(instrument);
}

void Engine::handle(const AddClient& input, StepResult& result)
{
    if (!input.client.id.valid() || input.client.name.empty())
        return refuse(result, "engine.client-incomplete", input.client.number);
    if (!m_clients.emplace(input.client.id, input.client).second)
        return refuse(result, "engine.client-exists", input.client.number);
    result.reply.accepted = true;
    result.facts.emplace_back(input.client);
}

void Engine::handle(const AddAccount& input, StepResult& result)
{
    if (!input.account.id.valid() || m_clients.count(input.account.client) == 0 || !input.account.base.valid())
        return refuse(result, "engine.account-incomplete", input.account.number);
    if (!m_accounts.emplace(input.account.id, input.account).second)
        return refuse(result, "engine.account-exists", input.account.number);
    result.reply.accepted = true;
    result.facts.emplace_back(input.account);
}

void Engine::post(TransferGroup group, StepResult& result)
{
    const auto applied = m_ledger.apply(group);
    RIALTO_CHECK(applied.ok(), "a posting made by the engine is refused by the ledger");
    if (*applied == Ledger::Outcome::Duplicate)
        return;
    noteFuture(group);
    result.facts.emplace_back(std::move(group));
}

void Engine::noteFuture(const TransferGroup& group)
{
    const auto instrument = m_instruments.find(group.instrument);
    if (group.kind == GroupKind::Trade && instrument != m_instruments.end() && instrument->second.assetClass() == AssetClass::Future)
        m_futures.insert({group.account, group.instrument});
}

void Engine::handle(const MoveCash& input, StepResult& result)
{
    if (m_accounts.count(input.account) == 0)
        return refuse(result, "engine.account-unknown", std::to_string(input.account.value));
    if (input.commandId.empty() || input.amount.isZero())
        return refuse(result, "engine.amount-zero");
    result.reply.accepted = true;
    if (m_ledger.contains("cash:" + input.commandId)) {
        result.reply.repeated = true;
        return;
    }
    if (input.amount.isNegative()) {
        const Money free = m_ledger.availableCash(input.account, input.amount.currency());
        if (free + input.amount < Money::zero(input.amount.currency()))
            return refuse(result, "risk.funds",
                "needed " + (-input.amount).text() + ", available " + free.text() + " " + free.currency().code());
    }
    post(depositGroup(input.commandId, input.account, input.amount, m_now, m_tradingDay, input.memo), result);
}

void Engine::handle(const BookTrade& input, StepResult& result)
{
    const auto instrument = m_instruments.find(input.instrument);
    if (instrument == m_instruments.end() || m_accounts.count(input.account) == 0)
        return refuse(result, "engine.account-unknown", std::to_string(input.account.value));
    if (input.commandId.empty() || input.signedQuantity.isZero())
        return refuse(result, "engine.amount-zero");
    result.reply.accepted = true;
    if (m_ledger.contains("trade:" + input.commandId)) {
        result.reply.repeated = true;
        return;
    }
    const Date settle = calendar(instrument->second).plus(m_tradingDay, instrument->second.spec.settlementDays);
    auto group = bookedTradeGroup(m_ledger, input.commandId, input.account, instrument->second, input.signedQuantity, input.price,
        input.fee, input.tax, m_now, m_tradingDay, settle);
    if (!group)
        return refuse(result, group.error().code, group.error().detail);
    post(std::move(*group), result);
}

void Engine::handle(const BookIncome& input, StepResult& result)
{
    if (m_accounts.count(input.account) == 0)
        return refuse(result, "engine.account-unknown", std::to_string(input.account.value));
    if (input.commandId.empty() || input.gross.minor() <= 0 || input.withheld.isNegative())
        return refuse(result, "engine.amount-zero");
    result.reply.accepted = true;
    if (m_ledger.contains("income:" + input.commandId)) {
        result.reply.repeated = true;
        return;
    }
    post(incomeGroup(input.commandId, input.account, input.instrument, input.kind, input.gross, input.withheld, m_now, m_tradingDay,
             input.memo),
        result);
}

std::optional<Price> Engine::mark(InstrumentId instrument) const
{
    const auto it = m_quotes.find(instrument);
    if (it == m_quotes.end())
        return std::nullopt;
    const Quote& quote = it->second;
    if (quote.hasLast())
        return quote.last;
    if (quote.bidSize.isPositive() && quote.askSize.isPositive())
        return Price::fromRaw((quote.bid.raw() + quote.ask.raw()) / 2);
    if (!quote.previousClose.isZero())
        return quote.previousClose;
    return std::nullopt;
}

Result<void> Engine::restore(Fact&& fact)
{
    const auto contradiction = [](const std::string& what) { return corrupt("engine.fact-contradiction", what); };
    if (auto* instrument = std::get_if<Instrument>(&fact)) {
        if (!m_bySymbol.emplace(instrument->symbol, instrument->id).second)
            return contradiction("instrument " + instrument->symbol);
        m_instruments.emplace(instrument->id, std::move(*instrument));
    } else if (auto* client = std::get_if<Client>(&fact)) {
        m_clients.emplace(client->id, std::move(*client));
    } else if (auto* account = std::get_if<Account>(&fact)) {
        m_accounts.emplace(account->id, std::move(*account));
    } else if (auto* order = std::get_if<Order>(&fact)) {
        if (const auto added = m_orders.add(*order); !added)
            return contradiction("order " + std::to_string(order->id.value));
        m_now = m_now < order->createdAt ? order->createdAt : m_now;
        countEntered(*order);
    } else if (auto* report = std::get_if<ExecutionReport>(&fact)) {
        const Order* before = m_orders.find(report->order);
        if (before == nullptr)
            return contradiction("report " + report->executionId);
        const auto instrumentOf = m_instruments.find(before->request.instrument);
        if (instrumentOf == m_instruments.end())
            return contradiction("report " + report->executionId);
        const auto value = valueOf(instrumentOf->second, report->lastPrice, report->lastQuantity);
        const auto applied = value ? m_orders.apply(*report, *value) : Result<OrderManager::Applied>(value.error());
        if (!applied || applied->outcome == OrderManager::Outcome::Duplicate)
            return contradiction("report " + report->executionId);
        m_now = m_now < report->time ? report->time : m_now;
        countReport(applied->before, applied->after, *report, *value);
        if (report->event == OrderEvent::PartFill || report->event == OrderEvent::LastFill)
            m_fills.push_back(std::move(*report));
    } else if (auto* desk = std::get_if<DeskRecord>(&fact)) {
        m_now = m_now < desk->time ? desk->time : m_now;
        const auto known = m_deskRecords.find({desk->kind, desk->id});
        if (desk->revision != (known == m_deskRecords.end() ? 1 : known->second.revision + 1))
            return contradiction("desk record " + desk->id);
        applyDeskRecord(*desk);
    } else if (auto* record = std::get_if<clients::ClientRecord>(&fact)) {
        m_now = m_now < record->time ? record->time : m_now;
        if (const auto taken = m_registry.apply(*record, bookView()); !taken)
            return contradiction("record " + std::string(clients::name(record->kind())) + " " + std::to_string(record->id) + ": " + taken.error().text());
    } else if (auto* group = std::get_if<TransferGroup>(&fact)) {
        m_now = m_now < group->knownAt ? group->knownAt : m_now;
        const std::string key = group->key;
        noteFuture(*group);
        const auto applied = m_ledger.apply(std::move(*group));
        if (!applied || *applied == Ledger::Outcome::Duplicate)
            return contradiction("group " + key);
    }
    return {};
}

std::uint64_t Engine::hash() const
{
    Hasher hasher;
    hasher.add(m_ledger.hash()).add(m_orders.hash());
    for (const auto& fill : m_fills)
        hasher.add(fill.executionId).add(fill.lastQuantity.raw()).add(fill.lastPrice.raw()).add(fill.fee.minor()).add(fill.tax.minor());
    for (const auto& [key, record] : m_deskRecords)
        hasher.add(record.id).add(record.revision).add(record.body);
    for (const auto& [key, record] : m_registry.records())
        hasher.add(static_cast<std::uint64_t>(key.kind)).add(record.id).add(record.revision).add(clients::recordText(record.body));
    return hasher.value();
}

} // namespace rialto
