// SPDX-License-Identifier: GPL-3.0-or-later
// NamedColumns: a CSV text whose header says which column is which, by any of their usual names, whatever the case, spaces,
// hyphens and underscores. Comma, semicolon or tab, whichever the header has most of. One owner; the text must outlive it.
// Errors carry the code of the caller's module: <module>.file-empty, <module>.row-malformed, and name row and column.
#pragma once

#include "base/result.h"
#include "integration/byte_source.h"
#include "integration/csv_reader.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::clients {

struct ColumnWords {
    std::string_view name;
    std::vector<std::string_view> words; // folded: small letters, no separators
};

class NamedColumns {
public:
    static Result<std::unique_ptr<NamedColumns>> open(std::string_view text, const std::vector<ColumnWords>& columns, std::string module);

    bool has(std::size_t column) const { return m_places[column] != kAbsent; }
    /// The next row that holds something; false at the end.
    Result<bool> next();
    std::size_t row() const { return m_reader.row(); }
    /// Without blanks around it; valid until next().
    std::string_view cell(std::size_t column) const;
    Error wrong(std::size_t column, const std::string& what) const;

    static std::string folded(std::string_view text);

private:
    static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
    NamedColumns(std::string_view text, char delimiter, const std::vector<ColumnWords>& columns, std::string module);

    integration::MemorySource m_source;
    integration::CsvReader m_reader;
    const std::vector<ColumnWords>& m_columns;
    std::string m_module;
    std::vector<std::size_t> m_places;
    std::size_t m_width = 0;
};

} // namespace rialto::clients
