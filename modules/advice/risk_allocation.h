// SPDX-License-Identifier: GPL-3.0-or-later
// Allocations that look at risk alone. Pure; any thread.
//   riskParity   every asset gives its share of the variance: minimise x'Sx/2 - sum b ln x by cyclic steps (F. Spinu 2013)
//   hierarchical M. Lopez de Prado, Building Diversified Portfolios that Outperform Out of Sample (2016): single linkage over
//                sqrt((1 - correlation)/2), order of the tree's leaves, bisection by inverse variance
//   leastShortfall minimises the conditional value at risk of the scenarios (R. Rockafellar and S. Uryasev 2000) by cutting
//                planes; the gap between the last plane and the portfolio is told as a residual
#pragma once

#include "advice/optimizer.h"

namespace rialto::advice {

struct RiskParity {
    std::vector<double> weights;
    std::vector<double> shares;     // of the variance; add up to 1
    double worst = 0;               // largest |share - wanted|
    int rounds = 0;
};
/// `budget` adds up to 1; empty: equal. Errors: advice.shape, advice.risk-parity (a variance of zero, no convergence).
Result<RiskParity> riskParity(const Matrix& covariance, std::vector<double> budget = {});

struct Hierarchical {
    std::vector<double> weights;
    std::vector<std::size_t> order; // of the leaves
};
Result<Hierarchical> hierarchical(const Matrix& covariance, const Matrix& correlation);

struct LeastShortfall {
    std::vector<double> weights;
    double shortfall = 0;           // a loss is positive, of a period
    double valueAtRisk = 0;
    double gap = 0;                 // shortfall less the lower bound of the planes
    int planes = 0;
};
/// `scenarios`: returns, a row a period, no gaps. Errors: advice.shape, advice.infeasible.
Result<LeastShortfall> leastShortfall(const Matrix& scenarios, const Constraints& constraints, double level);

struct View {
    std::vector<double> assets;     // one an asset: +1, or +1 and -1 for a difference
    double expected = 0;            // a year
};
struct BlackLitterman {
    std::vector<double> prior;
    std::vector<double> posterior;
    Matrix covariance;              // posterior: S + M
};
/// posterior = pi + tau S P' (P tau S P' + O)^-1 (Q - P pi), O = diag(P tau S P') (F. Black and R. Litterman 1992; default of
/// PyPortfolioOpt, He and Litterman 1999). Errors: advice.shape, advice.views (they contradict each other).
Result<BlackLitterman> blackLitterman(const Matrix& covariance, std::vector<double> prior, const std::vector<View>& views, double tau = 0.05);

} // namespace rialto::advice
