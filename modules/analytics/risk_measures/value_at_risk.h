// SPDX-License-Identifier: GPL-3.0-or-later
// Value at risk and expected shortfall of a series of returns, and how they divide among the parts of a portfolio. Results are
// returns: a loss is negative. `level` is the confidence (0.95). Pure; any thread; random numbers come in as a seed.
// Modified (Cornish-Fisher): P. Zangari (1996), L. Favre and J. Galeano (2002); its shortfall and the contributions after
// K. Boudt, B. Peterson and C. Croux, Estimation and decomposition of downside risk for portfolios with non-normal returns
// (2008); "operational" never lets the shortfall be smaller than the value at risk. Filtered: historical returns over their
// exponentially weighted volatility, scaled to the next period's (G. Barone-Adesi et al. 1999; RiskMetrics 1996).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rialto::analytics {

struct TailRisk {
    double valueAtRisk = 0;
    double shortfall = 0;
};

/// Quantile of the given type (7: linear); the shortfall is the mean of returns strictly below it, or it itself when none is.
TailRisk historicalTail(std::span<const double> returns, double level, int quantileType = 7);
/// Mean and standard deviation with the given ddof (0 as PerformanceAnalytics does).
TailRisk gaussianTail(std::span<const double> returns, double level, int ddof = 0);
TailRisk modifiedTail(std::span<const double> returns, double level, bool operational = true);
/// Normal draws with the sample's mean and n-1 deviation.
TailRisk monteCarloTail(std::span<const double> returns, double level, int draws, std::uint64_t seed);
/// sigma^2 of the next period = lambda sigma^2 + (1 - lambda) r^2, from the mean square of all returns.
TailRisk filteredTail(std::span<const double> returns, double level, double lambda = 0.94, int quantileType = 7);

/// Contributions add up to `total`; marginal is the derivative by the weight.
struct RiskParts {
    double total = 0;
    std::vector<double> marginal;
    std::vector<double> contribution;
    std::vector<double> share;
};
struct PortfolioTail {
    RiskParts deviation;          // positive
    RiskParts gaussianValueAtRisk, gaussianShortfall;
    RiskParts modifiedValueAtRisk, modifiedShortfall;
    RiskParts historicalShortfall; // mean weighted return of each part where the portfolio is at or below its quantile
};
/// columns[asset][time], no gaps, all of one length; covariance over n - ddof, third and fourth moments over n.
PortfolioTail portfolioTail(const std::vector<std::vector<double>>& columns, std::span<const double> weights, double level, int ddof = 1);

} // namespace rialto::analytics
