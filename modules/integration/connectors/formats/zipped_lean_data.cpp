// SPDX-License-Identifier: GPL-3.0-or-later
// LEAN data inside its archives: rows without headings, "YYYYMMDD HH:mm" for days and hours or milliseconds since midnight, six
// columns for trades and eleven for quotes. Equities and options are in ten-thousandths; which it is, is told by the folders, the
// names of the members or the prices. Outside an archive such files are read as tables.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace leandata {
namespace {

std::vector<std::string> parts(std::string_view text, char by)
{
    std::vector<std::string> out;
    for (;;) {
        const auto end = text.find(by);
        out.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return out;
        text = text.substr(end + 1);
    }
}

struct Row {
    bool daily = false;
    std::size_t columns = 0;
};

std::optional<Row> shapeOf(std::string_view line)
{
    const auto cells = parts(line, ',');
    Row row;
    row.columns = cells.size();
    row.daily = cells[0].size() == 14 && cells[0][8] == ' ' && Date::parse(cells[0].substr(0, 8));
    const bool intraday = allDigits(cells[0]) && cells[0].size() <= 8;
    if ((!row.daily && !intraday) || (row.columns != 6 && row.columns != 11))
        return std::nullopt;
    return row;
}

int recognise(const Payload& payload)
{
    return !payload.archive.empty() && payload.json == nullptr && payload.xml == nullptr && shapeOf(payload.firstLine()) ? 60 : 0;
}

/// "FOXA 2013-07-20 C 20" of foxa_2013_quote_american_call_200000_20130720.
std::string optionSymbol(const std::vector<std::string>& names)
{
    for (std::size_t i = 1; i + 2 < names.size(); ++i)
        if ((names[i] == "call" || names[i] == "put") && allDigits(names[i + 1]) && Date::parse(names[i + 2])) {
            const auto strike = Decimal::parse(names[i + 1]);
            const auto scaled = strike ? strike->dividedBy(Decimal::of(10'000), 4, Rounding::HalfEven) : std::nullopt;
            return upperCase(names[0]) + " " + Date::parse(names[i + 2])->text() + (names[i] == "call" ? " C " : " P ") + (scaled ? scaled->text() : names[i + 1]);
        }
    return {};
}

bool wholePrices(std::string_view text)
{
    bool whole = true;
    int rows = 0;
    forEachLine(text, [&](std::string_view line, std::uint64_t) {
        const auto cells = parts(line, ',');
        for (std::size_t i = 1; i < cells.size() && i < 5; ++i)
            whole = whole && (cells[i].empty() || (allDigits(cells[i]) && cells[i].size() >= 4));
        return ++rows < 50 && whole;
    });
    return whole;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const auto shape = *shapeOf(payload.firstLine());
    std::string stem = lowerCase(payload.stem());
    const auto names = parts(stem, '_');
    const std::string option = optionSymbol(names);
    const std::string folder = "/" + payload.folder + "/";
    const bool scaled = !option.empty() || folder.find("/equity/") != std::string::npos || folder.find("/option/") != std::string::npos;
    const bool plain = folder.find("/crypto") != std::string::npos || folder.find("/forex/") != std::string::npos || folder.find("/future") != std::string::npos || folder.find("/cfd/") != std::string::npos
        || folder.find("/index/") != std::string::npos;
    int shift = scaled ? 4 : 0;
    if (!scaled && !plain && wholePrices(payload.bytes)) {
        shift = 4;
        harvest.assume("whole prices of four digits and more are taken for ten-thousandths, as LEAN keeps equities");
    }
    // 20131007_spy_minute_trade: the date and the symbol are in the member's name.
    std::optional<Date> day;
    std::string symbol = option;
    if (const auto date = Date::parse(names[0]); date && names.size() > 1 && names[0].size() == 8) {
        day = *date;
        if (symbol.empty())
            symbol = upperCase(names[1]);
    }
    if (payload.options != nullptr && payload.options->date)
        day = payload.options->date;
    if (symbol.empty()) {
        symbol = upperCase(names[0]);
        // es_trade_201312: one contract of several.
        if (names.size() >= 3 && allDigits(names.back()) && names.back().size() >= 6)
            symbol += " " + names.back();
    }
    symbol = payload.symbolOr(symbol);
    if (!shape.daily && !day)
        return invalid("import.date-missing", payload.fileName + " holds times of one day and not its date; say --date");
    const std::string zone = payload.options != nullptr && !payload.options->zone.empty() ? payload.options->zone : plain ? "UTC" : "America/New_York";
    const bool quotes = shape.columns == 11;
    const std::int64_t seconds = shape.daily ? (folder.find("/hour/") != std::string::npos ? 3600 : 86'400) : folder.find("/second/") != std::string::npos || stem.find("_second_") != std::string::npos ? 1 : 60;
    if (quotes)
        harvest.assume("bars of bids and asks are kept as the middle of both");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        std::optional<Timestamp> start;
        if (shape.daily) {
            const auto date = Date::parse(row.at(0).substr(0, 8));
            const auto hour = row.at(0).size() == 14 ? wholeNumber(row.at(0).substr(9, 2)) : std::nullopt;
            if (date && hour && *hour < 24)
                start = seconds == 86'400 ? std::optional(date->startUtc()) : wallTime(*date, *hour * 3600 * kNanosPerSecond, zone);
        } else if (const auto millis = wholeNumber(row.at(0)); millis && *millis >= 0 && *millis < 86'400'000) {
            start = wallTime(*day, *millis * 1'000'000, zone);
        }
        if (!start) {
            harvest.reject(row.row, row.line, "time", "time-malformed", std::string(row.at(0).substr(0, 40)));
            return true;
        }
        if (row.fields.size() != shape.columns) {
            harvest.reject(row.row, row.line, {}, row.fields.size() < shape.columns ? "columns-missing" : "columns-extra", std::to_string(row.fields.size()) + " columns");
            return true;
        }
        auto& set = harvest.barsOf(symbol, seconds, quotes ? "lean-mid" : "lean");
        if (!quotes) {
            takeBar(harvest, set, *start, {row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), shift, 0}, {row.row, row.line, {}});
            return true;
        }
        // A side without a quote has no prices: the other one stands alone.
        std::string middle[4];
        for (std::size_t i = 0; i < 4; ++i) {
            const auto bid = Decimal::parse(row.at(1 + i));
            const auto ask = Decimal::parse(row.at(6 + i));
            const bool hasBid = bid && bid->isPositive();
            const bool hasAsk = ask && ask->isPositive();
            if (hasBid && hasAsk) {
                const auto sum = bid->plus(*ask);
                const auto half = sum ? sum->dividedBy(Decimal::of(2), 9, Rounding::HalfEven) : std::nullopt;
                middle[i] = half ? half->text() : std::string();
            } else if (hasBid || hasAsk) {
                middle[i] = hasBid ? bid->text() : ask->text();
                if (i == 0)
                    harvest.repaired("one-sided");
            }
        }
        takeBar(harvest, set, *start, {middle[0], middle[1], middle[2], middle[3], "0", shift, 0}, {row.row, row.line, {}});
        return true;
    });
}

} // namespace
} // namespace leandata

Connector zippedLeanDataConnector() { return {"lean-data", "LEAN data archives (daily, hour, minute)", "bars", leandata::recognise, leandata::parse}; }

} // namespace rialto::integration
