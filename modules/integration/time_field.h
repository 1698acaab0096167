// SPDX-License-Identifier: GPL-3.0-or-later
// A date or time in a table cell. The shapes that real files use are recognised from a sample of their cells; where a sample
// fits two shapes (03/04/2020) that is an error, not a guess. Pure; any thread.
// Errors: import.date-unknown (no shape fits), import.date-ambiguous, import.date-pattern (a pattern that cannot be read).
#pragma once

#include "base/result.h"
#include "domain/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

/// All but the epochs and MillisOfDay may be followed by a time of day ("T" or spaces; 17:00, 17:00:08.123456, 170008123)
/// and an offset ("Z", "+08:00").
enum class TimeShape {
    YearMonthDay,  // 2020-1-31  2020/01/31  2020.01.31  2020年1月31日
    Compact,       // 20200131
    DayMonthYear,  // 31.01.2020  31/1/2020
    MonthDayYear,  // 1/31/2020
    MonthName,     // Jan 31 2020  31 Jan 2020  Jan 31, 2020
    EpochSeconds,
    EpochMillis,
    EpochMicros,
    EpochNanos,
    MillisOfDay,   // since midnight; the date is the file's
    Pattern        // as the user says: yyyy MM dd HH mm ss and literal characters
};
std::string_view name(TimeShape shape);

struct TimeReading {
    Date date;
    std::int64_t nanosOfDay = 0;
    bool hasTime = false;                       // more than a date
    std::optional<std::int32_t> offsetSeconds;  // east of UTC, when the cell says so; epochs say 0
};

class TimeFormat {
public:
    TimeFormat() = default;
    explicit TimeFormat(TimeShape shape) : m_shape(shape) {}
    /// yyyy yy MM M dd d HH H mm ss SSS; everything else stands for itself.
    static Result<TimeFormat> fromPattern(std::string pattern);
    /// The one shape that reads all the cells. `column` is for the message.
    static Result<TimeFormat> detect(std::span<const std::string> cells, std::string_view column);

    bool read(std::string_view cell, TimeReading& reading) const;
    TimeShape shape() const { return m_shape; }

private:
    bool readPattern(std::string_view cell, TimeReading& reading) const;
    TimeShape m_shape = TimeShape::YearMonthDay;
    std::string m_pattern;
};

/// "09:30", "9:30:15.5", "170008", "170008123"; for a column of its own.
bool readTimeOfDay(std::string_view cell, std::int64_t& nanosOfDay);

} // namespace rialto::integration
