// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/yield_curve.h"

#include "analytics/pricing/quantlib_bridge.h"

#include <ql/indexes/iborindex.hpp>
#include <ql/math/interpolations/loginterpolation.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/yield/bondhelpers.hpp>
#include <ql/termstructures/yield/piecewiseyieldcurve.hpp>
#include <ql/termstructures/yield/ratehelpers.hpp>
#include <ql/time/calendars/china.hpp>
#include <ql/time/calendars/hongkong.hpp>
#include <ql/time/calendars/japan.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/calendars/target.hpp>
#include <ql/time/calendars/unitedkingdom.hpp>
#include <ql/time/calendars/unitedstates.hpp>
#include <ql/time/calendars/weekendsonly.hpp>
#include <ql/time/imm.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace rialto::pricing {

namespace {

namespace ql = QuantLib;

constexpr std::size_t kMostQuotes = 500;
constexpr double kAccuracy = 1e-14;

Result<ql::Calendar> calendarOf(const std::string& name)
{
    if (name == "TARGET")
        return ql::Calendar(ql::TARGET());
    if (name == "US")
        return ql::Calendar(ql::UnitedStates(ql::UnitedStates::Settlement));
    if (name == "UK")
        return ql::Calendar(ql::UnitedKingdom());
    if (name == "CN")
        return ql::Calendar(ql::China(ql::China::IB));
    if (name == "HK")
        return ql::Calendar(ql::HongKong());
    if (name == "JP")
        return ql::Calendar(ql::Japan());
    if (name == "WEEKENDS")
        return ql::Calendar(ql::WeekendsOnly());
    if (name == "NONE")
        return ql::Calendar(ql::NullCalendar());
    return notFound("pricing.curve-quotes", "'" + name.substr(0, 30) + "' is no calendar (TARGET, US, UK, CN, HK, JP, WEEKENDS, NONE)");
}

/// "3M"; nothing when it is none, or longer than a century.
std::optional<ql::Period> periodOf(const std::string& text)
{
    if (text.size() < 2 || text.size() > 5)
        return std::nullopt;
    int length = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        length = length * 10 + (text[i] - '0');
    }
    ql::TimeUnit unit = ql::Days;
    switch (text.back()) {
    case 'D': case 'd': break;
    case 'W': case 'w': unit = ql::Weeks; break;
    case 'M': case 'm': unit = ql::Months; break;
    case 'Y': case 'y': unit = ql::Years; break;
    default: return std::nullopt;
    }
    const int perCentury = unit == ql::Days ? 36525 : unit == ql::Weeks ? 5218 : unit == ql::Months ? 1200 : 100;
    if (length < 1 || length > perCentury)
        return std::nullopt;
    return ql::Period(length, unit);
}

Date ourDate(const ql::Date& date) { return Date::of(date.year(), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.dayOfMonth())); }

std::string labelOf(const CurveQuote& quote)
{
    static constexpr const char* kWords[] = {"deposit", "future", "swap", "bond"};
    std::string label = kWords[static_cast<std::size_t>(quote.kind)];
    if (!quote.tenor.empty())
        label += " " + quote.tenor;
    else if (quote.maturity)
        label += " " + quote.maturity->text();
    else if (quote.start)
        label += " " + quote.start->text();
    return label;
}

using Helper = ql::ext::shared_ptr<ql::RateHelper>;

class Bootstrap {
public:
    Bootstrap(const CurveConventions& conventions, ql::Calendar calendar, ql::Date reference) : m_conventions(conventions), m_calendar(std::move(calendar)), m_reference(reference) {}

    Result<Helper> helper(const CurveQuote& quote) const;
    ql::Date settlement() const { return m_calendar.advance(m_calendar.adjust(m_reference), m_conventions.settlementDays, ql::Days); }

private:
    Result<Helper> bond(const CurveQuote& quote) const;
    Error wrong(const CurveQuote& quote, const std::string& what) const { return invalid("pricing.curve-quotes", labelOf(quote) + ": " + what); }

    const CurveConventions& m_conventions;
    ql::Calendar m_calendar;
    ql::Date m_reference;
};

