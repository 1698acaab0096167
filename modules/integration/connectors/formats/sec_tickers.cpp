// SPDX-License-Identifier: GPL-3.0-or-later
// SEC EDGAR: company_tickers.json ({"0": {"cik_str", "ticker", "title"}}) and company_tickers_exchange.json (fields and data).
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace sectickers {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json == nullptr || !payload.json->isObject())
        return 0;
    if (payload.json->at(0).has("cik_str") && payload.json->at(0).has("ticker"))
        return 95;
    const JsonNode& fields = (*payload.json)["fields"];
    for (const auto& each : fields.items)
        if (each.text == "cik" && (*payload.json)["data"].isArray())
            return 95;
    return 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    const auto add = [&](std::uint64_t row, std::string cik, const std::string& ticker, const std::string& title, const std::string& exchange) {
        if (!allDigits(cik) || cik.size() > 10 || ticker.empty()) {
            harvest.reject(row, 0, ticker, "fields-missing", cik);
            return;
        }
        cik.insert(0, 10 - cik.size(), '0');
        harvest.records.push_back({ticker, {{"cik", cik}, {"name", title}, {"exchange", exchange}}});
        harvest.accept();
    };
    if (json.has("fields")) {
        const JsonNode& fields = json["fields"];
        std::size_t at[4] = {99, 99, 99, 99};
        const char* const names[4] = {"cik", "ticker", "name", "exchange"};
        for (std::size_t i = 0; i < fields.size(); ++i)
            for (std::size_t k = 0; k < 4; ++k)
                if (fields.at(i).text == names[k])
                    at[k] = i;
        for (std::size_t i = 0; i < json["data"].size(); ++i) {
            const JsonNode& row = json["data"].at(i);
            add(i + 1, row.at(at[0]).text, row.at(at[1]).text, row.at(at[2]).text, row.at(at[3]).text);
        }
        return {};
    }
    for (std::size_t i = 0; i < json.size(); ++i)
        add(i + 1, json.at(i)["cik_str"].text, json.at(i)["ticker"].text, json.at(i)["title"].text, {});
    return {};
}

} // namespace
} // namespace sectickers

Connector secTickersConnector() { return {"sec-tickers", "SEC EDGAR tickers and CIK numbers (JSON)", "reference", sectickers::recognise, sectickers::parse}; }

} // namespace rialto::integration
