// SPDX-License-Identifier: GPL-3.0-or-later
// Several feeds in one JSON file: {"cases": [{"case": name, "xml": text}]}, as collections of feed samples come. A feed that is
// not XML at all is one rejected row.
#include "integration/connector.h"
#include "integration/feed_reader.h"

namespace rialto::integration {

namespace feedcollection {
namespace {

int recognise(const Payload& payload) { return payload.json != nullptr && (*payload.json)["cases"].at(0).has("xml") ? 80 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& cases = (*payload.json)["cases"];
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const JsonNode& each = cases.at(i);
        const auto tree = parseXml(each["xml"].text);
        if (!tree) {
            harvest.reject(i + 1, 0, each["case"].text, "value-malformed", tree.error().detail);
            continue;
        }
        Harvest one;
        if (isRssFeed(*tree))
            readRssFeed(*tree, one);
        else if (isAtomFeed(*tree))
            readAtomFeed(*tree, one);
        else {
            harvest.reject(i + 1, 0, each["case"].text, "message-unknown", "<" + std::string(tree->root.name) + "> is no feed");
            continue;
        }
        if (one.rowsRead == 0)
            harvest.accept(); // a feed without items is a feed
        one.about.clear();
        harvest.absorb(std::move(one), each["case"].text);
    }
    return {};
}

} // namespace
} // namespace feedcollection

Connector feedCollectionConnector() { return {"feed-collection", "Several feeds in one JSON file", "documents", feedcollection::recognise, feedcollection::parse}; }

} // namespace rialto::integration
