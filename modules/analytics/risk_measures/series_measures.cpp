// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/risk_measures/series_measures.h"

#include "numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::analytics {
namespace {

struct Beyond {
    double sum = 0;
    double squares = 0;
    int count = 0;
};

/// sign +1: returns above the threshold; -1: below.
Beyond beyond(std::span<const double> returns, double threshold, int sign)
{
    Beyond result;
    for (const double each : returns)
        if (const double distance = sign * (each - threshold); distance > 0) {
            result.sum += distance;
            result.squares += distance * distance;
            ++result.count;
        }
    return result;
}

double divisor(std::span<const double> returns, const Beyond& part, Side side) { return side == Side::Full ? static_cast<double>(returns.size()) : part.count; }

} // namespace

double downsideDeviation(std::span<const double> returns, double mar, Side side)
{
    const Beyond part = beyond(returns, mar, -1);
    return std::sqrt(part.squares / divisor(returns, part, side));
}

double upsideDeviation(std::span<const double> returns, double mar, Side side)
{
    const Beyond part = beyond(returns, mar, 1);
    return std::sqrt(part.squares / divisor(returns, part, side));
}

double downsidePotential(std::span<const double> returns, double mar) { return beyond(returns, mar, -1).sum / static_cast<double>(returns.size()); }

double upsidePotential(std::span<const double> returns, double mar) { return beyond(returns, mar, 1).sum / static_cast<double>(returns.size()); }

double semiDeviation(std::span<const double> returns) { return downsideDeviation(returns, numerics::mean(returns)); }

double downsideFrequency(std::span<const double> returns, double mar) { return beyond(returns, mar, -1).count / static_cast<double>(returns.size()); }

double upsideFrequency(std::span<const double> returns, double mar) { return beyond(returns, mar, 1).count / static_cast<double>(returns.size()); }

double omega(std::span<const double> returns, double threshold) { return beyond(returns, threshold, 1).sum / beyond(returns, threshold, -1).sum; }

double upsidePotentialRatio(std::span<const double> returns, double mar, Side side)
{
    const Beyond part = beyond(returns, mar, 1);
    return part.sum / divisor(returns, part, side) / downsideDeviation(returns, mar, side);
}

double kappa(std::span<const double> returns, double mar, double order)
{
    double sum = 0;
    for (const double each : returns)
        if (each < mar)
            sum += std::pow(mar - each, order);
    return (numerics::mean(returns) - mar) / std::pow(sum / static_cast<double>(returns.size()), 1 / order);
}

double bernardoLedoit(std::span<const double> returns) { return omega(returns, 0); }

double dRatio(std::span<const double> returns)
{
    const Beyond down = beyond(returns, 0, -1);
    const Beyond up = beyond(returns, 0, 1);
    return down.count * down.sum / (up.count * up.sum);
}

double prospectRatio(std::span<const double> returns, double mar)
{
    return (beyond(returns, 0, 1).sum - 2.25 * beyond(returns, 0, -1).sum - mar) / (downsideDeviation(returns, mar) * static_cast<double>(returns.size()));
}

double hurstIndex(std::span<const double> returns)
{
    const double centre = numerics::mean(returns);
    double at = 0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double each : returns) {
        at += each - centre;
        low = std::min(low, at);
        high = std::max(high, at);
    }
    return std::log((high - low) / numerics::deviation(returns, 1)) / std::log(static_cast<double>(returns.size()));
}

double meanAbsoluteDeviation(std::span<const double> returns)
{
    const double centre = numerics::mean(returns);
    double sum = 0;
    for (const double each : returns)
        sum += std::fabs(each - centre);
    return sum / static_cast<double>(returns.size());
}

double rachevRatio(std::span<const double> returns, double lower, double upper)
{
    std::vector<double> sorted(returns.begin(), returns.end());
    std::sort(sorted.begin(), sorted.end());
    const auto place = static_cast<std::size_t>(std::floor((1 - upper) * static_cast<double>(sorted.size())));
    if (place == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double highLimit = sorted[place - 1];
    const double lowLimit = numerics::quantileSorted(sorted, lower);
    std::vector<double> high;
    std::vector<double> low;
    for (const double each : sorted) {
        if (each >= highLimit)
            high.push_back(each);
        if (each <= lowLimit)
            low.push_back(each);
    }
    return numerics::mean(high) / -numerics::mean(low);
}

double ljungBox(std::span<const double> returns, int lags)
{
    const auto n = static_cast<double>(returns.size());
    double sum = 0;
    for (int k = 1; k <= lags; ++k) {
        const double rho = numerics::autocorrelation(returns, k);
        sum += rho * rho / (n - k);
    }
    return n * (n + 2) * sum;
}

std::vector<double> drawdownPath(std::span<const double> returns)
{
    std::vector<double> path;
    path.reserve(returns.size());
    double below = 1; // the index over its high
    for (const double each : returns) {
        below = std::min(1.0, below * (1 + each));
        path.push_back(below - 1);
    }
    return path;
}

double ulcerIndex(std::span<const double> returns)
{
    double squares = 0;
    for (const double each : drawdownPath(returns))
        squares += each * each;
    return std::sqrt(squares / static_cast<double>(returns.size()));
}

double painIndex(std::span<const double> returns)
{
    double sum = 0;
    for (const double each : drawdownPath(returns))
        sum -= each;
    return sum / static_cast<double>(returns.size());
}

double burkeDenominator(std::span<const double> returns)
{
    double squares = 0;
    double product = 1;
    const auto close = [&] {
        squares += (product - 1) * 100 * ((product - 1) * 100);
        product = 1;
    };
    for (std::size_t i = 1; i < returns.size(); ++i) {
        if (returns[i] < 0)
            product *= 1 + returns[i] * 0.01;
        else
            close();
    }
    close();
    return std::sqrt(squares);
}

int countedLength(const Drawdown& drawdown) { return drawdown.length + (drawdown.recovered ? 0 : 1); }

DrawdownAverages drawdownAverages(std::span<const Drawdown> drawdowns, std::size_t returns)
{
    DrawdownAverages averages;
    if (drawdowns.empty())
        return averages;
    double squares = 0;
    for (const auto& each : drawdowns) {
        averages.depth += each.depth;
        averages.length += countedLength(each);
        averages.recovery += countedLength(each) - each.toTrough;
        squares += each.depth * each.depth;
    }
    const auto count = static_cast<double>(drawdowns.size());
    averages.depth /= count;
    averages.length /= count;
    averages.recovery /= count;
    averages.deviation = std::sqrt(squares / static_cast<double>(returns));
    return averages;
}

} // namespace rialto::analytics
