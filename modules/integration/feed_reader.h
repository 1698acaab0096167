// SPDX-License-Identifier: GPL-3.0-or-later
// News feeds to documents: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0. Feeds in the wild are seldom sound, so an end tag
// of another name, undeclared prefixes and HTML entities are read. Relative addresses follow xml:base. Pure.
// Formats: rssboard.org/rss-specification, RFC 4287, web.resource.org/rss/1.0.
#pragma once

#include "integration/harvest.h"
#include "integration/xml_tree.h"

#include <string>
#include <string_view>

namespace rialto::integration {

bool isRssFeed(const XmlTree& tree);
bool isAtomFeed(const XmlTree& tree);
/// One row of the account is one item. Title, link, description, author, copyright, language, updated, feedType and feedVersion
/// of the feed go into `about`.
void readRssFeed(const XmlTree& tree, Harvest& harvest);
void readAtomFeed(const XmlTree& tree, Harvest& harvest);

/// "Name (email)", "email (Name)", a name or an address alone.
struct NameAndEmail {
    std::string name;
    std::string email;
};
NameAndEmail readNameAndEmail(std::string_view text);
/// `reference` as seen from `base` (RFC 3986, the parts that feeds need).
std::string resolveUrl(std::string_view base, std::string_view reference);
/// An item that says nothing at all is rejected; `saysMore` when it holds things that a document has no place for.
void takeDocument(Harvest& harvest, research::Document document, std::uint64_t row, std::uint64_t line, bool saysMore = false);

} // namespace rialto::integration
