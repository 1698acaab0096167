// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution/brinson.h"

#include <cmath>

namespace rialto::analytics {

Result<PeriodAttribution> brinson(const std::vector<Sector>& sectors, double tolerance)
{
    if (sectors.empty())
        return invalid("attribution.empty", "a period needs at least one sector");
    PeriodAttribution period;
    double portfolioSum = 0;
    double benchmarkSum = 0;
    for (const auto& sector : sectors) {
        for (const double each : {sector.portfolioWeight, sector.benchmarkWeight, sector.portfolioReturn, sector.benchmarkReturn})
            if (!std::isfinite(each))
                return invalid("attribution.not-finite", sector.name);
        portfolioSum += sector.portfolioWeight;
        benchmarkSum += sector.benchmarkWeight;
        period.portfolioReturn += sector.portfolioWeight * sector.portfolioReturn;
        period.benchmarkReturn += sector.benchmarkWeight * sector.benchmarkReturn;
        period.semiNotionalReturn += sector.portfolioWeight * sector.benchmarkReturn;
    }
    if (tolerance >= 0 && (std::fabs(portfolioSum - 1) > tolerance || std::fabs(benchmarkSum - 1) > tolerance))
        return invalid("attribution.weights", "the weights add up to " + std::to_string(portfolioSum) + " in the portfolio and " + std::to_string(benchmarkSum)
                + " in the benchmark, not to 1");
    const double b = period.benchmarkReturn;
    const double s = period.semiNotionalReturn;
    if (!(1 + b > 0) || !(1 + s > 0))
        return invalid("attribution.return", "a whole side lost everything: there is no geometric excess");
    period.excess = period.portfolioReturn - b;
    period.geometricExcess = (1 + period.portfolioReturn) / (1 + b) - 1;
    period.total.name = "total";
    for (const auto& sector : sectors) {
        const double weight = sector.portfolioWeight - sector.benchmarkWeight;
        const double better = sector.portfolioReturn - sector.benchmarkReturn;
        SectorEffects effects;
        effects.name = sector.name;
        effects.allocationBhb = weight * sector.benchmarkReturn;
        effects.allocationBf = weight * (sector.benchmarkReturn - b);
        effects.selection = sector.benchmarkWeight * better;
        effects.interaction = weight * better;
        effects.geometricAllocation = weight * ((1 + sector.benchmarkReturn) / (1 + b) - 1);
        effects.geometricSelection = sector.portfolioWeight * better / (1 + s);
        auto& total = period.total;
        total.allocationBhb += effects.allocationBhb;
        total.allocationBf += effects.allocationBf;
        total.selection += effects.selection;
        total.interaction += effects.interaction;
        total.geometricAllocation += effects.geometricAllocation;
        total.geometricSelection += effects.geometricSelection;
        period.sectors.push_back(std::move(effects));
    }
    return period;
}

} // namespace rialto::analytics
