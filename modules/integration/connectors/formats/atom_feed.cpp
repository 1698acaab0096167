// SPDX-License-Identifier: GPL-3.0-or-later
// Atom 0.3 and 1.0.
#include "integration/connector.h"
#include "integration/feed_reader.h"

namespace rialto::integration {

namespace atomfeed {
namespace {

int recognise(const Payload& payload) { return payload.xml != nullptr && isAtomFeed(*payload.xml) ? 70 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    readAtomFeed(*payload.xml, harvest);
    if (payload.xml->flaws > 0)
        harvest.assume("the XML is not sound (" + payload.xml->firstFlaw + "); read as far as it goes");
    return {};
}

} // namespace
} // namespace atomfeed

Connector atomFeedConnector() { return {"atom", "Atom 0.3 and 1.0", "documents", atomfeed::recognise, atomfeed::parse}; }

} // namespace rialto::integration
