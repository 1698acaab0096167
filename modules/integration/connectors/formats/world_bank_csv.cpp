// SPDX-License-Identifier: GPL-3.0-or-later
// World Bank's CSV downloads: a few lines of preamble, then "Country Name","Country Code","Indicator Name","Indicator Code" and
// a column a year.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace worldbankcsv {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    const std::string_view head = payload.bytes.substr(0, 2000);
    return head.find("Country Code") != std::string_view::npos && head.find("Indicator Code") != std::string_view::npos ? 90 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    std::vector<std::string> names;
    harvest.assume("one row of this account is one figure; empty cells are passed over");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (names.empty()) {
            if (trimSpaces(row.at(0)) == "Country Name")
                for (const auto field : row.fields)
                    names.emplace_back(trimSpaces(field));
            return true;
        }
        for (std::size_t i = 4; i < names.size(); ++i) {
            const std::string_view written = trimSpaces(row.at(i));
            if (names[i].empty() || written.empty())
                continue;
            const auto period = research::parsePeriod(names[i]);
            const auto value = Decimal::parse(written);
            if (!period || !value) {
                harvest.reject(row.row, row.line, names[i], period ? "value-malformed" : "date-malformed", std::string(written.substr(0, 40)));
                continue;
            }
            auto& series = harvest.seriesOf("worldbank", std::string(row.at(3)) + "/" + std::string(row.at(1)));
            series.title = std::string(row.at(2)) + ", " + std::string(row.at(0));
            series.frequency = period->frequency;
            series.observations.push_back({period->start, *value, research::kAlwaysKnown, research::kStillKnown});
            harvest.accept();
        }
        return true;
    });
}

} // namespace
} // namespace worldbankcsv

Connector worldBankCsvConnector() { return {"worldbank-csv", "World Bank (CSV)", "series", worldbankcsv::recognise, worldbankcsv::parse}; }

} // namespace rialto::integration
