// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fixed.h"

#include <limits>

namespace rialto {

Result<std::int64_t> parseDecimal(std::string_view text, int places)
{
    const auto malformed = [&] { return invalid("domain.number-malformed", std::string(text.substr(0, 40))); };
    std::size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        negative = text[at++] == '-';

    // Accumulated below zero, so that the smallest value parses too.
    std::int64_t units = 0;
    constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
    const auto push = [&units](int digit) {
        if (units < (kMin + digit) / 10)
            return false;
        units = units * 10 - digit;
        return true;
    };

    int digits = 0;
    int fraction = -1;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.') {
            if (fraction >= 0)
                return malformed();
            fraction = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return malformed();
        ++digits;
        if (fraction >= places) {
            if (c != '0')
                return invalid("domain.number-precision", std::string(text.substr(0, 40)));
            continue;
        }
        if (!push(c - '0'))
            return invalid("domain.number-range", std::string(text.substr(0, 40)));
        if (fraction >= 0)
            ++fraction;
    }
    if (digits == 0 || (fraction == 0 && text.back() == '.'))
        return malformed();
    for (int have = fraction < 0 ? 0 : fraction; have < places; ++have)
        if (!push(0))
            return invalid("domain.number-range", std::string(text.substr(0, 40)));
    if (negative)
        return units;
    if (units == kMin)
        return invalid("domain.number-range", std::string(text.substr(0, 40)));
    return -units;
}

std::string formatDecimal(std::int64_t units, int places, int minPlaces)
{
    const bool negative = units < 0;
    std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    std::string fraction(static_cast<std::size_t>(places), '0');
    for (int i = places - 1; i >= 0; --i) {
        fraction[static_cast<std::size_t>(i)] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    while (static_cast<int>(fraction.size()) > minPlaces && !fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    while (static_cast<int>(fraction.size()) < minPlaces)
        fraction.push_back('0');
    std::string text = negative ? "-" : "";
    text += std::to_string(rest);
    if (!fraction.empty())
        text += "." + fraction;
    return text;
}

} // namespace rialto
