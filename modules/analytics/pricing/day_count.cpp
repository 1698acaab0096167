// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/day_count.h"

#include "analytics/pricing/quantlib_bridge.h"

#include <ql/time/calendars/all.hpp>
#include <ql/time/daycounters/all.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace rialto::pricing {

namespace {

constexpr int kSerialOf1970 = 25569;

struct Spelling {
    DayCount convention;
    const char* name;      // the one that is printed
    const char* others;    // letters and digits only, small, separated by spaces
};

constexpr std::array<Spelling, 15> kSpellings{{
    {DayCount::Actual360, "ACT/360", "act360 actual360 a360"},
    {DayCount::Actual364, "ACT/364", "act364 actual364 a364"},
    {DayCount::Actual365Fixed, "ACT/365F", "act365 act365f act365fixed actual365 actual365f actual365fixed a365 a365f"},
    {DayCount::Actual365NoLeap, "ACT/365 NL", "act365nl act365noleap actual365noleap actual365nl nl365 nl365noleap"},
    {DayCount::Actual366, "ACT/366", "act366 actual366 a366"},
    {DayCount::ActualActualIsda, "ACT/ACT ISDA",
        "actact actactisda actualactual actualactualisda actacthistorical actualactualhistorical actact365 actualactual365"},
    {DayCount::ActualActualIsma, "ACT/ACT ISMA",
        "actactisma actacticma actactbond actualactualisma actualactualicma actualactualbond actacticma251"},
    {DayCount::ActualActualAfb, "ACT/ACT AFB", "actactafb actacteuro actualactualafb actualactualeuro"},
    {DayCount::Thirty360Us, "30/360 US", "30360us 30360usa 30u360 30360nasd"},
    {DayCount::Thirty360Bond, "30/360", "30360 30360bond 30360bondbasis 30a360 360360 30360isma"},
    {DayCount::Thirty360European, "30E/360", "30e360 30360european 30360eurobond 30360eurobondbasis eurobondbasis 30s360 30360e 30360icma"},
    {DayCount::Thirty360Italian, "30/360 ITALIAN", "30360italian 30360it"},
    {DayCount::Thirty360Isda, "30E/360 ISDA", "30e360isda 30360german 30360isda 30e360german"},
    {DayCount::Business252Brazil, "BUS/252", "bus252 business252 bd252"},
    {DayCount::OneOne, "1/1", "11 oneone"},
}};

std::string plainLetters(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
        else if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
    return plain;
}

bool holds(std::string_view words, std::string_view word)
{
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word)
            return true;
        at = end + 1;
    }
    return false;
}

Result<QuantLib::Calendar> marketCalendar(std::string_view name)
{
    using namespace QuantLib;
    const std::string plain = plainLetters(name);
    if (plain == "nyse" || plain == "xnys")
        return Calendar(UnitedStates(UnitedStates::NYSE));
    if (plain == "target" || plain == "xeta")
        return Calendar(TARGET());
    if (plain == "sse" || plain == "xshg" || plain == "szse" || plain == "xshe")
        return Calendar(China(China::SSE));
    if (plain == "cnib")
        return Calendar(China(China::IB));
    if (plain == "hkex" || plain == "xhkg")
        return Calendar(HongKong());
    if (plain == "lse" || plain == "xlon")
        return Calendar(UnitedKingdom(UnitedKingdom::Exchange));
    if (plain == "tse" || plain == "xtks")
        return Calendar(Japan());
    if (plain == "xetra" || plain == "xetr")
        return Calendar(Germany(Germany::Xetra));
    return notFound("pricing.calendar-unknown", std::string(name) + " (known: NYSE, TARGET, SSE, CN-IB, HKEX, LSE, TSE, XETRA)");
}

} // namespace

std::mutex& quantLibLock()
{
    static std::mutex lock;
    return lock;
}

Result<QuantLib::Date> quantLibDate(Date date)
{
    const std::int64_t serial = std::int64_t{date.days} + kSerialOf1970;
    if (serial < QuantLib::Date::minDate().serialNumber() || serial > QuantLib::Date::maxDate().serialNumber())
        return invalid("pricing.date-range", date.text() + ": dates from 1901-01-01 to 2199-12-31 can be valued");
    return QuantLib::Date(static_cast<QuantLib::Date::serial_type>(serial));
}

