// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of a series of returns against a benchmark, period by period (both of one length, no gaps). After C. Bacon (2nd ed.
// 2008) and the R package PerformanceAnalytics. The riskless rate is one a period. Where the published table mixes it with
// rates a year as it stands (M squared, epsilon, net selectivity) that is `RatesMix::AsGiven`; Compounded first makes it a
// rate a year. Pure; any thread.
#pragma once

#include <span>

namespace rialto::analytics {

enum class RatesMix { AsGiven, Compounded };

struct BenchmarkOptions {
    double riskFree = 0;        // a period
    double periodsAYear = 12;
    double mar = 0;             // a period
    RatesMix mix = RatesMix::AsGiven;
};

struct Capture {
    double up = 0;
    double down = 0;
};

struct BenchmarkMeasures {
    double alpha = 0, alphaAnnualised = 0, beta = 0, betaBull = 0, betaBear = 0, timing = 0;
    double correlation = 0, rSquared = 0, jensenAlpha = 0, epsilon = 0;
    double treynor = 0, modifiedTreynor = 0, appraisal = 0, modifiedJensen = 0, alternativeJensen = 0;
    double systematicRisk = 0, specificRisk = 0, totalRisk = 0;
    double trackingError = 0, activePremium = 0, informationRatio = 0, annualisedExcessGeometric = 0, annualisedExcessArithmetic = 0;
    double mSquared = 0, mSquaredExcessGeometric = 0, mSquaredExcessArithmetic = 0, mSquaredSortino = 0, modigliani = 0;
    double famaBeta = 0, selectivity = 0, netSelectivity = 0, omegaExcess = 0;
    Capture capture;            // of compounded returns where the benchmark is > 0, <= 0
    Capture number;             // part of those periods with the same sign
    Capture percent;            // part of those periods in which the benchmark was beaten
    double battingAverage = 0;  // part of all periods in which it was beaten
    double coSkewness = 0, coKurtosis = 0; // with the benchmark twice, three times
    double betaCovariance = 0, betaCoSkewness = 0, betaCoKurtosis = 0; // the co-moments over the benchmark's own
};

BenchmarkMeasures benchmarkMeasures(std::span<const double> returns, std::span<const double> benchmark, const BenchmarkOptions& options);

} // namespace rialto::analytics
