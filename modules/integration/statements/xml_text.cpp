// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/xml_text.h"

#include <algorithm>

namespace rialto::integration {

Result<std::unique_ptr<XmlText>> XmlText::parse(std::string text)
{
    std::unique_ptr<XmlText> xml(new XmlText());
    xml->m_text = std::move(text);
    auto& bytes = xml->m_text;
    xml->m_lineStarts.push_back(0);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\n')
            xml->m_lineStarts.push_back(i + 1);
    const auto at = [&xml](std::size_t offset) {
        const Place place = xml->placeAt(offset);
        return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column);
    };
    for (const std::string_view word : {std::string_view("<!DOCTYPE"), std::string_view("<!ENTITY"), std::string_view("<!doctype")})
        if (const std::size_t found = bytes.find(word); found != std::string::npos)
            return invalid("xml.doctype", at(found) + ": the file declares a document type or entities of its own, which statements never do and attackers like; "
                    "it is not read. Get the file from the bank again");
    if (const std::size_t null = bytes.find('\0'); null != std::string::npos)
        return invalid("xml.malformed", at(null) + ": a zero byte; the file is damaged, get it again");
    // In place: the offsets of the nodes are those of the text.
    const auto parsed = xml->m_document.load_buffer_inplace(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return invalid("xml.malformed", at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0))) + ": " + parsed.description()
                + "; the file is cut or damaged, get it again");
    // Without recursion: hostile files are deep.
    int depth = 0;
    pugi::xml_node node = xml->m_document.document_element();
    const pugi::xml_node top = node;
    int roots = 0;
    for (const auto& child : xml->m_document.children())
        roots += child.type() == pugi::node_element ? 1 : 0;
    if (roots != 1)
        return invalid("xml.malformed", "line 1: an XML document has one root element, this one has " + std::to_string(roots) + "; get the file again");
    while (node) {
        if (node.first_child()) {
            node = node.first_child();
            if (++depth > kDepthLimit)
                return invalid("xml.too-deep", at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0))) + ": elements stand more than "
                        + std::to_string(kDepthLimit) + " deep in each other; no statement does that");
            continue;
        }
        while (node != top && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == top)
            break;
        node = node.next_sibling();
    }
    return xml;
}

Place XmlText::placeAt(std::size_t offset) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const auto line = static_cast<std::size_t>(after - m_lineStarts.begin());
    return {line, offset - m_lineStarts[line - 1] + 1, {}};
}

Place XmlText::place(const pugi::xml_node& node) const
{
    const auto offset = node.offset_debug();
    if (offset < 0)
        return {};
    // The offset is that of the name; the element begins at its bracket.
    Place place = placeAt(static_cast<std::size_t>(offset > 0 ? offset - 1 : offset));
    place.element = std::string(localName(node.name()));
    return place;
}

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name)
{
    for (const auto& child : node.children())
        if (child.type() == pugi::node_element && localName(child.name()) == name)
            return child;
    return {};
}

pugi::xml_node pathOf(pugi::xml_node node, std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        node = childOf(node, name);
    return node;
}

std::string textOf(const pugi::xml_node& node)
{
    const std::string_view text = node.text().get();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string textAt(const pugi::xml_node& node, std::initializer_list<std::string_view> names) { return textOf(pathOf(node, names)); }

pugi::xml_node findBelow(const pugi::xml_node& node, std::string_view name, int depth)
{
    if (localName(node.name()) == name)
        return node;
    if (depth == 0)
        return {};
    for (const auto& child : node.children())
        if (child.type() == pugi::node_element)
            if (const auto found = findBelow(child, name, depth - 1))
                return found;
    return {};
}

} // namespace rialto::integration
