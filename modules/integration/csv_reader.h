// SPDX-License-Identifier: GPL-3.0-or-later
// CsvReader: records of a CSV or TSV text, one after the other, in bounded memory. RFC 4180 quoting (quoted fields may hold
// delimiters, line breaks and doubled quotes); LF, CRLF and CR end a record; blank lines are skipped; a quote inside an
// unquoted field is text. A record that breaks the rules is given with its flaw, so that the caller can count and refuse it.
// Pure; one owner. Errors: csv.record-too-long (an unclosed quote in a large file), and those of the source.
#pragma once

#include "base/result.h"
#include "integration/byte_source.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rialto::integration {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

enum class CsvFlaw {
    None,
    UnclosedQuote,  // the text ends inside quotes
    TextAfterQuote  // "abc"def
};

class CsvReader {
public:
    static constexpr std::size_t kDefaultRecordLimit = std::size_t{1} << 20;

    CsvReader(ByteSource& source, CsvDialect dialect, std::size_t recordLimit = kDefaultRecordLimit);

    /// Moves to the next record; false at the end.
    Result<bool> next();
    /// Of the current record; valid until next().
    std::span<const std::string_view> fields() const { return m_fields; }
    CsvFlaw flaw() const { return m_flaw; }
    /// Counts records from 1, a header included.
    std::uint64_t row() const { return m_row; }
    /// The line on which the record begins, from 1.
    std::uint64_t line() const { return m_line; }
    std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    enum class Step { Record, Blank, NeedMore, End };
    Step parse();
    void addField(std::size_t start, std::size_t end, bool quoted, bool escaped);
    void unescape();
    Result<void> refill();

    ByteSource& m_source;
    CsvDialect m_dialect;
    std::size_t m_recordLimit;
    std::vector<char> m_buffer;
    std::size_t m_end = 0;            // bytes in the buffer
    std::size_t m_start = 0;          // of the next record
    std::vector<std::uint32_t> m_marks;
    std::size_t m_mark = 0;           // next mark to look at
    bool m_sourceEnded = false;
    bool m_skipFeed = false;          // the last record ended in CR: an LF belongs to it
    std::vector<std::string_view> m_fields;
    std::vector<std::size_t> m_escaped; // fields that hold doubled quotes
    CsvFlaw m_flaw = CsvFlaw::None;
    std::uint64_t m_row = 0;
    std::uint64_t m_line = 0;
    std::uint64_t m_nextLine = 1;
    std::uint64_t m_bytesRead = 0;
};

} // namespace rialto::integration
