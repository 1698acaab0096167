// SPDX-License-Identifier: GPL-3.0-or-later
// Date: a civil day (proleptic Gregorian), counted from 1970-01-01. It has no time zone; a trading day is a Date that a
// calendar speaks of.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rialto {

struct Date {
    std::int32_t days = 0; // since 1970-01-01

    constexpr Date() = default;
    constexpr explicit Date(std::int32_t daysSinceEpoch) : days(daysSinceEpoch) {}
    static Date of(int year, unsigned month, unsigned day);
    /// "YYYY-MM-DD" or "YYYYMMDD". Errors: domain.date-malformed.
    static Result<Date> parse(std::string_view text);
    /// The civil day of an instant at an offset from UTC, floor division.
    static Date ofUtc(Timestamp time, std::int64_t offsetSeconds = 0);

    int year() const;
    unsigned month() const;
    unsigned day() const;
    /// 0 Monday ... 6 Sunday.
    int weekday() const { return static_cast<int>(((days % 7) + 7 + 3) % 7); }
    bool isWeekend() const { return weekday() >= 5; }
    /// Midnight UTC at the start of the day.
    Timestamp startUtc() const { return Timestamp(std::int64_t{days} * kNanosPerDay); }
    std::string text() const; // YYYY-MM-DD

    friend constexpr bool operator==(Date a, Date b) { return a.days == b.days; }
    friend constexpr bool operator!=(Date a, Date b) { return a.days != b.days; }
    friend constexpr bool operator<(Date a, Date b) { return a.days < b.days; }
    friend constexpr bool operator<=(Date a, Date b) { return a.days <= b.days; }
    friend constexpr bool operator>(Date a, Date b) { return a.days > b.days; }
    friend constexpr bool operator>=(Date a, Date b) { return a.days >= b.days; }
    friend constexpr Date operator+(Date d, std::int32_t days) { return Date(d.days + days); }
    friend constexpr Date operator-(Date d, std::int32_t days) { return Date(d.days - days); }
    friend constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }
};

/// "2026-11-24T09:30:00.123Z"; fraction only when it is not zero (milliseconds).
std::string isoUtc(Timestamp time);
/// ISO 8601 with 'T' or a space, optional fraction, and 'Z' or an offset; without an offset it is an error, because a time
/// without a zone is a guess. Errors: domain.time-malformed.
Result<Timestamp> parseIso(std::string_view text);

} // namespace rialto
