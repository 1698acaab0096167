// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/xml_tree.h"

#include <array>
#include <cctype>
#include <optional>

namespace rialto::integration {

namespace {

struct NamedEntity {
    std::string_view name;
    std::uint32_t code;
};
// XML's five and those of HTML that news feeds use.
constexpr std::array<NamedEntity, 34> kEntities{{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 160}, {"pound", 163},
    {"yen", 165}, {"sect", 167}, {"copy", 169}, {"laquo", 171}, {"reg", 174}, {"deg", 176}, {"plusmn", 177}, {"middot", 183}, {"raquo", 187},
    {"frac12", 189}, {"eacute", 233}, {"egrave", 232}, {"agrave", 224}, {"auml", 228}, {"ouml", 246}, {"uuml", 252}, {"szlig", 223}, {"ndash", 8211},
    {"mdash", 8212}, {"lsquo", 8216}, {"rsquo", 8217}, {"ldquo", 8220}, {"rdquo", 8221}, {"bull", 8226}, {"hellip", 8230}, {"euro", 8364}, {"trade", 8482}}};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// The character of "#8364" or "euro"; 0 when it is none.
std::uint32_t entityCode(std::string_view name)
{
    if (name.size() > 1 && name.front() == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        std::uint32_t code = 0;
        const std::string_view digits = name.substr(hex ? 2 : 1);
        if (digits.empty() || digits.size() > 8)
            return 0;
        for (const char c : digits) {
            const auto u = static_cast<unsigned char>(c);
            std::uint32_t digit = 0;
            if (std::isdigit(u) != 0)
                digit = u - '0';
            else if (hex && std::isxdigit(u) != 0)
                digit = static_cast<std::uint32_t>(std::tolower(u) - 'a' + 10);
            else
                return 0;
            code = code * (hex ? 16 : 10) + digit;
        }
        const bool surrogate = code >= 0xD800 && code < 0xE000;
        return code > 0x10FFFF || surrogate ? 0xFFFD : code;
    }
    for (const auto& entity : kEntities)
        if (entity.name == name)
            return entity.code;
    return 0;
}

class Reader {
public:
    Reader(std::string_view text, const XmlLimits& limits) : m_text(text), m_limits(limits) {}

    Result<XmlTree> read()
    {
        std::vector<Open> open;
        XmlNode document; // holds the root
        open.push_back({&document, 0});
        while (m_at < m_text.size()) {
            const auto less = m_text.find('<', m_at);
            if (less == std::string_view::npos) {
                moveTo(m_text.size());
                break;
            }
            moveTo(less);
            if (auto skipped = skipOther()) {
                if (!*skipped)
                    break;
                continue;
            }
            if (m_text.substr(m_at, 2) == "</") {
                endTag(open);
                continue;
            }
            if (auto gone = startTag(open); !gone)
                return gone.error();
        }
        while (open.size() > 1) {
            flaw("<" + std::string(open.back().node->name) + "> is never closed");
            finish(open, m_text.size());
        }
        if (document.children.empty())
            return invalid("import.xml-malformed", "there is no XML element in it");
        if (document.children.size() > 1)
            flaw("there is more after the document element");
        m_tree.root = std::move(document.children.front());
        return std::move(m_tree);
    }

private:
    struct Open {
        XmlNode* node;
        std::size_t innerStart;
    };

