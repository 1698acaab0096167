// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attribution_months.h"

#include "analytics/attribution/brinson.h"
#include "analytics/attribution/linking.h"
#include "services/statement_state.h"

#include <array>
#include <cmath>

namespace rialto {

namespace {

using reports::LocalizedText;
using reports::Rate;

enum Group : std::size_t { SharesAndFunds, Bonds, Others, GroupCash };
constexpr std::size_t kGroups = 4;

const std::array<LocalizedText, kGroups>& groupNames()
{
    static const std::array<LocalizedText, kGroups> names{{{"Shares and funds", "股票与基金"}, {"Bonds", "债券"}, {"Derivatives and others", "衍生品及其他"}, {"Cash", "现金"}}};
    return names;
}

Group groupOf(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Equity:
    case AssetClass::Fund: return SharesAndFunds;
    case AssetClass::Bond: return Bonds;
    default: return Others;
    }
}

double majorOf(const Money& money) { return static_cast<double>(money.minor()) / static_cast<double>(money.currency().minorPerMajor()); }

struct Flow {
    Date day;
    Group group;
    double paid;                 // into the group
};

class Months {
public:
    Months(const StatementInputs& inputs, const advice::ModelPortfolio& benchmark, const std::map<InstrumentId, Instrument>& instruments) : m_inputs(inputs), m_benchmark(benchmark), m_all(instruments), m_base(inputs.accounts.front().base) {}

    reports::AttributionFacts run();

private:
    Result<std::array<double, kGroups>> valuesOn(Date day) const;
    Result<std::vector<Flow>> flowsBetween(Date after, Date to) const;
    Result<double> returnOf(const std::string& symbol, Date from, Date to) const;
    Result<analytics::PeriodAttribution> month(Date from, Date to);
    Result<double> inBase(const Money& money, Date day) const
    {
        const auto converted = m_inputs.prices.convert(money, m_base, day);
        if (!converted)
            return converted.error();
        return majorOf(*converted);
    }

