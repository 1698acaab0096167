// SPDX-License-Identifier: GPL-3.0-or-later
// A number in a table cell to units of 10^-8, exactly, straight from its digits; never through floating point. Knows decimal
// points and commas, digit groups, exponents and a power of ten as scale. More than eight decimals are rounded half even,
// and that is told. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace rialto::integration {

enum class DecimalStyle { Point, Comma };

enum class DecimalFault {
    None,
    Empty,      // nothing, or a word for nothing: "", "-", "null", "NaN", "N/A"
    Malformed,
    Range,
    Ambiguous,  // "1,234" where a point is the decimal mark: a group, or the other style?
    OtherStyle  // "1234,5" where a point is the decimal mark
};

struct DecimalReading {
    std::int64_t raw = 0;   // 10^-8
    bool rounded = false;   // digits were lost
    bool grouped = false;   // separators of thousands were taken out
};

struct DecimalRules {
    DecimalStyle style = DecimalStyle::Point;
    int shift = 0;               // the cell is divided by 10^shift (Lean's deci-cents: 4; lots of a hundred: -2)
    bool loneGroup = false;      // "1,234" is 1234: volumes, not prices
};

DecimalFault readDecimal(std::string_view cell, const DecimalRules& rules, DecimalReading& reading);

/// What one cell says about the style of its file: 1 point, -1 comma, 0 nothing.
int decimalEvidence(std::string_view cell);

} // namespace rialto::integration
