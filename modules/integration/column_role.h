// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a table means, told by its heading in English or Chinese, or by the user in a mapping
// ({"date": "trade_date", "close": 4}: a heading or a column number from 1). Pure; any thread.
// Errors: import.mapping-malformed, import.mapping-role, import.mapping-column.
#pragma once

#include "base/result.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rialto::integration {

enum class Role {
    Date, Time, Symbol,
    Open, High, Low, Close, Volume,
    BidOpen, BidHigh, BidLow, BidClose,
    AskOpen, AskHigh, AskLow, AskClose,
    Bid, Ask, BidSize, AskSize,  // ticks; the sizes of quote bars too
    Price, Size                  // trades
};
inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::Size) + 1;
std::string_view name(Role role); // "date", "bidOpen"
std::optional<Role> parseRole(std::string_view text);

/// What a heading says beside its role.
struct Heading {
    std::optional<Role> role;
    std::string zone;            // "date_UTC", "ms_since_midnight_NY"
    int shift = 0;               // "open_x10000": 4
    bool millisOfDay = false;
    bool lots = false;           // Tushare's "vol": lots of 100 shares
};
Heading readHeading(std::string_view text);

/// Columns by role, -1 where there is none.
class ColumnMap {
public:
    ColumnMap() { m_columns.fill(-1); }
    int operator[](Role role) const { return m_columns[static_cast<std::size_t>(role)]; }
    bool has(Role role) const { return (*this)[role] >= 0; }
    void set(Role role, int column) { m_columns[static_cast<std::size_t>(role)] = column; }
    bool usesColumn(int column) const;

private:
    std::array<int, kRoles> m_columns;
};

/// By role: a heading, or a column number from 1 as text ("#4").
using Mapping = std::map<Role, std::string>;
Result<Mapping> parseMapping(std::string_view json);
/// Columns the mapping names; `headings` is empty for a file without a header.
Result<ColumnMap> resolveMapping(const Mapping& mapping, std::span<const std::string> headings, std::size_t columns);

/// Heading without case, spaces and punctuation, for comparison.
std::string normalisedHeading(std::string_view text);

} // namespace rialto::integration
