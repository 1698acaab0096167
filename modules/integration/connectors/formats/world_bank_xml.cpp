// SPDX-License-Identifier: GPL-3.0-or-later
// World Bank, API v2 as XML (wb:data), and the XML of its downloads (Root/data/record/field).
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace worldbankxml {
namespace {

int recognise(const Payload& payload)
{
    if (payload.xml == nullptr)
        return 0;
    const XmlNode& root = payload.xml->root;
    if ((root.name == "data" || root.name == "error") && (root.prefix == "wb" || root.hasAttribute("xmlns:wb")))
        return 90;
    const XmlNode* data = root.child("data");
    return root.name == "Root" && data != nullptr && data->child("record") != nullptr ? 80 : 0;
}

void take(Harvest& harvest, const XmlNode& node, const std::string& indicator, const std::string& title, const std::string& country, const std::string& countryName,
    const std::string& when, const std::string& written)
{
    const auto period = research::parsePeriod(when);
    if (!period) {
        harvest.reject(0, node.line, country + " date", "date-malformed", when);
        return;
    }
    research::Observation made{period->start, std::nullopt, research::kAlwaysKnown, research::kStillKnown};
    if (!written.empty()) {
        const auto value = Decimal::parse(written);
        if (!value) {
            harvest.reject(0, node.line, country + " " + when, "value-malformed", written);
            return;
        }
        made.value = *value;
    }
    auto& series = harvest.seriesOf("worldbank", indicator + "/" + country);
    series.title = title + ", " + countryName;
    series.frequency = period->frequency;
    series.observations.push_back(made);
    harvest.accept();
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const XmlNode& root = payload.xml->root;
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    if (root.name == "error")
        return notFound("import.source-error", payload.fileName + ": the World Bank answered with an error in place of data: " + root.childText("message"));
    if (root.name == "data") {
        harvest.about["lastUpdated"] = root.attribute("lastupdated");
        for (const auto& each : root.children) {
            const XmlNode* indicator = each.child("indicator");
            const XmlNode* country = each.child("country");
            if (indicator == nullptr || country == nullptr) {
                harvest.reject(0, each.line, std::string(each.name), "fields-missing", "no indicator or country");
                continue;
            }
            const std::string iso = each.childText("countryiso3code");
            take(harvest, each, std::string(indicator->attribute("id")), indicator->text(), iso.empty() ? std::string(country->attribute("id")) : iso, country->text(),
                each.childText("date"), each.childText("value"));
        }
        return {};
    }
    for (const auto& record : root.child("data")->children) {
        const XmlNode* country = nullptr;
        const XmlNode* item = nullptr;
        std::string when;
        std::string value;
        for (const auto& field : record.children) {
            const auto name = field.attribute("name");
            if (name == "Country or Area")
                country = &field;
            else if (name == "Item")
                item = &field;
            else if (name == "Year")
                when = field.text();
            else if (name == "Value")
                value = field.text();
        }
        if (country == nullptr || item == nullptr) {
            harvest.reject(0, record.line, std::string(record.name), "fields-missing", "no country or item");
            continue;
        }
        take(harvest, record, std::string(item->attribute("key")), item->text(), std::string(country->attribute("key")), country->text(), when, value);
    }
    return {};
}

} // namespace
} // namespace worldbankxml

Connector worldBankXmlConnector() { return {"worldbank-xml", "World Bank (XML)", "series", worldbankxml::recognise, worldbankxml::parse}; }

} // namespace rialto::integration