    const StatementInputs& m_inputs;
    const advice::ModelPortfolio& m_benchmark;
    const std::map<InstrumentId, Instrument>& m_all;
    Currency m_base;
    std::vector<std::vector<analytics::Sector>> m_sectors; // of each month that was attributed
};

Result<std::array<double, kGroups>> Months::valuesOn(Date day) const
{
    statement::State state;
    for (const auto& group : m_inputs.groups)
        if (group.tradeDate <= day)
            state.apply(group);
    std::array<double, kGroups> values{};
    for (const auto& [key, minor] : state.cash) {
        const auto value = inBase(Money(minor, key.second), day);
        if (!value)
            return value.error();
        values[GroupCash] += *value;
    }
    std::map<InstrumentId, std::pair<std::int64_t, std::int64_t>> held;
    for (const auto& [key, raw] : state.positions)
        held[key.second].first += raw;
    for (const auto& [key, minor] : state.variation)
        held[key.second].second += minor;
    for (const auto& [id, amounts] : held) {
        const auto& instrument = m_inputs.instruments.at(id);
        if (instrument.assetClass() == AssetClass::FxPair)
            continue;
        const auto local = statement::positionValue(instrument, amounts.first, amounts.second, m_inputs.prices, day);
        if (!local)
            return local.error();
        const auto value = inBase(*local, day);
        if (!value)
            return value.error();
        values[groupOf(instrument.assetClass())] += *value;
    }
    return values;
}

// What went from cash into a group: purchases less sales and income, at the rate of the day.
Result<std::vector<Flow>> Months::flowsBetween(Date after, Date to) const
{
    std::vector<Flow> flows;
    for (const auto& group : m_inputs.groups) {
        if (group.tradeDate <= after || group.tradeDate > to || !group.instrument.valid())
            continue;
        const auto at = m_inputs.instruments.find(group.instrument);
        if (at == m_inputs.instruments.end() || at->second.assetClass() == AssetClass::FxPair)
            continue;
        double paid = 0;
        for (const auto& [currency, amount] : statement::cashEffect(group)) {
            const auto value = inBase(amount, group.tradeDate);
            if (!value)
                return value.error();
            paid -= *value;
        }
        if (paid != 0)
            flows.push_back({group.tradeDate, groupOf(at->second.assetClass()), paid});
    }
    return flows;
}

Result<double> Months::returnOf(const std::string& symbol, Date from, Date to) const
{
    for (const auto& [id, instrument] : m_all) {
        if (instrument.symbol != symbol)
            continue;
        const auto first = m_inputs.prices.close(id, from);
        const auto last = m_inputs.prices.close(id, to);
        const auto rateFirst = m_inputs.prices.rate(instrument.spec.currency, m_base, from);
        const auto rateLast = m_inputs.prices.rate(instrument.spec.currency, m_base, to);
        if (!first || !last || !first->price.isPositive())
            return notFound("services.price-missing", symbol + " " + from.text());
        if (!rateFirst || !rateLast)
            return rateFirst ? rateLast.error() : rateFirst.error();
        return static_cast<double>(last->price.raw()) / static_cast<double>(first->price.raw()) * (static_cast<double>(rateLast->price.raw()) / static_cast<double>(rateFirst->price.raw())) - 1;
    }
    return notFound("services.price-missing", symbol);
}

Result<analytics::PeriodAttribution> Months::month(Date from, Date to)
{
    const auto begin = valuesOn(from);
    const auto end = valuesOn(to);
    const auto flows = flowsBetween(from, to);
    if (!begin || !end || !flows)
        return !begin ? begin.error() : !end ? end.error() : flows.error();
    double whole = 0;
    for (const double value : *begin)
        whole += value;
    if (!(whole > 0))
        return invalid("attribution.empty", "nothing is held on " + from.text());
    std::array<double, kGroups> benchmarkWeight{};
    std::array<double, kGroups> benchmarkGain{};
    benchmarkWeight[GroupCash] = static_cast<double>(m_benchmark.cash()) / static_cast<double>(kFixedOne);
    for (const auto& target : m_benchmark.weights) {
        const auto rate = returnOf(target.symbol, from, to);
        if (!rate)
            return rate.error();
        Group group = Others;
        for (const auto& [id, instrument] : m_all)
            if (instrument.symbol == target.symbol)
                group = groupOf(instrument.assetClass());
        const double weight = static_cast<double>(target.weight) / static_cast<double>(kFixedOne);
        benchmarkWeight[group] += weight;
        benchmarkGain[group] += weight * *rate;
    }
    const double days = to - from;
    std::vector<analytics::Sector> sectors;
    for (std::size_t g = 0; g < kGroups; ++g) {
        analytics::Sector sector;
        sector.name = groupNames()[g].en;
        sector.portfolioWeight = (*begin)[g] / whole;
        sector.benchmarkWeight = benchmarkWeight[g];
        double paid = 0;
        double weighted = 0;
        for (const auto& flow : *flows)
            if (flow.group == g) {
                paid += flow.paid;
                weighted += flow.paid * static_cast<double>(to - flow.day) / days;
            }
        // Cash has no return of its own here: what it gains and loses are flows.
        const double base = (*begin)[g] + weighted;
        sector.portfolioReturn = g == GroupCash || std::fabs(base) < 1e-9 ? 0 : ((*end)[g] - (*begin)[g] - paid) / base;
        // A group that was only bought in the month gained on money that cash had at its start.
        if (g != GroupCash && sector.portfolioWeight == 0 && base != 0)
            sector.portfolioWeight = base / whole;
        sector.benchmarkReturn = benchmarkWeight[g] == 0 ? sector.portfolioReturn : benchmarkGain[g] / benchmarkWeight[g];
        sectors.push_back(std::move(sector));
    }
    // What was lent to such groups is taken from cash, so that the weights make a whole.
    double sum = 0;
    for (const auto& sector : sectors)
        sum += sector.portfolioWeight;
    sectors[GroupCash].portfolioWeight -= sum - 1;
    for (auto& sector : sectors)
        if (!(sector.portfolioReturn > -1))
            sector.portfolioReturn = -0.999999;
    auto attributed = analytics::brinson(sectors, 1e-6);
    if (attributed)
        m_sectors.push_back(std::move(sectors));
    return attributed;
}

reports::AttributionFacts Months::run()
{
    reports::AttributionFacts facts;
    facts.benchmark = {"model " + m_benchmark.title, "模型“" + m_benchmark.titleZh + "”"};
    for (const auto& target : m_benchmark.weights)
        facts.policy.emplace_back(LocalizedText{target.symbol, target.symbol}, Rate{target.weight});
    if (m_benchmark.cash() > 0)
        facts.policy.emplace_back(groupNames()[GroupCash], Rate{m_benchmark.cash()});
    std::vector<analytics::PeriodAttribution> periods;
    std::vector<double> portfolio;
    std::vector<double> benchmark;
    Date from = m_inputs.from - 1;
    while (from < m_inputs.to) {
        const Date next = from + 1;
        const Date nextMonth = next.month() == 12 ? Date::of(next.year() + 1, 1, 1) : Date::of(next.year(), next.month() + 1, 1);
        const Date to = std::min(nextMonth - 1, m_inputs.to, [](Date a, Date b) { return a < b; });
        auto period = month(from, to);
        if (period) {
            facts.periods.push_back({from, to, Rate::of(period->portfolioReturn).value_or(Rate{}), Rate::of(period->benchmarkReturn).value_or(Rate{}), Rate::of(period->total.allocationBf).value_or(Rate{}),
                Rate::of(period->total.selection).value_or(Rate{}), Rate::of(period->total.interaction).value_or(Rate{})});
            portfolio.push_back(period->portfolioReturn);
            benchmark.push_back(period->benchmarkReturn);
            periods.push_back(std::move(*period));
        } else if (!periods.empty() || period.error().code != "attribution.empty") {
            facts.problem = LocalizedText{"The period cannot be attributed: " + period.error().text(), "无法归因：" + period.error().detail};
            return facts;
        }
        from = to;
    }
    const auto factors = analytics::linkingFactors(portfolio, benchmark, analytics::LinkingMethod::Carino);
    if (periods.empty() || !factors) {
        facts.problem = LocalizedText{"Nothing was held at the start of a month of the period: there is nothing to attribute.", "期内各月初均无持仓，无可归因。"};
        return facts;
    }
    double grownPortfolio = 1;
    double grownBenchmark = 1;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        grownPortfolio *= 1 + portfolio[i];
        grownBenchmark *= 1 + benchmark[i];
    }
    facts.portfolioReturn = Rate::of(grownPortfolio - 1).value_or(Rate{});
    facts.benchmarkReturn = Rate::of(grownBenchmark - 1).value_or(Rate{});
    for (std::size_t g = 0; g < kGroups; ++g) {
        double allocation = 0;
        double selection = 0;
        double interaction = 0;
        double weight = 0;
        double benchmarkWeight = 0;
        bool any = false;
        for (std::size_t i = 0; i < periods.size(); ++i) {
            const auto& effects = periods[i].sectors[g];
            allocation += (*factors)[i] * effects.allocationBf;
            selection += (*factors)[i] * effects.selection;
            interaction += (*factors)[i] * effects.interaction;
        }
        reports::AttributionRow row;
        row.sector = groupNames()[g];
        double own = 1;
        double other = 1;
        for (std::size_t i = 0; i < m_sectors.size(); ++i) {
            const auto& sector = m_sectors[i][g];
            weight += sector.portfolioWeight / static_cast<double>(m_sectors.size());
            benchmarkWeight += sector.benchmarkWeight / static_cast<double>(m_sectors.size());
            own *= 1 + sector.portfolioReturn;
            other *= 1 + sector.benchmarkReturn;
            any = any || sector.portfolioWeight != 0 || sector.benchmarkWeight != 0;
        }
        if (!any)
            continue;
        row.weight = Rate::of(weight).value_or(Rate{});
        row.benchmarkWeight = Rate::of(benchmarkWeight).value_or(Rate{});
        row.portfolioReturn = Rate::of(own - 1);
        row.benchmarkReturn = Rate::of(other - 1);
        row.allocation = Rate::of(allocation).value_or(Rate{});
        row.selection = Rate::of(selection).value_or(Rate{});
        row.interaction = Rate::of(interaction).value_or(Rate{});
        facts.rows.push_back(std::move(row));
    }
    return facts;
}

} // namespace

reports::AttributionFacts attributionOf(const StatementInputs& inputs, const advice::ModelPortfolio& benchmark, const std::map<InstrumentId, Instrument>& instruments)
{
    return Months(inputs, benchmark, instruments).run();
}

} // namespace rialto
