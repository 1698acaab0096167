// SPDX-License-Identifier: GPL-3.0-or-later
// Currency attribution after D. Karnosky and B. Singer, Global Asset Management and Performance Attribution (1994): markets are
// judged by their premium over local cash, currencies by local cash plus the move of the exchange rate, so that hedges are
// seen where they are decided. Continuously compounded returns add up exactly; simple ones as far as they are added, too:
// a market's return in the base currency is taken as local return + currency return.
//   asset allocation  (wp - wb)((rb - c) - B_premium)     selection wb (rp - rb)     interaction (wp - wb)(rp - rb)
//   currency          (hp - hb)((c + e) - B_cash)         with h the exposure to the currency, hedges included
// c local cash return, e return of the currency against the base. Weights and exposures each add up to 1. Pure; any thread.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::analytics {

struct CurrencySector {
    std::string name;
    double portfolioWeight = 0;
    double benchmarkWeight = 0;
    double portfolioReturn = 0;                // local
    double benchmarkReturn = 0;                // local
    double cashReturn = 0;                     // local cash (the eurodeposit of that currency)
    double currencyReturn = 0;                 // against the base currency
    std::optional<double> portfolioExposure;   // to the currency; default the weight (no hedge)
    std::optional<double> benchmarkExposure;
};

struct CurrencyEffects {
    std::string name;
    double allocation = 0;
    double selection = 0;
    double interaction = 0;
    double currency = 0;
    double total() const { return allocation + selection + interaction + currency; }
};

struct CurrencyAttribution {
    double portfolioReturn = 0;     // sum wp (rp - c) + sum hp (c + e)
    double benchmarkReturn = 0;
    double benchmarkPremium = 0;    // sum wb (rb - c)
    double benchmarkCash = 0;       // sum hb (c + e)
    std::vector<CurrencyEffects> sectors;
    CurrencyEffects total;
};

/// Errors: attribution.empty, attribution.not-finite, attribution.weights.
Result<CurrencyAttribution> karnoskySinger(const std::vector<CurrencySector>& sectors, double tolerance = 1e-6);

} // namespace rialto::analytics
