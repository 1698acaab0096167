// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/batch_table.h"

#include "integration/connectors/file_source.h"
#include "integration/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

namespace rialto::cli {

namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::size_t kMostRows = 1'000'000;

std::string batchLower(std::string_view text)
{
    std::string lower;
    for (const char c : text)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

std::string_view batchTrim(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::optional<double> batchNumber(std::string_view text)
{
    text = batchTrim(text);
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

} // namespace

std::string figureText(double value) { return std::isfinite(value) ? fmt::format("{:.12g}", value) : std::string(); }

Result<BatchTable> BatchTable::read(const std::string& path)
{
    auto file = integration::FileSource::open(path);
    if (!file)
        return file.error();
    const auto text = integration::readUpTo(**file, kMostBytes + 1);
    if (!text)
        return text.error();
    return parse(*text);
}

Result<BatchTable> BatchTable::parse(std::string_view text)
{
    if (text.size() > kMostBytes)
        return invalid("batch.too-large", "more than 64 MiB; split the file");
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    BatchTable table;
    integration::MemorySource source(text);
    integration::CsvReader reader(source, {}, kMostBytes);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (reader.flaw() == integration::CsvFlaw::UnclosedQuote)
            return invalid("batch.quote-unclosed", "the last quoted field does not end");
        const auto fields = reader.fields();
        if (table.m_header.empty())
            for (const auto field : fields)
                table.m_header.emplace_back(batchTrim(field));
        else if (fields.size() != table.m_header.size())
            return invalid("batch.row-length", fmt::format("line {}: {} fields where the header has {}", reader.line(), fields.size(), table.m_header.size()));
        else if (table.m_rows.size() == kMostRows)
            return invalid("batch.too-large", "more than a million rows; split the file");
        else
            table.m_rows.emplace_back(fields.begin(), fields.end());
    }
    if (table.m_header.empty() || table.m_rows.empty())
        return invalid("batch.empty", "a header and at least one row are needed");
    return table;
}

std::optional<std::size_t> BatchTable::column(std::initializer_list<std::string_view> names) const
{
    for (const auto name : names)
        for (std::size_t i = 0; i < m_header.size(); ++i)
            if (batchLower(m_header[i]) == name)
                return i;
    return std::nullopt;
}

Error BatchTable::wrong(std::size_t row, const std::string& what) const { return invalid("batch.bad-row", fmt::format("row {}: {}", row + 2, what)); }

Result<double> BatchTable::number(std::size_t row, std::size_t column) const
{
    const auto value = batchNumber(cell(row, column));
    if (!value)
        return wrong(row, m_header[column] + " is no number: \"" + cell(row, column).substr(0, 40) + "\"");
    return *value;
}

Result<Date> BatchTable::date(std::size_t row, std::size_t column) const
{
    const auto value = Date::parse(batchTrim(cell(row, column)));
    if (!value)
        return wrong(row, m_header[column] + " is no date (YYYY-MM-DD): \"" + cell(row, column).substr(0, 40) + "\"");
    return *value;
}

void BatchTable::append(std::size_t row, const std::string& name, const std::string& value)
{
    auto at = std::find(m_header.begin(), m_header.end(), name);
    if (at == m_header.end()) {
        m_header.push_back(name);
        for (auto& each : m_rows)
            each.emplace_back();
        at = m_header.end() - 1;
    }
    m_rows[row][static_cast<std::size_t>(at - m_header.begin())] = value;
}

void BatchTable::append(std::size_t row, const std::string& name, double value) { append(row, name, figureText(value)); }

std::string BatchTable::toCsv() const
{
    std::string text;
    const auto write = [&text](const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            text += (i == 0 ? "" : ",") + csvField(fields[i]);
        text += '\n';
    };
    write(m_header);
    for (const auto& row : m_rows)
        write(row);
    return text;
}

Json BatchTable::toJson() const
{
    Json rows = Json::array();
    for (const auto& row : m_rows) {
        Json object = Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto value = batchNumber(row[i]);
            std::int64_t whole = 0;
            const auto [end, error] = std::from_chars(row[i].data(), row[i].data() + row[i].size(), whole);
            const bool isWhole = error == std::errc() && end == row[i].data() + row[i].size();
            object[m_header[i]] = row[i].empty() ? Json(nullptr) : isWhole ? Json(whole) : value ? Json(*value) : Json(row[i]);
        }
        rows.push_back(std::move(object));
    }
    return rows;
}

int finishBatch(Context& context, const BatchTable& table, const std::string& out, const Json& conventions)
{
    if (!out.empty()) {
        std::ofstream file(out, std::ios::binary);
        file << table.toCsv();
        file.flush();
        if (!file)
            return context.fail(unavailable("cli.cannot-write", out));
    }
    Json json{{"conventions", conventions}, {"rows", table.toJson()}};
    std::string text = out.empty() ? table.toCsv() : fmt::format("{} rows written to {}\n", table.rows(), out);
    text.pop_back();
    return context.ok(json, text);
}

} // namespace rialto::cli
