// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order_terms.h"

#include <array>
#include <cstddef>

namespace rialto {

namespace {

constexpr std::array<std::string_view, 5> kLinks{"none", "oco", "oto", "bracket", "block"};
constexpr std::size_t kLongest = 4096;

std::string escaped(const std::string& value)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ';' || c == '=' || c == '%' || byte < 32)
            out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
        else
            out += c;
    }
    return out;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool unescape(std::string_view value, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '%') {
            out += value[i];
            continue;
        }
        if (value.size() - i < 3 || hexDigit(value[i + 1]) < 0 || hexDigit(value[i + 2]) < 0)
            return false;
        out += static_cast<char>(hexDigit(value[i + 1]) * 16 + hexDigit(value[i + 2]));
        i += 2;
    }
    return true;
}

template <class Number>
bool read(std::string_view value, Number& into)
{
    const auto parsed = Number::parse(value);
    if (parsed)
        into = *parsed;
    return parsed.ok();
}

bool readWhole(std::string_view value, int& into)
{
    const auto parsed = parseDecimal(value, 0);
    if (!parsed || *parsed < 0 || *parsed > 1'000'000)
        return false;
    into = static_cast<int>(*parsed);
    return true;
}

bool readFlag(std::string_view value, bool& into)
{
    into = value == "1";
    return into;
}

bool readLink(std::string_view value, Link& into)
{
    for (std::size_t i = 1; i < kLinks.size(); ++i)
        if (kLinks[i] == value) {
            into = static_cast<Link>(i);
            return true;
        }
    return false;
}

bool readMember(OrderTerms& terms, std::string_view key, std::string_view value)
{
    if (key == "trigger")
        return read(value, terms.trigger);
    if (key == "trail")
        return read(value, terms.trail);
    if (key == "trail-bp")
        return readWhole(value, terms.trailBasisPoints);
    if (key == "display")
        return read(value, terms.display);
    if (key == "hidden")
        return readFlag(value, terms.hidden);
    if (key == "post-only")
        return readFlag(value, terms.postOnly);
    if (key == "peg") {
        terms.pegTo = PegTo::Middle;
        return value == "middle";
    }
    if (key == "peg-offset")
        return read(value, terms.pegOffset);
    if (key == "good-till")
        return read(value, terms.goodTill);
    if (key == "group")
        return unescape(value, terms.group);
    if (key == "link")
        return readLink(value, terms.link);
    if (key == "parent")
        return readFlag(value, terms.parent);
    if (key == "user")
        return unescape(value, terms.user);
    return key == "strategy" && unescape(value, terms.strategy);
}

} // namespace

std::string_view name(Link link) { return kLinks[static_cast<std::size_t>(link)]; }

Result<Link> parseLink(std::string_view text)
{
    Link link = Link::None;
    if (!readLink(text, link) || link == Link::Block)
        return invalid("domain.link-unknown", std::string(text.substr(0, 40)));
    return link;
}

std::string text(const OrderTerms& terms)
{
    std::string out;
    const auto say = [&out](std::string_view key, const std::string& value) {
        out += out.empty() ? "" : ";";
        out += key;
        out += '=';
        out += value;
    };
    if (!terms.trigger.isZero())
        say("trigger", terms.trigger.text());
    if (!terms.trail.isZero())
        say("trail", terms.trail.text());
    if (terms.trailBasisPoints != 0)
        say("trail-bp", std::to_string(terms.trailBasisPoints));
    if (!terms.display.isZero())
        say("display", terms.display.text());
    if (terms.hidden)
        say("hidden", "1");
    if (terms.postOnly)
        say("post-only", "1");
    if (terms.pegTo == PegTo::Middle)
        say("peg", "middle");
    if (!terms.pegOffset.isZero())
        say("peg-offset", terms.pegOffset.text());
    if (terms.goodTill != Date())
        say("good-till", terms.goodTill.text());
    if (!terms.group.empty())
        say("group", escaped(terms.group));
    if (terms.link != Link::None)
        say("link", std::string(name(terms.link)));
    if (terms.parent)
        say("parent", "1");
    if (!terms.user.empty())
        say("user", escaped(terms.user));
    if (!terms.strategy.empty())
        say("strategy", escaped(terms.strategy));
    return out;
}

Result<OrderTerms> parseOrderTerms(std::string_view text)
{
    OrderTerms terms;
    if (text.size() > kLongest)
        return invalid("domain.order-terms", "too long");
    while (!text.empty()) {
        const auto end = text.find(';');
        const std::string_view part = text.substr(0, end);
        const auto equals = part.find('=');
        if (equals == std::string_view::npos || !readMember(terms, part.substr(0, equals), part.substr(equals + 1)))
            return invalid("domain.order-terms", std::string(part.substr(0, 80)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return terms;
}

} // namespace rialto
