// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/ofx_tree.h"

#include "integration/statements/text_bits.h"

#include <algorithm>

namespace rialto::integration {

namespace {

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
bool isNameStart(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool isName(char c) { return isNameStart(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == ':'; }

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (code >> 6)));
        out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    } else if (code < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (code >> 12)));
        out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | (code >> 18)));
        out.push_back(static_cast<char>(0x80 | ((code >> 12) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    }
}

/// The character of a numeric reference ("#38", "#x26"); 0 when it is none.
std::uint32_t numericReference(std::string_view name)
{
    if (name.size() < 2 || name.front() != '#')
        return 0;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    std::uint32_t code = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
        std::uint32_t digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<std::uint32_t>(c - '0');
        else if (hex && capital(c) >= 'A' && capital(c) <= 'F')
            digit = static_cast<std::uint32_t>(capital(c) - 'A' + 10);
        else
            return 0;
        code = code * (hex ? 16 : 10) + digit;
        if (code > 0x10FFFF)
            return 0;
    }
    return code >= 0xD800 && code <= 0xDFFF ? 0 : code;
}

std::string resolved(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
        if (end == std::string_view::npos) {
            out.push_back(text[i]);
            continue;
        }
        const std::string_view name = text.substr(i + 1, end - 1);
        if (name == "amp")
            out.push_back('&');
        else if (name == "lt")
            out.push_back('<');
        else if (name == "gt")
            out.push_back('>');
        else if (name == "quot")
            out.push_back('"');
        else if (name == "apos")
            out.push_back('\'');
        else if (name == "nbsp")
            out.push_back(' ');
        else if (const std::uint32_t code = numericReference(name); code != 0)
            appendUtf8(out, code);
        else {
            out.push_back('&'); // a bare ampersand: "A & Z;"
            continue;
        }
        i += end;
    }
    return out;
}

std::size_t findRoot(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 4);
        if (rest.size() == 4 && capital(rest[0]) == 'O' && capital(rest[1]) == 'F' && capital(rest[2]) == 'X' && rest[3] == '>')
            return at;
    }
    return std::string_view::npos;
}

} // namespace

