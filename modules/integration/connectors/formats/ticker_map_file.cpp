// SPDX-License-Identifier: GPL-3.0-or-later
// LEAN map files: the last day of a ticker, the ticker and, in newer ones, the exchange; the row of 20501231 is the name of today.
#include "integration/connector.h"
#include "integration/text_rows.h"

#include <algorithm>

namespace rialto::integration {

namespace mapfile {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    const std::string_view line = payload.firstLine();
    const auto comma = line.find(',');
    if (comma != 8 || !Date::parse(line.substr(0, 8)) || line.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 9) != 9)
        return 0;
    const auto commas = std::count(line.begin(), line.end(), ',');
    return commas == 1 || commas == 2 || commas == 3 ? 85 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const std::string symbol = payload.symbolOr({});
    harvest.about["symbol"] = symbol;
    std::optional<Date> before;
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        const auto date = Date::parse(trimSpaces(row.at(0)));
        const std::string ticker = upperCase(trimSpaces(row.at(1)));
        if (!date)
            harvest.reject(row.row, row.line, "date", "date-malformed", std::string(row.at(0).substr(0, 40)));
        else if (ticker.empty())
            harvest.reject(row.row, row.line, "ticker", "symbol-missing");
        else if (before && *date <= *before)
            harvest.reject(row.row, row.line, "date", *date == *before ? "duplicate-time" : "time-backwards", date->text());
        else {
            before = *date;
            harvest.records.push_back({symbol + " name", {{"until", date->text()}, {"ticker", ticker}, {"exchange", std::string(trimSpaces(row.at(2)))}}});
            harvest.accept();
        }
        return true;
    });
}

} // namespace
} // namespace mapfile

Connector tickerMapFileConnector() { return {"lean-map-file", "LEAN map file (CSV)", "reference", mapfile::recognise, mapfile::parse}; }

} // namespace rialto::integration
