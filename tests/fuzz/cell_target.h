// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes in a cell: numbers that two readers accept are equal to the last digit, dates are real days.
#pragma once

#include "domain/fixed.h"
#include "integration/decimal_field.h"
#include "integration/text_encoding.h"
#include "integration/time_field.h"

#include <cstdint>

namespace rialto::fuzzing {

inline void runCellTarget(const std::uint8_t* data, std::size_t size)
{
    using namespace rialto::integration;
    const std::string_view cell(reinterpret_cast<const char*>(data), size);
    for (const DecimalStyle style : {DecimalStyle::Point, DecimalStyle::Comma})
        for (const int shift : {0, 4, -2}) {
            DecimalReading reading;
            const auto fault = readDecimal(cell, {style, shift, shift < 0}, reading);
            if (style != DecimalStyle::Point || shift != 0)
                continue;
            if (const auto exact = parseDecimal(cell, kFixedPlaces); exact && fault == DecimalFault::None)
                RIALTO_CHECK(reading.raw == *exact && !reading.rounded, "two readers of one number differ");
        }
    (void)decimalEvidence(cell);
    for (const TimeShape shape : {TimeShape::YearMonthDay, TimeShape::Compact, TimeShape::DayMonthYear, TimeShape::MonthDayYear, TimeShape::MonthName,
             TimeShape::EpochSeconds, TimeShape::EpochMillis, TimeShape::EpochMicros, TimeShape::EpochNanos, TimeShape::MillisOfDay}) {
        TimeReading reading;
        if (!TimeFormat(shape).read(cell, reading))
            continue;
        RIALTO_CHECK(reading.nanosOfDay >= 0 && reading.nanosOfDay <= kNanosPerDay + kNanosPerSecond, "a time of day is outside the day");
        if (shape != TimeShape::MillisOfDay)
            RIALTO_CHECK(Date::parse(reading.date.text()).ok(), "a date that was read is no date");
    }
    if (const auto format = TimeFormat::fromPattern(std::string(cell))) {
        TimeReading reading;
        (void)format->read(cell, reading);
    }
    std::int64_t nanos = 0;
    (void)readTimeOfDay(cell, nanos);
    (void)guessEncoding(cell, true);
    (void)guessEncoding(cell, false);
}

} // namespace rialto::fuzzing
