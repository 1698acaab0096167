// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/risk_measures/value_at_risk.h"

#include "base/rng.h"
#include "numerics/normal_distribution.h"
#include "numerics/statistics.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {
namespace {

struct ModifiedShape {
    double h = 0;         // the quantile after Cornish and Fisher
    double shortfall = 0; // mean beyond it, in deviations, positive
};

ModifiedShape modifiedShape(double alpha, double skew, double excess)
{
    const double z = numerics::normalQuantile(alpha);
    ModifiedShape shape;
    shape.h = z + (z * z - 1) * skew / 6 + (z * z * z - 3 * z) * excess / 24 - (2 * z * z * z - 5 * z) * skew * skew / 36;
    const double h = shape.h;
    const double h2 = h * h;
    const double h4 = h2 * h2;
    shape.shortfall = numerics::normalDensity(h) / alpha
        * (1 + h2 * h * skew / 6 + (h4 * h2 - 9 * h4 + 9 * h2 + 3) * skew * skew / 72 + (h4 - 2 * h2 - 1) * excess / 24);
    return shape;
}

RiskParts partsOf(double total, std::vector<double> marginal, std::span<const double> weights)
{
    RiskParts parts{total, std::move(marginal), {}, {}};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts.contribution.push_back(weights[i] * parts.marginal[i]);
        parts.share.push_back(parts.contribution[i] / total);
    }
    return parts;
}

double tailMean(std::span<const double> values, double limit, double otherwise)
{
    double sum = 0;
    int count = 0;
    for (const double each : values)
        if (each < limit) {
            sum += each;
            ++count;
        }
    return count == 0 ? otherwise : sum / count;
}

} // namespace

TailRisk historicalTail(std::span<const double> returns, double level, int quantileType)
{
    const double limit = numerics::quantile(returns, 1 - level, quantileType);
    return {limit, tailMean(returns, limit, limit)};
}

TailRisk gaussianTail(std::span<const double> returns, double level, int ddof)
{
    const double centre = numerics::mean(returns);
    const double deviation = numerics::deviation(returns, ddof);
    const double z = numerics::normalQuantile(1 - level);
    return {centre + z * deviation, centre - deviation * numerics::normalDensity(z) / (1 - level)};
}

TailRisk modifiedTail(std::span<const double> returns, double level, bool operational)
{
    const double centre = numerics::mean(returns);
    const double deviation = numerics::deviation(returns, 0);
    const ModifiedShape shape = modifiedShape(1 - level, numerics::skewness(returns), numerics::kurtosis(returns));
    const double modifiedBeyond = operational ? std::min(-shape.shortfall, shape.h) : -shape.shortfall;
    return {centre + shape.h * deviation, centre + modifiedBeyond * deviation};
}

TailRisk monteCarloTail(std::span<const double> returns, double level, int draws, std::uint64_t seed)
{
    const double centre = numerics::mean(returns);
    const double deviation = numerics::deviation(returns, 1);
    Rng rng(seed);
    std::vector<double> drawn;
    drawn.reserve(static_cast<std::size_t>(draws));
    for (int i = 0; i < draws; ++i) {
        const double uniform = (static_cast<double>(rng.next() >> 11) + 0.5) * 0x1p-53;
        drawn.push_back(centre + deviation * numerics::normalQuantile(uniform));
    }
    return historicalTail(drawn, level);
}

TailRisk filteredTail(std::span<const double> returns, double level, double lambda, int quantileType)
{
    double square = 0;
    for (const double each : returns)
        square += each * each;
    double now = square / static_cast<double>(returns.size());
    std::vector<double> scaled;
    scaled.reserve(returns.size());
    for (const double each : returns) {
        scaled.push_back(now > 0 ? each / std::sqrt(now) : 0.0);
        now = lambda * now + (1 - lambda) * each * each;
    }
    const TailRisk tail = historicalTail(scaled, level, quantileType);
    return {tail.valueAtRisk * std::sqrt(now), tail.shortfall * std::sqrt(now)};
}