Result<Helper> Bootstrap::bond(const CurveQuote& quote) const
{
    if (!(quote.value > 0) || quote.value > 1000 || quote.coupon < 0 || quote.coupon > 1)
        return wrong(quote, "a bond has a price per 100 and a coupon such as 0.04");
    ql::Date maturity;
    if (quote.maturity) {
        const auto date = quantLibDate(*quote.maturity);
        if (!date)
            return date.error();
        maturity = *date;
    } else if (const auto period = periodOf(quote.tenor)) {
        maturity = m_reference + *period;
    } else {
        return wrong(quote, "a bond has a tenor or a maturity");
    }
    if (maturity <= m_reference)
        return wrong(quote, "it has matured");
    const int f = quote.couponsPerYear;
    if (quote.coupon > 0 && f != 1 && f != 2 && f != 4 && f != 12)
        return wrong(quote, "coupons are paid 1, 2, 4 or 12 times a year");
    const ql::Date start = m_reference;
    const ql::Schedule schedule = quote.coupon > 0 ? ql::Schedule(start - ql::Period(12 / f, ql::Months), maturity, ql::Period(12 / f, ql::Months), ql::NullCalendar(), ql::Unadjusted, ql::Unadjusted, ql::DateGeneration::Backward, false)
                                                   : ql::Schedule(std::vector<ql::Date>{start, maturity});
    return Helper(ql::ext::make_shared<ql::FixedRateBondHelper>(ql::Handle<ql::Quote>(ql::ext::make_shared<ql::SimpleQuote>(quote.value)), 0, 100.0, schedule, std::vector<double>{quote.coupon},
        quantLibDayCounter(m_conventions.fixedDayCount, schedule), ql::Unadjusted, 100.0, start));
}

Result<Helper> Bootstrap::helper(const CurveQuote& quote) const
{
    if (!std::isfinite(quote.value))
        return wrong(quote, "the quote is no number");
    const auto period = periodOf(quote.tenor);
    switch (quote.kind) {
    case CurveQuote::Kind::Deposit:
        if (!period || std::fabs(quote.value) > 1)
            return wrong(quote, "a deposit has a tenor such as 3M and a rate such as 0.05");
        return Helper(ql::ext::make_shared<ql::DepositRateHelper>(quote.value, *period, static_cast<ql::Natural>(m_conventions.settlementDays), m_calendar, ql::ModifiedFollowing, false, quantLibDayCounter(m_conventions.depositDayCount)));
    case CurveQuote::Kind::Future: {
        if (!quote.start || quote.value < 50 || quote.value > 110)
            return wrong(quote, "a future has the start of its deposit and a price such as 95.25");
        const auto start = quantLibDate(*quote.start);
        if (!start)
            return start.error();
        if (!ql::IMM::isIMMdate(*start, false))
            return wrong(quote, quote.start->text() + " is no IMM date (the third Wednesday of a month)");
        return Helper(ql::ext::make_shared<ql::FuturesRateHelper>(quote.value, *start, 3, m_calendar, ql::ModifiedFollowing, false, quantLibDayCounter(m_conventions.depositDayCount), quote.convexity, ql::Futures::IMM));
    }
    case CurveQuote::Kind::Swap: {
        if (!period || std::fabs(quote.value) > 1)
            return wrong(quote, "a swap has a tenor such as 5Y and a rate such as 0.04");
        const auto frequency = m_conventions.fixedPerYear == 1 ? ql::Annual : m_conventions.fixedPerYear == 2 ? ql::Semiannual : ql::Quarterly;
        const auto index = ql::ext::make_shared<ql::IborIndex>("floating", ql::Period(m_conventions.floatingMonths, ql::Months), static_cast<ql::Natural>(m_conventions.settlementDays), ql::Currency(), m_calendar, ql::ModifiedFollowing, false,
            quantLibDayCounter(m_conventions.depositDayCount));
        return Helper(ql::ext::make_shared<ql::SwapRateHelper>(quote.value, *period, m_calendar, frequency, ql::ModifiedFollowing, quantLibDayCounter(m_conventions.fixedDayCount), index));
    }
    case CurveQuote::Kind::Bond: return bond(quote);
    }
    return wrong(quote, "unknown");
}

