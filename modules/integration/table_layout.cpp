// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/table_layout.h"

#include "domain/time_zone.h"
#include "integration/file_name_hints.h"

#include <algorithm>
#include <array>
#include <map>

namespace rialto::integration {

namespace {

constexpr std::size_t kSampleRows = 200;
using Row = std::vector<std::string>;

std::vector<Row> sampleOf(std::string_view head, bool whole, CsvDialect dialect)
{
    MemorySource source(head);
    CsvReader reader(source, dialect);
    std::vector<Row> rows;
    while (rows.size() < kSampleRows) {
        const auto more = reader.next();
        if (!more || !*more)
            break;
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    if (!whole && rows.size() > 1 && rows.size() < kSampleRows)
        rows.pop_back(); // the last one may be cut
    return rows;
}

bool isNumber(const std::string& cell)
{
    DecimalReading reading;
    const auto fault = readDecimal(cell, {}, reading);
    return fault == DecimalFault::None || fault == DecimalFault::Ambiguous || fault == DecimalFault::OtherStyle || fault == DecimalFault::Range;
}

bool isDate(const std::string& cell, TimeReading& reading)
{
    for (const TimeShape shape : {TimeShape::YearMonthDay, TimeShape::Compact, TimeShape::DayMonthYear, TimeShape::MonthDayYear, TimeShape::MonthName})
        if (TimeFormat(shape).read(cell, reading))
            return true;
    return false;
}

bool looksLikeHeader(const Row& row)
{
    TimeReading reading;
    bool anyText = false;
    for (const auto& cell : row) {
        if (isNumber(cell) || isDate(cell, reading))
            return false;
        anyText = anyText || !cell.empty();
    }
    return anyText;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 20; ++i)
        text += (i == 0 ? "" : ", ") + (names[i].empty() ? std::string("(no name)") : names[i]);
    return names.size() > 20 ? text + ", ..." : text;
}

class Planner {
public:
    Planner(const ImportOptions& options, std::vector<Row> rows) : m_options(options), m_hints(hintsFromFileName(options.fileName)), m_rows(std::move(rows)) {}

    Result<TableLayout> plan(CsvDialect dialect)
    {
        m_layout.dialect = dialect;
        for (auto step : {&Planner::findHeader, &Planner::findColumns, &Planner::findKind, &Planner::findTime, &Planner::findDecimals, &Planner::findInterval,
                 &Planner::findZone, &Planner::findSymbol})
            if (auto done = (this->*step)(); !done)
                return done.error();
        return m_layout;
    }

private:
    void assume(std::string sentence) { m_layout.assumptions.push_back(std::move(sentence)); }
    bool has(Role role) const { return m_layout.columns.has(role); }
    void set(std::initializer_list<Role> roles)
    {
        int column = 0;
        for (const Role role : roles)
            m_layout.columns.set(role, column++);
    }
    std::vector<std::string> cellsOf(Role role) const
    {
        std::vector<std::string> cells;
        const int column = m_layout.columns[role];
        for (const auto& row : m_rows)
            if (column >= 0 && static_cast<std::size_t>(column) < row.size())
                cells.push_back(row[static_cast<std::size_t>(column)]);
        return cells;
    }
    std::string headingOf(Role role) const { return m_layout.headings[static_cast<std::size_t>(m_layout.columns[role])]; }

    Result<void> findHeader()
    {
        m_layout.hasHeader = m_options.header.value_or(looksLikeHeader(m_rows.front()));
        if (m_layout.hasHeader) {
            m_layout.headings = m_rows.front();
            m_rows.erase(m_rows.begin());
        }
        if (m_rows.empty())
            return invalid("import.no-rows", m_options.fileName + " holds a header (" + listed(m_layout.headings) + ") and no row below it");
        m_named = m_layout.headings;
        for (std::size_t i = m_layout.headings.size(); i < m_rows.front().size(); ++i)
            m_layout.headings.emplace_back();
        for (std::size_t i = 0; i < m_layout.headings.size(); ++i)
            if (m_layout.headings[i].empty())
                m_layout.headings[i] = "#" + std::to_string(i + 1);
        return {};
    }