Result<OfxTree> OfxTree::parse(std::string_view text)
{
    const std::size_t start = findRoot(text);
    if (start == std::string_view::npos)
        return invalid("ofx.no-root", "line 1: there is no <OFX> in the file; it is cut or another format");
    OfxTree tree;
    tree.m_header = std::string(text.substr(0, std::min<std::size_t>(start, 4096)));
    std::uint64_t line = 1 + static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    const std::size_t beforeRoot = text.rfind('\n', start);
    std::size_t lineStart = start == 0 || beforeRoot == std::string_view::npos ? 0 : beforeRoot + 1;
    std::vector<std::size_t> open; // path from the root
    std::size_t at = start;
    const auto where = [&] { return "line " + std::to_string(line) + ", column " + std::to_string(at - lineStart + 1); };
    const auto advance = [&](std::size_t to) {
        for (; at < to; ++at)
            if (text[at] == '\n') {
                ++line;
                lineStart = at + 1;
            }
    };
    for (const std::string_view word : {std::string_view("<!DOCTYPE"), std::string_view("<!ENTITY")})
        if (text.find(word) != std::string_view::npos)
            return invalid("ofx.doctype", "the file declares a document type or entities of its own, which OFX never does; it is not read. Get it again");
    while (at < text.size() && !tree.m_closed) {
        if (text[at] != '<' || at + 1 >= text.size()) {
            std::size_t end = at;
            // A bracket that begins no tag is text.
            do {
                end = text.find('<', end + 1);
            } while (end != std::string_view::npos && end + 1 < text.size() && !isNameStart(text[end + 1]) && text[end + 1] != '/' && text[end + 1] != '!' && text[end + 1] != '?');
            end = std::min(end, text.size());
            const std::string_view part = trimmedView(text.substr(at, end - at));
            if (!part.empty() && !open.empty()) {
                auto& node = tree.m_nodes[open.back()];
                if (node.children.empty()) // text behind a child belongs to nobody
                    node.text += resolved(part);
            }
            advance(end);
            continue;
        }
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            const std::size_t end = rest.find("-->", 4);
            advance(end == std::string_view::npos ? text.size() : at + end + 3);
            continue;
        }
        if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = std::min(rest.find("]]>", 9), rest.size());
            if (!open.empty())
                tree.m_nodes[open.back()].text += std::string(trimmedView(rest.substr(9, end - 9)));
            advance(std::min(at + end + 3, text.size()));
            continue;
        }
        if (rest[1] == '!' || rest[1] == '?') {
            const std::size_t end = rest.find('>');
            advance(end == std::string_view::npos ? text.size() : at + end + 1);
            continue;
        }
        const bool closing = rest[1] == '/';
        std::size_t end = closing ? 2 : 1;
        std::string name;
        while (end < rest.size() && isName(rest[end]))
            name.push_back(capital(rest[end++]));
        while (end < rest.size() && rest[end] != '>' && rest[end] != '<' && end < 4096)
            ++end;
        if (name.empty() || name.size() > 64 || end >= rest.size() || rest[end] != '>')
            return invalid("ofx.tag-malformed", where() + ": the tag <" + name.substr(0, 40) + " does not end; the file is cut or damaged, get it again");
        const bool empty = !closing && rest[end - 1] == '/';
        const Place place{line, at - lineStart + 1, name};
        advance(at + end + 1);
        if (!closing) {
            // A leaf that has its text is closed by the next tag.
            if (!open.empty() && !tree.m_nodes[open.back()].text.empty())
                open.pop_back();
            if (open.size() >= kDepthLimit)
                return invalid("ofx.too-deep", where() + ": elements stand more than " + std::to_string(kDepthLimit) + " deep in each other; no statement does that");
            const std::size_t index = tree.m_nodes.size();
            tree.m_nodes.push_back({name, {}, {}, place});
            if (!open.empty())
                tree.m_nodes[open.back()].children.push_back(index);
            else if (index != 0)
                break; // behind the root
            if (!empty)
                open.push_back(index);
            continue;
        }
        const auto match = std::find_if(open.rbegin(), open.rend(), [&](std::size_t index) { return tree.m_nodes[index].name == name; });
        if (match == open.rend())
            continue; // closes nothing
        const auto depth = static_cast<std::size_t>(open.rend() - match); // of the match, from 1
        // What was opened inside and not closed was an empty leaf: what looks like its children are its siblings.
        while (open.size() > depth) {
            auto& leaf = tree.m_nodes[open.back()];
            open.pop_back();
            auto& parent = tree.m_nodes[open.back()];
            parent.children.insert(parent.children.end(), leaf.children.begin(), leaf.children.end());
            leaf.children.clear();
        }
        open.pop_back();
        tree.m_closed = open.empty();
    }
    return tree;
}

const OfxNode* OfxTree::child(const OfxNode& node, std::string_view name) const
{
    for (const std::size_t index : node.children)
        if (m_nodes[index].name == name)
            return &m_nodes[index];
    return nullptr;
}

std::string OfxTree::textOf(const OfxNode& node, std::string_view name) const
{
    const auto* found = child(node, name);
    return found == nullptr ? std::string() : found->text;
}

const OfxNode* OfxTree::find(const OfxNode& node, std::string_view name) const
{
    const auto found = all(node, name);
    return found.empty() ? nullptr : found.front();
}

std::vector<const OfxNode*> OfxTree::all(const OfxNode& node, std::string_view name) const
{
    std::vector<const OfxNode*> found;
    std::vector<const OfxNode*> rest{&node};
    while (!rest.empty()) {
        const OfxNode* next = rest.back();
        rest.pop_back();
        if (next->name == name)
            found.push_back(next);
        for (auto child = next->children.rbegin(); child != next->children.rend(); ++child)
            rest.push_back(&m_nodes[*child]);
    }
    return found;
}

} // namespace rialto::integration
