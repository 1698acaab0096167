// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/clean/price_table.h"

#include "integration/column_role.h"
#include "integration/table_check.h"
#include "integration/table_layout.h"
#include "integration/time_field.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace rialto::integration::clean {

namespace {

constexpr int kMaxDays = 100'000; // within what a Timestamp holds
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

double numberOf(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '+'))
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end != text.data() + text.size() || error == std::errc::invalid_argument)
        return kNothing;
    if (error == std::errc::result_out_of_range)
        return text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos ? 0.0 : std::numeric_limits<double>::infinity();
    return value;
}

struct NamedField {
    std::string_view heading;
    Field field;
};
constexpr NamedField kNamed[] = {
    {"adjclose", Field::AdjClose}, {"adjustedclose", Field::AdjClose}, {"closeadj", Field::AdjClose}, {"dividends", Field::Dividend}, {"dividend", Field::Dividend},
    {"stocksplits", Field::Split}, {"splits", Field::Split}, {"splitratio", Field::Split}, {"capitalgains", Field::Gains},
};

} // namespace

Result<PriceTable> PriceTable::parse(std::string text)
{
    if (text.size() > kMaxBytes)
        return invalid("repair.too-large", "the file has more than 256 MiB; split it by year or by symbol");
    if (const auto table = refuseNonTable(std::string_view(text).substr(0, 4096), "the file"); !table)
        return table.error();
    if (const auto table = refuseNonTableText(std::string_view(text).substr(0, 4096), "the file"); !table)
        return table.error();
    PriceTable table;
    table.m_text = std::move(text);
    table.m_delimiter = sniffDelimiter(std::string_view(table.m_text).substr(0, std::size_t{1} << 16));
    table.split();
    if (table.m_records.size() < 2)
        return invalid("repair.no-rows", "the file has a header at most, no rows of prices");
    if (const auto mapped = table.mapColumns(); !mapped)
        return mapped.error();
    if (const auto read = table.readRows(); !read)
        return read.error();
    return table;
}

void PriceTable::split()
{
    std::size_t at = m_text.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
    std::uint64_t line = 1;
    const std::size_t size = m_text.size();
    while (at < size) {
        Record record;
        record.begin = at;
        record.line = line;
        record.firstCell = static_cast<std::uint32_t>(m_cells.size());
        for (bool more = true; more;) {
            Cell cell;
            std::size_t end = at;
            if (at < size && m_text[at] == '"') {
                std::size_t close = at + 1;
                while (close < size && !(m_text[close] == '"' && (close + 1 >= size || m_text[close + 1] != '"'))) {
                    line += m_text[close] == '\n' ? 1U : 0U;
                    close += m_text[close] == '"' ? 2 : 1;
                }
                close = std::min(close, size);
                cell.begin = static_cast<std::uint32_t>(at + 1);
                cell.length = static_cast<std::uint32_t>(close - at - 1);
                cell.quoted = true;
                end = std::min(close + 1, size);
                while (end < size && m_text[end] != m_delimiter && m_text[end] != '\n' && m_text[end] != '\r')
                    ++end;
            } else {
                while (end < size && m_text[end] != m_delimiter && m_text[end] != '\n' && m_text[end] != '\r')
                    ++end;
                cell.begin = static_cast<std::uint32_t>(at);
                cell.length = static_cast<std::uint32_t>(end - at);
            }
            if (record.cells < kMaxColumns) {
                m_cells.push_back(cell);
                ++record.cells;
            }
            more = end < size && m_text[end] == m_delimiter;
            at = more ? end + 1 : end;
        }
        record.end = at;
        if (at < size)
            at += m_text[at] == '\r' && at + 1 < size && m_text[at + 1] == '\n' ? 2 : 1;
        ++line;
        record.next = at;
        m_records.push_back(record);
    }
}

std::string_view PriceTable::cell(const Record& record, int column) const
{
    if (column < 0 || static_cast<std::uint32_t>(column) >= record.cells)
        return {};
    const Cell& cell = m_cells[record.firstCell + static_cast<std::uint32_t>(column)];
    return std::string_view(m_text).substr(cell.begin, cell.length);
}

