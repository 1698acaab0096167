// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/text_table.h"

#include "integration/byte_source.h"
#include "integration/csv_reader.h"
#include "integration/time_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace rialto::analytics {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string lowered(std::string_view text)
{
    std::string lower(trimmed(text));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return lower;
}

char delimiterOf(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    std::ptrdiff_t most = std::count(line.begin(), line.end(), ',');
    for (const char each : {';', '\t', '|'})
        if (const auto count = std::count(line.begin(), line.end(), each); count > most) {
            most = count;
            best = each;
        }
    return best;
}

std::optional<Date> monthEnd(std::string_view cell)
{
    int year = 0;
    unsigned month = 0;
    if (cell.size() != 7 || (cell[4] != '-' && cell[4] != '/'))
        return std::nullopt;
    const auto [y, yearError] = std::from_chars(cell.data(), cell.data() + 4, year);
    const auto [m, monthError] = std::from_chars(cell.data() + 5, cell.data() + 7, month);
    if (yearError != std::errc() || monthError != std::errc() || y != cell.data() + 4 || m != cell.data() + 7 || year < 1 || month < 1 || month > 12)
        return std::nullopt;
    return (month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1)) - 1;
}

} // namespace

bool isMissing(std::string_view cell)
{
    const std::string text = lowered(cell);
    for (const std::string_view each : {"", "na", "nan", "n/a", "#n/a", "null", "none", "-", "--"})
        if (text == each)
            return true;
    return false;
}

std::optional<double> readNumber(std::string_view cell, bool decimalComma)
{
    std::string text(trimmed(cell));
    double unit = 1;
    if (!text.empty() && text.back() == '%') {
        unit = 100;
        text.pop_back();
        text = std::string(trimmed(text));
    }
    if (!text.empty() && text.front() == '+')
        text.erase(0, 1);
    if (decimalComma && text.find('.') == std::string::npos)
        std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '+' || error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value / unit;
}

Result<TextTable> TextTable::parse(std::string_view text)
{
    if (text.size() > kMostBytes)
        return invalid("analysis.too-large", "more than 256 MiB; split the file");
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos)
        return invalid("analysis.bad-cell", "the file holds zero bytes: it is no UTF-8 text");
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r'))
        text.remove_prefix(1);
    const char delimiter = delimiterOf(text);
    integration::MemorySource source(text);
    integration::CsvReader reader(source, {delimiter, '"'});
    TextTable table;
    table.m_decimalComma = delimiter == ';';
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const std::string line = "line " + std::to_string(reader.line());
        if (reader.flaw() != integration::CsvFlaw::None)
            return invalid("analysis.quote-unclosed", line + ": a quoted cell does not end as it should");
        auto fields = reader.fields();
        if (std::all_of(fields.begin(), fields.end(), [](std::string_view each) { return trimmed(each).empty(); }))
            continue;
        if (!fields.empty() && !trimmed(fields[0]).empty() && trimmed(fields[0]).front() == '#')
            continue; // a remark
        bool isHeader = table.m_names.empty();
        if (isHeader) {
            const auto first = trimmed(fields[0]);
            const bool numbers = (readNumber(first, table.m_decimalComma) || Date::parse(first).ok() || monthEnd(first)) && std::any_of(fields.begin(), fields.end(), [&](std::string_view each) { return readNumber(each, table.m_decimalComma).has_value(); })
                && std::all_of(fields.begin() + 1, fields.end(),
                    [&](std::string_view each) { return readNumber(each, table.m_decimalComma).has_value() || isMissing(each); });
            for (std::size_t i = 0; i < fields.size(); ++i)
                table.m_names.push_back(numbers ? "column " + std::to_string(i + 1) : std::string(trimmed(fields[i])));
            if (!numbers)
                continue;
        }
        if (fields.size() == table.m_names.size() + 1 && trimmed(fields.back()).empty())
            fields = fields.first(fields.size() - 1); // a delimiter at the end of each line
        if (fields.size() != table.m_names.size())
            return invalid("analysis.row-length", line + ": " + std::to_string(fields.size()) + " cells where the header has " + std::to_string(table.m_names.size()));
        if (table.m_cells.size() + fields.size() > kMostCells)
            return invalid("analysis.too-large", "more than 20 million cells; split the file");
        for (const auto field : fields)
            table.m_cells.emplace_back(trimmed(field));
        table.m_lines.push_back(reader.line());
    }
    if (table.m_names.empty() || table.m_cells.empty())
        return invalid("analysis.empty", "a header and at least one row are needed");
    return table;
}

std::optional<std::size_t> TextTable::columnNamed(std::string_view name) const
{
    const std::string wanted = lowered(name);
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (lowered(m_names[i]) == wanted)
            return i;
    return std::nullopt;
}