    Result<void> findColumns()
    {
        if (!m_options.mapping.empty()) {
            auto columns = resolveMapping(m_options.mapping, m_named, m_layout.headings.size());
            if (!columns)
                return columns.error();
            m_layout.columns = *columns;
            return {};
        }
        if (!m_layout.hasHeader)
            return findColumnsByShape();
        for (std::size_t i = 0; i < m_named.size(); ++i) {
            const Heading heading = readHeading(m_named[i]);
            if (!heading.role || has(*heading.role))
                continue;
            const int column = static_cast<int>(i);
            m_layout.columns.set(*heading.role, column);
            if (!heading.zone.empty())
                m_headingZone = heading.zone;
            m_millisOfDay = m_millisOfDay || heading.millisOfDay;
            if (heading.shift != 0 && m_layout.priceShift != heading.shift) {
                m_layout.priceShift = heading.shift;
                assume("prices are divided by 10^" + std::to_string(heading.shift) + ", as the heading " + m_named[i] + " says");
            }
            m_lots = m_lots || heading.lots;
        }
        if (!has(Role::Date) && has(Role::Time)) { // one column with both
            m_layout.columns.set(Role::Date, m_layout.columns[Role::Time]);
            m_layout.columns.set(Role::Time, -1);
        }
        const bool tushare = std::find(m_named.begin(), m_named.end(), "ts_code") != m_named.end();
        if (m_lots && tushare && !m_options.volumeShift) {
            m_layout.volumeShift = -2;
            assume("column vol counts lots of 100 shares (Tushare) and is stored in shares");
        }
        if (!has(Role::Date) && m_named.size() == 2 && m_rows.front().size() == 2)
            return findColumnsByShape();
        if (has(Role::Date) && m_named.size() == 2 && !has(Role::Close) && !has(Role::Price)) {
            const int other = 1 - m_layout.columns[Role::Date];
            m_layout.columns.set(Role::Close, other);
            assume("column " + m_layout.headings[static_cast<std::size_t>(other)] + " is the close, being the only one beside the date");
        }
        return {};
    }

    /// Files without a header, by the form of their first row.
    Result<void> findColumnsByShape()
    {
        const Row& row = m_rows.front();
        const std::size_t width = row.size();
        TimeReading reading;
        const std::string& first = row.front();
        const bool epoch = TimeFormat(TimeShape::EpochMillis).read(first, reading) || TimeFormat(TimeShape::EpochMicros).read(first, reading);
        std::int64_t nanos = 0;
        const bool date = isDate(first, reading);
        const bool dateWithTime = date && reading.hasTime;
        const bool millis = !date && !epoch && m_hints.date && TimeFormat(TimeShape::MillisOfDay).read(first, reading);
        if (epoch && width == 12) {
            set({Role::Date, Role::Open, Role::High, Role::Low, Role::Close, Role::Volume});
            assume("no header: 12 columns that begin with milliseconds since 1970 are read as Binance klines");
        } else if ((date || epoch) && width == 7 && row[1].find(':') != std::string::npos && readTimeOfDay(row[1], nanos)) {
            set({Role::Date, Role::Time, Role::Open, Role::High, Role::Low, Role::Close, Role::Volume});
            assume("no header: columns are read as date, time, open, high, low, close, volume");
        } else if ((date || epoch || millis) && (width == 5 || width == 6)) {
            set({Role::Date, Role::Open, Role::High, Role::Low, Role::Close});
            if (width == 6)
                m_layout.columns.set(Role::Volume, 5);
            m_millisOfDay = millis;
            assume("no header: columns are read as time, open, high, low, close" + std::string(width == 6 ? ", volume" : ""));
        } else if ((date || millis) && width == 11) {
            set({Role::Date, Role::BidOpen, Role::BidHigh, Role::BidLow, Role::BidClose, Role::BidSize, Role::AskOpen, Role::AskHigh, Role::AskLow, Role::AskClose,
                Role::AskSize});
            m_millisOfDay = millis;
            assume("no header: 11 columns are read as time, four bid prices and size, four ask prices and size");
        } else if (dateWithTime && (width == 3 || width == 4) && isNumber(row[1]) && isNumber(row[2])) {
            set({Role::Date, Role::Bid, Role::Ask});
            assume("no header: columns are read as time, bid, ask" + std::string(width == 4 ? "; the fourth is not used" : ""));
        } else if (date && width == 2 && isNumber(row[1])) {
            set({Role::Date, Role::Close});
            assume("two columns are read as date and close");
        } else {
            return invalid("import.header-missing", m_options.fileName + " has no header, and its rows of " + std::to_string(width) + " columns (first: " + listed(row)
                    + ") have no form that is known; say which column is what, for example --mapping '{\"date\": 1, \"close\": 5}'");
        }
        return {};
    }

