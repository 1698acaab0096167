// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/return_series.h"

#include "base/check.h"

namespace rialto::analytics {

std::vector<ReturnPoint> dailyReturns(std::span<const Valuation> valuations, FlowTiming timing)
{
    std::vector<ReturnPoint> points;
    points.reserve(valuations.size());
    double before = 0;
    double index = 1;
    for (const auto& day : valuations) {
        RIALTO_CHECK(points.empty() || points.back().date < day.date, "valuations must ascend in date");
        const bool early = timing == FlowTiming::StartOfDay;
        const double capital = early ? before + day.flow : before;
        const double reached = early ? day.value : day.value - day.flow;
        const double rate = capital > 0 ? reached / capital - 1 : 0;
        index *= 1 + rate;
        points.push_back({day.date, rate, index});
        before = day.value;
    }
    return points;
}

double totalReturn(std::span<const ReturnPoint> points, Date from, Date to)
{
    double index = 1;
    for (const auto& point : points)
        if (point.date >= from && point.date <= to)
            index *= 1 + point.rate;
    return index - 1;
}

std::vector<ReturnPoint> indexOf(std::span<const Date> dates, std::span<const double> rates)
{
    RIALTO_CHECK(dates.size() == rates.size(), "one date for each rate");
    std::vector<ReturnPoint> points;
    points.reserve(rates.size());
    double index = 1;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        index *= 1 + rates[i];
        points.push_back({dates[i], rates[i], index});
    }
    return points;
}

std::vector<MonthRate> calendarMonths(std::span<const ReturnPoint> points)
{
    std::vector<MonthRate> months;
    for (const auto& point : points) {
        const int year = point.date.year();
        const unsigned month = point.date.month();
        if (months.empty() || months.back().year != year || months.back().month != month)
            months.push_back({year, month, 0});
        months.back().rate = (1 + months.back().rate) * (1 + point.rate) - 1;
    }
    return months;
}

} // namespace rialto::analytics
