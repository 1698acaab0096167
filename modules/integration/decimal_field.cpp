// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/decimal_field.h"

#include <array>
#include <cstddef>
#include <limits>

namespace rialto::integration {

namespace {

constexpr int kPlaces = 8;
constexpr std::array<std::int64_t, 19> kPowers = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (auto& each : powers) {
        each = power;
        if (power < 1'000'000'000'000'000'000)
            power *= 10;
    }
    return powers;
}();

bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equalsIgnoringCase(std::string_view text, std::string_view word)
{
    if (text.size() != word.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != word[i])
            return false;
    return true;
}

std::string_view trimmed(std::string_view cell)
{
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t'))
        cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t'))
        cell.remove_suffix(1);
    return cell;
}

bool meansNothing(std::string_view cell)
{
    if (cell.empty() || cell == "-" || cell == "--")
        return true;
    for (const std::string_view word : {"nan", "null", "none", "n/a", "na"})
        if (equalsIgnoringCase(cell, word))
            return true;
    return false;
}

/// The common case: up to 17 digits, at most one point, nothing to round.
bool readPlain(std::string_view cell, int shift, std::int64_t& raw)
{
    const char* at = cell.data();
    const char* const end = at + cell.size();
    const bool negative = at < end && *at == '-';
    if (negative)
        ++at;
    if (end - at > 18 || at == end)
        return false;
    std::uint64_t digits = 0;
    const char* const first = at;
    for (; at < end && isDigit(*at); ++at)
        digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    std::ptrdiff_t decimals = 0;
    if (at < end) {
        if (*at != '.' || at == first)
            return false;
        const char* const point = at++;
        for (; at < end && isDigit(*at); ++at)
            digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        if (at < end)
            return false;
        decimals = at - point - 1;
        if (decimals == 0)
            return false;
    }
    const std::ptrdiff_t zeros = kPlaces - decimals - shift;
    if (zeros < 0 || zeros > 18)
        return false;
    const std::int64_t power = kPowers[static_cast<std::size_t>(zeros)];
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    // A division costs more than the rest: only when the product could be too large.
    if (digits > 92'233'720'368 && digits > kMax / static_cast<std::uint64_t>(power))
        return false;
    if (zeros > kPlaces && digits > kMax / static_cast<std::uint64_t>(power))
        return false;
    raw = static_cast<std::int64_t>(digits) * power;
    if (negative)
        raw = -raw;
    return true;
}

struct Parts {
    bool negative = false;
    std::array<char, 64> digits{}; // significant ones, without leading zeros
    std::size_t count = 0;
    int pointAt = 0;               // value = 0.digits x 10^pointAt
    bool tail = false;             // non-zero digits beyond the 64
};

DecimalFault toUnits(const Parts& parts, int shift, DecimalReading& reading)
{
    const int keep = parts.pointAt + kPlaces - shift; // digits before the last kept unit
    std::int64_t units = 0;
    if (keep > 0) {
        if (parts.count > 0 && keep > 19)
            return DecimalFault::Range;
        for (int i = 0; i < keep; ++i) {
            const int digit = static_cast<std::size_t>(i) < parts.count ? parts.digits[static_cast<std::size_t>(i)] - '0' : 0;
            if (units > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
                return DecimalFault::Range;
            units = units * 10 + digit;
        }
    }
    bool lost = parts.tail;
    for (std::size_t i = keep > 0 ? static_cast<std::size_t>(keep) : 0; i < parts.count; ++i)
        lost = lost || parts.digits[i] != '0';
    if (lost) {
        reading.rounded = true;
        if (keep >= 0 && static_cast<std::size_t>(keep) < parts.count) {
            const char next = parts.digits[static_cast<std::size_t>(keep)];
            bool beyond = parts.tail;
            for (std::size_t i = static_cast<std::size_t>(keep) + 1; i < parts.count; ++i)
                beyond = beyond || parts.digits[i] != '0';
            if (next > '5' || (next == '5' && (beyond || units % 2 != 0))) {
                if (units == std::numeric_limits<std::int64_t>::max())
                    return DecimalFault::Range;
                ++units;
            }
        }
    }
    reading.raw = parts.negative ? -units : units;
    return DecimalFault::None;
}

/// Are the separators of thousands where they belong: one to three digits first, then three each?
bool wellGrouped(std::string_view whole, char group)
{
    std::size_t run = 0;
    bool first = true;
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        if (i < whole.size() && whole[i] != group) {
            ++run;
            continue;
        }
        if (first ? run < 1 || run > 3 : run != 3)
            return false;
        first = false;
        run = 0;
    }
    return true;
}

DecimalFault readSlowly(std::string_view cell, const DecimalRules& rules, DecimalReading& reading)
{
    const char mark = rules.style == DecimalStyle::Point ? '.' : ',';
    const char group = rules.style == DecimalStyle::Point ? ',' : '.';
    Parts parts;
    if (cell.front() == '-' || cell.front() == '+') {
        parts.negative = cell.front() == '-';
        cell.remove_prefix(1);
    }
    int exponent = 0;
    if (const auto e = cell.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view power = cell.substr(e + 1);
        const bool negative = !power.empty() && power.front() == '-';
        if (!power.empty() && (power.front() == '-' || power.front() == '+'))
            power.remove_prefix(1);
        if (power.empty() || power.size() > 3)
            return DecimalFault::Malformed;
        for (const char c : power) {
            if (!isDigit(c))
                return DecimalFault::Malformed;
            exponent = exponent * 10 + (c - '0');
        }
        exponent = negative ? -exponent : exponent;
        cell = cell.substr(0, e);
    }
    const auto point = cell.find(mark);
    const std::string_view whole = cell.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? std::string_view() : cell.substr(point + 1);
    const auto groups = whole.find(group);
    for (const char c : whole)
        if (!isDigit(c) && c != group)
            return DecimalFault::Malformed;
    for (const char c : decimals)
        if (!isDigit(c))
            return c == group || c == mark ? DecimalFault::OtherStyle : DecimalFault::Malformed;
    if (whole.empty() || (point != std::string_view::npos && decimals.empty()))
        return DecimalFault::Malformed;
    if (groups != std::string_view::npos) {
        if (!wellGrouped(whole, group))
            return DecimalFault::OtherStyle;
        const bool lone = whole.find(group, groups + 1) == std::string_view::npos && point == std::string_view::npos;
        if (lone && !rules.loneGroup)
            return DecimalFault::Ambiguous;
        reading.grouped = true;
    }
    bool leading = true;
    const auto push = [&parts, &leading](char digit, bool beforePoint) {
        if (leading && digit == '0') {
            parts.pointAt -= beforePoint ? 0 : 1;
            return;
        }
        leading = false;
        parts.pointAt += beforePoint ? 1 : 0;
        if (parts.count < parts.digits.size())
            parts.digits[parts.count++] = digit;
        else
            parts.tail = parts.tail || digit != '0';
    };
    if (whole.size() > 400 || decimals.size() > 4000)
        return DecimalFault::Range;
    for (const char c : whole)
        if (c != group)
            push(c, true);
    for (const char c : decimals)
        push(c, false);
    parts.pointAt += exponent;
    return toUnits(parts, rules.shift, reading);
}

} // namespace

DecimalFault readDecimal(std::string_view cell, const DecimalRules& rules, DecimalReading& reading)
{
    reading.rounded = false;
    reading.grouped = false;
    if (rules.style == DecimalStyle::Point && readPlain(cell, rules.shift, reading.raw))
        return DecimalFault::None;
    cell = trimmed(cell);
    if (meansNothing(cell))
        return DecimalFault::Empty;
    return readSlowly(cell, rules, reading);
}

int decimalEvidence(std::string_view cell)
{
    cell = trimmed(cell);
    const auto lastPoint = cell.rfind('.');
    const auto lastComma = cell.rfind(',');
    constexpr auto none = std::string_view::npos;
    for (const char c : cell)
        if (!isDigit(c) && c != '.' && c != ',' && c != '-' && c != '+')
            return 0;
    if (lastPoint != none && lastComma != none)
        return lastPoint > lastComma ? 1 : -1;
    const auto last = lastPoint != none ? lastPoint : lastComma;
    if (last == none)
        return 0;
    const char mark = cell[last];
    const int here = mark == '.' ? 1 : -1;
    if (cell.find(mark) != last) // several of the same can only be groups
        return -here;
    return cell.size() - last - 1 == 3 && mark == ',' ? 0 : here;
}

} // namespace rialto::integration
