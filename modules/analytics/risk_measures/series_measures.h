// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of one series of periodic returns (fractions, one a period, no gaps). Definitions and names follow C. Bacon,
// Practical Portfolio Performance Measurement and Attribution (2nd ed. 2008), as the R package PerformanceAnalytics computes
// them, so that its tables can be compared. Undefined figures (no loss to divide by, too few values) are not a number.
// Pure; any thread.
#pragma once

#include "analytics/performance/drawdown.h"

#include <span>
#include <vector>

namespace rialto::analytics {

/// Where a mean over the returns on one side of a threshold is taken: over all returns, or over those on that side.
enum class Side { Full, Subset };

/// sqrt of the mean of (mar - r)^2 over r < mar.
double downsideDeviation(std::span<const double> returns, double mar, Side side = Side::Full);
/// Mean of mar - r over r < mar, and of r - mar over r > mar, both over all returns.
double downsidePotential(std::span<const double> returns, double mar);
double upsidePotential(std::span<const double> returns, double mar);
double upsideDeviation(std::span<const double> returns, double mar, Side side = Side::Full);
/// Downside deviation below the mean.
double semiDeviation(std::span<const double> returns);
double downsideFrequency(std::span<const double> returns, double mar);
double upsideFrequency(std::span<const double> returns, double mar);

double omega(std::span<const double> returns, double threshold);
/// Mean gain over mar against the downside deviation; the side applies to both.
double upsidePotentialRatio(std::span<const double> returns, double mar, Side side = Side::Subset);
double kappa(std::span<const double> returns, double mar, double order);
double bernardoLedoit(std::span<const double> returns);
double dRatio(std::span<const double> returns);
/// (sum of gains + 2.25 sum of losses - mar) / (n x downside deviation).
double prospectRatio(std::span<const double> returns, double mar);
double hurstIndex(std::span<const double> returns);
double meanAbsoluteDeviation(std::span<const double> returns);
/// Mean beyond the upper quantile over mean beyond the lower.
double rachevRatio(std::span<const double> returns, double lower = 0.1, double upper = 0.1);
/// Ljung-Box Q over the first lags.
double ljungBox(std::span<const double> returns, int lags);

/// Fall below the high so far, one a return, <= 0.
std::vector<double> drawdownPath(std::span<const double> returns);
double ulcerIndex(std::span<const double> returns);
double painIndex(std::span<const double> returns);
/// sqrt of the sum of squared losses of each run of negative returns. A run's loss is ((product of 1 + r/100) - 1) x 100, and
/// the first return starts none: that is how the published table computes it.
double burkeDenominator(std::span<const double> returns);

/// Of the drawdowns, as PerformanceAnalytics counts: the length of one that has not ended goes one beyond the last point.
struct DrawdownAverages {
    double depth = 0;      // positive
    double length = 0;
    double recovery = 0;
    double deviation = 0;  // sqrt of the sum of squared depths over the number of returns
};
int countedLength(const Drawdown& drawdown);
DrawdownAverages drawdownAverages(std::span<const Drawdown> drawdowns, std::size_t returns);

} // namespace rialto::analytics
