// SPDX-License-Identifier: GPL-3.0-or-later
// Limits, their usage and the kill switch; see engine.h and risk/limit_book.h.
#include "engine/engine.h"

#include "engine/prepared.h"

namespace rialto {

namespace {

constexpr std::size_t kLongestText = 200;

// Nothing for orders without a limit: they count when they trade.
Money valueAtLimit(const OrderRequest& request, const std::map<InstrumentId, Instrument>& instruments)
{
    const auto instrument = instruments.find(request.instrument);
    if (!needsLimit(request.type) || instrument == instruments.end())
        return {};
    const auto worth = valueOf(instrument->second, request.limit, request.quantity);
    // What is beyond the engine's bound is refused there and counts nowhere.
    constexpr std::int64_t kLargestMinor = std::int64_t(1) << 55;
    if (!worth || worth->minor() > kLargestMinor || worth->minor() < -kLargestMinor)
        return {};
    return worth->isNegative() ? -*worth : *worth;
}

} // namespace

ClientId Engine::clientOf(AccountId account) const
{
    const auto it = m_accounts.find(account);
    return it == m_accounts.end() ? ClientId() : it->second.client;
}

RiskTerms Engine::riskTerms(const OrderRequest& request, const Instrument& instrument, std::optional<Price> reference) const
{
    const Money none = Money::zero(instrument.spec.currency);
    RiskTerms terms{clientOf(request.account), none, reference, m_ledger.position(request.account, request.instrument), none, none, none, m_now,
        Date::ofUtc(m_now)};
    const auto price = needsLimit(request.type) ? std::optional(request.limit) : reference;
    if (price)
        if (const auto value = valueOf(instrument, *price, request.quantity))
            terms.value = value->isNegative() ? -*value : *value;
    const Quantity after = request.side == Side::Buy ? terms.position + request.quantity : terms.position - request.quantity;
    if (reference)
        if (const auto value = valueOf(instrument, *reference, after.abs()))
            terms.positionValueAfter = value->isNegative() ? -*value : *value;
    terms.equity = equity(request.account, instrument.spec.currency);
    if (m_dayOfTrades == terms.day)
        for (auto it = m_dayTrades.lower_bound({request.account, InstrumentId()}); it != m_dayTrades.end() && it->first.first == request.account; ++it) {
            const Instrument& traded = m_instruments.at(it->first.second);
            const auto at = mark(traded.id);
            if (traded.spec.currency != instrument.spec.currency || !at)
                continue;
            if (const auto value = valueOf(traded, *at, it->second.net))
                terms.dayResult += it->second.cash + *value;
        }
    return terms;
}

Money Engine::equity(AccountId account, const Currency& currency) const
{
    Money sum = Money::zero(currency);
    for (const auto& [asset, amount] : m_ledger.holdings(account)) {
        if (!asset.isInstrument()) {
            if (asset.currency() == currency)
                sum += Money(amount, currency);
            continue;
        }
        const auto held = m_instruments.find(asset.instrument());
        if (held == m_instruments.end() || held->second.spec.currency != currency || held->second.assetClass() == AssetClass::Future)
            continue;
        if (const auto at = mark(held->first))
            if (const auto value = valueOf(held->second, *at, Quantity::fromRaw(amount)))
                sum += *value;
    }
    return sum;
}

void Engine::gateDesk(const OrderRequest& request, const Instrument& instrument, Prepared& prepared) const
{
    if (m_limitBook.limits().empty() && !m_limitBook.killed(request.account))
        return;
    const auto reference = mark(request.instrument);
    m_limitBook.check(request, instrument, riskTerms(request, instrument, reference), prepared.refusals);
}

void Engine::countEntered(const Order& order)
{
    const OrderRequest& asked = order.request;
    if (asked.terms.link == Link::Block && asked.terms.parent)
        return; // its shares count, for their clients
    m_limitBook.onEntered(order, clientOf(asked.account), valueAtLimit(asked, m_instruments));
}

void Engine::countReport(const Order& before, const Order& after, const ExecutionReport& report, const Money& value)
{
    const OrderRequest& asked = after.request;
    const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
    const bool block = asked.terms.link == Link::Block && asked.terms.parent;
    if (fill && block)
        noteBlockFill(after, report);
    if (!block) {
        const ClientId client = clientOf(asked.account);
        if (report.executionId.rfind("risk:", 0) == 0) {
            m_limitBook.onRefused(after, client, valueAtLimit(asked, m_instruments));
        }
        if (before.open() && !after.open())
            m_limitBook.onDone(after, client);
        if (fill)
            m_limitBook.onTraded(after, client, value.isNegative() ? -value : value, report.time);
    }
    if (!fill || block) // what the house bought goes to its clients
        return;
    const Date day = Date::ofUtc(report.time);
    if (m_dayOfTrades < day) {
        m_dayOfTrades = day;
        m_dayTrades.clear();
    }
    if (m_dayOfTrades != day)
        return;
    const auto [it, fresh] = m_dayTrades.try_emplace({asked.account, asked.instrument});
    DayTrade& trade = it->second;
    if (fresh)
        trade.cash = Money::zero(value.currency());
    const bool buy = asked.side == Side::Buy;
    trade.net += buy ? report.lastQuantity : -report.lastQuantity;
    trade.cash += buy ? -value : value;
}

void Engine::applyDeskRecord(const DeskRecord& record)
{
    m_deskRecords[{record.kind, record.id}] = record;
    if (record.kind == DeskRecordKind::Limit) {
        const auto key = LimitKey::parse(record.id);
        const auto value = record.body.empty() ? Result<std::int64_t>(0) : parseDecimal(record.body, 0);
        if (key && value)
            static_cast<void>(m_limitBook.set(*key, record.body.empty() ? std::nullopt : std::optional(*value)));
        return;
    }
    const bool on = record.body.rfind("on", 0) == 0;
    if (record.id == "firm")
        return m_limitBook.setKill(true, AccountId(), on);
    for (const auto& [id, account] : m_accounts)
        if (record.id == "account:" + account.number)
            m_limitBook.setKill(false, id, on);
}

void Engine::handle(const RecordDesk& input, StepResult& result)
{
    if (input.id.size() > kLongestText || input.body.size() > kLongestText || input.by.size() > kLongestText)
        return refuse(result, "engine.desk-text", input.id.substr(0, 80));
    if (input.kind == DeskRecordKind::Limit) {
        const auto key = LimitKey::parse(input.id);
        if (!key)
            return refuse(result, key.error().code, key.error().detail);
        const auto value = input.body.empty() ? Result<std::int64_t>(0) : parseDecimal(input.body, 0);
        if (!value || *value < 0)
            return refuse(result, "risk.limit-value", input.body);
        LimitBook trial;
        if (const auto fits = trial.set(*key, *value); !fits)
            return refuse(result, fits.error().code, fits.error().detail);
    } else {
        bool known = input.id == "firm";
        for (const auto& [id, account] : m_accounts)
            known = known || input.id == "account:" + account.number;
        const bool says = input.body == "on" || input.body == "off" || input.body.rfind("on ", 0) == 0 || input.body.rfind("off ", 0) == 0;
        if (!known || !says)
            return refuse(result, "engine.kill-switch", input.id + " " + input.body);
    }
    const auto known = m_deskRecords.find({input.kind, input.id});
    result.reply.accepted = true;
    if (known != m_deskRecords.end() && known->second.body == input.body) {
        result.reply.repeated = true;
    } else {
        DeskRecord record{input.kind, input.id, known == m_deskRecords.end() ? 1 : known->second.revision + 1, m_now, input.by, input.body};
        applyDeskRecord(record);
        result.facts.emplace_back(std::move(record));
    }
    if (input.kind != DeskRecordKind::KillSwitch || input.body.rfind("on", 0) != 0)
        return;
    for (const OrderId id : m_orders.openOrders()) {
        const Order& order = *m_orders.find(id);
        if (!order.open() || !m_limitBook.killed(order.request.account) || (order.request.terms.link == Link::Block && !order.request.terms.parent))
            continue;
        if (order.state == OrderState::Held)
            endHeld(id, OrderEvent::Cancelled, "oms.kill-switch", result);
        else if (next(order.state, OrderEvent::CancelAsked).legal)
            askCancel(id, "kill:" + std::to_string(id.value) + ":" + std::to_string(m_now.nanos), result);
    }
}

} // namespace rialto
