// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/risk_measures/benchmark_measures.h"

#include "analytics/performance/annualisation.h"
#include "analytics/risk_measures/series_measures.h"
#include "numerics/statistics.h"

#include <cmath>
#include <vector>

namespace rialto::analytics {
namespace {

double slopeWhere(std::span<const double> y, std::span<const double> x, int sign)
{
    std::vector<double> ys;
    std::vector<double> xs;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (sign * x[i] > 0) {
            ys.push_back(y[i]);
            xs.push_back(x[i]);
        }
    return numerics::regression(ys, xs).slope;
}

double compoundedWhere(std::span<const double> chosen, std::span<const double> benchmark, bool up)
{
    double product = 1;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if ((benchmark[i] > 0) == up)
            product *= 1 + chosen[i];
    return product - 1;
}

} // namespace

BenchmarkMeasures benchmarkMeasures(std::span<const double> returns, std::span<const double> benchmark, const BenchmarkOptions& options)
{
    BenchmarkMeasures m;
    const std::size_t n = returns.size();
    const double rf = options.riskFree;
    const double scale = options.periodsAYear;
    const double root = std::sqrt(scale);
    std::vector<double> excess(n);
    std::vector<double> benchmarkExcess(n);
    std::vector<double> active(n);
    for (std::size_t i = 0; i < n; ++i) {
        excess[i] = returns[i] - rf;
        benchmarkExcess[i] = benchmark[i] - rf;
        active[i] = returns[i] - benchmark[i];
    }
    const auto line = numerics::regression(excess, benchmarkExcess);
    m.alpha = line.intercept;
    m.beta = line.slope;
    m.alphaAnnualised = std::pow(1 + m.alpha, scale) - 1;
    m.betaBull = slopeWhere(excess, benchmarkExcess, 1);
    m.betaBear = slopeWhere(excess, benchmarkExcess, -1);
    m.timing = m.betaBull / m.betaBear;
    m.correlation = numerics::correlation(returns, benchmark);
    const double excessCorrelation = numerics::correlation(excess, benchmarkExcess);
    m.rSquared = excessCorrelation * excessCorrelation;

    const double rateFor = annualisedGeometric(returns, scale);
    const double rateBenchmark = annualisedGeometric(benchmark, scale);
    const double rfYear = std::pow(1 + rf, scale) - 1;
    const double rfMixed = options.mix == RatesMix::Compounded ? rfYear : rf;
    m.jensenAlpha = rateFor - rfYear - m.beta * (rateBenchmark - rfYear);
    m.epsilon = rfMixed + rateFor - m.alpha - (rateBenchmark - rfMixed) * m.beta;

    std::vector<double> rest(n);
    for (std::size_t i = 0; i < n; ++i)
        rest[i] = returns[i] - benchmark[i] * m.beta - m.alpha;
    m.specificRisk = numerics::deviation(rest, 0) * root;
    m.systematicRisk = m.beta * numerics::deviation(benchmarkExcess, 1) * root;
    m.totalRisk = std::sqrt(m.systematicRisk * m.systematicRisk + m.specificRisk * m.specificRisk);
    const double excessYear = annualisedGeometric(excess, scale);
    m.treynor = excessYear / m.beta;
    m.modifiedTreynor = excessYear / m.systematicRisk;
    m.appraisal = m.jensenAlpha / m.specificRisk;
    m.modifiedJensen = m.jensenAlpha / m.beta;
    m.alternativeJensen = m.jensenAlpha / m.systematicRisk;

    m.trackingError = numerics::deviation(active, 1) * root;
    m.activePremium = rateFor - rateBenchmark;
    m.informationRatio = m.activePremium / m.trackingError;
    m.annualisedExcessGeometric = (1 + rateFor) / (1 + rateBenchmark) - 1;
    m.annualisedExcessArithmetic = m.activePremium;

    const double sigma = numerics::deviation(returns, 0) * root;
    const double sigmaBenchmark = numerics::deviation(benchmark, 0) * root;
    m.mSquared = (rateFor - rfMixed) * sigmaBenchmark / sigma + rfMixed;
    m.mSquaredExcessGeometric = (1 + m.mSquared) / (1 + rateBenchmark) - 1;
    m.mSquaredExcessArithmetic = m.mSquared - rateBenchmark;
    const double down = downsideDeviation(returns, options.mar);
    const double downBenchmark = downsideDeviation(benchmark, options.mar);
    m.mSquaredSortino = rateFor + (numerics::mean(returns) - options.mar) / down * (downBenchmark - down) * root;
    m.modigliani = numerics::mean(excess) / numerics::deviation(excess, 1) * numerics::deviation(benchmark, 1) + rf;
    m.famaBeta = sigma / sigmaBenchmark;
    m.selectivity = m.jensenAlpha;
    m.netSelectivity = m.selectivity - (m.famaBeta - m.beta) * (rateBenchmark - rfMixed);
    m.omegaExcess = rateFor - 3 * down * root * downBenchmark * root;

    m.capture.up = compoundedWhere(returns, benchmark, true) / compoundedWhere(benchmark, benchmark, true);
    m.capture.down = compoundedWhere(returns, benchmark, false) / compoundedWhere(benchmark, benchmark, false);
    double ups = 0, downs = 0, sameUp = 0, sameDown = 0, beatUp = 0, beatDown = 0, beat = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const bool better = returns[i] > benchmark[i];
        beat += better;
        if (benchmark[i] > 0) {
            ++ups;
            sameUp += returns[i] > 0;
            beatUp += better;
        } else if (benchmark[i] < 0) {
            ++downs;
            sameDown += returns[i] < 0;
            beatDown += better;
        }
    }
    m.number = {sameUp / ups, sameDown / downs};
    m.percent = {beatUp / ups, beatDown / downs};
    m.battingAverage = beat / static_cast<double>(n);

    const double centre = numerics::mean(returns);
    const double benchmarkCentre = numerics::mean(benchmark);
    double third = 0;
    double fourth = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double b = benchmark[i] - benchmarkCentre;
        third += (returns[i] - centre) * b * b / static_cast<double>(n);
        fourth += (returns[i] - centre) * b * b * b / static_cast<double>(n);
    }
    m.coSkewness = third;
    m.coKurtosis = fourth;
    m.betaCovariance = numerics::covariance(returns, benchmark) / numerics::variance(benchmark);
    m.betaCoSkewness = third / numerics::centralMoment(benchmark, 3);
    m.betaCoKurtosis = fourth / numerics::centralMoment(benchmark, 4);
    return m;
}

} // namespace rialto::analytics
