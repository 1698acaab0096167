// SPDX-License-Identifier: GPL-3.0-or-later
// Portfolio optimisers of mean and variance: minimum variance, maximum Sharpe ratio, quadratic utility, a target of return or
// risk, and the frontier between. Each is a convex quadratic program (numerics/quadratic_program.h) whose optimality residuals
// come back with the weights. Weights add up to 1. Pure; any thread. Sources: H. Markowitz (1952); G. Cornuejols and R. Tutuncu,
// Optimization Methods in Finance (2006), 8.2 (maximum Sharpe ratio made convex).
// Errors: advice.shape, advice.infeasible (constraints leave nothing, a target out of reach), those of numerics.qp-*.
#pragma once

#include "base/result.h"
#include "numerics/matrix.h"
#include "numerics/quadratic_program.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::advice {

using numerics::Matrix;

struct GroupLimit {
    std::string name;
    std::vector<std::size_t> assets;
    double low = -1e300;   // beyond +-1e100: no limit
    double high = 1e300;
};

struct Constraints {
    std::vector<double> low;      // one an asset; empty: 0
    std::vector<double> high;     // empty: 1
    std::vector<GroupLimit> groups;
    std::optional<double> turnover;          // sum of |w - current| at most
    std::vector<double> current;             // weights held now
    std::optional<std::size_t> cardinality;  // at most so many weights above 1e-4; by a heuristic, see below
};

enum class Objective { MinVariance, MaxSharpe, Utility, TargetReturn, TargetVolatility };

struct Problem {
    std::vector<double> expected;   // a year
    Matrix covariance;              // a year, semidefinite
    Constraints constraints;
    double riskFree = 0;            // a year
    double riskAversion = 1;        // Utility: maximise mu'w - aversion/2 w'Sw
    double target = 0;
    double ridge = 0;               // added: ridge x w'w (not with MaxSharpe)
};

struct Allocation {
    std::vector<double> weights;
    double expectedReturn = 0;
    double volatility = 0;
    double sharpe = 0;
    numerics::KktResiduals residuals;
    int iterations = 0;
    std::string method;
};

/// With a cardinality the problem is first solved without it, then the smallest weights are taken out a quarter at a time and
/// the rest solved again, until few enough remain: good, but not proven best.
Result<Allocation> optimize(const Problem& problem, Objective objective);

/// From the least variance to the largest return, equal steps of return.
Result<std::vector<Allocation>> frontier(const Problem& problem, int points);

Allocation describe(const Problem& problem, std::vector<double> weights);

/// The feasible set alone as a quadratic program in the weights (objective zero): for objectives of other files. With a
/// turnover limit there are 2n more variables, bought and sold.
Result<numerics::QuadraticProgram> feasibleSet(const Constraints& constraints, std::size_t assets);

} // namespace rialto::advice
