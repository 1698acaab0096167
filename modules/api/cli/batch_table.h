// SPDX-License-Identifier: GPL-3.0-or-later
// BatchTable: a CSV file whose rows are given back with results appended: what `bond --batch` and its kin read and write. Text
// is kept as it stands; columns are found by any of their usual names, whatever the case. A whole file at a time, at most
// 64 MiB and a million rows. Errors name the row (1 is the header).
#pragma once

#include "api/cli/command.h"
#include "base/result.h"
#include "domain/date.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace rialto::cli {

class BatchTable {
public:
    /// Errors: those of files, batch.empty, batch.row-length, batch.quote-unclosed, batch.too-large.
    static Result<BatchTable> read(const std::string& path);
    static Result<BatchTable> parse(std::string_view text);

    std::size_t rows() const { return m_rows.size(); }
    /// The first column that has one of these names.
    std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    const std::string& cell(std::size_t row, std::size_t column) const { return m_rows[row][column]; }
    /// "row 7: what".
    Error wrong(std::size_t row, const std::string& what) const;
    Result<double> number(std::size_t row, std::size_t column) const;
    Result<Date> date(std::size_t row, std::size_t column) const;

    /// A result of a row; a column of that name in the input is replaced, so that its figures are never mistaken for ours.
    void append(std::size_t row, const std::string& name, const std::string& value);
    void append(std::size_t row, const std::string& name, double value);

    std::string toCsv() const;
    /// An array of objects; results and numbers of the input as numbers, other text as text.
    Json toJson() const;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

/// Twelve significant digits, as the reference grids are written; "" for what is not finite.
std::string figureText(double value);

/// Prints the table (or writes it to `out`, when given) with what was assumed.
int finishBatch(Context& context, const BatchTable& table, const std::string& out, const Json& conventions);

} // namespace rialto::cli
