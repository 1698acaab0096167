// SPDX-License-Identifier: GPL-3.0-or-later
// The ECB's euro reference rates as CSV: a row a day, a column a currency, "N/A" where none was fixed. The daily file writes
// its date in words ("28 February 2017") and puts a space behind each comma.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace ecbcsv {
namespace {

bool code(std::string_view text) { return text.size() == 3 && upperCase(text) == text && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos; }

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    std::string_view line = payload.firstLine();
    if (!lowerCase(line).starts_with("date,"))
        return 0;
    int codes = 0;
    int others = 0;
    line = line.substr(5);
    while (!line.empty()) {
        const auto end = line.find(',');
        const std::string_view name = trimSpaces(line.substr(0, end));
        codes += code(name) ? 1 : 0;
        others += code(name) || name.empty() ? 0 : 1;
        line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
    }
    return others == 0 && codes >= 2 ? 85 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    std::vector<std::string> codes;
    harvest.assume("one row is one rate of a day; \"N/A\" is a currency that was not fixed and is passed over");
    return forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1) {
            for (const auto field : row.fields)
                codes.emplace_back(trimSpaces(field));
            return true;
        }
        const auto time = feedTime(row.at(0));
        if (!time) {
            harvest.reject(row.row, row.line, "Date", "date-malformed", std::string(row.at(0)));
            return true;
        }
        const Date day = Date::ofUtc(*time);
        for (std::size_t i = 1; i < codes.size(); ++i) {
            const std::string_view written = trimSpaces(row.at(i));
            if (codes[i].empty() || written == "N/A" || written.empty())
                continue;
            const auto rate = Decimal::parse(written);
            if (!rate)
                harvest.reject(row.row, row.line, codes[i], "value-malformed", std::string(written));
            else if (!rate->isPositive())
                harvest.reject(row.row, row.line, codes[i], "rate-not-positive", std::string(written));
            else {
                harvest.fixings.push_back({day, "EUR", codes[i], *rate, "ecb"});
                harvest.accept();
            }
        }
        return true;
    });
}

} // namespace
} // namespace ecbcsv

Connector ecbCsvConnector() { return {"ecb-eurofxref-csv", "ECB reference rates (CSV)", "fixings", ecbcsv::recognise, ecbcsv::parse}; }

} // namespace rialto::integration
