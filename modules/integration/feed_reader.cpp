// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/feed_reader.h"

#include "integration/text_rows.h"

#include <cctype>

namespace rialto::integration {

namespace feeds {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";

std::string withoutCdata(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find(kCdata);
        out += decodeEntities(text.substr(0, open));
        if (open == std::string_view::npos)
            break;
        const auto close = text.find("]]>", open + kCdata.size());
        out += text.substr(open + kCdata.size(), close == std::string_view::npos ? close : close - open - kCdata.size());
        if (close == std::string_view::npos)
            break;
        text = text.substr(close + 3);
    }
    return out;
}

/// Inner text as RSS means it: markup stays, entities and CDATA are taken off once.
std::string rssText(const XmlNode& node)
{
    const std::string_view inner = trimSpaces(node.inner);
    return std::string(trimSpaces(inner.find(kCdata) != std::string_view::npos ? withoutCdata(inner) : decodeEntities(inner)));
}

std::string withoutDiv(std::string_view text)
{
    text = trimSpaces(text);
    if (!text.starts_with("<div"))
        return std::string(text);
    const auto end = text.find('>');
    const auto close = text.rfind("</div>");
    if (end == std::string_view::npos || close == std::string_view::npos || close <= end || trimSpaces(text.substr(close + 6)) != "")
        return std::string(text);
    return std::string(trimSpaces(text.substr(end + 1, close - end - 1)));
}

/// Addresses in the markup become absolute.
std::string resolveMarkup(std::string text, std::string_view base)
{
    if (base.empty())
        return text;
    for (const std::string_view key : {" href=\"", " src=\""})
        for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
            const std::size_t from = at + key.size();
            const auto end = text.find('"', from);
            if (end == std::string::npos)
                break;
            const std::string absolute = resolveUrl(base, std::string_view(text).substr(from, end - from));
            text.replace(from, end - from, absolute);
        }
    return text;
}

std::string baseOf(const XmlNode& node, const std::string& outer)
{
    const auto own = node.attribute("xml:base");
    return own.empty() ? outer : outer.empty() ? std::string(own) : resolveUrl(outer, own);
}

/// RFC 4287 text constructs, and Atom 0.3's modes.
std::string atomText(const XmlNode& node, const std::string& outerBase)
{
    const std::string base = baseOf(node, outerBase);
    const std::string type = lowerCase(node.attribute("type"));
    const std::string mode = lowerCase(node.attribute("mode"));
    const std::string_view inner = trimSpaces(node.inner);
    if (inner.find(kCdata) != std::string_view::npos) {
        std::string text(trimSpaces(withoutCdata(inner)));
        return type == "html" || type.find("xhtml") != std::string::npos ? resolveMarkup(std::move(text), base) : text;
    }
    if (type == "text" || type.starts_with("text/") || (type.empty() && mode.empty()))
        return decodeEntities(inner);
    if (type.find("xhtml") != std::string::npos)
        return resolveMarkup(withoutDiv(inner), base);
    if (type == "html")
        return resolveMarkup(decodeEntities(withoutDiv(inner)), base);
    if (mode == "escaped" || mode == "xml")
        return decodeEntities(inner);
    const auto decoded = decodeBase64(inner);
    return decoded ? *decoded : std::string(inner);
}

bool own(const XmlNode& child, const XmlNode& root)
{
    return child.prefix.empty() || child.prefix == "rss" || (child.prefix == root.prefix && root.prefix != "rdf");
}

std::string first(const XmlNode& node, std::string_view prefix, std::string_view name)
{
    for (const auto& each : node.children)
        if (lowerCase(each.prefix) == prefix && lowerCase(each.name) == name)
            if (std::string text = rssText(each); !text.empty())
                return text;
    return {};
}

void setTime(research::Document& document, Harvest& harvest)
{
    if (document.publishedText.empty())
        return;
    document.published = feedTime(document.publishedText);
    if (!document.published)
        harvest.repaired("date-unreadable");
}

void rssItem(const XmlNode& item, const XmlNode& root, const std::string& source, std::uint64_t row, Harvest& harvest)
{
    research::Document document;
    document.kind = "news";
    document.source = source;
    std::string authorText;
    for (const auto& each : item.children) {
        const std::string name = lowerCase(each.name);
        if (!own(each, root))
            continue;
        if (name == "title" && document.title.empty())
            document.title = rssText(each);
        else if (name == "link" && document.link.empty())
            document.link = each.inner.empty() ? std::string(each.attribute("href")) : rssText(each);
        else if (name == "description" && document.summary.empty())
            document.summary = rssText(each);
        else if (name == "author" && authorText.empty())
            authorText = rssText(each);
        else if (name == "guid" && document.id.empty())
            document.id = rssText(each);
        else if (name == "pubdate" && document.publishedText.empty())
            document.publishedText = rssText(each);
        else if (name == "category")
            document.tags.push_back(rssText(each));
    }
    const auto fallBack = [&](std::string& to, std::string_view prefix, std::string_view name) {
        if (to.empty())
            to = first(item, prefix, name);
    };
    fallBack(document.title, "dc", "title");
    fallBack(document.summary, "dc", "description");
    fallBack(document.summary, "itunes", "summary");
    fallBack(document.content, "content", "encoded");
    fallBack(document.publishedText, "dc", "date");
    fallBack(authorText, "dc", "author");
    fallBack(authorText, "dc", "creator");
    fallBack(authorText, "itunes", "author");
    const auto author = readNameAndEmail(authorText);
    document.author = author.name;
    document.authorEmail = author.email;
    setTime(document, harvest);
    if (document.id.empty())
        document.id = item.attribute("about", true);
    takeDocument(harvest, std::move(document), row, item.line, !item.children.empty());
}

} // namespace
} // namespace feeds

