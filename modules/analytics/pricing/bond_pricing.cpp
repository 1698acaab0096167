// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/bond_pricing.h"

#include "analytics/pricing/quantlib_bridge.h"

#include <ql/cashflows/coupon.hpp>
#include <ql/instruments/bonds/fixedratebond.hpp>
#include <ql/pricingengines/bond/bondfunctions.hpp>
#include <ql/time/calendars/nullcalendar.hpp>

#include <cmath>
#include <vector>

namespace rialto::pricing {

namespace {

constexpr double kFace = 100;
constexpr double kYieldAccuracy = 1e-14;
constexpr int kYieldSteps = 200;
constexpr double kFirstGuess = 0.05;
constexpr double kLeastYield = -0.99;
constexpr double kMostYield = 10;
constexpr double kBasisPoint = 0.0001;
constexpr double kConvexityScale = 100; // as QuantLib counts it here, so that blotters agree with those of its users

/// What is still to be paid, in years from settlement, and how a yield is compounded.
struct CashFlows {
    struct Flow {
        double years;
        double amount;
    };
    std::vector<Flow> flows;
    double accrued = 0;
    double compoundings = 1; // a year
};

struct Slopes {
    double price = 0;  // dirty
    double first = 0;  // by the yield
    double second = 0;
};

Result<void> checkTerms(const BondTerms& terms, Date settlement)
{
    const int f = terms.couponsPerYear;
    if (f != 1 && f != 2 && f != 3 && f != 4 && f != 6 && f != 12)
        return invalid("pricing.bond-terms", "the frequency is 1, 2, 3, 4, 6 or 12 coupons a year, not " + std::to_string(f));
    if (!(terms.issue < terms.maturity) || settlement < terms.issue || !(settlement < terms.maturity))
        return invalid("pricing.bond-terms", "issue <= settlement < maturity does not hold for " + terms.issue.text() + ", " + settlement.text() + ", " + terms.maturity.text());
    if (!std::isfinite(terms.coupon) || std::abs(terms.coupon) > 10)
        return invalid("pricing.bond-terms", "the coupon is a fraction such as 0.0275");
    return {};
}

// The time of a cash flow runs from the one before it; inside a coupon period it is the period less what has run off, so that
// the reference period counts for both parts.
double stepTime(const QuantLib::CashFlow& flow, const QuantLib::DayCounter& counter, QuantLib::Date settlement, QuantLib::Date last)
{
    const QuantLib::Date pays = flow.date();
    if (const auto* coupon = dynamic_cast<const QuantLib::Coupon*>(&flow)) {
        const auto from = coupon->referencePeriodStart();
        const auto to = coupon->referencePeriodEnd();
        if (last == coupon->accrualStartDate())
            return counter.yearFraction(last, pays, from, to);
        return counter.yearFraction(coupon->accrualStartDate(), pays, from, to) - counter.yearFraction(coupon->accrualStartDate(), last, from, to);
    }
    return counter.yearFraction(last, pays, last == settlement ? pays - 1 * QuantLib::Years : last, pays);
}

CashFlows makeCashFlows(const BondTerms& terms, QuantLib::Date issue, QuantLib::Date maturity, QuantLib::Date settlement)
{
    using namespace QuantLib;
    const Schedule schedule(issue, maturity, Period(static_cast<Frequency>(terms.couponsPerYear)), NullCalendar(), Unadjusted, Unadjusted, DateGeneration::Backward, false);
    const DayCounter counter = quantLibDayCounter(terms.dayCount, schedule);
    const FixedRateBond bond(0, kFace, schedule, {terms.coupon}, counter, Unadjusted, kFace, issue);
    rialto::pricing::CashFlows made;
    made.compoundings = terms.couponsPerYear;
    made.accrued = BondFunctions::accruedAmount(bond, settlement);
    QuantLib::Date last = settlement;
    double years = 0;
    for (const auto& flow : bond.cashflows()) {
        if (flow->hasOccurred(settlement, false))
            continue;
        years += stepTime(*flow, counter, settlement, last);
        last = flow->date();
        made.flows.push_back({years, flow->amount()});
    }
    return made;
}

Slopes slopesAt(const CashFlows& cash, double yield)
{
    const double n = cash.compoundings;
    const double base = 1 + yield / n;
    const double logBase = std::log(base);
    Slopes slopes;
    for (const auto& flow : cash.flows) {
        const double present = flow.amount * std::exp(-n * flow.years * logBase);
        slopes.price += present;
        slopes.first -= flow.years * present / base;
        slopes.second += flow.years * (n * flow.years + 1) * present / (n * base * base);
    }
    return slopes;
}

BondFigures figuresAt(const CashFlows& cash, double yield)
{
    const Slopes slopes = slopesAt(cash, yield);
    BondFigures figures;
    figures.yield = yield;
    figures.accrued = cash.accrued;
    figures.dirtyPrice = slopes.price;
    figures.cleanPrice = slopes.price - cash.accrued;
    figures.modifiedDuration = -slopes.first / slopes.price;
    figures.macaulayDuration = figures.modifiedDuration * (1 + yield / cash.compoundings);
    figures.convexity = slopes.second / slopes.price;
    figures.basisPointValue = slopes.first * kBasisPoint + slopes.second / kConvexityScale * kBasisPoint * kBasisPoint / 2;
    return figures;
}

// The price falls with the yield: a bracket always closes in, Newton's step is taken while it stays inside.
Result<double> yieldAt(const CashFlows& cash, double dirtyPrice)
{
    double low = kLeastYield;
    double high = kMostYield;
    if (slopesAt(cash, low).price < dirtyPrice || slopesAt(cash, high).price > dirtyPrice)
        return notFound("pricing.yield-not-found", "no yield from -99 % to 1000 % gives this price");
    double yield = kFirstGuess;
    for (int step = 0; step < kYieldSteps; ++step) {
        const Slopes slopes = slopesAt(cash, yield);
        const double miss = slopes.price - dirtyPrice;
        (miss > 0 ? low : high) = yield;
        const double newton = yield - miss / slopes.first;
        const double next = newton > low && newton < high ? newton : (low + high) / 2;
        if (std::abs(next - yield) <= kYieldAccuracy)
            return next;
        yield = next;
    }
    return yield;
}

Result<CashFlows> cashFlowsOf(const BondTerms& terms, Date settlement)
{
    if (const auto checked = checkTerms(terms, settlement); !checked)
        return checked.error();
    const auto issue = quantLibDate(terms.issue);
    const auto maturity = quantLibDate(terms.maturity);
    const auto settles = quantLibDate(settlement);
    if (!issue)
        return issue.error();
    if (!maturity)
        return maturity.error();
    if (!settles)
        return settles.error();
    return guarded([&]() -> Result<CashFlows> { return makeCashFlows(terms, *issue, *maturity, *settles); });
}

} // namespace

Result<BondFigures> bondFromYield(const BondTerms& terms, Date settlement, double yield)
{
    if (!std::isfinite(yield) || yield <= -1 || yield > 10)
        return invalid("pricing.bond-terms", "the yield is a fraction such as 0.012");
    const auto cash = cashFlowsOf(terms, settlement);
    if (!cash)
        return cash.error();
    return figuresAt(*cash, yield);
}

Result<BondFigures> bondFromCleanPrice(const BondTerms& terms, Date settlement, double cleanPrice)
{
    if (!std::isfinite(cleanPrice) || cleanPrice <= 0)
        return invalid("pricing.bond-terms", "the clean price is a positive number per 100 nominal");
    const auto cash = cashFlowsOf(terms, settlement);
    if (!cash)
        return cash.error();
    const auto yield = yieldAt(*cash, cleanPrice + cash->accrued);
    if (!yield)
        return yield.error();
    return figuresAt(*cash, *yield);
}

} // namespace rialto::pricing
