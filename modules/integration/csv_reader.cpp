// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/csv_reader.h"

#include "integration/structural_scan.h"

#include <cstring>

namespace rialto::integration {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 17; // stays in the second-level cache

} // namespace

CsvReader::CsvReader(ByteSource& source, CsvDialect dialect, std::size_t recordLimit)
    : m_source(source), m_dialect(dialect), m_recordLimit(recordLimit), m_buffer(kChunk)
{
}

Result<bool> CsvReader::next()
{
    for (;;) {
        switch (parse()) {
        case Step::Record:
            ++m_row;
            if (!m_escaped.empty())
                unescape();
            return true;
        case Step::Blank: continue;
        case Step::End: return false;
        case Step::NeedMore:
            if (auto more = refill(); !more)
                return more.error();
        }
    }
}

Result<void> CsvReader::refill()
{
    const std::size_t rest = m_end - m_start;
    if (rest > m_recordLimit)
        return invalid("csv.record-too-long", "the record that begins on line " + std::to_string(m_nextLine) + " is longer than "
                + std::to_string(m_recordLimit) + " bytes; most likely a quote is opened there and never closed");
    if (m_start > 0 && rest > 0)
        std::memmove(m_buffer.data(), m_buffer.data() + m_start, rest);
    if (rest * 2 > m_buffer.size())
        m_buffer.resize(m_buffer.size() * 2);
    m_start = 0;
    m_end = rest;
    const auto got = m_source.read(std::span(m_buffer).subspan(m_end));
    if (!got)
        return got.error();
    m_sourceEnded = *got == 0;
    m_end += *got;
    m_bytesRead += *got;
    scanStructure({m_buffer.data(), m_end}, m_dialect.delimiter, m_dialect.quote, m_marks);
    m_mark = 0;
    return {};
}

void CsvReader::addField(std::size_t start, std::size_t end, bool quoted, bool escaped)
{
    if (quoted) {
        ++start;
        if (end > start && m_buffer[end - 1] == m_dialect.quote)
            --end;
        if (escaped)
            m_escaped.push_back(m_fields.size());
    }
    m_fields.emplace_back(m_buffer.data() + start, end - start);
}

CsvReader::Step CsvReader::parse()
{
    if (m_skipFeed) {
        if (m_start == m_end && !m_sourceEnded)
            return Step::NeedMore;
        if (m_start < m_end && m_buffer[m_start] == '\n') {
            ++m_start;
            ++m_mark;
        }
        m_skipFeed = false;
    }
    m_fields.clear();
    m_escaped.clear();
    m_flaw = CsvFlaw::None;
    const char* const bytes = m_buffer.data();
    std::size_t fieldStart = m_start;
    std::uint64_t breaks = 0;  // line breaks inside quotes
    bool quoted = false;       // the current field began with a quote
    bool open = false;         // and that quote is not closed yet
    bool escaped = false;
    std::size_t closedAt = 0;
    std::size_t mark = m_mark;
    for (; mark < m_marks.size(); ++mark) {
        const std::size_t at = m_marks[mark];
        const char c = bytes[at];
        if (open) {
            if (c == '\n')
                ++breaks;
            if (c != m_dialect.quote)
                continue;
            if (at + 1 == m_end && !m_sourceEnded)
                return Step::NeedMore; // doubled or closing: the next byte tells
            if (at + 1 < m_end && bytes[at + 1] == m_dialect.quote) {
                escaped = true;
                ++mark;
            } else {
                open = false;
                closedAt = at;
            }
            continue;
        }
        if (c == m_dialect.quote) {
            if (at == fieldStart)
                quoted = open = true;
            continue;
        }
        if (quoted && closedAt + 1 != at)
            m_flaw = CsvFlaw::TextAfterQuote;
        addField(fieldStart, at, quoted, escaped);
        fieldStart = at + 1;
        quoted = escaped = false;
        if (c == m_dialect.delimiter)
            continue;
        const bool blank = m_fields.size() == 1 && at == m_start;
        m_skipFeed = c == '\r';
        m_line = m_nextLine;
        m_nextLine += 1 + breaks;
        m_start = fieldStart;
        m_mark = mark + 1;
        return blank ? Step::Blank : Step::Record;
    }
    if (!m_sourceEnded)
        return Step::NeedMore;
    if (m_start == m_end)
        return Step::End;
    if (open)
        m_flaw = CsvFlaw::UnclosedQuote;
    else if (quoted && closedAt + 1 != m_end)
        m_flaw = CsvFlaw::TextAfterQuote;
    addField(fieldStart, m_end, quoted, escaped);
    m_line = m_nextLine;
    m_start = m_end;
    m_mark = m_marks.size();
    return Step::Record;
}

void CsvReader::unescape()
{
    for (const std::size_t index : m_escaped) {
        char* const first = m_buffer.data() + (m_fields[index].data() - m_buffer.data());
        char* out = first;
        const char* const end = first + m_fields[index].size();
        for (const char* in = first; in < end; ++in) {
            *out++ = *in;
            if (*in == m_dialect.quote && in + 1 < end && in[1] == m_dialect.quote)
                ++in;
        }
        m_fields[index] = std::string_view(first, static_cast<std::size_t>(out - first));
    }
}

} // namespace rialto::integration