QuantLib::DayCounter quantLibDayCounter(DayCount convention, const QuantLib::Schedule& schedule)
{
    using namespace QuantLib;
    switch (convention) {
    case DayCount::Actual360: return ::QuantLib::Actual360();
    case DayCount::Actual364: return ::QuantLib::Actual364();
    case DayCount::Actual365Fixed: return ::QuantLib::Actual365Fixed();
    case DayCount::Actual365NoLeap: return ::QuantLib::Actual365Fixed(::QuantLib::Actual365Fixed::NoLeap);
    case DayCount::Actual366: return ::QuantLib::Actual366();
    case DayCount::ActualActualIsda: return ActualActual(ActualActual::ISDA);
    case DayCount::ActualActualIsma: return schedule.empty() ? ActualActual(ActualActual::ISMA) : ActualActual(ActualActual::ISMA, schedule);
    case DayCount::ActualActualAfb: return ActualActual(ActualActual::AFB);
    case DayCount::Thirty360Us: return Thirty360(Thirty360::USA);
    case DayCount::Thirty360Bond: return Thirty360(Thirty360::BondBasis);
    case DayCount::Thirty360European: return Thirty360(Thirty360::European);
    case DayCount::Thirty360Italian: return Thirty360(Thirty360::Italian);
    case DayCount::Thirty360Isda: return Thirty360(Thirty360::ISDA);
    case DayCount::Business252Brazil: return Business252();
    case DayCount::OneOne: return OneDayCounter();
    }
    return {};
}

Result<DayCount> parseDayCount(std::string_view text)
{
    const std::string plain = plainLetters(text);
    for (const auto& spelling : kSpellings)
        if (plainLetters(spelling.name) == plain || holds(spelling.others, plain))
            return spelling.convention;
    std::string known;
    for (const auto& spelling : kSpellings)
        known += (known.empty() ? "" : ", ") + std::string(spelling.name);
    return invalid("pricing.day-count-unknown", "\"" + std::string(text) + "\" (known: " + known + ")");
}

std::string_view name(DayCount convention)
{
    const auto found = std::find_if(kSpellings.begin(), kSpellings.end(), [convention](const Spelling& each) { return each.convention == convention; });
    return found->name;
}

std::vector<DayCount> allDayCounts()
{
    std::vector<DayCount> all;
    for (const auto& spelling : kSpellings)
        all.push_back(spelling.convention);
    return all;
}

Result<DayCounted> countDays(DayCount convention, Date start, Date end, const std::optional<ReferencePeriod>& reference)
{
    if (convention == DayCount::ActualActualIsma && (!reference || reference->end <= reference->start))
        return invalid("pricing.reference-period", "ACT/ACT ISMA needs the start and end of the coupon period");
    const auto from = quantLibDate(start);
    const auto to = quantLibDate(end);
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    QuantLib::Date refStart;
    QuantLib::Date refEnd;
    if (reference) {
        const auto first = quantLibDate(reference->start);
        const auto last = quantLibDate(reference->end);
        if (!first)
            return first.error();
        if (!last)
            return last.error();
        refStart = *first;
        refEnd = *last;
    }
    return guarded([&]() -> Result<DayCounted> {
        const auto counter = quantLibDayCounter(convention);
        return DayCounted{static_cast<int>(counter.dayCount(*from, *to)), counter.yearFraction(*from, *to, refStart, refEnd)};
    });
}

Result<std::vector<Date>> marketHolidays(std::string_view calendar, Date first, Date last)
{
    const auto from = quantLibDate(first);
    const auto to = quantLibDate(last);
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    const auto market = marketCalendar(calendar);
    if (!market)
        return market.error();
    return guarded([&]() -> Result<std::vector<Date>> {
        std::vector<Date> holidays;
        for (const auto& day : market->holidayList(*from, *to, false))
            holidays.emplace_back(static_cast<std::int32_t>(day.serialNumber()) - kSerialOf1970);
        return holidays;
    });
}

} // namespace rialto::pricing
