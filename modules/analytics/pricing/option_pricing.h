// SPDX-License-Identifier: GPL-3.0-or-later
// OptionPricing: European options in closed form and American ones by tree or approximation, on an asset with a continuous
// dividend yield. Rates continuous, times in years, volatility a year; theta a year, vega and rho for 1.00.
// Sources: Black and Scholes 1973, Merton 1973 (closed form, Haug, The Complete Guide to Option Pricing Formulas, 1.1 and 2.1 to
// 2.8); Cox, Ross, Rubinstein 1979; Barone-Adesi and Whaley 1987; Bjerksund and Stensland 1993 (the last three through QuantLib).
// Closed forms: any thread. American models: one caller at a time inside.
#pragma once

#include "base/result.h"

namespace rialto::pricing {

struct OptionTerms {
    bool call = true;
    double spot = 0;
    double strike = 0;
    double dividendYield = 0;
    double rate = 0;
    double volatility = 0;
    double years = 0;
};

struct EuropeanFigures {
    double price = 0;
    double delta = 0;
    double gamma = 0;
    double vega = 0;
    double theta = 0;
    double rho = 0;
};

enum class AmericanModel { CoxRossRubinstein, BaroneAdesiWhaley, BjerksundStensland };

/// Errors: pricing.option-terms.
Result<EuropeanFigures> europeanOption(const OptionTerms& terms);
/// The volatility at which the closed form has this price; `terms.volatility` is not looked at.
/// Errors: pricing.option-terms, pricing.price-outside-bounds (below intrinsic value or above what any volatility gives).
Result<double> impliedVolatility(const OptionTerms& terms, double price);
/// `steps` counts for the tree only. Errors: pricing.option-terms, pricing.library.
Result<double> americanOption(const OptionTerms& terms, AmericanModel model, int steps = 1001);

} // namespace rialto::pricing
