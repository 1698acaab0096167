// SPDX-License-Identifier: GPL-3.0-or-later
// OfxTree: the elements of an OFX text, SGML of 1.x (leaves are not closed) and XML of 2.x alike. Tolerant where banks are
// careless: unknown headers, comments, bare ampersands, leaves left open or empty. Never expands entities of the file's own
// (a document type declaration is refused) and is bounded in depth. Pure; a value.
// Errors: ofx.no-root (there is no <OFX>), ofx.doctype, ofx.too-deep, ofx.tag-malformed.
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

struct OfxNode {
    std::string name;               // in capitals
    std::string text;               // trimmed, entities resolved
    std::vector<std::size_t> children;
    Place place;
};

class OfxTree {
public:
    static constexpr std::size_t kDepthLimit = 128;

    static Result<OfxTree> parse(std::string_view text);

    const OfxNode& root() const { return m_nodes.front(); }
    const OfxNode& node(std::size_t index) const { return m_nodes[index]; }
    /// The closing tag of <OFX> was there.
    bool closed() const { return m_closed; }
    /// What stands before <OFX>.
    const std::string& header() const { return m_header; }

    const OfxNode* child(const OfxNode& node, std::string_view name) const;
    /// Text of the child; empty when there is none.
    std::string textOf(const OfxNode& node, std::string_view name) const;
    /// First of that name below `node`, in the order of the text.
    const OfxNode* find(const OfxNode& node, std::string_view name) const;
    /// All of that name below `node`; one inside another counts too.
    std::vector<const OfxNode*> all(const OfxNode& node, std::string_view name) const;

private:
    std::vector<OfxNode> m_nodes;
    std::string m_header;
    bool m_closed = false;
};

} // namespace rialto::integration
