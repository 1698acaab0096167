// SPDX-License-Identifier: GPL-3.0-or-later
// XmlTree: an XML text as a tree. It is made for files as they come: prefixes that nobody declared, an end tag of another name,
// an HTML entity are read and counted as flaws; whoever needs a sound document (rates, accounts) refuses a tree with flaws.
// Entities that a document declares itself are never expanded, so that none can grow; a document type is skipped. The exact
// inner text of each element is kept, because feeds carry markup in it. Pure; a value over the bytes it was read from.
// Errors: import.xml-malformed (no element at all), import.xml-depth, import.xml-too-large.
// Why no library: none on our platforms gives both recovery and the inner text as it was written (docs/adr).
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rialto::integration {

struct XmlNode {
    std::string_view name;    // without prefix
    std::string_view prefix;
    std::vector<std::pair<std::string_view, std::string>> attributes; // names with their prefixes, values decoded
    std::vector<XmlNode> children;
    std::string_view inner;   // between the tags, as it is written
    std::uint32_t line = 0;

    /// The attribute; "" when there is none. With `anyPrefix`, "lang" finds xml:lang too.
    std::string_view attribute(std::string_view key, bool anyPrefix = false) const;
    bool hasAttribute(std::string_view key) const;
    /// The first child element of that name, whatever its prefix; null when there is none.
    const XmlNode* child(std::string_view key) const;
    /// Text of this element without markup, entities decoded, spaces around it taken away.
    std::string text() const;
    /// The text of a child, "" when there is none.
    std::string childText(std::string_view key) const;
};

struct XmlTree {
    XmlNode root;
    std::size_t flaws = 0;
    std::string firstFlaw;    // "line 12: </langauge> closes <language>"
};

struct XmlLimits {
    std::size_t depth = 256;
    std::size_t elements = 8'000'000;
};
/// `text` is UTF-8 and outlives the tree.
Result<XmlTree> parseXml(std::string_view text, const XmlLimits& limits = {});

/// &amp; &lt; &#8364; &nbsp; ... ; what is no entity stays as it is.
std::string decodeEntities(std::string_view text);
/// The name in `encoding="..."` of the XML declaration, lower case; "" when there is none.
std::string xmlDeclaredEncoding(std::string_view head);

} // namespace rialto::integration