Result<void> PriceTable::mapColumns()
{
    m_columns.fill(-1);
    const Record& header = m_records.front();
    for (std::uint32_t i = 0; i < header.cells; ++i) {
        const auto text = cell(header, static_cast<int>(i));
        m_headings.emplace_back(text);
        const std::string plain = normalisedHeading(text);
        const auto take = [&](Field field) {
            if (m_columns[index(field)] < 0)
                m_columns[index(field)] = static_cast<int>(i);
        };
        const auto* known = std::find_if(std::begin(kNamed), std::end(kNamed), [&](const NamedField& each) { return each.heading == plain; });
        if (known != std::end(kNamed)) {
            take(known->field);
            continue;
        }
        const auto role = readHeading(text).role;
        if (!role)
            continue;
        switch (*role) {
        case Role::Date: m_dateColumn = m_dateColumn < 0 ? static_cast<int>(i) : m_dateColumn; break;
        case Role::Time: m_timeColumn = m_timeColumn < 0 ? static_cast<int>(i) : m_timeColumn; break;
        case Role::Open: take(Field::Open); break;
        case Role::High: take(Field::High); break;
        case Role::Low: take(Field::Low); break;
        case Role::Close:
        case Role::Price: take(Field::Close); break;
        case Role::Volume: take(Field::Volume); break;
        default: break;
        }
    }
    if (m_dateColumn < 0) {
        m_dateColumn = m_timeColumn;
        m_timeColumn = -1;
    }
    if (m_dateColumn < 0 || !has(Field::Close)) {
        std::string there;
        for (const auto& heading : m_headings)
            there += (there.empty() ? "" : ", ") + heading;
        return invalid("repair.columns", "line 1 names no date or no close; it has: " + there.substr(0, 300)
                + ". The first line must name the columns, as in Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits");
    }
    return {};
}

Result<void> PriceTable::readRows()
{
    std::vector<std::string> sample;
    for (std::size_t i = 1; i < m_records.size() && sample.size() < 200; ++i)
        if (const auto text = cell(m_records[i], m_dateColumn); !text.empty())
            sample.emplace_back(text);
    auto format = TimeFormat::detect(sample, m_headings[static_cast<std::size_t>(m_dateColumn)]);
    for (std::size_t tail = sample.size(); !format && tail > 1;) { // damaged rows must not hide how the others are written
        std::vector<std::string> usable;
        for (const auto& text : sample)
            if (TimeFormat::detect(std::span(&text, 1), m_headings[static_cast<std::size_t>(m_dateColumn)]) && text.size() >= 8)
                usable.push_back(text);
        if (usable.size() < 2 || usable.size() >= tail)
            return format.error();
        tail = 1;
        format = TimeFormat::detect(usable, m_headings[static_cast<std::size_t>(m_dateColumn)]);
    }
    if (!format)
        return format.error();
    for (std::size_t i = 1; i < m_records.size(); ++i) {
        Record& record = m_records[i];
        if (record.begin == record.end)
            continue;
        ++m_dataRows;
        for (std::size_t f = 0; f < kFields; ++f)
            record.values[f] = numberOf(cell(record, m_columns[f]));
        TimeReading reading;
        if (!format->read(cell(record, m_dateColumn), reading) || std::abs(reading.date.days) > kMaxDays) {
            find({"time-malformed", record.line, std::string(cell(record, m_dateColumn).substr(0, 80)), m_headings[static_cast<std::size_t>(m_dateColumn)], "no date of the file's form"});
            continue;
        }
        std::int64_t nanos = reading.nanosOfDay;
        if (m_timeColumn >= 0)
            readTimeOfDay(cell(record, m_timeColumn), nanos);
        record.date = reading.date;
        record.time = Timestamp(reading.date.startUtc().nanos + nanos - std::int64_t{reading.offsetSeconds.value_or(0)} * kNanosPerSecond);
        record.timed = true;
        m_order.push_back(i);
    }
    if (m_order.empty())
        return invalid("repair.no-rows", "no row has a date that can be read");
    std::size_t falling = 0;
    std::size_t rising = 0;
    for (std::size_t i = 1; i < m_order.size(); ++i) {
        falling += m_records[m_order[i]].time < m_records[m_order[i - 1]].time ? 1U : 0U;
        rising += m_records[m_order[i - 1]].time < m_records[m_order[i]].time ? 1U : 0U;
    }
    m_newestFirst = falling > rising;
    if (m_newestFirst)
        std::reverse(m_order.begin(), m_order.end());
    std::vector<std::size_t> places(m_order.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return m_records[m_order[a]].time < m_records[m_order[b]].time; });
    std::vector<std::size_t> sorted;
    for (const std::size_t place : places)
        sorted.push_back(m_order[place]);
    m_order = std::move(sorted);
    m_places = std::move(places);
    return {};
}