bool isRssFeed(const XmlTree& tree)
{
    const std::string name = lowerCase(tree.root.name);
    return name == "rss" || name == "rdf";
}

bool isAtomFeed(const XmlTree& tree) { return lowerCase(tree.root.name) == "feed" || (tree.root.name == "entry" && tree.root.child("id") != nullptr); }

NameAndEmail readNameAndEmail(std::string_view text)
{
    text = trimSpaces(text);
    const auto open = text.find('(');
    const auto at = text.find('@');
    if (open != std::string_view::npos && text.back() == ')' && open > 0) {
        const std::string outside(trimSpaces(text.substr(0, open)));
        const std::string inside(trimSpaces(text.substr(open + 1, text.size() - open - 2)));
        if (outside.find('@') != std::string::npos && inside.find('@') == std::string::npos)
            return {inside, outside};
        if (inside.find('@') != std::string::npos && outside.find('@') == std::string::npos)
            return {outside, inside};
    }
    const auto angle = text.find('<');
    if (angle != std::string_view::npos && text.back() == '>' && text.find('@', angle) != std::string_view::npos)
        return {std::string(trimSpaces(text.substr(0, angle))), std::string(text.substr(angle + 1, text.size() - angle - 2))};
    if (at != std::string_view::npos && text.find(' ') == std::string_view::npos && text.find('<') == std::string_view::npos)
        return {{}, std::string(text)};
    return {std::string(text), {}};
}

std::string resolveUrl(std::string_view base, std::string_view reference)
{
    reference = trimSpaces(reference);
    const auto colon = reference.find(':');
    const auto slash = reference.find_first_of("/?#");
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon < slash))
        return std::string(reference);
    const auto scheme = base.find("://");
    if (scheme == std::string_view::npos)
        return std::string(reference);
    if (reference.starts_with("//"))
        return std::string(base.substr(0, scheme + 1)) + std::string(reference);
    const auto pathAt = base.find_first_of("/?#", scheme + 3);
    const std::string host(base.substr(0, pathAt));
    std::string_view path = pathAt == std::string_view::npos ? std::string_view() : base.substr(pathAt);
    if (reference.empty())
        return std::string(base);
    if (reference.front() == '/')
        return host + std::string(reference);
    path = path.substr(0, path.find_first_of("?#"));
    if (reference.front() == '?' || reference.front() == '#')
        return host + std::string(path) + std::string(reference);
    const auto last = path.rfind('/');
    std::string joined = last == std::string_view::npos ? "/" : std::string(path.substr(0, last + 1));
    while (reference.starts_with("./") || reference.starts_with("../")) {
        if (reference.starts_with("../") && joined.size() > 1)
            joined.erase(joined.rfind('/', joined.size() - 2) + 1);
        reference.remove_prefix(reference.find('/') + 1);
    }
    return host + joined + std::string(reference);
}

void takeDocument(Harvest& harvest, research::Document document, std::uint64_t row, std::uint64_t line, bool saysMore)
{
    const bool nothing = !saysMore && document.title.empty() && document.link.empty() && document.summary.empty() && document.content.empty() && document.id.empty()
        && document.author.empty() && document.authorEmail.empty() && document.tags.empty() && document.publishedText.empty();
    if (nothing) {
        harvest.reject(row, line, "item " + std::to_string(row), "item-empty", "neither title, link nor text");
        return;
    }
    harvest.documents.push_back(std::move(document));
    harvest.accept();
}

