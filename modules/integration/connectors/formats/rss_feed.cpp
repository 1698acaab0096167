// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 0.9 to 2.0 and RSS 1.0 (RDF).
#include "integration/connector.h"
#include "integration/feed_reader.h"

namespace rialto::integration {

namespace rssfeed {
namespace {

int recognise(const Payload& payload) { return payload.xml != nullptr && isRssFeed(*payload.xml) ? 90 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    readRssFeed(*payload.xml, harvest);
    if (payload.xml->flaws > 0)
        harvest.assume("the XML is not sound (" + payload.xml->firstFlaw + "); read as far as it goes");
    return {};
}

} // namespace
} // namespace rssfeed

Connector rssFeedConnector() { return {"rss", "RSS 0.9 to 2.0 and RSS 1.0", "documents", rssfeed::recognise, rssfeed::parse}; }

} // namespace rialto::integration
