// SPDX-License-Identifier: GPL-3.0-or-later
// BarsFile: a CSV of bars for the analysis verbs, as columns of doubles. Column names are recognised as files spell them
// (Date, time, Timestamp; Open, o; Close, Last, Adj Close, ...; any case); every other column is kept and can be named as a
// source. Delimiters , ; and tab, quotes and a byte order mark are understood; a file without header is read as
// date,open,high,low,close,volume by its number of columns. Cells that are empty or no numbers are NaN until asked for.
// Errors: bars-file.unreadable, bars-file.too-large, bars-file.empty, bars-file.damaged (with the row), bars-file.time.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rialto::cli {

class BarsFile {
public:
    static Result<BarsFile> read(const std::string& path);
    static Result<BarsFile> parse(std::string_view text, const std::string& name);

    std::size_t rows() const { return m_rows; }
    const std::vector<std::string>& dates() const { return m_dates; }
    /// "open", "high", "low", "close", "volume", or the header of any column, case and punctuation ignored. Null: absent.
    const std::vector<double>* column(std::string_view name) const;
    /// Header names, for messages.
    std::string columnNames() const;
    /// Which column of the file serves as `role` ("close"); empty when none.
    std::string headerOf(std::string_view role) const;
    /// Milliseconds since 1970 of every row.
    Result<std::vector<std::int64_t>> times() const;
    /// The row of the file (1 is the first line with data or header) of a bar.
    std::uint64_t fileRow(std::size_t bar) const { return m_fileRows[bar]; }
    /// Removes bars; `drop` has one flag a bar.
    void remove(const std::vector<bool>& drop);

private:
    struct Column {
        std::string header;
        std::string key;
        std::vector<double> values;
    };
    const Column* find(std::string_view name) const;
    std::vector<Column> m_columns;
    std::vector<std::string> m_dates;
    std::vector<std::uint64_t> m_fileRows;
    std::size_t m_rows = 0;
};

} // namespace rialto::cli
