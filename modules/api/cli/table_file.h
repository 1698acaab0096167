// SPDX-License-Identifier: GPL-3.0-or-later
// TableFile: the rows of a CSV file, gzip-compressed or not, read one after the other; columns are named by the header.
// Quoted fields are not supported: the sim verbs' files are numbers and words. Errors name the row (1 is the header).
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::cli {

class TableFile {
public:
    /// Opens the file and checks that the header has every column; fields come in the order of `columns`.
    static Result<TableFile> open(const std::string& path, std::vector<std::string> columns);
    TableFile(TableFile&& other) noexcept;
    TableFile& operator=(TableFile&&) = delete;
    ~TableFile();

    /// False at the end of the file or at an error, which `error()` then tells.
    bool next();
    const std::string& field(std::size_t column) const { return m_fields[column]; }
    std::size_t row() const { return m_row; }
    const std::string& error() const { return m_error; }
    /// "row 7: what".
    Error wrong(std::string_view what) const;

private:
    TableFile() = default;
    bool readLine(std::string& line);

    void* m_file = nullptr;
    std::vector<std::size_t> m_places;
    std::vector<std::string> m_fields;
    std::size_t m_row = 0;
    std::string m_error;
};

/// A whole number without sign, or nothing but an error of the row.
bool parseWhole(std::string_view text, std::uint64_t& value);
/// A decimal with at most `places` places as an integer of 10^-places.
bool parseFixed(std::string_view text, int places, std::int64_t& value);
/// The shortest decimal text of an integer of 10^-places.
std::string fixedText(std::int64_t value, int places);

} // namespace rialto::cli
