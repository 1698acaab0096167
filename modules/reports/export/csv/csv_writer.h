// SPDX-License-Identifier: GPL-3.0-or-later
// CsvWriter: rows of RFC 4180. text() is for what people wrote, value() for numbers, dates and codes of our own. Any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace rialto::reports {

class CsvWriter {
public:
    explicit CsvWriter(bool byteOrderMark) : m_out(byteOrderMark ? "\xEF\xBB\xBF" : "") {}

    CsvWriter& text(std::string_view field)
    {
        std::string safe(field);
        if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos)
            safe.insert(safe.begin(), '\'');
        return value(safe);
    }
    CsvWriter& value(std::string_view field)
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            m_out += field;
            return *this;
        }
        m_out += '"';
        for (const char c : field) {
            if (c == '"')
                m_out += '"';
            m_out += c;
        }
        m_out += '"';
        return *this;
    }
    CsvWriter& header(std::initializer_list<const char*> names)
    {
        for (const char* name : names)
            value(name);
        return endRow();
    }
    CsvWriter& endRow()
    {
        m_out += "\r\n";
        m_first = true;
        return *this;
    }
    std::string take() { return std::move(m_out); }

private:
    std::string m_out;
    bool m_first = true;
};

} // namespace rialto::reports
