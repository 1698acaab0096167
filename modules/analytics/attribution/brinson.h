// SPDX-License-Identifier: GPL-3.0-or-later
// Brinson attribution of one period: why a portfolio did better or worse than its benchmark, sector by sector.
// Arithmetic (effects add up to R - B):
//   allocation  Brinson, Hood and Beebower (1986): (wp - wb) rb;  Brinson and Fachler (1985): (wp - wb)(rb - B)
//   selection   wb (rp - rb)      interaction (wp - wb)(rp - rb)      (or selection with interaction: wp (rp - rb))
// Geometric (1 + allocation)(1 + selection) = (1 + R) / (1 + B), after C. Bacon (2008), chapter 5, with the semi-notional
// return S = sum wp rb: allocation (wp - wb)((1 + rb)/(1 + B) - 1), selection wp ((1 + rp)/(1 + rb) - 1)(1 + rb)/(1 + S).
// Weights are those at the start of the period, fractions. Pure; any thread.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace rialto::analytics {

struct Sector {
    std::string name;
    double portfolioWeight = 0;
    double benchmarkWeight = 0;
    double portfolioReturn = 0;
    double benchmarkReturn = 0;
};

enum class AllocationModel { BrinsonFachler, BrinsonHoodBeebower };

struct SectorEffects {
    std::string name;
    double allocationBhb = 0;
    double allocationBf = 0;
    double selection = 0;
    double interaction = 0;
    double geometricAllocation = 0;
    double geometricSelection = 0;
};

struct PeriodAttribution {
    double portfolioReturn = 0;
    double benchmarkReturn = 0;
    double semiNotionalReturn = 0;   // sum wp rb
    double excess = 0;               // R - B
    double geometricExcess = 0;      // (1 + R) / (1 + B) - 1
    std::vector<SectorEffects> sectors;
    SectorEffects total;             // geometric totals add up within allocation and within selection, which compound

    double allocation(const SectorEffects& of, AllocationModel model) const { return model == AllocationModel::BrinsonFachler ? of.allocationBf : of.allocationBhb; }
};

/// Errors: attribution.empty, attribution.not-finite, attribution.weights (each side must add up to 1 within `tolerance`, unless
/// that is negative), attribution.return (-1 or less where it divides).
Result<PeriodAttribution> brinson(const std::vector<Sector>& sectors, double tolerance = 1e-6);

} // namespace rialto::analytics
