// SPDX-License-Identifier: GPL-3.0-or-later
// SDMX-ML 2.1 data messages, generic (Series/SeriesKey/Value, Obs/ObsDimension/ObsValue, and flat Obs/ObsKey) and structure
// specific (attributes on Series and Obs), and the compact form of 2.0. A series is named by its dimensions in their order.
// Observations may come in any order; NaN is a missing value. Prefixes need not be declared.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace sdmx {
namespace {

int recognise(const Payload& payload)
{
    if (payload.xml == nullptr)
        return 0;
    const auto name = payload.xml->root.name;
    if (name == "GenericData" || name == "StructureSpecificData" || name == "GenericTimeSeriesData" || name == "StructureSpecificTimeSeriesData" || name == "CompactData")
        return 95;
    return name == "Error" && payload.xml->root.child("ErrorMessage") != nullptr ? 90 : 0;
}

struct Key {
    std::string id;
    std::string unit;
    std::string frequency;
    std::string title;
};

void addDimension(Key& key, std::string_view name, std::string_view value)
{
    key.id += (key.id.empty() ? "" : ".") + std::string(value);
    if (name == "FREQ" || name == "FREQUENCY")
        key.frequency = value;
    if (name == "UNIT_MEASURE" || name == "UNIT")
        key.unit = value;
}

Key genericKey(const XmlNode& list, std::string* period)
{
    Key key;
    for (const auto& each : list.children) {
        const auto name = each.hasAttribute("id") ? each.attribute("id") : each.attribute("concept");
        if (period != nullptr && (name == "TIME_PERIOD" || name == "TIME"))
            *period = each.attribute("value");
        else
            addDimension(key, name, each.attribute("value"));
    }
    return key;
}

void genericAttributes(const XmlNode* list, Key& key)
{
    if (list == nullptr)
        return;
    for (const auto& each : list->children) {
        const auto name = each.hasAttribute("id") ? each.attribute("id") : each.attribute("concept");
        if (name == "TITLE")
            key.title = each.attribute("value");
        if (name == "UNIT_MEASURE" || name == "UNIT")
            key.unit = each.attribute("value");
    }
}

void take(Harvest& harvest, const Key& key, const std::string& flow, const std::string& when, std::string_view written, std::uint32_t line)
{
    const auto period = research::parsePeriod(when);
    if (!period) {
        harvest.reject(0, line, key.id, "date-malformed", when);
        return;
    }
    research::Observation made{period->start, std::nullopt, research::kAlwaysKnown, research::kStillKnown};
    written = trimSpaces(written);
    if (!written.empty() && written != "NaN") {
        const auto value = Decimal::parse(written);
        if (!value) {
            harvest.reject(0, line, key.id + " " + when, "value-malformed", std::string(written.substr(0, 40)));
            return;
        }
        made.value = *value;
    }
    auto& series = harvest.seriesOf("sdmx", flow.empty() ? key.id : flow + "/" + key.id);
    series.unit = key.unit;
    series.title = key.title;
    series.frequency = key.frequency.empty() ? std::string(period->frequency) : key.frequency;
    series.observations.push_back(made);
    harvest.accept();
}

std::string flowOf(const XmlNode& root)
{
    const XmlNode* header = root.child("Header");
    const XmlNode* structure = header == nullptr ? nullptr : header->child("Structure");
    if (structure == nullptr)
        return {};
    for (const auto& usage : structure->children)
        for (const auto& each : usage.children)
            if (each.name == "Ref")
                return std::string(each.attribute("id"));
    return std::string(structure->attribute("structureID"));
}

const XmlNode* valueOf(const XmlNode& obs) { return obs.child("ObsValue"); }

void genericSeries(const XmlNode& series, const std::string& flow, Harvest& harvest)
{
    const XmlNode* keyNode = series.child("SeriesKey");
    Key key = keyNode == nullptr ? Key() : genericKey(*keyNode, nullptr);
    genericAttributes(series.child("Attributes"), key);
    for (const auto& obs : series.children) {
        if (obs.name != "Obs")
            continue;
        const XmlNode* when = obs.child("ObsDimension");
        const std::string time = when != nullptr ? std::string(when->attribute("value")) : obs.childText("Time");
        const XmlNode* value = valueOf(obs);
        take(harvest, key, flow, time, value == nullptr ? std::string_view() : value->attribute("value"), obs.line);
    }
}

void specificObs(const XmlNode& obs, Key key, const std::string& flow, Harvest& harvest, bool flat)
{
    std::string when;
    std::string_view value;
    for (const auto& [full, text] : obs.attributes) {
        const std::string_view name = full;
        if (name == "TIME_PERIOD" || name == "TIME")
            when = text;
        else if (name == "OBS_VALUE")
            value = text;
        else if (flat && name.find(':') == std::string_view::npos && name != "OBS_STATUS" && name != "OBS_CONF" && name != "DECIMALS" && name != "UNIT_MULT" && name != "CONF_STATUS" && name != "xmlns")
            addDimension(key, name, text);
    }
    take(harvest, key, flow, when, value, obs.line);
}

void dataSet(const XmlNode& set, const std::string& flow, Harvest& harvest)
{
    for (const auto& each : set.children) {
        if (each.name == "Series" && each.child("SeriesKey") != nullptr) {
            genericSeries(each, flow, harvest);
        } else if (each.name == "Series") {
            Key key;
            for (const auto& [name, text] : each.attributes) {
                if (name == "TITLE" || name == "TITLE_COMPL")
                    key.title = text;
                else if (name.find(':') == std::string_view::npos && name != "xmlns" && name != "DECIMALS" && name != "UNIT_MULT" && name != "COLLECTION" && name != "SOURCE_AGENCY" && name != "TIME_FORMAT")
                    addDimension(key, name, text);
            }
            for (const auto& obs : each.children)
                if (obs.name == "Obs")
                    specificObs(obs, key, flow, harvest, false);
        } else if (each.name == "Obs" && each.child("ObsKey") != nullptr) {
            std::string when;
            Key key = genericKey(*each.child("ObsKey"), &when);
            genericAttributes(each.child("Attributes"), key);
            const XmlNode* value = valueOf(each);
            take(harvest, key, flow, when, value == nullptr ? std::string_view() : value->attribute("value"), each.line);
        } else if (each.name == "Obs") {
            specificObs(each, {}, flow, harvest, true);
        } else if (each.name == "Group") {
            continue; // attributes of several series: no figures
        }
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const XmlNode& root = payload.xml->root;
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    if (root.name == "Error")
        return notFound("import.source-error", payload.fileName + ": the SDMX service answered with an error in place of data: " + root.child("ErrorMessage")->text());
    const std::string flow = flowOf(root);
    for (const auto& each : root.children)
        if (each.name == "DataSet")
            dataSet(each, flow, harvest);
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": the message holds no observation");
    return {};
}

} // namespace
} // namespace sdmx

Connector sdmxXmlConnector() { return {"sdmx-ml", "SDMX-ML 2.1 (generic and structure specific)", "series", sdmx::recognise, sdmx::parse}; }

} // namespace rialto::integration
