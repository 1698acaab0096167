// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/period_performance.h"

#include "analytics/performance/annualisation.h"
#include "analytics/performance/xirr.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {
namespace {

/// The part of `days` for which a flow on day `after` is at work.
double atWork(int after, int days, FlowTime timing)
{
    const double shift = timing == FlowTime::Start ? 1.0 : timing == FlowTime::Middle ? 0.5 : 0.0;
    return (days - after + shift) / days;
}

/// Flows with opened < date <= closed; `flows` ascend.
std::span<const DatedFlow> flowsWithin(const std::vector<DatedFlow>& flows, Date opened, Date closed)
{
    const auto first = std::upper_bound(flows.begin(), flows.end(), opened, [](Date day, const DatedFlow& flow) { return day < flow.date; });
    const auto last = std::upper_bound(first, flows.end(), closed, [](Date day, const DatedFlow& flow) { return day < flow.date; });
    return {first, last};
}

struct Step {
    Date opened, closed;
    double net = 0;
    double gross = 0;
};

class Calculation {
public:
    Calculation(const PerformanceInput& input, const PerformanceOptions& options) : m_input(input), m_options(options)
    {
        m_gross = input.external;
        for (const auto& fee : input.fees)
            m_gross.push_back({fee.date, -std::fabs(fee.amount)});
        std::stable_sort(m_gross.begin(), m_gross.end(), [](const DatedFlow& a, const DatedFlow& b) { return a.date < b.date; });
    }

    PerformanceReport run()
    {
        const auto& values = m_input.values;
        for (std::size_t i = 1; i < values.size(); ++i) {
            const auto inside = flowsWithin(m_input.external, values[i - 1].date, values[i].date);
            m_report.estimatedGaps += std::any_of(inside.begin(), inside.end(), [&](const DatedFlow& flow) { return flow.date != values[i].date; });
            m_steps.push_back({values[i - 1].date, values[i].date, step(i, m_input.external), step(i, m_gross)});
        }
        for (const auto& flow : m_input.external)
            m_report.ignoredFlows += flow.date <= values.front().date || flow.date > values.back().date;
        m_report.whole = period("since inception", 0, m_steps.size());
        split(m_report.months, [](Date day) { return day.text().substr(0, 7); });
        split(m_report.quarters, [](Date day) { return day.text().substr(0, 4) + "-Q" + std::to_string((day.month() + 2) / 3); });
        split(m_report.years, [](Date day) { return day.text().substr(0, 4); });
        return std::move(m_report);
    }

private:
    double step(std::size_t i, const std::vector<DatedFlow>& flows)
    {
        const auto& from = m_input.values[i - 1];
        const auto& to = m_input.values[i];
        double total = 0;
        double weighted = 0;
        const int days = to.date - from.date;
        for (const auto& flow : flowsWithin(flows, from.date, to.date)) {
            total += flow.amount;
            weighted += flow.amount * atWork(flow.date - from.date, days, m_options.timing);
        }
        const double capital = from.value + weighted;
        if (!(capital > 0)) {
            ++m_report.gapsWithoutCapital;
            return 0;
        }
        return (to.value - from.value - total) / capital;
    }

    template <class Name>
    void split(std::vector<PeriodPerformance>& into, Name nameOf)
    {
        std::size_t begin = 0;
        while (begin < m_steps.size()) {
            const std::string name = nameOf(m_steps[begin].closed);
            std::size_t end = begin + 1;
            while (end < m_steps.size() && nameOf(m_steps[end].closed) == name)
                ++end;
            into.push_back(period(name, begin, end));
            begin = end;
        }
    }

