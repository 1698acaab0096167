// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/exact_cell.h"

#include "domain/decimal.h"

namespace rialto::clients {

namespace {

// "1,250,000.5" to "1250000.5"; nothing when the groups are not of three digits.
std::optional<std::string> withoutGroups(std::string_view text)
{
    std::string out;
    std::size_t run = 0;
    bool grouped = false;
    bool point = false;
    for (const char c : text) {
        if (c == ',') {
            if (point || run == 0 || run > 3 || (grouped && run != 3))
                return std::nullopt;
            grouped = true;
            run = 0;
            continue;
        }
        if (c == '.') {
            if (grouped && run != 3)
                return std::nullopt;
            point = true;
        } else if (c >= '0' && c <= '9') {
            run += point ? 0 : 1;
        }
        out.push_back(c);
    }
    if (grouped && !point && run != 3)
        return std::nullopt;
    return out;
}

} // namespace

std::optional<std::int64_t> exactUnits(std::string_view text, int places, bool* rounded)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    std::string plain(text);
    if (text.find(',') != std::string_view::npos) {
        auto joined = withoutGroups(text);
        if (!joined)
            return std::nullopt;
        plain = std::move(*joined);
    }
    bool lost = false;
    const auto read = Decimal::parse(plain, &lost);
    if (!read)
        return std::nullopt;
    Int128 units = read->units();
    for (int i = read->places(); i < places; ++i)
        units *= 10;
    Int128 divisor = 1;
    for (int i = places; i < read->places(); ++i)
        divisor *= 10;
    const Int128 value = divideRounded(units, divisor, Rounding::HalfEven);
    if (rounded != nullptr)
        *rounded = lost || value * divisor != units;
    return narrow(value);
}

} // namespace rialto::clients