std::string PriceTable::timeText(std::size_t row) const { return std::string(cell(m_records[m_order[row]], m_dateColumn)); }

std::string_view PriceTable::heading(Field field) const
{
    const int column = m_columns[index(field)];
    return column < 0 ? std::string_view() : std::string_view(m_headings[static_cast<std::size_t>(column)]);
}

std::string_view PriceTable::cellText(std::size_t row, Field field) const { return cell(m_records[m_order[row]], m_columns[index(field)]); }

bool PriceTable::sameText(std::size_t row, std::size_t other) const
{
    const Record& a = m_records[m_order[row]];
    const Record& b = m_records[m_order[other]];
    return std::string_view(m_text).substr(a.begin, a.end - a.begin) == std::string_view(m_text).substr(b.begin, b.end - b.begin);
}

std::size_t PriceTable::filePlace(std::size_t row) const { return m_places[row]; }

std::size_t PriceTable::decide(Decision decision)
{
    m_decisions.push_back(std::move(decision));
    return m_decisions.size() - 1;
}

void PriceTable::find(std::string code, std::size_t row, Field field, std::string detail)
{
    m_findings.push_back({std::move(code), line(row), timeText(row), std::string(heading(field)), std::move(detail)});
}

bool PriceTable::hasCell(std::size_t row, Field field) const
{
    const int column = m_columns[index(field)];
    return column >= 0 && static_cast<std::uint32_t>(column) < m_records[m_order[row]].cells;
}

PriceTable::Edit& PriceTable::edit(std::size_t row, Field field, std::size_t decision)
{
    const int column = m_columns[index(field)];
    RIALTO_CHECK(column >= 0, "a column that is not there cannot be changed");
    const auto [place, fresh] = m_edits.try_emplace({m_order[row], column});
    if (fresh)
        place->second.text = std::string(cellText(row, field));
    auto& decisions = place->second.decisions;
    if (std::find(decisions.begin(), decisions.end(), decision) == decisions.end())
        decisions.push_back(decision);
    return place->second;
}

void PriceTable::scaleByTen(std::size_t row, Field field, int exponent, std::size_t decision)
{
    const std::string_view now = cellText(row, field);
    const auto known = m_edits.find({m_order[row], m_columns[index(field)]});
    if (!hasCell(row, field))
        return;
    std::string shifted = shiftPoint(known == m_edits.end() ? now : std::string_view(known->second.text), exponent);
    if (shifted.empty())
        return;
    double& value = m_records[m_order[row]].values[index(field)];
    value = numberOf(shifted);
    edit(row, field, decision).text = std::move(shifted);
}

void PriceTable::set(std::size_t row, Field field, double value, std::size_t decision)
{
    if (!hasCell(row, field))
        return;
    m_records[m_order[row]].values[index(field)] = value;
    const std::string_view like = cellText(row, field);
    edit(row, field, decision).text = numberText(value, like, field == Field::Volume);
}

void PriceTable::remove(std::size_t row, std::size_t decision)
{
    m_records[m_order[row]].removed = true;
    auto& change = m_edits[{m_order[row], -1}];
    change.text = "removed";
    change.decisions.push_back(decision);
    m_order.erase(m_order.begin() + static_cast<std::ptrdiff_t>(row));
    m_places.erase(m_places.begin() + static_cast<std::ptrdiff_t>(row));
}

void PriceTable::sort(std::size_t decision, const std::vector<std::size_t>& moved)
{
    m_sorted = true;
    for (const std::size_t row : moved) {
        auto& change = m_edits[{m_order[row], -1}];
        change.text = "moved";
        change.decisions.push_back(decision);
    }
}

