// SPDX-License-Identifier: GPL-3.0-or-later
// The ECB's euro reference rates: eurofxref-daily, -hist-90d and -hist as XML (Cube time / Cube currency rate).
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace ecb {
namespace {

bool holdsRates(const XmlNode& node, int depth)
{
    if (node.name == "Cube" && node.hasAttribute("time"))
        return true;
    for (std::size_t i = 0; i < node.children.size() && i < 20 && depth < 5; ++i)
        if (holdsRates(node.children[i], depth + 1))
            return true;
    return false;
}

int recognise(const Payload& payload) { return payload.xml != nullptr && holdsRates(payload.xml->root, 0) ? 90 : 0; }

void walk(const XmlNode& node, std::optional<Date> day, Harvest& harvest)
{
    for (const auto& child : node.children) {
        if (child.name != "Cube") {
            walk(child, day, harvest);
            continue;
        }
        if (child.hasAttribute("time")) {
            const auto date = Date::parse(child.attribute("time"));
            if (!date) {
                harvest.reject(0, child.line, "time", "date-malformed", std::string(child.attribute("time")));
                continue;
            }
            walk(child, *date, harvest);
            continue;
        }
        if (!child.hasAttribute("currency")) {
            walk(child, day, harvest);
            continue;
        }
        const std::string code(trimSpaces(child.attribute("currency")));
        const std::string_view written = trimSpaces(child.attribute("rate"));
        const auto rate = Decimal::parse(written);
        if (!day)
            harvest.reject(0, child.line, code, "date-malformed", "the rate stands under no day");
        else if (code.size() != 3 || upperCase(code) != code)
            harvest.reject(0, child.line, "currency", "currency-malformed", code);
        else if (!rate)
            harvest.reject(0, child.line, code + " " + day->text(), written.empty() ? "value-missing" : "value-malformed", std::string(written));
        else if (!rate->isPositive())
            harvest.reject(0, child.line, code + " " + day->text(), "rate-not-positive", std::string(written));
        else {
            harvest.fixings.push_back({*day, "EUR", code, *rate, "ecb"});
            harvest.accept();
        }
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    walk(payload.xml->root, std::nullopt, harvest);
    return {};
}

} // namespace
} // namespace ecb

Connector ecbXmlConnector() { return {"ecb-eurofxref-xml", "ECB reference rates (XML)", "fixings", ecb::recognise, ecb::parse}; }

} // namespace rialto::integration
