// SPDX-License-Identifier: GPL-3.0-or-later
// LEAN's symbol properties database: tick size, lot, multiplier and currency of each symbol; "#" begins a comment.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace symbolproperties {
namespace {

int recognise(const Payload& payload) { return payload.firstLine().starts_with("market,symbol,type,description,quote_currency,contract_multiplier") ? 95 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    std::vector<std::string> names;
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1) {
            for (const auto field : row.fields)
                names.emplace_back(trimSpaces(field));
            return true;
        }
        if (trimSpaces(row.at(0)).starts_with("#"))
            return true;
        if (row.flaw != CsvFlaw::None || row.fields.size() < 8) {
            harvest.reject(row.row, row.line, std::string(row.at(1).substr(0, 40)), row.flaw != CsvFlaw::None ? "quote-stray" : "columns-missing", std::to_string(row.fields.size()) + " columns");
            return true;
        }
        for (const std::size_t column : {std::size_t{5}, std::size_t{6}, std::size_t{7}}) {
            const auto number = Decimal::parse(trimSpaces(row.at(column)));
            if (!number || !number->isPositive()) {
                harvest.reject(row.row, row.line, names[column], number ? "price-not-positive" : "value-malformed", std::string(row.at(column).substr(0, 40)));
                return true;
            }
        }
        HarvestedRecord record{std::string(row.at(0)) + " " + std::string(row.at(1)), {}};
        for (std::size_t i = 2; i < names.size() && i < row.fields.size(); ++i)
            record.fields.emplace_back(names[i], std::string(trimSpaces(row.at(i))));
        harvest.records.push_back(std::move(record));
        harvest.accept();
        return true;
    });
}

} // namespace
} // namespace symbolproperties

Connector symbolPropertiesConnector() { return {"symbol-properties", "LEAN symbol properties (CSV)", "reference", symbolproperties::recognise, symbolproperties::parse}; }

} // namespace rialto::integration
