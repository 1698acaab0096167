// SPDX-License-Identifier: GPL-3.0-or-later
// US Treasury daily yield curves as XML: an Atom feed whose entries carry m:properties with d:NEW_DATE and d:BC_1MONTH ...
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace treasury {
namespace {

const XmlNode* properties(const XmlNode& entry)
{
    const XmlNode* content = entry.child("content");
    return content == nullptr ? nullptr : content->child("properties");
}

int recognise(const Payload& payload)
{
    if (payload.xml == nullptr || (payload.xml->root.name != "feed" && payload.xml->root.name != "pre"))
        return 0;
    for (const auto& each : payload.xml->root.children)
        if (each.name == "entry" && properties(each) != nullptr)
            return 98;
    return 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    harvest.assume("one row of this account is one yield of one day, in percent a year");
    for (const auto& entry : payload.xml->root.children) {
        const XmlNode* fields = entry.name == "entry" ? properties(entry) : nullptr;
        if (fields == nullptr)
            continue;
        std::string when = fields->childText("NEW_DATE");
        if (when.empty())
            when = fields->childText("INDEX_DATE");
        if (when.empty())
            when = fields->childText("record_date");
        const auto time = feedTime(when);
        if (!time) {
            harvest.reject(0, entry.line, "NEW_DATE", "date-malformed", when);
            continue;
        }
        for (const auto& field : fields->children) {
            const bool yield = field.name.starts_with("BC_") && field.name.find("DISPLAY") == std::string_view::npos;
            const int months = yield ? research::tenorMonths(field.name).value_or(0) : 0;
            const std::string written = field.text();
            if (months == 0 || written.empty())
                continue;
            const auto value = Decimal::parse(written);
            if (!value) {
                harvest.reject(0, field.line, std::string(field.name), "value-malformed", written);
                continue;
            }
            auto& series = harvest.seriesOf("treasury", "UST." + research::tenorName(months));
            series.unit = "percent";
            series.frequency = "D";
            series.title = "US Treasury par yield, " + research::tenorName(months);
            series.observations.push_back({Date::ofUtc(*time), *value, research::kAlwaysKnown, research::kStillKnown});
            harvest.accept();
        }
    }
    return {};
}

} // namespace
} // namespace treasury

Connector treasuryXmlConnector() { return {"treasury-xml", "US Treasury yield curves (XML)", "series", treasury::recognise, treasury::parse}; }

} // namespace rialto::integration