    Result<void> findKind()
    {
        for (const auto& heading : m_named)
            if (const auto key = normalisedHeading(heading); key == "updatetype" || key == "firstupdateid")
                return invalid("import.order-book", m_options.fileName + " holds changes of an order book (column " + heading + "), not bars or ticks");
        const bool bars = has(Role::Open) && has(Role::High) && has(Role::Low) && has(Role::Close);
        const bool quoteBars = has(Role::BidOpen) && has(Role::BidHigh) && has(Role::BidLow) && has(Role::BidClose) && has(Role::AskOpen) && has(Role::AskHigh)
            && has(Role::AskLow) && has(Role::AskClose);
        const bool partOfBar = has(Role::Open) || has(Role::High) || has(Role::Low);
        if (has(Role::Date)) {
            if (bars) {
                m_layout.kind = TableKind::Bars;
                return {};
            }
            if (quoteBars) {
                m_layout.kind = TableKind::QuoteBars;
                assume("bars are made of the " + std::string(m_options.quoteSide == QuoteSide::Mid ? "middle of bid and ask" : m_options.quoteSide == QuoteSide::Bid ? "bid" : "ask"));
                return {};
            }
            if (has(Role::Bid) && has(Role::Ask) && !partOfBar) {
                m_layout.kind = TableKind::QuoteTicks;
                return {};
            }
            if (has(Role::Price) && has(Role::Size) && !partOfBar) {
                m_layout.kind = TableKind::TradeTicks;
                return {};
            }
            if (!partOfBar && (has(Role::Close) || has(Role::Price))) {
                m_layout.kind = TableKind::CloseOnly;
                if (!has(Role::Close))
                    m_layout.columns.set(Role::Close, m_layout.columns[Role::Price]);
                assume("each row has one price: it is stored as open, high, low and close");
                return {};
            }
        }
        std::string missing;
        for (const Role role : {Role::Date, Role::Open, Role::High, Role::Low, Role::Close})
            if (!has(role))
                missing += (missing.empty() ? "" : ", ") + std::string(name(role));
        return invalid("import.header-columns", m_options.fileName + ": the header (" + listed(m_layout.headings) + ") does not name a column for: " + missing
                + "; say which it is with --mapping '{\"date\": \"...\", \"close\": \"...\"}'");
    }

    Result<void> findTime()
    {
        if (!m_options.datePattern.empty()) {
            auto format = TimeFormat::fromPattern(m_options.datePattern);
            if (!format)
                return format.error();
            m_layout.time = *format;
        } else if (m_millisOfDay) {
            m_layout.time = TimeFormat(TimeShape::MillisOfDay);
        } else {
            auto format = TimeFormat::detect(cellsOf(Role::Date), headingOf(Role::Date));
            if (!format)
                return format.error();
            m_layout.time = *format;
        }
        if (m_layout.time.shape() == TimeShape::MillisOfDay) {
            const auto date = m_options.date ? m_options.date : m_hints.date;
            if (!date)
                return invalid("import.date-missing", m_options.fileName + " holds times of one day and does not say which; give --date YYYY-MM-DD");
            m_layout.date = *date;
            if (!m_options.date)
                assume("the day is " + date->text() + ", from the name of the file");
        }
        return {};
    }

    Result<void> findDecimals()
    {
        constexpr std::array kPrices{Role::Open, Role::High, Role::Low, Role::Close, Role::Bid, Role::Ask, Role::Price, Role::BidClose, Role::AskClose};
        int points = 0;
        int commas = 0;
        bool anyComma = false;
        bool wholeNumbers = true;
        std::string pointCell;
        std::string commaCell;
        for (const Role role : kPrices)
            for (const auto& cell : cellsOf(role)) {
                const int evidence = decimalEvidence(cell);
                points += evidence > 0 ? 1 : 0;
                commas += evidence < 0 ? 1 : 0;
                if (evidence != 0)
                    (evidence > 0 ? pointCell : commaCell) = cell;
                anyComma = anyComma || cell.find(',') != std::string::npos;
                wholeNumbers = wholeNumbers && (cell.empty() || (cell.size() >= 4 && cell.find_first_not_of("0123456789") == std::string::npos));
            }
        if (m_options.decimal) {
            m_layout.decimal = *m_options.decimal;
        } else if (points > 0 && commas > 0) {
            return invalid("import.mixed-decimals", m_options.fileName + " writes decimals in two ways, \"" + pointCell + "\" and \"" + commaCell
                    + "\"; nothing is imported, because 1,234 would be read wrong in one of them: export it again, or say --decimal point or --decimal comma to have the others listed");
        } else if (commas > 0) {
            m_layout.decimal = DecimalStyle::Comma;
            assume("a comma marks decimals (\"" + commaCell + "\")");
        } else if (points == 0 && anyComma) {
            return invalid("import.decimal-ambiguous", m_options.fileName + " has numbers like \"1,234\", which can be a thousand or one and a bit; say --decimal point or --decimal comma");
        }
        if (m_options.priceShift) {
            m_layout.priceShift = *m_options.priceShift;
        } else if (m_layout.time.shape() == TimeShape::MillisOfDay && m_layout.priceShift == 0 && wholeNumbers) {
            m_layout.priceShift = 4;
            assume("prices are in ten-thousandths, as files of milliseconds since midnight with whole prices are (LEAN)");
        }
        if (m_options.volumeShift)
            m_layout.volumeShift = *m_options.volumeShift;
        return {};
    }

