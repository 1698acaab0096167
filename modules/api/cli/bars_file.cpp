// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/bars_file.h"

#include "integration/csv_reader.h"
#include "integration/text_encoding.h"
#include "integration/time_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

namespace rialto::cli {

namespace {

constexpr std::size_t kLargestFile = std::size_t{1} << 29;
constexpr std::size_t kMostColumns = 512;
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// Letters (any alphabet) and digits, lower case.
std::string keyOf(std::string_view text)
{
    std::string key;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            key.push_back(static_cast<char>(c + 32));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            key.push_back(c);
    }
    return key;
}

struct Role {
    std::string_view name;
    std::vector<std::string_view> spellings; // best first
};

const std::array<Role, 6>& roles()
{
    static const std::array<Role, 6> all{{
        {"date", {"date", "datetime", "time", "timestamp", "day", "tradedate", "datadate", "period", "\xE6\x97\xA5\xE6\x9C\x9F", "\xE6\x97\xB6\xE9\x97\xB4", "\xE4\xBA\xA4\xE6\x98\x93\xE6\x97\xA5\xE6\x9C\x9F"}},
        {"open", {"open", "openprice", "o", "first", "\xE5\xBC\x80\xE7\x9B\x98", "\xE5\xBC\x80\xE7\x9B\x98\xE4\xBB\xB7"}},
        {"high", {"high", "highprice", "h", "max", "\xE6\x9C\x80\xE9\xAB\x98", "\xE6\x9C\x80\xE9\xAB\x98\xE4\xBB\xB7"}},
        {"low", {"low", "lowprice", "l", "min", "\xE6\x9C\x80\xE4\xBD\x8E", "\xE6\x9C\x80\xE4\xBD\x8E\xE4\xBB\xB7"}},
        {"close", {"close", "closeprice", "c", "closelast", "last", "lastprice", "price", "settle", "adjclose", "adjustedclose", "value", "nav", "\xE6\x94\xB6\xE7\x9B\x98", "\xE6\x94\xB6\xE7\x9B\x98\xE4\xBB\xB7"}},
        {"volume", {"volume", "vol", "v", "totalvolume", "volumetraded", "\xE6\x88\x90\xE4\xBA\xA4\xE9\x87\x8F"}},
    }};
    return all;
}

std::string_view trimmed(std::string_view cell)
{
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t'))
        cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t' || cell.back() == '\r'))
        cell.remove_suffix(1);
    return cell;
}

/// 1,234,567 and 1,234.5: every comma stands before exactly three digits of the whole part.
bool groupsOfThree(std::string_view cell)
{
    const std::size_t end = std::min(cell.find('.'), cell.size());
    std::size_t digits = 3;
    for (std::size_t i = end; i-- > 0;) {
        if (cell[i] == ',') {
            if (digits % 3 != 0 || i + 1 == end || i == 0)
                return false;
        } else {
            digits = i + 1 == end ? 1 : digits + 1;
        }
    }
    return cell.find(',', end) == std::string_view::npos;
}

/// Where the delimiter is no comma, a comma without a point is the decimal mark.
double numberOf(std::string_view cell, char delimiter)
{
    cell = trimmed(cell);
    std::string plain;
    if (cell.find(',') != std::string_view::npos) {
        const bool decimal = delimiter != ',' && cell.find('.') == std::string_view::npos && cell.find(',') == cell.rfind(',');
        if (!decimal && !groupsOfThree(cell))
            return kNoNumber;
        for (const char c : cell)
            if (c != ',')
                plain.push_back(c);
            else if (decimal)
                plain.push_back('.');
        cell = plain;
    }
    if (!cell.empty() && (cell.front() == '+' || cell.front() == '$'))
        cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() && !cell.empty() ? value : kNoNumber;
}

char delimiterOf(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = std::count(line.begin(), line.end(), ',');
    for (const char c : {';', '\t', '|'})
        if (const auto count = std::count(line.begin(), line.end(), c); count > most)
            best = c, most = count;
    return best;
}

} // namespace

Result<BarsFile> BarsFile::read(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return notFound("bars-file.unreadable", path + " cannot be read; give a CSV file with --input");
    if (size > kLargestFile)
        return invalid("bars-file.too-large", path + " is larger than 512 MB");
    std::ifstream stream(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream)
        return notFound("bars-file.unreadable", path + " cannot be read");
    return parse(text, path);
}

