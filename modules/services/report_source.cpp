// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/report_source.h"

#include "ledger/tax_lots.h"
#include "services/attribution_months.h"
#include "services/client_plan.h"
#include "services/compliance_checks.h"
#include "services/portfolio_analysis.h"
#include "services/report_backing.h"
#include "services/report_market.h"
#include "services/statement_backing.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <set>

namespace rialto {

namespace {

std::optional<std::int64_t> tenThousandths(const std::optional<double>& ratio)
{
    if (!ratio || !std::isfinite(*ratio) || std::fabs(*ratio) > 1e9)
        return std::nullopt;
    return std::llround(*ratio * 1e4);
}

bool moreThanAYear(Date from, Date to)
{
    const int year = from.year() + 1;
    const bool leapDay = from.month() == 2 && from.day() == 29;
    const Date anniversary = leapDay ? Date::of(year, 3, 1) : Date::of(year, from.month(), from.day());
    return to > anniversary;
}

} // namespace

Result<std::shared_ptr<const ReportSource>> ReportSource::gather(AppServices& services, market::BarStore& bars, ClientId onlyClient)
{
    auto source = std::make_shared<ReportSource>();
    source->m_session = services.session();
    std::map<InstrumentId, Price> marks;
    std::map<InstrumentId, std::shared_ptr<const TradingCalendar>> calendars;
    std::promise<void> done;
    auto visited = done.get_future();
    services.query([&](const Engine& engine) {
        std::map<AccountId, ClientId> owners;
        for (const auto& [id, client] : engine.clients())
            source->m_clients.push_back(client);
        for (const auto& [id, account] : engine.accounts()) {
            owners[id] = account.client;
            source->m_accounts.push_back(account);
        }
        const auto wanted = [&](AccountId account) {
            const auto owner = owners.find(account);
            return owner != owners.end() && (onlyClient == ClientId() || owner->second == onlyClient);
        };
        for (const auto& group : engine.ledger().groups())
            if (!group.transfers.empty() && wanted(group.account)) // reservations move nothing
                source->m_groups[owners[group.account]].push_back(group);
        for (const auto& fill : engine.fills())
            source->m_fills.push_back(fill);
        std::map<std::string, std::shared_ptr<const TradingCalendar>> byId;
        for (const auto& [id, instrument] : engine.instruments()) {
            source->m_instruments.emplace(id, instrument);
            if (const auto mark = engine.mark(id))
                marks.emplace(id, *mark);
            auto& calendar = byId[instrument.calendarId];
            if (!calendar)
                calendar = std::make_shared<const TradingCalendar>(engine.calendar(instrument));
            calendars[id] = calendar;
        }
        done.set_value();
    });
    visited.get();
    source->m_book = services.book();
    if (source->m_book)
        source->m_orders = source->m_book->orders;
    for (auto& [client, groups] : source->m_groups)
        for (std::size_t i = 0; i < groups.size(); ++i)
            source->m_groupIndex.emplace(groups[i].key, std::pair(client, i));

    const auto stored = bars.series();
    if (!stored)
        return stored.error();
    const Date today = source->m_session.tradingDay;
    for (const auto& [id, instrument] : source->m_instruments) {
        source->m_prices.addPair(instrument);
        for (const auto& info : *stored) {
            if (info.key.symbol != instrument.symbol || info.key.interval != BarInterval::Day)
                continue;
            auto days = bars.read(info.key);
            if (!days)
                return days.error();
            days->erase(std::remove_if(days->begin(), days->end(), [&](const Bar& bar) { return Date::ofUtc(bar.start) > today; }), days->end());
            for (const auto& bar : *days)
                source->m_prices.add(id, Date::ofUtc(bar.start), bar.close);
            source->m_seriesOf[id] = source->m_series.size();
            source->m_series.push_back({instrument, info.key.source, std::move(*days), calendars[id]});
        }
        // A mark is no fact: tomorrow nobody could derive it again. It serves only where nothing else is known.
        if (const auto mark = marks.find(id); mark != marks.end() && !source->m_prices.close(id, today))
            source->m_prices.add(id, today, mark->second);
    }
    return std::shared_ptr<const ReportSource>(std::move(source));
}

Result<Client> ReportSource::client(const std::string& number) const
{
    for (const auto& client : m_clients)
        if (client.number == number)
            return client;
    return notFound("services.client-unknown", number.substr(0, 60));
}

ReportPeriod ReportSource::resolved(const ReportPeriod& period) const
{
    ReportPeriod whole = period;
    if (whole.to == Date())
        whole.to = m_session.tradingDay;
    if (whole.from == Date())
        whole.from = Date::of(whole.to.year(), whole.to.month(), 1);
    return whole;
}

Result<StatementInputs> ReportSource::statementInputs(ClientId wanted, const ReportPeriod& asked) const
{
    const ReportPeriod period = resolved(asked);
    StatementInputs inputs;
    const auto client = std::find_if(m_clients.begin(), m_clients.end(), [&](const Client& one) { return one.id == wanted; });
    if (client == m_clients.end())
        return notFound("services.client-unknown", std::to_string(wanted.value));
    inputs.client = *client;
    for (const auto& account : m_accounts)
        if (account.client == wanted)
            inputs.accounts.push_back(account);
    if (const auto groups = m_groups.find(wanted); groups != m_groups.end())
        inputs.groups = groups->second;
    std::set<InstrumentId> touched;
    for (const auto& group : inputs.groups)
        touched.insert(group.instrument);
    for (const auto& [id, instrument] : m_instruments)
        if (touched.count(id) != 0 || instrument.assetClass() == AssetClass::FxPair)
            inputs.instruments.emplace(id, instrument);
    inputs.prices = m_prices;
    inputs.from = period.from;
    inputs.to = period.to;
    inputs.createdAt = m_session.venueTime;
    inputs.simulated = m_session.simulated;
    inputs.firmName = {"Rialto Demo Wealth", "里亚托演示财富"};
    inputs.firmContact = {"1 Example Quay · statements@example.com", "示例码头一号 · statements@example.com"};
    return inputs;
}

Result<reports::ReportData> ReportSource::data(const reports::ReportDefinition& definition, ClientId client, const ReportPeriod& asked, bool backed) const
{
    const ReportPeriod period = resolved(asked);
    reports::ReportData data;
    if (definition.scope == reports::ReportScope::Study)
        return invalid("reports.needs-study", definition.id);
    if (definition.scope == reports::ReportScope::Market) {
        auto& head = data.statement;
        head.firmName = {"Rialto Demo Wealth", "里亚托演示财富"};
        head.firmContact = {"1 Example Quay · statements@example.com", "示例码头一号 · statements@example.com"};
        head.from = head.to = period.to;
        head.createdAt = m_session.venueTime;
        head.simulated = m_session.simulated;
        head.base = Currency::literal("USD");
    } else {
        const auto inputs = statementInputs(client, period);
        if (!inputs)
            return inputs.error();
        auto statement = buildStatement(*inputs);
        if (!statement)
            return statement.error();
        data.statement = std::move(*statement);
        if (backed) {
            auto backing = statementBacking(*inputs, data.statement);
            if (!backing)
                return backing.error();
            data.statement.backing = std::move(*backing);
        }
        if (definition.needs & reports::NeedsLots)
            addLots(data, *inputs);
        if (definition.needs & reports::NeedsProposal)
            addProposal(data, *inputs);
        if (definition.needs & reports::NeedsAttribution)
            addAttribution(data, *inputs);
        if (definition.needs & reports::NeedsCompliance) {
            addOrders(data, *inputs);
            addCompliance(data, *inputs);
        }
        if (definition.needs & reports::NeedsOrders) {
            addOrders(data, *inputs);
            addExecutions(data, *inputs);
        }
        if (definition.needs & reports::NeedsRisk)
            addRisk(data);
    }
    if (definition.needs & reports::NeedsMarket)
        addMarket(data, period.to);
    if (definition.needs & reports::NeedsQuality)
        addQuality(data, period.to);
    if (backed)
        addReportBacking(data, m_prices);
    return data;
}

const TransferGroup* ReportSource::group(const std::string& key) const
{
    const auto at = m_groupIndex.find(key);
    return at == m_groupIndex.end() ? nullptr : &m_groups.at(at->second.first)[at->second.second];
}

void ReportSource::addLots(reports::ReportData& data, const StatementInputs& inputs) const
{
    const Currency base = data.statement.base;
    for (const auto& account : inputs.accounts)
        for (const auto& [id, instrument] : inputs.instruments) {
            if (instrument.assetClass() == AssetClass::FxPair || instrument.assetClass() == AssetClass::Future)
                continue; // cash, and gains that are settled daily: neither has lots that are sold
            const LotBook lots = lotsOf(inputs.groups, account.id, instrument, inputs.to);
            const auto close = m_prices.close(id, inputs.to);
            for (const auto& lot : lots.open) {
                const auto value = close ? valueOf(instrument, close->price, lot.quantity) : Result<Money>(Money::zero(instrument.spec.currency));
                data.lots.push_back({account.number, instrument.symbol, {instrument.name, instrument.nameZh}, instrument.assetClass(), lot.acquired, lot.groupKey,
                    lot.quantity, lot.cost, value.valueOr(Money::zero(instrument.spec.currency)), inputs.to - lot.acquired, moreThanAYear(lot.acquired, inputs.to)});
            }
            for (const auto& gain : lots.realised) {
                if (gain.disposed < inputs.from || gain.disposed > inputs.to)
                    continue;
                const auto proceeds = m_prices.convert(gain.proceeds, base, gain.disposed);
                const auto cost = m_prices.convert(gain.cost, base, gain.acquired);
                if (!proceeds || !cost)
                    continue;
                data.realised.push_back({account.number, instrument.symbol, {instrument.name, instrument.nameZh}, gain.acquired, gain.disposed, gain.openKey,
                    gain.closeKey, gain.quantity, gain.proceeds, gain.cost, *proceeds, *cost, moreThanAYear(gain.acquired, gain.disposed)});
            }
        }
    std::stable_sort(data.realised.begin(), data.realised.end(), [](const auto& a, const auto& b) { return a.disposed < b.disposed; });
}

const Bar* ReportSource::barOf(InstrumentId instrument, Date day) const
{
    const auto at = m_seriesOf.find(instrument);
    if (at == m_seriesOf.end())
        return nullptr;
    const auto& days = m_series[at->second].days;
    const auto found = std::lower_bound(days.begin(), days.end(), day.startUtc(), [](const Bar& bar, Timestamp time) { return bar.start < time; });
    return found != days.end() && Date::ofUtc(found->start) == day ? &*found : nullptr;
}

void ReportSource::addOrders(reports::ReportData& data, const StatementInputs& inputs) const
{
    for (const auto& order : m_orders) {
        const auto account = std::find_if(inputs.accounts.begin(), inputs.accounts.end(), [&](const Account& one) { return one.id == order.request.account; });
        const auto instrument = m_instruments.find(order.request.instrument);
        const Date day = Date::ofUtc(order.createdAt);
        if (account == inputs.accounts.end() || instrument == m_instruments.end() || day < inputs.from || day > inputs.to)
            continue;
        data.orders.push_back({account->number, std::to_string(order.id.value), order.createdAt, order.request.side, instrument->second.symbol,
            std::string(name(order.request.type)), std::string(name(order.state)), order.request.quantity, order.filled,
            needsLimit(order.request.type) ? order.request.limit : Price(), instrument->second.spec.priceDigits, order.reason});
    }
}

void ReportSource::addExecutions(reports::ReportData& data, const StatementInputs& inputs) const
{
    for (const auto& group : inputs.groups) {
        if (group.kind != GroupKind::Trade || group.tradeDate < inputs.from || group.tradeDate > inputs.to)
            continue;
        const Instrument& instrument = inputs.instruments.at(group.instrument);
        const auto account = std::find_if(inputs.accounts.begin(), inputs.accounts.end(), [&](const Account& one) { return one.id == group.account; });
        const auto gross = valueOf(instrument, group.price, group.quantity.abs());
        if (account == inputs.accounts.end() || !gross)
            continue;
        reports::ExecutionRow row;
        row.accountNumber = account->number;
        row.date = group.tradeDate;
        row.order = group.order == OrderId() ? std::string() : std::to_string(group.order.value);
        row.side = group.quantity.isPositive() ? Side::Buy : Side::Sell;
        row.symbol = instrument.symbol;
        row.name = {instrument.name, instrument.nameZh};
        row.quantity = group.quantity.abs();
        row.price = group.price;
        row.priceDigits = instrument.spec.priceDigits;
        if (const Bar* bar = barOf(group.instrument, group.tradeDate)) {
            row.open = bar->open;
            row.high = bar->high;
            row.low = bar->low;
            row.close = bar->close;
        }
        row.gross = *gross;
        row.fees = Money::zero(instrument.spec.currency);
        for (const auto& transfer : group.transfers)
            if (transfer.to.bucket == Bucket::Fees && transfer.asset == AssetId::of(instrument.spec.currency))
                row.fees += Money(transfer.amount, instrument.spec.currency);
        row.groupKey = group.key;
        data.executions.push_back(std::move(row));
    }
}

void ReportSource::addRisk(reports::ReportData& data)
{
    using reports::Rate;
    const PortfolioAnalysis analysis = analysePortfolio(data.statement.series, Date());
    auto& risk = data.risk;
    risk.volatility = Rate::of(analysis.volatility);
    risk.downside = Rate::of(analysis.downsideDeviation);
    risk.valueAtRisk = Rate::of(analysis.valueAtRisk);
    risk.expectedShortfall = Rate::of(analysis.expectedShortfall);
    risk.sharpeE4 = tenThousandths(analysis.sharpe);
    risk.sortinoE4 = tenThousandths(analysis.sortino);
    risk.calmarE4 = tenThousandths(analysis.calmar);
    if (analysis.bestDay) {
        risk.bestDay = Rate::of(analysis.bestDay->rate);
        risk.bestOn = analysis.bestDay->date;
    }
    if (analysis.worstDay) {
        risk.worstDay = Rate::of(analysis.worstDay->rate);
        risk.worstOn = analysis.worstDay->date;
    }
    for (const auto& fall : analysis.falls)
        risk.falls.push_back({Rate::of(-fall.depth).value_or(Rate{}), fall.start, fall.trough, fall.recovered});
    for (std::size_t i = 0; i < analysis.underWater.size() && i < analysis.points.size(); ++i)
        risk.underWater.emplace_back(analysis.points[i].date, Rate::of(analysis.underWater[i]).value_or(Rate{}));
}

void ReportSource::addProposal(reports::ReportData& data, const StatementInputs& inputs) const
{
    auto plan = clientPlan(inputs, data, m_book ? m_book->registry.get() : nullptr);
    auto facts = std::make_shared<reports::ProposalFacts>();
    if (plan)
        *facts = proposalOf(std::move(*plan), advice::houseModels(), {}, m_instruments, m_prices);
    else
        facts->problem = reports::LocalizedText{plan.error().text(), plan.error().detail};
    data.proposal = std::move(facts);
}

void ReportSource::addAttribution(reports::ReportData& data, const StatementInputs& inputs) const
{
    // Without an assessment the middle model is the measure.
    auto profile = clients::RiskProfile::Balanced;
    if (const auto plan = clientPlan(inputs, data, m_book ? m_book->registry.get() : nullptr); plan && plan->profile != clients::RiskProfile::None)
        profile = plan->profile;
    if (const auto model = advice::modelFor(advice::houseModels(), profile))
        data.attribution = std::make_shared<const reports::AttributionFacts>(attributionOf(inputs, *model, m_instruments));
}

void ReportSource::addCompliance(reports::ReportData& data, const StatementInputs& inputs) const
{
    std::optional<ClientOverview> overview;
    if (m_book && m_book->registry)
        if (const auto party = m_book->registry->partyOf(inputs.client.id); party.valid())
            overview = overviewOf(*m_book, party, data.statement.base, m_prices, m_session.tradingDay, {});
    data.compliance = std::make_shared<const reports::ComplianceFacts>(complianceOf(overview, data.orders, data.statement.to));
}

Result<reports::MarketRow> ReportSource::marketOf(const std::string& symbol, Date day) const
{
    for (const auto& series : m_series)
        if (series.instrument.symbol == symbol)
            if (auto row = marketRow(series.instrument, series.days, day)) {
                if (row->closes.empty())
                    for (const auto& bar : series.days)
                        if (const Date date = Date::ofUtc(bar.start); date > row->date - 366 && date <= row->date)
                            row->closes.emplace_back(date, bar.close);
                return *row;
            }
    return notFound("services.price-missing", symbol.substr(0, 60) + " has no daily prices in this book");
}

void ReportSource::addMarket(reports::ReportData& data, Date day) const
{
    for (const auto& series : m_series)
        if (auto row = marketRow(series.instrument, series.days, day))
            data.market.push_back(std::move(*row));
}

void ReportSource::addQuality(reports::ReportData& data, Date day) const
{
    for (const auto& series : m_series)
        data.quality.push_back(qualityRow(series.instrument, series.source, series.days, *series.calendar, day));
}

} // namespace rialto
