// SPDX-License-Identifier: GPL-3.0-or-later
// FRED and ALFRED answers: series/observations as JSON. Each observation carries from when to when its value was the newest
// (output_type 1); output types 2 and 3 have a column a vintage ("GDP_20140829"). "." is a missing value. The answer does not
// name its series: the file's name or --symbol does.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace fred {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json == nullptr || !payload.json->isObject())
        return 0;
    if (payload.json->has("observations") && (payload.json->has("realtime_start") || payload.json->has("observation_start")))
        return 90;
    return payload.json->has("error_code") && payload.json->has("error_message") ? 80 : 0;
}

void take(research::Series& series, Date date, std::string_view written, Date from, Date to, std::uint64_t row, Harvest& harvest)
{
    research::Observation made{date, std::nullopt, from, to};
    if (written != "." && !written.empty()) {
        const auto value = Decimal::parse(written);
        if (!value) {
            harvest.reject(row, 0, date.text(), "value-malformed", std::string(written));
            return;
        }
        made.value = *value;
    }
    series.observations.push_back(made);
    harvest.accept();
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    if (json.has("error_message"))
        return notFound("import.source-error", payload.fileName + ": FRED answered with an error in place of data: " + json["error_message"].text);
    auto& series = harvest.seriesOf("fred", payload.symbolOr(json["series_id"].text));
    series.unit = json["units"].text == "lin" ? "" : json["units"].text;
    const JsonNode& list = json["observations"];
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonNode& each = list.at(i);
        const auto date = Date::parse(each["date"].text);
        if (!date) {
            harvest.reject(i + 1, 0, "date", "date-malformed", each["date"].text);
            continue;
        }
        if (each.has("value")) {
            const auto from = Date::parse(each["realtime_start"].text);
            const auto to = Date::parse(each["realtime_end"].text);
            take(series, *date, trimSpaces(each["value"].text), from ? *from : research::kAlwaysKnown, to ? *to : research::kStillKnown, i + 1, harvest);
            continue;
        }
        bool any = false;
        for (std::size_t k = 0; k < each.keys.size() && k < each.items.size(); ++k) {
            const auto mark = each.keys[k].rfind('_');
            if (mark == std::string::npos || each.keys[k].size() - mark != 9)
                continue;
            const auto from = Date::parse(std::string_view(each.keys[k]).substr(mark + 1));
            if (!from)
                continue;
            any = true;
            if (each.items[k].text != ".")
                take(series, *date, trimSpaces(each.items[k].text), *from, research::kStillKnown, i + 1, harvest);
        }
        if (!any)
            harvest.reject(i + 1, 0, date->text(), "fields-missing", "neither a value nor a vintage");
    }
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": the answer holds no observation");
    const auto count = wholeNumber(json["count"].text);
    if (count && *count > static_cast<std::int64_t>(list.size()))
        harvest.assume("the answer is one page of several: " + std::to_string(list.size()) + " of " + json["count"].text + " observations");
    return {};
}

} // namespace
} // namespace fred

Connector fredJsonConnector() { return {"fred-json", "FRED and ALFRED observations (JSON)", "series", fred::recognise, fred::parse}; }

} // namespace rialto::integration
