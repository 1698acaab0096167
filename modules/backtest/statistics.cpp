// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/statistics.h"

#include "analytics/performance/annualisation.h"
#include "analytics/risk_measures/series_measures.h"
#include "analytics/risk_measures/value_at_risk.h"
#include "base/rng.h"
#include "numerics/normal_distribution.h"
#include "numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::backtest {

namespace {

constexpr double kDaysAYear = 252;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double a, double b) { return b != 0 ? a / b : kUndefined; }

void addTrips(Figures& out, const std::vector<RoundTrip>& trips)
{
    double gains = 0, losses = 0, bars = 0;
    int wins = 0, losing = 0;
    for (const RoundTrip& trip : trips) {
        if (trip.open)
            continue;
        ++out.trips;
        bars += double(trip.bars);
        const double profit = major(trip.profit);
        wins += profit > 0;
        gains += std::max(0.0, profit);
        losses += std::max(0.0, -profit);
        losing = profit < 0 ? losing + 1 : 0;
        out.longestLosingRun = std::max(out.longestLosingRun, losing);
    }
    const int lost = int(std::count_if(trips.begin(), trips.end(), [](const RoundTrip& trip) { return !trip.open && trip.profit.isNegative(); }));
    out.winRate = ratio(wins, out.trips);
    out.profitFactor = ratio(gains, losses);
    out.averageWin = ratio(gains, wins);
    out.averageLoss = ratio(losses, lost);
    out.expectancy = ratio(gains - losses, out.trips);
    out.averageBars = ratio(bars, out.trips);
}

} // namespace

std::vector<analytics::ReturnPoint> dailyReturns(const BacktestResult& result)
{
    std::vector<analytics::ReturnPoint> points;
    double before = major(result.start), index = 1;
    for (const EquityPoint& day : result.days) {
        const double now = major(day.equity);
        const double rate = before > 0 ? now / before - 1 : 0;
        index *= 1 + rate;
        points.push_back({day.day, rate, index});
        before = now;
    }
    return points;
}

Figures figures(std::span<const analytics::ReturnPoint> points, double riskless)
{
    Figures out;
    out.days = int(points.size());
    if (points.empty())
        return out;
    std::vector<double> rates;
    for (const analytics::ReturnPoint& point : points)
        rates.push_back(point.rate);
    const int span = points.back().date - points.front().date + 1;
    out.years = span / 365.0;
    out.totalReturn = points.back().index / (points.front().index / (1 + points.front().rate)) - 1;
    out.annualReturn = analytics::annualisedByDays(out.totalReturn, span);
    const double daily = std::pow(1 + riskless, 1 / kDaysAYear) - 1;
    const double deviation = numerics::deviation(rates);
    const double excess = numerics::mean(rates) - daily;
    out.volatility = deviation * std::sqrt(kDaysAYear);
    out.sharpe = deviation > 0 ? excess / deviation * std::sqrt(kDaysAYear) : kUndefined;
    const double downside = analytics::downsideDeviation(rates, daily);
    out.sortino = downside > 0 ? excess / downside * std::sqrt(kDaysAYear) : kUndefined;
    const auto deepest = analytics::maxDrawdown(points);
    out.maxDrawdown = deepest ? deepest->depth : 0;
    out.calmar = ratio(out.annualReturn, out.maxDrawdown);
    out.ulcerIndex = analytics::ulcerIndex(rates);
    out.skewness = numerics::skewness(rates);
    out.kurtosis = numerics::kurtosis(rates, numerics::KurtosisKind::Moment);
    const auto tail = analytics::historicalTail(rates, 0.95);
    out.valueAtRisk95 = tail.valueAtRisk;
    out.shortfall95 = tail.shortfall;
    out.bestDay = *std::max_element(rates.begin(), rates.end());
    out.worstDay = *std::min_element(rates.begin(), rates.end());
    out.probabilisticSharpe = deviation > 0 ? probabilisticSharpe(excess / deviation, 0, out.days, out.skewness, out.kurtosis) : kUndefined;
    return out;
}

Figures figures(const BacktestResult& result, double riskless)
{
    Figures out = figures(dailyReturns(result), riskless);
    double equity = 0;
    for (const EquityPoint& day : result.days) {
        out.exposure += day.exposure / double(result.days.size());
        equity += major(day.equity) / double(result.days.size());
    }
    out.turnoverAYear = equity > 0 && out.years > 0 ? major(result.turnover) / equity / out.years : 0;
    addTrips(out, result.trips);
    return out;
}

double probabilisticSharpe(double observed, double benchmark, int count, double skewness, double kurtosis)
{
    const double spread = 1 - skewness * observed + (kurtosis - 1) / 4 * observed * observed;
    if (count < 2 || !(spread > 0))
        return kUndefined;
    return numerics::normalCdf((observed - benchmark) * std::sqrt(double(count) - 1) / std::sqrt(spread));
}

double expectedMaximumSharpe(double varianceOfRatios, int trials)
{
    constexpr double kEulerMascheroni = 0.57721566490153286;
    constexpr double kE = 2.71828182845904524;
    if (trials < 2 || !(varianceOfRatios > 0))
        return 0;
    return std::sqrt(varianceOfRatios)
        * ((1 - kEulerMascheroni) * numerics::normalQuantile(1 - 1.0 / trials) + kEulerMascheroni * numerics::normalQuantile(1 - 1 / (trials * kE)));
}

Resampled resampleTrips(const BacktestResult& result, int draws, std::uint64_t seed)
{
    Resampled out;
    std::vector<double> rates;
    for (const RoundTrip& trip : result.trips)
        if (const double equity = major(trip.equity); !trip.open && equity > 0)
            rates.push_back(std::max(-1.0, major(trip.profit) / equity));
    if (rates.empty() || draws < 1)
        return out;
    Rng rng(seed);
    std::vector<double> ends, falls;
    int lost = 0;
    for (int draw = 0; draw < draws; ++draw) {
        double level = 1, high = 1, fall = 0;
        for (std::size_t i = 0; i < rates.size(); ++i) {
            level *= 1 + rates[rng.below(std::uint32_t(rates.size()))];
            high = std::max(high, level);
            fall = std::max(fall, 1 - level / high);
        }
        ends.push_back(level - 1);
        falls.push_back(fall);
        lost += level < 1;
    }
    std::sort(ends.begin(), ends.end());
    std::sort(falls.begin(), falls.end());
    for (const double p : out.percentiles) {
        out.totalReturn.push_back(numerics::quantileSorted(ends, p));
        out.maxDrawdown.push_back(numerics::quantileSorted(falls, p));
    }
    out.lossProbability = double(lost) / draws;
    return out;
}

} // namespace rialto::backtest