    /// The times of the sample; false for cells that are no times.
    std::vector<std::int64_t> sampleTimes() const
    {
        std::vector<std::int64_t> times;
        const auto dates = cellsOf(Role::Date);
        const auto clocks = cellsOf(Role::Time);
        for (std::size_t i = 0; i < dates.size(); ++i) {
            TimeReading reading;
            if (!m_layout.time.read(dates[i], reading))
                continue;
            std::int64_t nanos = reading.nanosOfDay;
            if (has(Role::Time) && (i >= clocks.size() || !readTimeOfDay(clocks[i], nanos)))
                continue;
            times.push_back(nanos);
        }
        return times;
    }

    Result<void> findInterval()
    {
        if (m_layout.ticks())
            return {};
        if (m_options.interval) {
            m_layout.interval = *m_options.interval;
            return {};
        }
        const auto times = sampleTimes();
        const auto multiples = [&times](std::int64_t of) {
            return std::all_of(times.begin(), times.end(), [of](std::int64_t nanos) { return nanos % of == 0; });
        };
        if (times.empty() || std::all_of(times.begin(), times.end(), [](std::int64_t nanos) { return nanos == 0; }))
            m_layout.interval = BarInterval::Day;
        else if (multiples(60 * kNanosPerMinute))
            m_layout.interval = BarInterval::Hour;
        else if (multiples(kNanosPerMinute))
            m_layout.interval = BarInterval::Minute;
        else
            return invalid("import.interval-unknown", m_options.fileName + ": the times of its bars are no whole days, hours or minutes");
        if (m_hints.interval && m_layout.interval != BarInterval::Day && static_cast<int>(*m_hints.interval) < static_cast<int>(m_layout.interval))
            m_layout.interval = *m_hints.interval;
        assume("bars are of " + std::string(rialto::name(m_layout.interval)) + ", from their times");
        return {};
    }

    Result<void> findZone()
    {
        if (!m_options.zone.empty()) {
            m_layout.zone = m_options.zone;
        } else if (!m_headingZone.empty()) {
            m_layout.zone = m_headingZone;
            if (m_layout.ticks() || m_layout.interval != BarInterval::Day)
                assume("times are in " + m_headingZone + ", as the heading says");
        }
        if (!m_layout.zone.empty()) {
            const auto known = utcOffsetSeconds(Timestamp(), m_layout.zone);
            return known ? Result<void>() : Result<void>(known.error());
        }
        if (!m_layout.ticks() && m_layout.interval == BarInterval::Day)
            return {};
        TimeReading reading;
        for (const auto& cell : cellsOf(Role::Date))
            if (m_layout.time.read(cell, reading) && !reading.offsetSeconds)
                return invalid("import.zone-missing", m_options.fileName + ": a time like \"" + cell
                        + "\" says nothing about its zone; name it, for example --zone America/New_York, Asia/Shanghai or UTC");
        return {};
    }

    Result<void> findSymbol()
    {
        if (!m_options.symbol.empty()) {
            m_layout.symbol = m_options.symbol;
        } else if (!has(Role::Symbol)) {
            m_layout.symbol = m_hints.symbol;
            if (m_layout.symbol.empty())
                return invalid("import.symbol-missing", m_options.fileName + ": neither a column nor the name of the file says which symbol this is; give --symbol");
            assume("the symbol is " + m_layout.symbol + ", from the name of the file");
        }
        return {};
    }

    const ImportOptions& m_options;
    const FileNameHints m_hints;
    std::vector<Row> m_rows;
    std::vector<std::string> m_named; // headings as they are in the file
    TableLayout m_layout;
    std::string m_headingZone;
    bool m_millisOfDay = false;
    bool m_lots = false;
};

} // namespace

char sniffDelimiter(std::string_view head)
{
    char best = ',';
    std::size_t bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const auto rows = sampleOf(head.substr(0, 16'384), false, {candidate, '"'});
        std::map<std::size_t, std::size_t> widths;
        for (const auto& row : rows)
            ++widths[row.size()];
        std::size_t score = 0;
        for (const auto& [width, count] : widths)
            if (width > 1)
                score = std::max(score, count * 100 + std::min<std::size_t>(width, 50));
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

Result<TableLayout> planLayout(std::string_view head, bool whole, const ImportOptions& options)
{
    const CsvDialect dialect{options.delimiter.value_or(sniffDelimiter(head)), '"'};
    auto rows = sampleOf(head, whole, dialect);
    if (rows.empty())
        return invalid("import.no-rows", options.fileName + " holds no row that can be read; its first line may be longer than a megabyte or never end a quote");
    return Planner(options, std::move(rows)).plan(dialect);
}

} // namespace rialto::integration