std::optional<std::size_t> TextTable::column(std::initializer_list<std::string_view> names) const
{
    for (const auto name : names)
        if (const auto found = columnNamed(name))
            return found;
    return std::nullopt;
}

Error TextTable::wrong(std::size_t row, std::size_t column, std::string_view what) const
{
    return invalid("analysis.bad-cell", "line " + std::to_string(m_lines[row]) + ", column '" + m_names[column].substr(0, 60) + "': \"" + cell(row, column).substr(0, 40) + "\" "
            + std::string(what));
}

Result<double> TextTable::number(std::size_t row, std::size_t column) const
{
    if (isMissing(cell(row, column)))
        return kMissing;
    const auto value = readNumber(cell(row, column), m_decimalComma);
    if (!value)
        return wrong(row, column, "is no number");
    return *value;
}

Result<double> TextTable::required(std::size_t row, std::size_t column) const
{
    auto value = number(row, column);
    if (value && std::isnan(*value))
        return wrong(row, column, "where a number is needed");
    return value;
}

Result<std::vector<Date>> TextTable::dates(std::size_t column) const
{
    std::vector<std::string> sample;
    for (std::size_t row = 0; row < rows() && sample.size() < 2000; ++row)
        sample.push_back(cell(row, column));
    std::vector<Date> days(rows());
    if (std::all_of(sample.begin(), sample.end(), [](const std::string& each) { return monthEnd(each).has_value(); })) {
        for (std::size_t row = 0; row < rows(); ++row) {
            const auto day = monthEnd(cell(row, column));
            if (!day)
                return wrong(row, column, "is no month (YYYY-MM)");
            days[row] = *day;
        }
        return days;
    }
    const auto format = integration::TimeFormat::detect(sample, m_names[column]);
    if (!format) {
        // One bad cell must be named; a column of mixed shapes is told as it is.
        std::size_t iso = 0;
        for (const auto& each : sample)
            iso += Date::parse(each).ok() ? 1 : 0;
        if (iso * 2 > sample.size())
            for (std::size_t row = 0; row < sample.size(); ++row)
                if (!Date::parse(cell(row, column)))
                    return wrong(row, column, "is no date");
        return format.error();
    }
    for (std::size_t row = 0; row < rows(); ++row) {
        integration::TimeReading reading;
        if (!format->read(cell(row, column), reading))
            return wrong(row, column, "is no date");
        days[row] = reading.date;
    }
    return days;
}

std::optional<std::size_t> TextTable::dateColumn() const
{
    if (const auto named = column({"date", "day", "month", "time", "datetime", "timestamp", "period", "when", "index", ""}))
        return named;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (Date::parse(cell(0, i)).ok() && !readNumber(cell(0, i)))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> DatedColumns::find(std::string_view name) const
{
    const std::string wanted = lowered(name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (lowered(names[i]) == wanted)
            return i;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size() && number >= 1 && number <= names.size())
        return number - 1;
    return std::nullopt;
}

Result<DatedColumns> datedColumns(const TextTable& table)
{
    DatedColumns result;
    const auto dateColumn = table.dateColumn();
    result.dated = dateColumn.has_value();
    if (dateColumn) {
        auto dates = table.dates(*dateColumn);
        if (!dates)
            return dates.error();
        result.dates = std::move(*dates);
    } else {
        for (std::size_t row = 0; row < table.rows(); ++row)
            result.dates.emplace_back(static_cast<std::int32_t>(row));
    }
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (dateColumn && column == *dateColumn)
            continue;
        std::vector<double> values;
        std::optional<Error> first;
        std::size_t numbers = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto value = table.number(row, column);
            if (!value && !first)
                first = value.error();
            numbers += value && !std::isnan(*value) ? 1 : 0;
            values.push_back(value ? *value : kMissing);
        }
        if (numbers == 0) {
            result.ignored.push_back(table.names()[column]);
            continue;
        }
        if (first)
            return *first;
        result.names.push_back(table.names()[column].empty() ? "column " + std::to_string(column + 1) : table.names()[column]);
        result.columns.push_back(std::move(values));
    }
    if (result.columns.empty())
        return invalid("analysis.no-columns", "no column of numbers beside the dates");
    std::vector<std::size_t> order(result.dates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return result.dates[a] < result.dates[b]; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (result.dates[order[i]] == result.dates[order[i - 1]])
            return invalid("analysis.date-twice", result.dates[order[i]].text() + " stands in the file twice");
    std::vector<Date> sortedDates;
    for (const auto at : order)
        sortedDates.push_back(result.dates[at]);
    result.dates = std::move(sortedDates);
    for (auto& values : result.columns) {
        std::vector<double> sorted;
        for (const auto at : order)
            sorted.push_back(values[at]);
        values = std::move(sorted);
    }
    return result;
}

} // namespace rialto::analytics