    PeriodPerformance period(std::string name, std::size_t begin, std::size_t end) const
    {
        PeriodPerformance result;
        result.name = std::move(name);
        result.opened = m_steps[begin].opened;
        result.closed = m_steps[end - 1].closed;
        result.openingValue = m_input.values[begin].value;
        result.closingValue = m_input.values[end].value;
        for (const auto& flow : flowsWithin(m_input.external, result.opened, result.closed))
            result.netFlow += flow.amount;
        for (const auto& fee : flowsWithin(m_input.fees, result.opened, result.closed))
            result.fees += std::fabs(fee.amount);
        double net = 1;
        double gross = 1;
        for (std::size_t i = begin; i < end; ++i) {
            net *= 1 + m_steps[i].net;
            gross *= 1 + m_steps[i].gross;
        }
        result.net = returns(result, m_input.external, net - 1);
        result.gross = returns(result, m_gross, gross - 1);
        result.benchmark = benchmark(result.opened, result.closed);
        const int days = result.closed - result.opened;
        if (days >= 365) { // GIPS: less than a year is not annualised
            const auto aYear = [&](double rate) { return annualisedByDays(rate, days, m_options.daysAYear); };
            result.twrNetAnnualised = aYear(net - 1);
            result.twrGrossAnnualised = aYear(gross - 1);
            if (result.benchmark)
                result.benchmarkAnnualised = aYear(*result.benchmark);
            if (result.net.moneyWeighted)
                result.moneyWeightedAnnualised = aYear(*result.net.moneyWeighted);
        }
        return result;
    }

    Returns returns(const PeriodPerformance& of, const std::vector<DatedFlow>& flows, double timeWeighted) const
    {
        Returns result;
        result.timeWeighted = timeWeighted;
        const int days = of.closed - of.opened;
        double total = 0;
        double weighted = 0;
        std::vector<DatedFlow> investor{{of.opened, -of.openingValue}};
        for (const auto& flow : flowsWithin(flows, of.opened, of.closed)) {
            total += flow.amount;
            weighted += flow.amount * atWork(flow.date - of.opened, days, m_options.timing);
            const Date day = m_options.timing == FlowTime::Start ? flow.date - 1 : flow.date;
            investor.push_back({day, -flow.amount});
        }
        investor.push_back({of.closed, of.closingValue});
        const double gain = of.closingValue - of.openingValue - total;
        if (of.openingValue + weighted > 0)
            result.modifiedDietz = gain / (of.openingValue + weighted);
        if (of.openingValue + total / 2 > 0)
            result.simpleDietz = gain / (of.openingValue + total / 2);
        if (const auto solved = xirr(investor, 0.0, days))
            result.moneyWeighted = solved->rate;
        return result;
    }

    std::optional<double> benchmark(Date opened, Date closed) const
    {
        const auto level = [&](Date day) -> std::optional<double> {
            const auto after = std::upper_bound(m_input.benchmark.begin(), m_input.benchmark.end(), day, [](Date at, const DatedValue& value) { return at < value.date; });
            if (after == m_input.benchmark.begin())
                return std::nullopt;
            return (after - 1)->value;
        };
        const auto from = level(opened);
        const auto to = level(closed);
        if (!from || !to || !(*from > 0))
            return std::nullopt;
        return *to / *from - 1;
    }

    const PerformanceInput& m_input;
    const PerformanceOptions& m_options;
    std::vector<DatedFlow> m_gross;
    std::vector<Step> m_steps;
    PerformanceReport m_report;
};

} // namespace

Result<PerformanceReport> performance(PerformanceInput input, const PerformanceOptions& options)
{
    const auto earlier = [](const auto& a, const auto& b) { return a.date < b.date; };
    for (auto* flows : {&input.external, &input.fees}) {
        for (const auto& flow : *flows)
            if (!std::isfinite(flow.amount))
                return invalid("performance.xirr-not-finite", flow.date.text());
        std::stable_sort(flows->begin(), flows->end(), earlier);
    }
    std::stable_sort(input.benchmark.begin(), input.benchmark.end(), earlier);
    if (options.startsEmpty && !input.values.empty())
        input.values.insert(input.values.begin(), {input.values.front().date - 1, 0.0});
    if (input.values.size() < 2)
        return invalid("performance.values", "at least two valuations are needed");
    for (std::size_t i = 0; i < input.values.size(); ++i) {
        if (!std::isfinite(input.values[i].value))
            return invalid("performance.values", input.values[i].date.text() + " has no value");
        if (i > 0 && !(input.values[i - 1].date < input.values[i].date))
            return invalid("performance.values", input.values[i].date.text() + " does not follow " + input.values[i - 1].date.text());
    }
    PerformanceOptions used = options;
    if (options.valuesBeforeFlows) {
        // A value before the day's flow is one after it, less the flow; the flow then joins at the end of the day.
        for (auto& value : input.values)
            for (const auto& flow : flowsWithin(input.external, value.date - 1, value.date))
                value.value += flow.amount;
        used.timing = FlowTime::End;
    }
    return Calculation(input, used).run();
}

} // namespace rialto::analytics
