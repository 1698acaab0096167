// SPDX-License-Identifier: GPL-3.0-or-later
// XBRL 2.1 linkbases: labels, calculation and presentation. One row is one label or arc.
#include "integration/connector.h"

#include <map>

namespace rialto::integration {

namespace linkbase {
namespace {

int recognise(const Payload& payload) { return payload.xml != nullptr && payload.xml->root.name == "linkbase" ? 95 : 0; }

std::string fragment(std::string_view href) { return std::string(href.substr(href.find('#') == std::string_view::npos ? 0 : href.find('#') + 1)); }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    std::uint64_t row = 0;
    for (const auto& link : payload.xml->root.children) {
        std::map<std::string, std::string> located; // label to concept
        for (const auto& each : link.children)
            if (each.name == "loc")
                located.emplace(std::string(each.attribute("label", true)), fragment(each.attribute("href", true)));
        for (const auto& each : link.children) {
            if (each.name == "label") {
                ++row;
                harvest.records.push_back({std::string(each.attribute("label", true)), {{"role", std::string(each.attribute("role", true))},
                                                                                           {"language", std::string(each.attribute("xml:lang"))}, {"text", each.text()}}});
                harvest.accept();
            } else if (each.name.ends_with("Arc")) {
                ++row;
                const auto from = located.find(std::string(each.attribute("from", true)));
                if (from == located.end()) {
                    harvest.reject(row, each.line, std::string(each.name), "fields-missing", "it starts at " + std::string(each.attribute("from", true).substr(0, 60)) + ", which is nowhere");
                    continue;
                }
                const auto to = located.find(std::string(each.attribute("to", true)));
                harvest.records.push_back({from->second, {{"arc", std::string(each.name)}, {"to", to == located.end() ? std::string(each.attribute("to", true)) : to->second},
                                                             {"weight", std::string(each.attribute("weight"))}, {"order", std::string(each.attribute("order"))}}});
                harvest.accept();
            }
        }
    }
    return {};
}

} // namespace
} // namespace linkbase

Connector xbrlLinkbaseConnector() { return {"xbrl-linkbase", "XBRL 2.1 linkbase (XML)", "reference", linkbase::recognise, linkbase::parse}; }

} // namespace rialto::integration