Result<BarsFile> BarsFile::parse(std::string_view text, const std::string& name)
{
    if (text.rfind("\xEF\xBB\xBF", 0) == 0)
        text.remove_prefix(3);
    if (const std::size_t at = integration::invalidUtf8At(text, true); at != std::string_view::npos)
        return invalid("bars-file.damaged", name + " is not UTF-8 text at byte " + std::to_string(at + 1));
    if (text.find('\0') != std::string_view::npos)
        return invalid("bars-file.damaged", name + " holds bytes of value 0: it is no text file");
    integration::MemorySource source(text);
    const char delimiter = delimiterOf(text);
    integration::CsvReader reader(source, {delimiter, '"'});
    BarsFile file;
    std::size_t dateColumn = static_cast<std::size_t>(-1);
    bool first = true;
    while (true) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto cells = reader.fields();
        const std::string where = name + ", line " + std::to_string(reader.line());
        if (reader.flaw() != integration::CsvFlaw::None)
            return invalid("bars-file.damaged", where + ": a quote is not closed, or text follows it");
        if (first) {
            first = false;
            if (cells.size() > kMostColumns)
                return invalid("bars-file.damaged", where + " has more than 512 columns");
            const bool headless = cells.size() > 1 && !std::isnan(numberOf(cells[1], delimiter)) && (cells[0].empty() || (cells[0][0] >= '0' && cells[0][0] <= '9'));
            static constexpr std::array<std::string_view, 6> order{"date", "open", "high", "low", "close", "volume"};
            for (std::size_t i = 0; i < cells.size(); ++i) {
                std::string header(trimmed(cells[i]));
                if (headless)
                    header = cells.size() == 2 && i == 1 ? "close" : i < order.size() ? std::string(order[i]) : "column " + std::to_string(i + 1);
                file.m_columns.push_back({header, keyOf(header), {}});
            }
            std::size_t best = static_cast<std::size_t>(-1);
            for (std::size_t i = 0; i < file.m_columns.size(); ++i) {
                const auto& known = roles()[0].spellings;
                const auto place = static_cast<std::size_t>(std::find(known.begin(), known.end(), file.m_columns[i].key) - known.begin());
                if (place < known.size() && place < best)
                    best = place, dateColumn = i;
            }
            if (!headless)
                continue;
        }
        if (cells.size() == 1 && trimmed(cells[0]).empty())
            continue;
        if (cells.size() != file.m_columns.size() && (cells.size() < file.m_columns.size() || std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(file.m_columns.size()), cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); })))
            return invalid("bars-file.damaged", where + " has " + std::to_string(cells.size()) + " cells, the header " + std::to_string(file.m_columns.size()));
        for (std::size_t i = 0; i < file.m_columns.size(); ++i)
            file.m_columns[i].values.push_back(numberOf(cells[i], delimiter));
        file.m_dates.emplace_back(dateColumn < cells.size() ? std::string(trimmed(cells[dateColumn])) : std::string());
        file.m_fileRows.push_back(reader.line());
        ++file.m_rows;
    }
    if (file.m_rows == 0)
        return invalid("bars-file.empty", name + " has no rows of data");
    return Result<BarsFile>(std::move(file));
}

const BarsFile::Column* BarsFile::find(std::string_view name) const
{
    const std::string key = keyOf(name);
    for (const Role& role : roles())
        if (role.name == key)
            for (const std::string_view spelling : role.spellings)
                for (const Column& column : m_columns)
                    if (column.key == spelling)
                        return &column;
    for (const Column& column : m_columns)
        if (column.header == name)
            return &column;
    for (const Column& column : m_columns)
        if (!key.empty() && column.key == key)
            return &column;
    return nullptr;
}

const std::vector<double>* BarsFile::column(std::string_view name) const
{
    const Column* found = find(name);
    return found == nullptr ? nullptr : &found->values;
}

std::string BarsFile::headerOf(std::string_view role) const
{
    const Column* found = find(role);
    return found == nullptr ? std::string() : found->header;
}

std::string BarsFile::columnNames() const
{
    std::string names;
    for (const Column& column : m_columns)
        names += (names.empty() ? "" : ", ") + column.header;
    return names.size() > 300 ? names.substr(0, 300) + " ..." : names;
}

Result<std::vector<std::int64_t>> BarsFile::times() const
{
    std::vector<std::string> cells;
    std::vector<std::int64_t> shifts;
    for (const std::string& date : m_dates) {
        std::string cell = date;
        std::int64_t shift = 0;
        const std::string tail = cell.size() > 3 ? keyOf(std::string_view(cell).substr(cell.size() - 3)) : "";
        if (tail == "am" || tail == "pm") {
            cell.resize(cell.size() - 3);
            const std::size_t space = cell.find_last_of(' ');
            const bool twelve = space != std::string::npos && cell.compare(space + 1, 3, "12:") == 0;
            shift = tail == "pm" ? (twelve ? 0 : 12) : (twelve ? -12 : 0);
        }
        cells.push_back(std::move(cell));
        shifts.push_back(shift);
    }
    // All cells, as only a late day beyond the twelfth tells 3/4 from 4/3.
    const auto format = integration::TimeFormat::detect(cells, "date");
    if (!format)
        return format.error();
    std::vector<std::int64_t> times;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        integration::TimeReading reading;
        if (!format->read(cells[i], reading))
            return invalid("bars-file.time", "line " + std::to_string(m_fileRows[i]) + ": '" + m_dates[i] + "' is no time like the others");
        const std::int64_t zone = reading.offsetSeconds.value_or(0);
        times.push_back(reading.date.startUtc().nanos / 1'000'000 + reading.nanosOfDay / 1'000'000 + shifts[i] * 3'600'000 - zone * 1000);
    }
    return times;
}

void BarsFile::remove(const std::vector<bool>& drop)
{
    const auto keep = [&](auto& list) {
        std::size_t to = 0;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!drop[i]) {
                if (to != i)
                    list[to] = std::move(list[i]);
                ++to;
            }
        list.resize(to);
    };
    for (Column& column : m_columns)
        keep(column.values);
    keep(m_dates);
    keep(m_fileRows);
    m_rows = m_dates.size();
}

} // namespace rialto::cli
