// SPDX-License-Identifier: GPL-3.0-or-later
// PriceTable: a CSV file of daily or intraday prices as it is, cell by cell, with its numbers beside it. Rules read the
// numbers in the order of time and write through edits; each edit names the decision behind it, and the text that comes out
// keeps every byte that no decision touched: order of columns and rows, quotes, line ends, digits. Nothing changes silently.
// Numbers are double because they serve statistics; a power of ten moves the point in the cell's own digits, exactly.
// Pure; one owner. Errors: repair.too-large, repair.no-rows, repair.columns (no date or no price), import.date-unknown,
// import.date-ambiguous, import.empty, import.html-page, import.json-not-table, import.binary.
#pragma once

#include "base/result.h"
#include "domain/date.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration::clean {

enum class Field : std::size_t { Open, High, Low, Close, AdjClose, Volume, Dividend, Split, Gains };
inline constexpr std::size_t kFields = 9;
inline constexpr std::array<Field, 4> kOhlc{Field::Open, Field::High, Field::Low, Field::Close};

/// Why something was changed; several cells may rest on one decision.
struct Decision {
    std::string code;      // unit-100x, split-unadjusted, dividend-100x, ... (README of this folder)
    std::string date;      // of the event, or the first row concerned
    std::string evidence;  // figures, for a person to check
};

struct Change {
    std::uint64_t line = 0;       // in the source file, from 1
    std::string time;             // the cell of the date column
    std::string column;           // the heading; "" when the row as a whole was moved or removed
    std::string before;
    std::string after;
    std::vector<std::size_t> decisions;
};

/// Something seen and left as it is.
struct Finding {
    std::string code;
    std::uint64_t line = 0;
    std::string time;
    std::string column;
    std::string detail;
};

class PriceTable {
public:
    static constexpr std::size_t kMaxBytes = std::size_t{256} << 20;
    static constexpr std::size_t kMaxColumns = 256;

    /// `text` in UTF-8 or another superset of ASCII.
    static Result<PriceTable> parse(std::string text);

    /// Rows with a readable date, oldest first.
    std::size_t size() const { return m_order.size(); }
    bool has(Field field) const { return m_columns[index(field)] >= 0; }
    /// NaN where the cell is empty or no number; +-infinity where it says so.
    double value(std::size_t row, Field field) const { return m_records[m_order[row]].values[index(field)]; }
    Timestamp time(std::size_t row) const { return m_records[m_order[row]].time; }
    Date date(std::size_t row) const { return m_records[m_order[row]].date; }
    std::uint64_t line(std::size_t row) const { return m_records[m_order[row]].line; }
    std::string timeText(std::size_t row) const;
    /// False where the row is too short to have the cell; edits of such a cell do nothing.
    bool hasCell(std::size_t row, Field field) const;
    std::string_view heading(Field field) const;
    std::string_view cellText(std::size_t row, Field field) const;
    bool sameText(std::size_t row, std::size_t other) const;
    bool newestFirst() const { return m_newestFirst; }
    /// Place of the row in the file, counted from the oldest by the file's own direction.
    std::size_t filePlace(std::size_t row) const;

    std::size_t decide(Decision decision);
    void scaleByTen(std::size_t row, Field field, int exponent, std::size_t decision);
    void set(std::size_t row, Field field, double value, std::size_t decision);
    void remove(std::size_t row, std::size_t decision);
    /// Puts all rows in order of time, in the file's own direction; the rows that move are recorded.
    void sort(std::size_t decision, const std::vector<std::size_t>& moved);
    void find(Finding finding) { m_findings.push_back(std::move(finding)); }
    void find(std::string code, std::size_t row, Field field, std::string detail);

    std::string render() const;
    std::vector<Change> changes() const;
    const std::vector<Decision>& decisions() const { return m_decisions; }
    const std::vector<Finding>& findings() const { return m_findings; }
    std::size_t dataRows() const { return m_dataRows; }

private:
    struct Cell {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        bool quoted = false;
    };
    struct Record {
        std::size_t begin = 0;
        std::size_t end = 0;       // line break not included
        std::size_t next = 0;
        std::uint64_t line = 0;
        std::uint32_t firstCell = 0;
        std::uint32_t cells = 0;
        Timestamp time;
        Date date;
        bool timed = false;
        bool removed = false;
        std::array<double, kFields> values{};
    };
    struct Edit {
        std::string text;
        std::vector<std::size_t> decisions;
    };
    static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    void split();
    Result<void> mapColumns();
    Result<void> readRows();
    std::string_view cell(const Record& record, int column) const;
    Edit& edit(std::size_t row, Field field, std::size_t decision);

    std::string m_text;
    char m_delimiter = ',';
    std::vector<Cell> m_cells;
    std::vector<Record> m_records; // the header first
    std::array<int, kFields> m_columns{};
    int m_dateColumn = -1;
    int m_timeColumn = -1;
    std::vector<std::string> m_headings;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_places;
    bool m_newestFirst = false;
    bool m_sorted = false;
    std::size_t m_dataRows = 0;
    std::map<std::pair<std::size_t, int>, Edit> m_edits; // record, column (-1: the row)
    std::vector<Decision> m_decisions;
    std::vector<Finding> m_findings;
};

/// Moves the decimal point of a plain or exponent number by `exponent` places, digit for digit; "" when it is no number.
std::string shiftPoint(std::string_view text, int exponent);
/// A computed number: at least eight decimals' worth and twelve digits, rounded half to even, no trailing zeros; a whole number where
/// `like` is one, with ".0" where that has it.
std::string numberText(double value, std::string_view like, bool whole);

} // namespace rialto::integration::clean
