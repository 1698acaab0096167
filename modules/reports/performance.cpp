// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/performance.h"

#include "analytics/performance/annualisation.h"
#include "analytics/performance/drawdown.h"
#include "analytics/performance/xirr.h"

namespace rialto::reports {

double inMajorUnits(const Money& money)
{
    return static_cast<double>(money.minor()) / static_cast<double>(money.currency().minorPerMajor());
}

std::vector<analytics::DatedFlow> datedFlows(const std::vector<ValuePoint>& series)
{
    std::vector<analytics::DatedFlow> flows;
    Money contributed = Money::zero(series.front().value.currency());
    for (const auto& point : series) {
        if (point.netContributions != contributed)
            flows.push_back({point.date, -inMajorUnits(point.netContributions - contributed)});
        contributed = point.netContributions;
    }
    flows.push_back({series.back().date, inMajorUnits(series.back().value)});
    return flows;
}

PerformanceFigures performanceOf(const std::vector<ValuePoint>& series, Date from)
{
    PerformanceFigures figures;
    if (series.empty())
        return figures;
    std::vector<analytics::Valuation> valuations;
    Money contributed = Money::zero(series.front().value.currency());
    bool everHeld = false;
    for (const auto& point : series) {
        const double flow = inMajorUnits(point.netContributions - contributed);
        contributed = point.netContributions;
        valuations.push_back({point.date, inMajorUnits(point.value), flow});
        everHeld = everHeld || flow != 0 || !point.value.isZero();
    }
    figures.inception = series.front().date;
    if (!everHeld)
        return figures;

    const Date to = series.back().date;
    const auto points = analytics::dailyReturns(valuations, analytics::FlowTiming::StartOfDay);
    const double cumulative = points.back().index - 1;
    figures.periodTwr = Rate::of(analytics::totalReturn(points, from, to));
    figures.sinceInceptionTwr = Rate::of(cumulative);
    if (const int days = to - figures.inception; days >= 365)
        figures.sinceInceptionTwrAnnualised = Rate::of(analytics::annualisedByDays(cumulative, days));
    if (const auto irr = analytics::xirr(datedFlows(series)); irr && irr->roots.size() == 1)
        figures.xirr = Rate::of(irr->rate);
    figures.maxDrawdown = Rate{0};
    if (const auto worst = analytics::maxDrawdown(points)) {
        figures.maxDrawdown = Rate::of(worst->depth);
        figures.drawdownPeak = worst->peak;
        figures.drawdownTrough = worst->trough;
    }
    for (const auto& month : analytics::calendarMonths(points))
        if (const auto rate = Rate::of(month.rate))
            figures.months.push_back({month.year, month.month, *rate});
    return figures;
}

} // namespace rialto::reports