CurvePoint pointAt(const ql::YieldTermStructure& curve, const ql::Date& date, std::string label)
{
    CurvePoint point;
    point.label = std::move(label);
    point.date = ourDate(date);
    point.time = curve.timeFromReference(date);
    point.discount = curve.discount(date, true);
    point.zero = point.time > 0 ? -std::log(point.discount) / point.time : 0;
    point.forward = curve.forwardRate(point.time, point.time, ql::Continuous, ql::NoFrequency, true).rate();
    return point;
}

Result<BootstrappedCurve> bootstrapped(const std::vector<CurveQuote>& quotes, const CurveConventions& conventions, const std::vector<std::string>& tenors)
{
    const auto calendar = calendarOf(conventions.calendar);
    const auto reference = quantLibDate(conventions.reference);
    if (!calendar || !reference)
        return calendar ? reference.error() : calendar.error();
    // QuantLib's helpers know their reference date only from a global of the library: set under its lock, restored at the end.
    const ql::SavedSettings saved;
    constexpr auto kLibrarySettings = &ql::Settings::instance;
    kLibrarySettings().evaluationDate() = *reference;
    const Bootstrap work(conventions, *calendar, *reference);
    std::vector<std::pair<Helper, const CurveQuote*>> made;
    std::set<ql::Date> pillars;
    for (const auto& quote : quotes) {
        auto helper = work.helper(quote);
        if (!helper)
            return helper.error();
        if (!pillars.insert((*helper)->pillarDate()).second)
            return invalid("pricing.curve-quotes", labelOf(quote) + ": another quote ends on " + ourDate((*helper)->pillarDate()).text() + " too");
        made.emplace_back(*helper, &quote);
    }
    std::stable_sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.first->pillarDate() < b.first->pillarDate(); });
    std::vector<Helper> helpers;
    for (const auto& [helper, quote] : made)
        helpers.push_back(helper);
    const auto counter = quantLibDayCounter(conventions.curveDayCount);
    ql::ext::shared_ptr<ql::YieldTermStructure> curve;
    if (conventions.interpolation == CurveInterpolation::LinearZero)
        curve = ql::ext::make_shared<ql::PiecewiseYieldCurve<ql::ZeroYield, ql::Linear>>(*reference, helpers, counter, ql::Linear(), ql::PiecewiseYieldCurve<ql::ZeroYield, ql::Linear>::bootstrap_type(kAccuracy));
    else
        curve = ql::ext::make_shared<ql::PiecewiseYieldCurve<ql::Discount, ql::LogLinear>>(*reference, helpers, counter, ql::LogLinear(), ql::PiecewiseYieldCurve<ql::Discount, ql::LogLinear>::bootstrap_type(kAccuracy));
    BootstrappedCurve answer;
    for (const auto& [helper, quote] : made) {
        answer.pillars.push_back(pointAt(*curve, helper->pillarDate(), labelOf(*quote)));
        answer.pillars.back().error = -helper->quoteError();
    }
    for (const auto& tenor : tenors) {
        const auto period = periodOf(tenor);
        if (!period)
            return invalid("pricing.curve-quotes", "'" + tenor.substr(0, 20) + "' is no tenor such as 18M or 10Y");
        answer.points.push_back(pointAt(*curve, *reference + *period, tenor));
    }
    return answer;
}

} // namespace

std::string_view name(CurveInterpolation interpolation) { return interpolation == CurveInterpolation::LinearZero ? "linear-zero" : "log-linear-discount"; }

Result<BootstrappedCurve> bootstrapCurve(const std::vector<CurveQuote>& quotes, const CurveConventions& conventions, const std::vector<std::string>& tenors)
{
    if (quotes.empty() || quotes.size() > kMostQuotes)
        return invalid("pricing.curve-quotes", quotes.empty() ? "there is no quote" : "more than " + std::to_string(kMostQuotes) + " quotes");
    if (conventions.settlementDays < 0 || conventions.settlementDays > 10)
        return invalid("pricing.curve-quotes", "settlement is 0 to 10 days after the reference");
    return guarded([&]() -> Result<BootstrappedCurve> { return bootstrapped(quotes, conventions, tenors); });
}

} // namespace rialto::pricing
