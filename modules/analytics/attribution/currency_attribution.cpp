// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution/currency_attribution.h"

#include <cmath>

namespace rialto::analytics {

Result<CurrencyAttribution> karnoskySinger(const std::vector<CurrencySector>& sectors, double tolerance)
{
    if (sectors.empty())
        return invalid("attribution.empty", "a period needs at least one market");
    CurrencyAttribution result;
    double sums[4] = {};
    for (const auto& s : sectors) {
        const double hp = s.portfolioExposure.value_or(s.portfolioWeight);
        const double hb = s.benchmarkExposure.value_or(s.benchmarkWeight);
        for (const double each : {s.portfolioWeight, s.benchmarkWeight, s.portfolioReturn, s.benchmarkReturn, s.cashReturn, s.currencyReturn, hp, hb})
            if (!std::isfinite(each))
                return invalid("attribution.not-finite", s.name);
        sums[0] += s.portfolioWeight;
        sums[1] += s.benchmarkWeight;
        sums[2] += hp;
        sums[3] += hb;
        const double money = s.cashReturn + s.currencyReturn;
        result.portfolioReturn += s.portfolioWeight * (s.portfolioReturn - s.cashReturn) + hp * money;
        result.benchmarkPremium += s.benchmarkWeight * (s.benchmarkReturn - s.cashReturn);
        result.benchmarkCash += hb * money;
    }
    for (const double sum : sums)
        if (tolerance >= 0 && std::fabs(sum - 1) > tolerance)
            return invalid("attribution.weights", "weights and currency exposures must each add up to 1, not to " + std::to_string(sum));
    result.benchmarkReturn = result.benchmarkPremium + result.benchmarkCash;
    result.total.name = "total";
    for (const auto& s : sectors) {
        const double weight = s.portfolioWeight - s.benchmarkWeight;
        const double better = s.portfolioReturn - s.benchmarkReturn;
        const double exposure = s.portfolioExposure.value_or(s.portfolioWeight) - s.benchmarkExposure.value_or(s.benchmarkWeight);
        CurrencyEffects effects{s.name, weight * (s.benchmarkReturn - s.cashReturn - result.benchmarkPremium), s.benchmarkWeight * better, weight * better,
            exposure * (s.cashReturn + s.currencyReturn - result.benchmarkCash)};
        result.total.allocation += effects.allocation;
        result.total.selection += effects.selection;
        result.total.interaction += effects.interaction;
        result.total.currency += effects.currency;
        result.sectors.push_back(std::move(effects));
    }
    return result;
}

} // namespace rialto::analytics
