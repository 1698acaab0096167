// SPDX-License-Identifier: GPL-3.0-or-later
// DayCount: the conventions that turn two dates into a fraction of a year. The arithmetic is QuantLib's; names are read in the
// spellings that people use ("ACT/360", "30/360 US", "Actual/Actual (ISMA)"). Any thread.
// Sources: ISDA 2006 Definitions section 4.16, ICMA Rule 251, SWX 30/360; see each value.
#pragma once

#include "base/result.h"
#include "domain/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::pricing {

enum class DayCount {
    Actual360,
    Actual364,
    Actual365Fixed,
    Actual365NoLeap,    ///< 29 February does not count
    Actual366,
    ActualActualIsda,   ///< days in leap years over 366, the others over 365
    ActualActualIsma,   ///< ICMA Rule 251: share of the coupon period; needs the reference period
    ActualActualAfb,    ///< French: whole years back from the end
    Thirty360Us,        ///< with the end-of-February rules
    Thirty360Bond,      ///< ISDA 4.16(f), without them
    Thirty360European,  ///< 30E/360, ISDA 4.16(g)
    Thirty360Italian,
    Thirty360Isda,      ///< 30E/360 ISDA, ISDA 4.16(h); the last day of the contract is not known here
    Business252Brazil,
    OneOne,
};

/// Errors: pricing.day-count-unknown (the detail lists what is known).
Result<DayCount> parseDayCount(std::string_view text);
std::string_view name(DayCount convention);
std::vector<DayCount> allDayCounts();

/// The coupon period that ACT/ACT ISMA refers to.
struct ReferencePeriod {
    Date start;
    Date end;
};

struct DayCounted {
    int days = 0;
    double yearFraction = 0;
};
/// Errors: pricing.reference-period (ISMA without one), pricing.library.
Result<DayCounted> countDays(DayCount convention, Date start, Date end, const std::optional<ReferencePeriod>& reference = {});

/// Weekday holidays of a market from the first to the last day: "NYSE", "TARGET", "SSE", "CN-IB", "HKEX", "LSE", "TSE", "XETRA".
/// Errors: pricing.calendar-unknown, pricing.library.
Result<std::vector<Date>> marketHolidays(std::string_view calendar, Date first, Date last);

} // namespace rialto::pricing