std::string PriceTable::render() const
{
    if (m_edits.empty())
        return m_text;
    std::vector<std::size_t> order(m_records.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (m_sorted) { // rows with dates are dealt out again over the places of rows with dates
        std::vector<std::size_t> dated = m_order;
        if (m_newestFirst)
            std::reverse(dated.begin(), dated.end());
        std::size_t next = 0;
        for (auto& place : order)
            if (m_records[place].timed && !m_records[place].removed)
                place = dated[next++];
    }
    const std::string lineBreak = m_records.front().next > m_records.front().end
        ? m_text.substr(m_records.front().end, m_records.front().next - m_records.front().end)
        : std::string("\n");
    std::string out = m_text.substr(0, m_records.front().begin);
    for (std::size_t n = 0; n < order.size(); ++n) {
        const std::size_t i = order[n];
        const Record& record = m_records[i];
        if (record.removed)
            continue;
        auto change = m_edits.lower_bound({i, 0});
        if (change == m_edits.end() || change->first.first != i) {
            out.append(m_text, record.begin, record.end - record.begin);
        } else {
            std::size_t at = record.begin;
            for (; change != m_edits.end() && change->first.first == i; ++change) {
                const Cell& cell = m_cells[record.firstCell + static_cast<std::uint32_t>(change->first.second)];
                out.append(m_text, at, cell.begin - at);
                out += change->second.text;
                at = cell.begin + cell.length;
            }
            out.append(m_text, at, record.end - at);
        }
        if (n + 1 < order.size() || m_records.back().next > m_records.back().end)
            out += m_sorted || record.next == record.end ? lineBreak : m_text.substr(record.end, record.next - record.end);
    }
    return out;
}

std::vector<Change> PriceTable::changes() const
{
    std::vector<Change> all;
    for (const auto& [place, edit] : m_edits) {
        const Record& record = m_records[place.first];
        Change change{record.line, std::string(cell(record, m_dateColumn)), {}, {}, edit.text, edit.decisions};
        if (place.second >= 0) {
            change.column = m_headings[static_cast<std::size_t>(place.second)];
            change.before = std::string(cell(record, place.second));
            if (change.before == change.after)
                continue;
        }
        all.push_back(std::move(change));
    }
    return all;
}

std::string shiftPoint(std::string_view text, int exponent)
{
    std::string sign;
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        sign = text.front() == '-' ? "-" : "";
        text.remove_prefix(1);
    }
    std::string digits;
    int point = 0; // digits before the point
    bool seenPoint = false;
    std::size_t i = 0;
    for (; i < text.size() && ((text[i] >= '0' && text[i] <= '9') || (text[i] == '.' && !seenPoint)); ++i) {
        if (text[i] == '.')
            seenPoint = true;
        else {
            digits += text[i];
            point += seenPoint ? 0 : 1;
        }
    }
    if (digits.empty() || digits.size() > 400)
        return {};
    if (i < text.size()) {
        if (text[i] != 'e' && text[i] != 'E')
            return {};
        int power = 0;
        const char* from = text.data() + i + 1;
        if (from != text.data() + text.size() && *from == '+')
            ++from;
        const auto [end, error] = std::from_chars(from, text.data() + text.size(), power);
        if (error != std::errc() || end != text.data() + text.size() || power < -400 || power > 400)
            return {};
        point += power;
    }
    point += exponent;
    if (point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        point = 1;
    }
    if (static_cast<std::size_t>(point) > digits.size())
        digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
    std::string whole = digits.substr(0, static_cast<std::size_t>(point));
    std::string part = digits.substr(static_cast<std::size_t>(point));
    while (!part.empty() && part.back() == '0')
        part.pop_back();
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    if (part.empty() && seenPoint)
        part = "0";
    return sign + whole + (part.empty() ? "" : "." + part);
}

std::string numberText(double value, std::string_view like, bool whole)
{
    if (!std::isfinite(value))
        return std::string(like);
    const bool point = like.find('.') != std::string_view::npos;
    const double size = std::abs(value);
    int places = whole ? 0 : 8;
    if (!whole && size > 0)
        places = std::clamp(11 - static_cast<int>(std::floor(std::log10(size))), 8, 40);
    char buffer[400];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, places);
    if (error != std::errc())
        return std::string(like);
    std::string text(buffer, end);
    if (places > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    if (text == "-0")
        text = "0";
    return point && text.find('.') == std::string::npos ? text + ".0" : text;
}

} // namespace rialto::integration::clean