void readRssFeed(const XmlTree& tree, Harvest& harvest)
{
    using namespace feeds;
    const XmlNode& root = tree.root;
    std::string version(root.attribute("version"));
    if (lowerCase(root.name) == "rdf") {
        version = "1.0";
        for (const auto& [name, value] : root.attributes)
            if (name == "xmlns" && (value == "http://channel.netscape.com/rdf/simple/0.9/" || value == "http://my.netscape.com/rdf/simple/0.9/"))
                version = "0.9";
    }
    harvest.about["feedType"] = "rss";
    harvest.about["feedVersion"] = version;
    const XmlNode* channel = root.child("channel");
    std::string source;
    std::string author;
    if (channel != nullptr) {
        for (const auto& each : channel->children) {
            if (each.prefix == "atom" && each.name == "link" && each.attribute("rel") == "self")
                harvest.about["feedLink"] = each.attribute("href");
            if (!own(each, root))
                continue;
            const std::string name = lowerCase(each.name);
            const char* key = name == "title" ? "title" : name == "link" ? "link" : name == "description" ? "description" : name == "copyright" ? "copyright"
                : name == "language" ? "language" : name == "generator" ? "generator" : name == "pubdate" ? "published" : name == "lastbuilddate" ? "updated" : nullptr;
            if (key != nullptr && !harvest.about.count(key))
                if (std::string text = rssText(each); !text.empty())
                    harvest.about[key] = std::move(text);
            if ((name == "managingeditor" || name == "webmaster") && (author.empty() || name == "managingeditor"))
                author = rssText(each);
        }
        if (author.empty())
            author = first(*channel, "dc", "creator");
        source = harvest.about.count("title") ? harvest.about["title"] : std::string();
    }
    if (!author.empty()) {
        const auto parts = readNameAndEmail(author);
        harvest.about["authorName"] = parts.name;
        harvest.about["authorEmail"] = parts.email;
    }
    std::uint64_t row = 0;
    const auto items = [&](const XmlNode& parent) {
        for (const auto& each : parent.children)
            if (each.name == "item" && own(each, root))
                rssItem(each, root, source, ++row, harvest);
    };
    items(root);
    for (const auto& each : root.children)
        if (each.name == "channel")
            items(each);
}

void readAtomFeed(const XmlTree& tree, Harvest& harvest)
{
    using namespace feeds;
    const XmlNode& root = tree.root;
    const std::string base = baseOf(root, {});
    const std::string told(root.attribute("version"));
    harvest.about["feedType"] = "atom";
    harvest.about["feedVersion"] = told.empty() ? "1.0" : told;
    const auto person = [&](const XmlNode& node, std::string& name, std::string& email) {
        for (const auto& each : node.children) {
            if (each.name == "name" && name.empty())
                name = rssText(each);
            if (each.name == "email" && email.empty())
                email = rssText(each);
        }
    };
    if (root.name == "feed" || lowerCase(root.name) == "feed")
        for (const auto& each : root.children) {
            if (!own(each, root))
                continue;
            const std::string name = lowerCase(each.name);
            const auto put = [&](const char* key, std::string text) {
                if (!text.empty() && !harvest.about.count(key))
                    harvest.about[key] = std::move(text);
            };
            if (name == "title")
                put("title", atomText(each, base));
            else if (name == "subtitle" || name == "tagline")
                put("description", atomText(each, base));
            else if (name == "rights" || name == "copyright")
                put("copyright", atomText(each, base));
            else if (name == "updated" || name == "modified")
                put("updated", rssText(each));
            else if (name == "generator")
                put("generator", rssText(each));
            else if (name == "id")
                put("id", resolveUrl(baseOf(each, base), rssText(each)));
            else if (name == "author") {
                std::string who;
                std::string mail;
                person(each, who, mail);
                put("authorName", who);
                put("authorEmail", mail);
            } else if (name == "link") {
                const auto rel = each.attribute("rel");
                const auto href = each.attribute("href");
                if (!href.empty())
                    put(rel == "self" ? "feedLink" : rel.empty() || rel == "alternate" ? "link" : "otherLink", resolveUrl(baseOf(each, base), href));
            }
        }
    harvest.about.erase("otherLink");
    const std::string source = harvest.about.count("title") ? harvest.about["title"] : std::string();
    std::uint64_t row = 0;
    const auto entry = [&](const XmlNode& node) {
        research::Document document;
        document.kind = "news";
        document.source = source;
        const std::string here = baseOf(node, base);
        std::string updated;
        std::string anyLink;
        for (const auto& each : node.children) {
            if (!own(each, root))
                continue;
            const std::string name = lowerCase(each.name);
            if (name == "title")
                document.title = atomText(each, here);
            else if (name == "summary")
                document.summary = atomText(each, here);
            else if (name == "content")
                document.content = atomText(each, here);
            else if (name == "id")
                document.id = resolveUrl(baseOf(each, here), rssText(each));
            else if (name == "published" || name == "issued")
                document.publishedText = rssText(each);
            else if (name == "updated" || name == "modified")
                updated = rssText(each);
            else if (name == "author" && document.author.empty() && document.authorEmail.empty())
                person(each, document.author, document.authorEmail);
            else if (name == "category")
                document.tags.emplace_back(each.attribute("label").empty() ? each.attribute("term") : each.attribute("label"));
            else if (name == "link" && !each.attribute("href").empty()) {
                const auto rel = each.attribute("rel");
                const std::string absolute = resolveUrl(baseOf(each, here), each.attribute("href"));
                if ((rel.empty() || rel == "alternate") && document.link.empty())
                    document.link = absolute;
            }
        }
        if (document.publishedText.empty())
            document.publishedText = updated;
        setTime(document, harvest);
        takeDocument(harvest, std::move(document), ++row, node.line, !node.children.empty());
    };
    if (root.name == "entry")
        entry(root);
    for (const auto& each : root.children)
        if (each.name == "entry" && own(each, root))
            entry(each);
}

} // namespace rialto::integration