PortfolioTail portfolioTail(const std::vector<std::vector<double>>& columns, std::span<const double> weights, double level, int ddof)
{
    const std::size_t n = columns.size();
    const std::size_t periods = columns.empty() ? 0 : columns[0].size();
    const double alpha = 1 - level;
    std::vector<double> mu(n);
    for (std::size_t i = 0; i < n; ++i)
        mu[i] = numerics::mean(columns[i]);
    std::vector<double> portfolio(periods, 0.0);
    double location = 0;
    for (std::size_t i = 0; i < n; ++i) {
        location += weights[i] * mu[i];
        for (std::size_t t = 0; t < periods; ++t)
            portfolio[t] += weights[i] * columns[i][t];
    }
    // Moments of the portfolio and their derivatives by the weights: E[x_p^k] has the derivative k E[x_i x_p^(k-1)].
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    std::vector<double> d2(n, 0.0);
    std::vector<double> d3(n, 0.0);
    std::vector<double> d4(n, 0.0);
    const auto count = static_cast<double>(periods);
    for (std::size_t t = 0; t < periods; ++t) {
        const double x = portfolio[t] - location;
        m2 += x * x / (count - ddof);
        m3 += x * x * x / count;
        m4 += x * x * x * x / count;
        for (std::size_t i = 0; i < n; ++i) {
            const double own = columns[i][t] - mu[i];
            d2[i] += 2 * own * x / (count - ddof);
            d3[i] += 3 * own * x * x / count;
            d4[i] += 4 * own * x * x * x / count;
        }
    }
    const double deviation = std::sqrt(m2);
    const double z = numerics::normalQuantile(alpha);
    const double gaussBeyond = numerics::normalDensity(z) / alpha;
    const double skew = m3 / (m2 * deviation);
    const double excess = m4 / (m2 * m2) - 3;
    const ModifiedShape shape = modifiedShape(alpha, skew, excess);
    const double h = shape.h;
    const double density = numerics::normalDensity(h) / alpha;
    const bool bounded = -shape.shortfall > h;
    std::vector<double> sd(n), gaussVar(n), gaussEs(n), modVar(n), modEs(n), historical(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        sd[i] = d2[i] / (2 * deviation);
        gaussVar[i] = mu[i] + z * sd[i];
        gaussEs[i] = mu[i] - gaussBeyond * sd[i];
        const double dSkew = (2 * m2 * deviation * d3[i] - 3 * m3 * deviation * d2[i]) / (2 * m2 * m2 * m2);
        const double dExcess = (m2 * d4[i] - 2 * m4 * d2[i]) / (m2 * m2 * m2);
        const double dh = (z * z - 1) * dSkew / 6 + (z * z * z - 3 * z) * dExcess / 24 - (2 * z * z * z - 5 * z) * skew * dSkew / 18;
        modVar[i] = mu[i] + h * sd[i] + deviation * dh;
        const double h2 = h * h;
        const double h4 = h2 * h2;
        const double dShortfall = -h * dh * shape.shortfall
            + density * (dh * (h2 * skew / 2 + (6 * h4 * h - 36 * h2 * h + 18 * h) * skew * skew / 72 + (4 * h2 * h - 4 * h) * excess / 24) + h2 * h * dSkew / 6
                  + (h4 * h2 - 9 * h4 + 9 * h2 + 3) * skew * dSkew / 36 + (h4 - 2 * h2 - 1) * dExcess / 24);
        modEs[i] = bounded ? modVar[i] : mu[i] - shape.shortfall * sd[i] - deviation * dShortfall;
    }
    const double limit = numerics::quantile(portfolio, alpha);
    int days = 0;
    for (std::size_t t = 0; t < periods; ++t)
        if (portfolio[t] <= limit) {
            ++days;
            for (std::size_t i = 0; i < n; ++i)
                historical[i] += columns[i][t];
        }
    double historicalTotal = 0;
    for (std::size_t i = 0; i < n; ++i) {
        historical[i] /= days > 0 ? days : 1;
        historicalTotal += weights[i] * historical[i];
    }
    PortfolioTail tail;
    tail.deviation = partsOf(deviation, sd, weights);
    tail.gaussianValueAtRisk = partsOf(location + z * deviation, gaussVar, weights);
    tail.gaussianShortfall = partsOf(location - gaussBeyond * deviation, gaussEs, weights);
    tail.modifiedValueAtRisk = partsOf(location + h * deviation, modVar, weights);
    tail.modifiedShortfall = partsOf(location - (bounded ? -h : shape.shortfall) * deviation, modEs, weights);
    tail.historicalShortfall = partsOf(historicalTotal, historical, weights);
    return tail;
}

} // namespace rialto::analytics