    void moveTo(std::size_t to)
    {
        for (; m_at < to; ++m_at)
            if (m_text[m_at] == '\n')
                ++m_line;
    }
    void flaw(std::string what)
    {
        if (m_tree.flaws++ == 0)
            m_tree.firstFlaw = "line " + std::to_string(m_line) + ": " + std::move(what);
    }
    /// Comments, CDATA, instructions and document types: true when one was skipped, false when it never ends; nothing when
    /// there is none here.
    std::optional<bool> skipOther()
    {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with("<!--"))
            return skipPast("-->", 4, "a comment");
        if (rest.starts_with("<![CDATA["))
            return skipPast("]]>", 9, "a CDATA section");
        if (rest.starts_with("<?"))
            return skipPast("?>", 2, "an instruction");
        if (!rest.starts_with("<!"))
            return std::nullopt;
        int depth = 0;
        char quote = 0;
        for (std::size_t i = m_at + 2; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                ++depth;
            } else if (c == ']') {
                --depth;
            } else if (c == '>' && depth <= 0) {
                moveTo(i + 1);
                return true;
            }
        }
        flaw("a document type never ends");
        moveTo(m_text.size());
        return false;
    }
    bool skipPast(std::string_view end, std::size_t from, const char* what)
    {
        const auto at = m_text.find(end, m_at + from);
        if (at == std::string_view::npos) {
            flaw(std::string(what) + " never ends");
            moveTo(m_text.size());
            return false;
        }
        moveTo(at + end.size());
        return true;
    }
    static bool nameByte(char c)
    {
        return !isSpace(c) && c != '/' && c != '>' && c != '=' && c != '<' && c != '"' && c != '\'';
    }
    std::string_view name(std::size_t& at) const
    {
        const std::size_t from = at;
        while (at < m_text.size() && nameByte(m_text[at]))
            ++at;
        return m_text.substr(from, at - from);
    }
    static void split(std::string_view full, XmlNode& node)
    {
        const auto colon = full.find(':');
        node.name = colon == std::string_view::npos ? full : full.substr(colon + 1);
        node.prefix = colon == std::string_view::npos ? std::string_view() : full.substr(0, colon);
    }

    Result<void> startTag(std::vector<Open>& open)
    {
        std::size_t at = m_at + 1;
        const std::string_view full = name(at);
        if (full.empty()) {
            flaw("a '<' that begins no tag");
            moveTo(m_at + 1);
            return {};
        }
        if (open.size() > m_limits.depth)
            return invalid("import.xml-depth", "line " + std::to_string(m_line) + ": elements are nested deeper than " + std::to_string(m_limits.depth) + " levels");
        if (++m_elements > m_limits.elements)
            return invalid("import.xml-too-large", "more than " + std::to_string(m_limits.elements) + " elements");
        XmlNode& node = open.back().node->children.emplace_back();
        split(full, node);
        node.line = m_line;
        bool empty = false;
        bool closed = false;
        while (at < m_text.size()) {
            const char c = m_text[at];
            if (isSpace(c)) {
                ++at;
            } else if (c == '>') {
                ++at;
                closed = true;
                break;
            } else if (c == '/') {
                ++at;
                empty = at < m_text.size() && m_text[at] == '>';
            } else if (c == '<') {
                flaw("a tag inside the tag <" + std::string(full) + ">");
                break;
            } else {
                attribute(at, node);
            }
        }
        if (!closed)
            flaw("the tag <" + std::string(full) + "> never ends");
        moveTo(at);
        if (empty) {
            node.inner = m_text.substr(at, 0);
        } else {
            open.push_back({&node, at});
        }
        return {};
    }

    void attribute(std::size_t& at, XmlNode& node)
    {
        const std::string_view key = name(at);
        if (key.empty()) {
            ++at; // a stray quote or '='
            flaw("a stray character in the tag <" + std::string(node.name) + ">");
            return;
        }
        std::size_t look = at;
        while (look < m_text.size() && isSpace(m_text[look]))
            ++look;
        std::string_view value;
        if (look < m_text.size() && m_text[look] == '=') {
            ++look;
            while (look < m_text.size() && isSpace(m_text[look]))
                ++look;
            if (look < m_text.size() && (m_text[look] == '"' || m_text[look] == '\'')) {
                const auto end = m_text.find(m_text[look], look + 1);
                if (end == std::string_view::npos) {
                    flaw("the value of " + std::string(key) + " never ends");
                    value = m_text.substr(look + 1);
                    at = m_text.size();
                } else {
                    value = m_text.substr(look + 1, end - look - 1);
                    at = end + 1;
                }
            } else {
                flaw("the value of " + std::string(key) + " is not in quotes");
                at = look;
                value = name(at);
                if (at == look)
                    at = look < m_text.size() && m_text[look] != '>' && m_text[look] != '<' ? look + 1 : look;
            }
        } else {
            flaw("the attribute " + std::string(key) + " has no value");
        }
        node.attributes.emplace_back(key, decodeEntities(value));
    }

    void endTag(std::vector<Open>& open)
    {
        const std::size_t begins = m_at;
        std::size_t at = m_at + 2;
        const std::string_view full = name(at);
        const auto greater = m_text.find('>', at);
        const std::size_t after = greater == std::string_view::npos ? m_text.size() : greater + 1;
        XmlNode closing;
        split(full, closing);
        std::size_t match = open.size();
        while (match > 1 && !(open[match - 1].node->name == closing.name && open[match - 1].node->prefix == closing.prefix))
            --match;
        if (open.size() == 1) {
            flaw("</" + std::string(full) + "> closes nothing");
        } else if (match == open.size()) {
            finish(open, begins);
        } else {
            flaw("</" + std::string(full) + "> closes <" + std::string(open.back().node->name) + ">");
            // The name of an element further out: what is inside was left open. A name that nobody opened is a slip of
            // the pen for the innermost.
            const std::size_t keep = match > 1 ? match : open.size();
            while (open.size() >= keep && open.size() > 1)
                finish(open, begins);
        }
        moveTo(after);
    }

    void finish(std::vector<Open>& open, std::size_t end)
    {
        open.back().node->inner = m_text.substr(open.back().innerStart, end - open.back().innerStart);
        open.pop_back();
    }

    std::string_view m_text;
    const XmlLimits& m_limits;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    std::size_t m_elements = 0;
    XmlTree m_tree;
};

} // namespace

