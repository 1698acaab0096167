// SPDX-License-Identifier: GPL-3.0-or-later
// What an optimiser believes: returns from prices, expected returns and covariances from returns. Rows are periods, columns
// assets; not a number is "no price that day". Conventions are those of PyPortfolioOpt (MIT), so that its published weights
// can be compared; each is named. Figures a year = figure a period x `frequency`. Pure; any thread.
// Sources: O. Ledoit and M. Wolf (2003, 2004); Y. Chen et al., Shrinkage Algorithms for MMSE Covariance Estimation (2010).
#pragma once

#include "base/result.h"
#include "numerics/matrix.h"

#include <optional>
#include <span>
#include <vector>

namespace rialto::advice {

using numerics::Matrix;

/// Simple (p1 / p0 - 1) or logarithmic, only between prices that follow each other; rows without any value are left out.
Matrix returnsOfPrices(const Matrix& prices, bool logarithmic);

/// Mean: compounded (geometric) or arithmetic over the values that are there. Exponential: weights (1 - 2/(span+1))^age.
/// Capm: rf + beta (market - rf); the market is given or the mean of the assets.
enum class ReturnModel { Mean, Exponential, Capm };
struct ReturnOptions {
    ReturnModel model = ReturnModel::Mean;
    bool compounding = true;
    double frequency = 252;
    double span = 500;
    double riskFree = 0;                       // a year, for Capm
    std::span<const double> market = {};       // returns, as many as rows; empty: mean of the assets
};
std::vector<double> expectedReturns(const Matrix& returns, const ReturnOptions& options);

/// Sample: n-1 over the days both have. Exponential: span 180. Semi: below `benchmark`, over n. The shrinkages set missing
/// returns to zero, as PyPortfolioOpt does.
enum class CovarianceModel { Sample, Exponential, Semi, LedoitWolfConstantVariance, LedoitWolfConstantCorrelation, LedoitWolfSingleFactor, OracleApproximating };
struct CovarianceOptions {
    CovarianceModel model = CovarianceModel::Sample;
    double frequency = 252;
    double span = 180;
    double benchmark = 0.000079;   // a period
};
struct CovarianceEstimate {
    Matrix matrix;                     // a year, semidefinite
    std::optional<double> shrinkage;   // intensity towards the target
};
/// Errors: advice.too-short (fewer than two returns of a pair).
Result<CovarianceEstimate> covariance(const Matrix& returns, const CovarianceOptions& options);

Matrix correlationOf(const Matrix& covariance);
/// Of each pair over the days both have, deviations included (what hierarchical trees are grown from).
Matrix pairCorrelation(const Matrix& returns);

} // namespace rialto::advice
