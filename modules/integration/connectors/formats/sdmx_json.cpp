// SPDX-License-Identifier: GPL-3.0-or-later
// SDMX-JSON 1.0 and 2.0 data messages: observations are keyed by positions in lists of dimension values that stand apart.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace sdmxjson {
namespace {

const JsonNode& data(const JsonNode& json) { return json.has("data") ? json["data"] : json; }
const JsonNode& structure(const JsonNode& json)
{
    const JsonNode& inner = data(json);
    if (inner.has("structures"))
        return inner["structures"].at(0);
    return inner.has("structure") ? inner["structure"] : json["structure"];
}

int recognise(const Payload& payload)
{
    return payload.json != nullptr && data(*payload.json).has("dataSets") && structure(*payload.json).has("dimensions") ? 95 : 0;
}

/// The values behind "0:3:1"; false when a position is outside its list.
bool resolve(const JsonNode& dimensions, std::string_view positions, std::string& id, std::string& frequency, std::string& when, std::string& title)
{
    std::size_t index = 0;
    while (true) {
        const auto end = positions.find(':');
        const auto position = wholeNumber(positions.substr(0, end));
        const JsonNode& dimension = dimensions.at(index);
        const JsonNode& values = dimension["values"];
        if (!position || *position < 0 || static_cast<std::size_t>(*position) >= values.size())
            return false;
        const JsonNode& value = values.at(static_cast<std::size_t>(*position));
        const std::string& name = dimension["id"].text;
        const std::string& code = value["id"].text.empty() ? value["value"].text : value["id"].text;
        if (name == "TIME_PERIOD" || name == "TIME" || dimension["role"].text == "time") {
            when = code;
        } else {
            id += (id.empty() ? "" : ".") + code;
            if (name == "FREQ" || name == "FREQUENCY")
                frequency = code;
            const std::string& label = value["name"].isString() ? value["name"].text : value["names"]["en"].text;
            if (!label.empty())
                title += (title.empty() ? "" : ", ") + label;
        }
        ++index;
        if (end == std::string_view::npos)
            return true;
        positions = positions.substr(end + 1);
    }
}

void observations(const JsonNode& list, const JsonNode& dimensions, const std::string& seriesId, const std::string& frequency, const std::string& title, Harvest& harvest)
{
    for (std::size_t i = 0; i < list.size() && i < list.keys.size(); ++i) {
        std::string id = seriesId;
        std::string freq = frequency;
        std::string when;
        std::string name = title;
        if (!resolve(dimensions, list.keys[i], id, freq, when, name)) {
            harvest.reject(i + 1, 0, seriesId + " " + list.keys[i], "fields-missing", "the position is outside its dimension");
            continue;
        }
        const auto period = research::parsePeriod(when);
        if (!period) {
            harvest.reject(i + 1, 0, id, "date-malformed", when);
            continue;
        }
        const JsonNode& value = list.items[i].isArray() ? list.items[i].at(0) : list.items[i];
        research::Observation made{period->start, std::nullopt, research::kAlwaysKnown, research::kStillKnown};
        if (!value.isNull() && value.text != "NaN") {
            const auto number = Decimal::parse(value.text);
            if (!number) {
                harvest.reject(i + 1, 0, id + " " + when, "value-malformed", value.text);
                continue;
            }
            made.value = *number;
        }
        auto& series = harvest.seriesOf("sdmx", id);
        series.frequency = freq.empty() ? std::string(period->frequency) : freq;
        series.title = name;
        series.observations.push_back(made);
        harvest.accept();
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& dimensions = structure(*payload.json)["dimensions"];
    for (const auto& set : data(*payload.json)["dataSets"].items) {
        if (set.has("observations"))
            observations(set["observations"], dimensions["observation"], {}, {}, {}, harvest);
        const JsonNode& list = set["series"];
        for (std::size_t i = 0; i < list.size() && i < list.keys.size(); ++i) {
            std::string id;
            std::string frequency;
            std::string when;
            std::string title;
            if (!resolve(dimensions["series"], list.keys[i], id, frequency, when, title)) {
                harvest.reject(i + 1, 0, list.keys[i], "fields-missing", "the position is outside its dimension");
                continue;
            }
            observations(list.items[i]["observations"], dimensions["observation"], id, frequency, title, harvest);
        }
    }
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": the message holds no observation");
    return {};
}

} // namespace
} // namespace sdmxjson

Connector sdmxJsonConnector() { return {"sdmx-json", "SDMX-JSON 1.0 and 2.0", "series", sdmxjson::recognise, sdmxjson::parse}; }

} // namespace rialto::integration
