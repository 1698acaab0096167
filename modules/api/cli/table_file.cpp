// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/table_file.h"

#include "domain/fixed.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace rialto::cli {

namespace {

std::vector<std::string> split(const std::string& line)
{
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == ',')
            fields.emplace_back();
        else if (c != '\r' && c != ' ')
            fields.back().push_back(c);
    }
    return fields;
}

gzFile handle(void* file)
{
    return static_cast<gzFile>(file);
}

} // namespace

Result<TableFile> TableFile::open(const std::string& path, std::vector<std::string> columns)
{
    TableFile file;
    file.m_file = gzopen(path.c_str(), "rb");
    std::string header;
    if (file.m_file == nullptr || !file.readLine(header))
        return notFound("table.unreadable", path + ": cannot be read, or is empty");
    if (header.rfind("\xEF\xBB\xBF", 0) == 0)
        header.erase(0, 3);
    const std::vector<std::string> names = split(header);
    for (const std::string& column : columns) {
        const auto found = std::find(names.begin(), names.end(), column);
        if (found == names.end())
            return invalid("table.column_missing", path + ": the header has no column '" + column + "'");
        file.m_places.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    file.m_fields.resize(columns.size());
    return Result<TableFile>(std::move(file));
}

TableFile::TableFile(TableFile&& other) noexcept
    : m_file(std::exchange(other.m_file, nullptr)), m_places(std::move(other.m_places)), m_fields(std::move(other.m_fields)),
      m_row(other.m_row), m_error(std::move(other.m_error))
{
}

TableFile::~TableFile()
{
    if (m_file != nullptr)
        gzclose(handle(m_file));
}

bool TableFile::readLine(std::string& line)
{
    char buffer[4096];
    line.clear();
    while (gzgets(handle(m_file), buffer, sizeof buffer) != nullptr) {
        line += buffer;
        if (!line.empty() && line.back() == '\n') {
            line.pop_back();
            break;
        }
    }
    int code = Z_OK;
    const char* message = gzerror(handle(m_file), &code);
    if (code != Z_OK && code != Z_STREAM_END) {
        m_error = std::string("the file is damaged: ") + message;
        return false;
    }
    if (line.empty() && gzeof(handle(m_file)) != 0)
        return false;
    ++m_row;
    return true;
}

bool TableFile::next()
{
    std::string line;
    do {
        if (!readLine(line))
            return false;
    } while (line.empty() || line == "\r");
    std::vector<std::string> fields = split(line);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i] >= fields.size()) {
            m_error = "row " + std::to_string(m_row) + " has too few fields";
            return false;
        }
        m_fields[i] = std::move(fields[m_places[i]]);
    }
    return true;
}

Error TableFile::wrong(std::string_view what) const
{
    return invalid("table.bad_row", "row " + std::to_string(m_row) + ": " + std::string(what));
}

bool parseWhole(std::string_view text, std::uint64_t& value)
{
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size();
}

bool parseFixed(std::string_view text, int places, std::int64_t& value)
{
    const Result<std::int64_t> parsed = parseDecimal(text, places);
    if (parsed)
        value = *parsed;
    return parsed.ok();
}

std::string fixedText(std::int64_t value, int places)
{
    const bool negative = value < 0;
    const std::uint64_t magnitude = negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    std::string text = std::to_string(magnitude);
    if (places > 0) {
        const auto wanted = static_cast<std::size_t>(places);
        if (text.size() <= wanted)
            text.insert(0, wanted + 1 - text.size(), '0');
        text.insert(text.size() - wanted, ".");
        while (text.back() == '0')
            text.pop_back();
        if (text.back() == '.')
            text.pop_back();
    }
    return negative ? "-" + text : text;
}

} // namespace rialto::cli
