// SPDX-License-Identifier: GPL-3.0-or-later
// World Bank, API v2 as JSON: a page header and a list of observations, null where there is no value.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace worldbank {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json == nullptr || !payload.json->isArray() || payload.json->size() == 0)
        return 0;
    const JsonNode& head = payload.json->at(0);
    return (head.has("page") && head.has("total")) || (head.has("message") && payload.json->size() == 1) ? 90 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& head = payload.json->at(0);
    if (head.has("message"))
        return notFound("import.source-error", payload.fileName + ": the World Bank answered with an error in place of data: " + head["message"].at(0)["value"].text);
    harvest.about["lastUpdated"] = head["lastupdated"].text;
    const JsonNode& list = payload.json->at(1);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonNode& each = list.at(i);
        const std::string place = each["countryiso3code"].text.empty() ? each["country"]["id"].text : each["countryiso3code"].text;
        const auto period = research::parsePeriod(each["date"].text);
        if (!period) {
            harvest.reject(i + 1, 0, place + " date", "date-malformed", each["date"].text);
            continue;
        }
        research::Observation made{period->start, std::nullopt, research::kAlwaysKnown, research::kStillKnown};
        if (!each["value"].isNull()) {
            const auto value = Decimal::parse(each["value"].text);
            if (!value) {
                harvest.reject(i + 1, 0, place + " " + each["date"].text, "value-malformed", each["value"].text);
                continue;
            }
            made.value = *value;
        }
        auto& series = harvest.seriesOf("worldbank", each["indicator"]["id"].text + "/" + place);
        series.title = each["indicator"]["value"].text + ", " + each["country"]["value"].text;
        series.unit = each["unit"].text;
        series.frequency = period->frequency;
        series.observations.push_back(made);
        harvest.accept();
    }
    const auto pages = wholeNumber(head["pages"].text);
    if (pages && *pages > 1)
        harvest.assume("the answer is page " + head["page"].text + " of " + head["pages"].text);
    return {};
}

} // namespace
} // namespace worldbank

Connector worldBankJsonConnector() { return {"worldbank-json", "World Bank (JSON)", "series", worldbank::recognise, worldbank::parse}; }

} // namespace rialto::integration
