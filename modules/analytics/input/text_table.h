// SPDX-License-Identifier: GPL-3.0-or-later
// TextTable: a small CSV file whole in memory, for the verbs of analysis: the delimiter (comma, semicolon, tab, bar) is seen
// from the header, cells are read as numbers or dates when they are asked for. A first row of numbers is no header: the
// columns are then called "column 1", "column 2", ... Pure; any thread once made.
// Errors: analysis.empty, analysis.too-large, analysis.quote-unclosed, analysis.row-length, analysis.bad-cell, analysis.no-dates.
#pragma once

#include "base/result.h"
#include "domain/date.h"

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::analytics {

/// What stands for "no value here": "", NA, NaN, null, -, #N/A.
inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// A finite number; "1.5%" is 0.015; `decimalComma` reads "1,5". Nothing when it is none.
std::optional<double> readNumber(std::string_view cell, bool decimalComma = false);
bool isMissing(std::string_view cell);

class TextTable {
public:
    static constexpr std::size_t kMostBytes = std::size_t{256} << 20;
    static constexpr std::size_t kMostCells = 20'000'000;

    static Result<TextTable> parse(std::string_view text);

    std::size_t rows() const { return m_cells.size() / m_names.size(); }
    std::size_t columns() const { return m_names.size(); }
    const std::vector<std::string>& names() const { return m_names; }
    const std::string& cell(std::size_t row, std::size_t column) const { return m_cells[row * m_names.size() + column]; }

    /// The first column that has one of these names (lower case), whatever its own case and the blanks around.
    std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    std::optional<std::size_t> columnNamed(std::string_view name) const;
    /// A number, or kMissing where nothing stands.
    Result<double> number(std::size_t row, std::size_t column) const;
    /// As number(), but nothing is an error.
    Result<double> required(std::size_t row, std::size_t column) const;
    /// Every cell of the column as a day; "2001-06" is the last day of the month.
    Result<std::vector<Date>> dates(std::size_t column) const;
    /// Named like a date ("", date, day, month, time, period, when), or the first whose first cell reads as a date.
    std::optional<std::size_t> dateColumn() const;
    /// "line 7, column 'x': what".
    Error wrong(std::size_t row, std::size_t column, std::string_view what) const;

private:
    std::vector<std::string> m_names;
    std::vector<std::string> m_cells;
    std::vector<std::uint64_t> m_lines;
    bool m_decimalComma = false;
};

/// Columns of numbers with their days, in order of time: returns or prices.
struct DatedColumns {
    bool dated = true;                          // false: the days are only counted from 1970-01-01
    std::vector<Date> dates;
    std::vector<std::string> names;
    std::vector<std::vector<double>> columns;   // kMissing where the file has nothing
    std::vector<std::string> ignored;           // columns that hold text

    /// By name (whatever the case) or by number from 1.
    std::optional<std::size_t> find(std::string_view name) const;
};

/// Errors: those above, analysis.no-columns, analysis.date-twice.
Result<DatedColumns> datedColumns(const TextTable& table);

} // namespace rialto::analytics