std::string decodeEntities(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '&') {
            out += text[at++];
            continue;
        }
        const auto end = text.substr(at, 12).find(';');
        const std::uint32_t code = end == std::string_view::npos ? 0 : entityCode(text.substr(at + 1, end - 1));
        if (code == 0) {
            out += text[at++];
            continue;
        }
        appendUtf8(out, code);
        at += end + 1;
    }
    return out;
}

std::string_view XmlNode::attribute(std::string_view key, bool anyPrefix) const
{
    for (const auto& [full, value] : attributes) {
        if (full == key)
            return value;
        if (anyPrefix && full.size() > key.size() && full.ends_with(key) && full[full.size() - key.size() - 1] == ':')
            return value;
    }
    return {};
}

bool XmlNode::hasAttribute(std::string_view key) const
{
    for (const auto& each : attributes)
        if (each.first == key)
            return true;
    return false;
}

const XmlNode* XmlNode::child(std::string_view key) const
{
    for (const auto& each : children)
        if (each.name == key)
            return &each;
    return nullptr;
}

std::string XmlNode::text() const
{
    std::string out;
    std::string_view rest = inner;
    while (!rest.empty()) {
        const auto less = rest.find('<');
        out += decodeEntities(rest.substr(0, less));
        if (less == std::string_view::npos)
            break;
        rest.remove_prefix(less);
        std::string_view end = ">";
        if (rest.starts_with("<![CDATA[")) {
            const auto close = rest.find("]]>");
            out += rest.substr(9, close == std::string_view::npos ? std::string_view::npos : close - 9);
            end = "]]>";
        } else if (rest.starts_with("<!--")) {
            end = "-->";
        }
        const auto close = rest.find(end);
        rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + end.size());
    }
    return std::string(trimmed(out));
}

std::string XmlNode::childText(std::string_view key) const
{
    const XmlNode* found = child(key);
    return found == nullptr ? std::string() : found->text();
}

std::string xmlDeclaredEncoding(std::string_view head)
{
    if (!head.starts_with("<?xml"))
        return {};
    const std::string_view declaration = head.substr(0, head.substr(0, 400).find("?>"));
    const auto at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return {};
    const auto open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos)
        return {};
    const auto close = declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos)
        return {};
    std::string found;
    for (const char c : declaration.substr(open + 1, close - open - 1))
        found += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return found;
}

Result<XmlTree> parseXml(std::string_view text, const XmlLimits& limits) { return Reader(text, limits).read(); }

} // namespace rialto::integration
