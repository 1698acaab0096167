// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/portfolio_analysis.h"

#include "analytics/performance/annualisation.h"
#include "analytics/performance/xirr.h"
#include "analytics/risk_measures/series_measures.h"
#include "numerics/statistics.h"
#include "reports/performance.h"

#include <algorithm>
#include <cmath>

namespace rialto {

namespace {

constexpr double kTradingDays = 252;
constexpr int kYear = 365;
constexpr double kTail = 0.05;
constexpr std::size_t kFallsShown = 5;
constexpr std::size_t kFewestDays = 2;

std::optional<double> over(std::optional<double> numerator, std::optional<double> denominator)
{
    if (!numerator || !denominator || *denominator <= 0)
        return std::nullopt;
    return *numerator / *denominator;
}

std::optional<double> moneyWeightedOf(const std::vector<reports::ValuePoint>& series)
{
    const auto rate = analytics::xirr(reports::datedFlows(series));
    return rate && rate->roots.size() == 1 ? std::optional(rate->rate) : std::nullopt;
}

void measure(PortfolioAnalysis& analysis)
{
    std::vector<double> rates;
    for (const auto& point : analysis.points)
        rates.push_back(point.rate);
    analysis.volatility = analytics::annualisedVolatility(rates, kTradingDays);
    analysis.downsideDeviation = analytics::downsideDeviation(rates, 0) * std::sqrt(kTradingDays);
    const double mean = analytics::annualisedArithmetic(rates, kTradingDays);
    analysis.sharpe = over(mean, analysis.volatility);
    analysis.sortino = over(mean, analysis.downsideDeviation);

    analysis.underWater = analytics::drawdownPath(rates);

    const double line = numerics::quantile(rates, kTail);
    double sum = 0;
    int count = 0;
    for (const double rate : rates)
        if (rate <= line) {
            sum += rate;
            ++count;
        }
    analysis.valueAtRisk = line;
    analysis.expectedShortfall = sum / count;
    const auto [worst, best] = std::minmax_element(analysis.points.begin(), analysis.points.end(), [](const auto& a, const auto& b) { return a.rate < b.rate; });
    analysis.worstDay = *worst;
    analysis.bestDay = *best;
}

} // namespace

PortfolioAnalysis analysePortfolio(const std::vector<reports::ValuePoint>& series, Date from)
{
    PortfolioAnalysis analysis;
    if (series.empty())
        return analysis;
    analysis.from = std::max(from, series.front().date);
    analysis.to = series.back().date;
    std::vector<analytics::Valuation> valuations;
    Money contributed = Money::zero(series.front().value.currency());
    double waiting = 0; // a weekend's flow counts on the next day
    for (const auto& point : series) {
        waiting += reports::inMajorUnits(point.netContributions - contributed);
        contributed = point.netContributions;
        if (point.date.isWeekend())
            continue;
        valuations.push_back({point.date, reports::inMajorUnits(point.value), waiting});
        waiting = 0;
    }
    for (const auto& point : analytics::dailyReturns(valuations, analytics::FlowTiming::StartOfDay))
        if (analysis.from <= point.date)
            analysis.points.push_back(point);
    if (analysis.points.size() < kFewestDays)
        return analysis;
    // The index of the period begins at 1.
    double index = 1;
    for (auto& point : analysis.points)
        point.index = index *= 1 + point.rate;
    analysis.totalReturn = index - 1;
    if (const int days = analysis.to - analysis.from; days >= kYear - 1)
        analysis.annualReturn = analytics::annualisedByDays(index - 1, days + 1);
    analysis.moneyWeighted = moneyWeightedOf(series);
    measure(analysis);

    analysis.falls = analytics::drawdowns(analysis.points);
    std::stable_sort(analysis.falls.begin(), analysis.falls.end(), [](const auto& a, const auto& b) { return a.depth > b.depth; });
    if (!analysis.falls.empty())
        analysis.calmar = over(analysis.annualReturn, analysis.falls.front().depth);
    if (analysis.falls.size() > kFallsShown)
        analysis.falls.resize(kFallsShown);
    analysis.months = analytics::calendarMonths(analysis.points);
    const auto gaining = std::count_if(analysis.months.begin(), analysis.months.end(), [](const auto& month) { return month.rate > 0; });
    analysis.gainingMonths = static_cast<double>(gaining) / static_cast<double>(analysis.months.size());
    return analysis;
}

} // namespace rialto
