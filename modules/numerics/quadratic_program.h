// SPDX-License-Identifier: GPL-3.0-or-later
// Convex quadratic programs: minimise x'Px/2 + q'x subject to A x = b, G x <= h, low <= x <= high.
// Two methods of our own over Eigen's Cholesky factor (docs/adr/0086):
//   active set      bounds and one equality with positive coefficients (a budget), P positive definite: only the variables
//                   off their bounds are factored, several enter at a time (J. Nocedal, S. Wright, Numerical Optimization,
//                   2nd ed. 2006, 16.5); exact to rounding
//   interior point  everything else: predictor and corrector (S. Mehrotra 1992; Nocedal and Wright 16.6)
// `residuals` are those of the optimality conditions (Karush, Kuhn, Tucker) at the answer, unscaled. Pure; any thread.
// Errors: numerics.qp-shape, numerics.qp-not-finite, numerics.qp-infeasible, numerics.qp-not-solved (residuals in detail).
#pragma once

#include "base/result.h"
#include "numerics/matrix.h"

#include <string_view>
#include <vector>

namespace rialto::numerics {

struct QuadraticProgram {
    Matrix p;
    std::vector<double> q;
    Matrix a;                   // may have no rows
    std::vector<double> b;
    Matrix g;                   // may have no rows
    std::vector<double> h;
    std::vector<double> low;    // may be -infinity; empty: no bounds
    std::vector<double> high;
};

struct KktResiduals {
    double stationarity = 0;     // largest |P x + q + A'y + G'z + (high - low prices)|
    double equality = 0;         // largest |A x - b|
    double violation = 0;        // largest excess over a bound or inequality
    double complementarity = 0;  // largest |price x slack|
    double dualSign = 0;         // largest price of the wrong sign
    double worst() const;
};

struct QuadraticSolution {
    std::vector<double> x;
    std::vector<double> equalityPrices;
    std::vector<double> inequalityPrices;  // >= 0
    std::vector<double> boundPrices;       // > 0 where the upper, < 0 where the lower bound holds
    double objective = 0;
    KktResiduals residuals;
    int iterations = 0;
    std::string_view method;
};

enum class QuadraticMethod { Automatic, InteriorPoint };

Result<QuadraticSolution> solve(const QuadraticProgram& program, QuadraticMethod method = QuadraticMethod::Automatic);

/// At any point with any prices.
KktResiduals kktResiduals(const QuadraticProgram& program, const QuadraticSolution& at);

} // namespace rialto::numerics
