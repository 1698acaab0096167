// SPDX-License-Identifier: GPL-3.0-or-later
// Binance's public dumps: klines (12 columns, with or without headings, milliseconds or since 2025 microseconds), trades and
// aggTrades. The symbol is in the file's name: BTCUSDT-1m-2024-01.csv.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace binancecsv {
namespace {

enum class Shape { None, Klines, Trades, AggTrades };

bool truth(std::string_view text)
{
    const std::string low = lowerCase(text);
    return low == "true" || low == "false";
}

Shape shapeOf(std::string_view line)
{
    const std::string low = lowerCase(line);
    if (low.starts_with("open_time,open,high,low,close,volume,close_time"))
        return Shape::Klines;
    if (low.starts_with("id,price,qty,quote_qty,time,is_buyer_maker"))
        return Shape::Trades;
    if (low.starts_with("agg_trade_id,price,quantity,first_trade_id"))
        return Shape::AggTrades;
    std::vector<std::string_view> cells;
    for (std::string_view rest = line; !rest.empty();) {
        const auto end = rest.find(',');
        cells.push_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (cells.size() == 12 && epochTime(cells[0]) && epochTime(cells[6]) && allDigits(cells[8]))
        return Shape::Klines;
    if ((cells.size() == 6 || cells.size() == 7) && allDigits(cells[0]) && epochTime(cells[4]) && truth(cells[5]))
        return Shape::Trades;
    if ((cells.size() == 7 || cells.size() == 8) && allDigits(cells[0]) && epochTime(cells[5]) && truth(cells[6]))
        return Shape::AggTrades;
    return Shape::None;
}

int recognise(const Payload& payload) { return payload.json == nullptr && payload.xml == nullptr && shapeOf(payload.firstLine()) != Shape::None ? 85 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const Shape shape = shapeOf(payload.firstLine());
    const bool header = !allDigits(payload.firstLine().substr(0, payload.firstLine().find(',')));
    std::string symbol = payload.symbolOr({});
    if (payload.options != nullptr && payload.options->symbol.empty())
        symbol = symbol.substr(0, symbol.find('-'));
    harvest.kind = shape == Shape::Klines ? "bars" : "ticks";
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (header && row.row == 1)
            return true;
        const RowPlace place{row.row, row.line, {}};
        const std::size_t need = shape == Shape::Klines ? 11 : shape == Shape::Trades ? 6 : 7;
        if (row.fields.size() < need) {
            harvest.reject(row.row, row.line, {}, "columns-missing", std::to_string(row.fields.size()) + " columns");
            return true;
        }
        const auto time = epochTime(row.at(shape == Shape::Klines ? 0 : shape == Shape::Trades ? 4 : 5));
        if (!time) {
            harvest.reject(row.row, row.line, "time", "time-malformed", std::string(row.at(shape == Shape::Klines ? 0 : 4).substr(0, 40)));
            return true;
        }
        if (shape != Shape::Klines) {
            takeTrade(harvest, harvest.ticksOf(symbol, "binance"), *time, row.at(1), row.at(2), place);
            return true;
        }
        const auto close = epochTime(row.at(6));
        if (!close || close->nanos <= time->nanos) {
            harvest.reject(row.row, row.line, "close time", "time-malformed", std::string(row.at(6).substr(0, 40)));
            return true;
        }
        const std::int64_t seconds = (close->nanos - time->nanos + kNanosPerSecond / 2) / kNanosPerSecond;
        takeBar(harvest, harvest.barsOf(symbol, seconds, "binance"), *time, {row.at(1), row.at(2), row.at(3), row.at(4), row.at(5)}, place);
        return true;
    });
}

} // namespace
} // namespace binancecsv

Connector binanceCsvConnector() { return {"binance-csv", "Binance dumps: klines, trades, aggTrades (CSV)", "bars", binancecsv::recognise, binancecsv::parse}; }

} // namespace rialto::integration
