// SPDX-License-Identifier: GPL-3.0-or-later
// XmlText: an XML document from outside, read with pugixml so that nothing in it can hurt: a document type declaration (and with
// it every entity of its own) is refused before parsing, size and depth are bounded, nothing is fetched. Elements are found by
// local name, so that any prefix of a namespace will do; every element knows its line and column. Pure; one owner.
// Errors: xml.doctype, xml.malformed (line, column, what), xml.too-deep.
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace rialto::integration {

class XmlText {
public:
    static constexpr int kDepthLimit = 64;

    /// `text` is UTF-8 whatever its declaration says.
    static Result<std::unique_ptr<XmlText>> parse(std::string text);
    pugi::xml_node root() const { return m_document.document_element(); }
    Place place(const pugi::xml_node& node) const;

private:
    XmlText() = default;
    Place placeAt(std::size_t offset) const;

    std::string m_text;
    std::vector<std::size_t> m_lineStarts;
    pugi::xml_document m_document;
};

/// "a:Ntry" -> "Ntry".
std::string_view localName(std::string_view name);
/// First child element of that local name; empty node when there is none.
pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name);
pugi::xml_node pathOf(pugi::xml_node node, std::initializer_list<std::string_view> names);
/// Trimmed text of the element, of the element at the path.
std::string textOf(const pugi::xml_node& node);
std::string textAt(const pugi::xml_node& node, std::initializer_list<std::string_view> names);
/// First element of that local name at most `depth` levels below.
pugi::xml_node findBelow(const pugi::xml_node& node, std::string_view name, int depth);

} // namespace rialto::integration
