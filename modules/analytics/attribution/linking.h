// SPDX-License-Identifier: GPL-3.0-or-later
// Linking: single-period effects that add up to R_t - B_t become effects that add up to R - B over all periods (R and B
// compounded). Each method gives every period a factor by which its effects are multiplied; Frongello's and GRAP's factors
// carry the past of the portfolio and the future of the benchmark.
//   Carino (1999)     k_t / k,  k = (ln(1+R) - ln(1+B)) / (R - B), k_t alike for the period; 1/(1+R) where R = B
//   Menchero (2000)   A + a_t,  A = (R-B)/n / ((1+R)^(1/n) - (1+B)^(1/n)), a_t the least correction that makes it exact
//   GRAP (1997)       prod_{s<t} (1+R_s) prod_{s>t} (1+B_s)
//   Frongello (2002)  the same sum told in order: F_t = f_t prod_{s<t} (1+R_s) + B_t sum_{s<t} F_s
// GRAP and Frongello agree in the total of each effect over all periods. After C. Bacon (2008), chapter 8. Pure; any thread.
#pragma once

#include "base/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace rialto::analytics {

enum class LinkingMethod { Carino, Menchero, Grap, Frongello };
std::string_view name(LinkingMethod method);

/// One factor a period; effect over all periods = sum of factor x effect of the period. For Frongello these are the GRAP
/// factors (its totals are the same). Errors: attribution.return (a period or the whole lost everything).
Result<std::vector<double>> linkingFactors(std::span<const double> portfolioReturns, std::span<const double> benchmarkReturns, LinkingMethod method);

/// Frongello's running effects of one kind: what each period adds to the total so far.
std::vector<double> frongelloSteps(std::span<const double> effects, std::span<const double> portfolioReturns, std::span<const double> benchmarkReturns);

} // namespace rialto::analytics
