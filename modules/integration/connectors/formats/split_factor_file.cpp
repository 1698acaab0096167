// SPDX-License-Identifier: GPL-3.0-or-later
// LEAN factor files: last date, price factor (dividends), split factor and, in newer ones, the raw close of that day; the row of
// 20501231 ends the file. Factors of older dates come first.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace factorfile {
namespace {

std::vector<std::string_view> cells(std::string_view line)
{
    std::vector<std::string_view> out;
    for (;;) {
        const auto end = line.find(',');
        out.push_back(trimSpaces(line.substr(0, end)));
        if (end == std::string_view::npos)
            return out;
        line = line.substr(end + 1);
    }
}

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    const auto first = cells(payload.firstLine());
    if ((first.size() != 3 && first.size() != 4) || first[0].size() != 8 || !Date::parse(first[0]) || !Decimal::parse(first[1]) || !Decimal::parse(first[2]))
        return 0;
    const bool ends = payload.bytes.find("20501231,1,1") != std::string_view::npos;
    return ends ? 90 : payload.folder.ends_with("factor_files") ? 80 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const std::string symbol = payload.symbolOr({});
    harvest.about["symbol"] = symbol;
    std::optional<Date> before;
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        const auto date = Date::parse(trimSpaces(row.at(0)));
        const auto price = Decimal::parse(trimSpaces(row.at(1)));
        const auto split = Decimal::parse(trimSpaces(row.at(2)));
        if (!date)
            harvest.reject(row.row, row.line, "date", "date-malformed", std::string(row.at(0).substr(0, 40)));
        else if (!price || !split)
            harvest.reject(row.row, row.line, price ? "split factor" : "price factor", "value-malformed", std::string(row.at(price ? 2 : 1).substr(0, 40)));
        else if (!price->isPositive() || !split->isPositive())
            harvest.reject(row.row, row.line, "factor", "price-not-positive", price->text() + " " + split->text());
        else if (before && *date <= *before)
            harvest.reject(row.row, row.line, "date", *date == *before ? "duplicate-time" : "time-backwards", date->text());
        else {
            before = *date;
            harvest.records.push_back({symbol + " factor", {{"date", date->text()}, {"priceFactor", price->text()}, {"splitFactor", split->text()}, {"referenceClose", std::string(trimSpaces(row.at(3)))}}});
            harvest.accept();
        }
        return true;
    });
}

} // namespace
} // namespace factorfile

Connector splitFactorFileConnector() { return {"lean-factor-file", "LEAN factor file (CSV)", "reference", factorfile::recognise, factorfile::parse}; }

} // namespace rialto::integration
