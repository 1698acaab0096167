// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/option_pricing.h"

#include "analytics/pricing/quantlib_bridge.h"

#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/methods/lattices/binomialtree.hpp>
#include <ql/pricingengines/vanilla/baroneadesiwhaleyengine.hpp>
#include <ql/pricingengines/vanilla/binomialengine.hpp>
#include <ql/pricingengines/vanilla/bjerksundstenslandengine.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include <algorithm>
#include <cmath>

namespace rialto::pricing {

namespace {

constexpr double kSqrt2 = 1.41421356237309504880;
constexpr double kSqrt2Pi = 2.50662827463100050242;
constexpr double kMostVolatility = 50; // 5000 % a year
constexpr int kVolatilitySteps = 200;

double normalCumulative(double x) { return 0.5 * std::erfc(-x / kSqrt2); }
double normalDensity(double x) { return std::exp(-0.5 * x * x) / kSqrt2Pi; }

Result<void> checkTerms(const OptionTerms& terms, bool volatility)
{
    const bool finite = std::isfinite(terms.spot) && std::isfinite(terms.strike) && std::isfinite(terms.dividendYield) && std::isfinite(terms.rate)
        && std::isfinite(terms.volatility) && std::isfinite(terms.years);
    if (!finite || terms.spot <= 0 || terms.strike <= 0 || terms.years <= 0 || terms.years > 100 || std::abs(terms.rate) > 10
        || std::abs(terms.dividendYield) > 10 || (volatility && (terms.volatility <= 0 || terms.volatility > kMostVolatility)))
        return invalid("pricing.option-terms", "spot, strike, time and volatility are positive, rates fractions such as 0.05");
    return {};
}

double closedFormPrice(const OptionTerms& terms, double volatility)
{
    const double deviation = volatility * std::sqrt(terms.years);
    const double discount = std::exp(-terms.rate * terms.years);
    const double forward = terms.spot * std::exp((terms.rate - terms.dividendYield) * terms.years);
    const double d1 = std::log(forward / terms.strike) / deviation + deviation / 2;
    const double d2 = d1 - deviation;
    const double sign = terms.call ? 1 : -1;
    return discount * sign * (forward * normalCumulative(sign * d1) - terms.strike * normalCumulative(sign * d2));
}

} // namespace

Result<EuropeanFigures> europeanOption(const OptionTerms& terms)
{
    if (const auto checked = checkTerms(terms, true); !checked)
        return checked.error();
    const double t = terms.years;
    const double root = std::sqrt(t);
    const double deviation = terms.volatility * root;
    const double discount = std::exp(-terms.rate * t);
    const double carry = std::exp(-terms.dividendYield * t);
    const double forward = terms.spot * carry / discount;
    const double d1 = std::log(forward / terms.strike) / deviation + deviation / 2;
    const double d2 = d1 - deviation;
    const double sign = terms.call ? 1 : -1;
    const double n1 = normalCumulative(sign * d1);
    const double n2 = normalCumulative(sign * d2);
    EuropeanFigures figures;
    figures.price = closedFormPrice(terms, terms.volatility);
    figures.delta = sign * carry * n1;
    figures.gamma = carry * normalDensity(d1) / (terms.spot * deviation);
    figures.vega = terms.spot * carry * normalDensity(d1) * root;
    figures.theta = -terms.spot * carry * normalDensity(d1) * terms.volatility / (2 * root) + sign * terms.dividendYield * terms.spot * carry * n1
        - sign * terms.rate * terms.strike * discount * n2;
    figures.rho = sign * terms.strike * t * discount * n2;
    return figures;
}

Result<double> impliedVolatility(const OptionTerms& terms, double price)
{
    if (const auto checked = checkTerms(terms, false); !checked)
        return checked.error();
    double low = 1e-8;
    double high = kMostVolatility;
    if (!std::isfinite(price) || price < closedFormPrice(terms, low) || price > closedFormPrice(terms, high))
        return invalid("pricing.price-outside-bounds", "no volatility gives this price");
    // The price rises with the volatility: halving always closes in, Newton's step is taken while it stays inside.
    double guess = 0.3;
    for (int step = 0; step < kVolatilitySteps && high - low > 1e-15 * high; ++step) {
        const double miss = closedFormPrice(terms, guess) - price;
        if (miss == 0)
            break;
        (miss > 0 ? high : low) = guess;
        OptionTerms at = terms;
        at.volatility = guess;
        const auto figures = europeanOption(at);
        const double next = figures.ok() && figures->vega > 0 ? guess - miss / figures->vega : low;
        const double chosen = next > low && next < high ? next : (low + high) / 2;
        if (std::abs(chosen - guess) <= 1e-15 * guess)
            break;
        guess = chosen;
    }
    return guess;
}

Result<double> americanOption(const OptionTerms& terms, AmericanModel model, int steps)
{
    if (const auto checked = checkTerms(terms, true); !checked)
        return checked.error();
    if (steps < 2 || steps > 20'000)
        return invalid("pricing.option-terms", "a tree has 2 to 20000 steps");
    return guarded([&]() -> Result<double> {
        using namespace QuantLib;
        // QuantLib counts whole days. Only rate x time and variance x time matter, so a time between two days is the next whole
        // number of days with rates and volatility scaled to it.
        const auto days = std::max<std::int64_t>(1, std::llround(terms.years * 365));
        const double scale = terms.years / (static_cast<double>(days) / 365.0);
        // Any day serves, as only differences count; one far ahead is never expired, whatever the clock says.
        const QuantLib::Date today(1, January, 2099);
        const DayCounter counter = Actual365Fixed();
        const Handle<Quote> spot(ext::make_shared<SimpleQuote>(terms.spot));
        const Handle<YieldTermStructure> carry(ext::make_shared<FlatForward>(today, terms.dividendYield * scale, counter));
        const Handle<YieldTermStructure> rate(ext::make_shared<FlatForward>(today, terms.rate * scale, counter));
        const Handle<BlackVolTermStructure> volatility(
            ext::make_shared<BlackConstantVol>(today, NullCalendar(), terms.volatility * std::sqrt(scale), counter));
        const auto process = ext::make_shared<BlackScholesMertonProcess>(spot, carry, rate, volatility);
        const auto payoff = ext::make_shared<PlainVanillaPayoff>(terms.call ? QuantLib::Option::Call : QuantLib::Option::Put, terms.strike);
        const auto exercise = ext::make_shared<AmericanExercise>(today, today + static_cast<QuantLib::Date::serial_type>(days));
        VanillaOption option(payoff, exercise);
        switch (model) {
        case AmericanModel::CoxRossRubinstein:
            option.setPricingEngine(ext::make_shared<BinomialVanillaEngine<QuantLib::CoxRossRubinstein>>(process, static_cast<Size>(steps)));
            break;
        case AmericanModel::BaroneAdesiWhaley: option.setPricingEngine(ext::make_shared<BaroneAdesiWhaleyApproximationEngine>(process)); break;
        case AmericanModel::BjerksundStensland: option.setPricingEngine(ext::make_shared<BjerksundStenslandApproximationEngine>(process)); break;
        }
        return option.NPV();
    });
}

} // namespace rialto::pricing
