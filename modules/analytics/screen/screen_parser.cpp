// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/screen/screen_node.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rialto::analytics {

namespace screening {
namespace {

using Node = Screen::Node;
using Kind = Node::Kind;
using NodePointer = std::shared_ptr<const Node>;

constexpr std::size_t kLongest = 4000;
constexpr int kDeepest = 60;
constexpr double kMostBarsAgo = 10'000;

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

struct Token {
    enum class Kind { End, Number, Word, Sign };
    Kind kind = Kind::End;
    std::string text; // words in lower case
    std::string raw;
    double number = 0;
    std::size_t at = 0;
};

class Parser {
public:
    Parser(std::string_view text, const std::vector<std::string>& fundamentals) : m_text(text), m_fundamentals(fundamentals) {}

    Result<NodePointer> whole()
    {
        if (m_text.size() > kLongest)
            return invalid("screen.too-long", "a screen has at most " + std::to_string(kLongest) + " characters");
        if (auto done = advance(); !done)
            return done.error();
        auto node = either();
        if (!node)
            return node;
        if (m_token.kind != Token::Kind::End)
            return fault("\"" + m_token.raw + "\" is not expected here");
        if (!(*node)->logical())
            return invalid("screen.syntax", "\"" + std::string(m_text) + "\" is a value and no condition; compare it with something, as in \"close > 10\"");
        return node;
    }

private:
    Error fault(const std::string& what) const { return invalid("screen.syntax", "at character " + std::to_string(m_token.at + 1) + ": " + what); }

    Result<void> advance()
    {
        while (m_next < m_text.size() && static_cast<unsigned char>(m_text[m_next]) <= ' ')
            ++m_next;
        m_token = {};
        m_token.at = m_next;
        if (m_next == m_text.size())
            return {};
        const char c = m_text[m_next];
        const auto isDigit = [](char d) { return d >= '0' && d <= '9'; };
        const auto isLetter = [](char d) { return (d >= 'a' && d <= 'z') || (d >= 'A' && d <= 'Z') || d == '_'; };
        if (isDigit(c) || (c == '.' && m_next + 1 < m_text.size() && isDigit(m_text[m_next + 1])))
            return number();
        if (isLetter(c)) {
            std::size_t end = m_next;
            while (end < m_text.size() && (isLetter(m_text[end]) || isDigit(m_text[end])))
                ++end;
            m_token.kind = Token::Kind::Word;
            m_token.raw = std::string(m_text.substr(m_next, end - m_next));
            m_token.text = lower(m_token.raw);
            m_next = end;
            return {};
        }
        for (const std::string_view sign : {"<=", ">=", "==", "!=", "<>", "&&", "||"})
            if (m_text.substr(m_next, 2) == sign) {
                take(sign);
                return {};
            }
        if (std::string_view("<>=+-*/()[],.!").find(c) != std::string_view::npos) {
            take(m_text.substr(m_next, 1));
            return {};
        }
        std::size_t end = m_next + 1;
        while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0) == 0x80)
            ++end;
        return invalid("screen.syntax", "at character " + std::to_string(m_next + 1) + ": \"" + std::string(m_text.substr(m_next, end - m_next)) + "\" is no sign of this language");
    }

    void take(std::string_view sign)
    {
        m_token.kind = Token::Kind::Sign;
        m_token.text = m_token.raw = std::string(sign);
        m_next += sign.size();
    }

    Result<void> number()
    {
        const char* begin = m_text.data() + m_next;
        const char* last = m_text.data() + m_text.size();
        double value = 0;
        const auto [end, error] = std::from_chars(begin, last, value);
        if (error != std::errc() || !std::isfinite(value))
            return invalid("screen.syntax", "at character " + std::to_string(m_next + 1) + ": this is no number");
        m_token.kind = Token::Kind::Number;
        m_next += static_cast<std::size_t>(end - begin);
        const char unit = m_next < m_text.size() ? m_text[m_next] : ' ';
        const char after = m_next + 1 < m_text.size() ? m_text[m_next + 1] : ' ';
        const bool alone = !((after >= 'a' && after <= 'z') || (after >= 'A' && after <= 'Z') || (after >= '0' && after <= '9') || after == '_');
        const double scale = unit == '%' ? 0.01 : !alone ? 0 : unit == 'k' || unit == 'K' ? 1e3 : unit == 'm' || unit == 'M' ? 1e6 : unit == 'b' || unit == 'B' ? 1e9 : 0;
        if (scale != 0) {
            value *= scale;
            ++m_next;
        }
        m_token.number = value;
        m_token.raw = m_token.text = std::string(begin, m_text.data() + m_next);
        return {};
    }

    bool word(std::string_view text) const { return m_token.kind == Token::Kind::Word && m_token.text == text; }
    bool sign(std::string_view text) const { return m_token.kind == Token::Kind::Sign && m_token.text == text; }

    static NodePointer make(Kind kind, std::vector<NodePointer> parts)
    {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->parts = std::move(parts);
        return node;
    }

    Result<NodePointer> needs(Result<NodePointer> node, bool logical, const char* by)
    {
        if (node && (*node)->logical() != logical)
            return invalid("screen.syntax", std::string(by) + (logical ? " joins conditions, not values" : " takes values, not conditions"));
        return node;
    }

    Result<NodePointer> either()
    {
        auto left = both();
        while (left && (word("or") || sign("||"))) {
            if (auto done = advance(); !done)
                return done.error();
            auto a = needs(std::move(left), true, "or");
            auto b = needs(both(), true, "or");
            if (!a || !b)
                return a ? b : a;
            left = make(Kind::Or, {*a, *b});
        }
        return left;
    }

    Result<NodePointer> both()
    {
        auto left = negation();
        while (left && (word("and") || sign("&&"))) {
            if (auto done = advance(); !done)
                return done.error();
            auto a = needs(std::move(left), true, "and");
            auto b = needs(negation(), true, "and");
            if (!a || !b)
                return a ? b : a;
            left = make(Kind::And, {*a, *b});
        }
        return left;
    }

    Result<NodePointer> negation()
    {
        if (!word("not") && !sign("!"))
            return comparison();
        if (++m_depth > kDeepest)
            return fault("this is nested too deeply");
        if (auto done = advance(); !done)
            return done.error();
        auto part = needs(negation(), true, "not");
        --m_depth;
        if (!part)
            return part;
        return make(Kind::Not, {*part});
    }

    Result<NodePointer> comparison()
    {
        auto left = sum();
        if (!left)
            return left;
        std::optional<Kind> kind;
        if (word("crosses")) {
            if (auto done = advance(); !done)
                return done.error();
            if (!word("above") && !word("below"))
                return fault("\"crosses\" is followed by above or below");
            kind = word("above") ? Kind::CrossesAbove : Kind::CrossesBelow;
        } else if (m_token.kind == Token::Kind::Sign) {
            const std::string& s = m_token.text;
            kind = s == "<" ? std::optional(Kind::Less) : s == "<=" ? std::optional(Kind::LessEqual) : s == ">" ? std::optional(Kind::Greater) : s == ">=" ? std::optional(Kind::GreaterEqual)
                : s == "=" || s == "==" ? std::optional(Kind::Equal) : s == "!=" || s == "<>" ? std::optional(Kind::NotEqual) : std::nullopt;
        }
        if (!kind)
            return left;
        if (auto done = advance(); !done)
            return done.error();
        auto a = needs(std::move(left), false, "a comparison");
        auto b = needs(sum(), false, "a comparison");
        if (!a || !b)
            return a ? b : a;
        return make(*kind, {*a, *b});
    }

    Result<NodePointer> sum()
    {
        auto left = product();
        while (left && (sign("+") || sign("-"))) {
            const Kind kind = sign("+") ? Kind::Add : Kind::Subtract;
            if (auto done = advance(); !done)
                return done.error();
            auto a = needs(std::move(left), false, "arithmetic");
            auto b = needs(product(), false, "arithmetic");
            if (!a || !b)
                return a ? b : a;
            left = make(kind, {*a, *b});
        }
        return left;
    }

    Result<NodePointer> product()
    {
        auto left = factor();
        while (left && (sign("*") || sign("/"))) {
            const Kind kind = sign("*") ? Kind::Multiply : Kind::Divide;
            if (auto done = advance(); !done)
                return done.error();
            auto a = needs(std::move(left), false, "arithmetic");
            auto b = needs(factor(), false, "arithmetic");
            if (!a || !b)
                return a ? b : a;
            left = make(kind, {*a, *b});
        }
        return left;
    }

    Result<NodePointer> factor()
    {
        if (++m_depth > kDeepest)
            return fault("this is nested too deeply");
        auto node = inner();
        --m_depth;
        return node;
    }

    Result<NodePointer> inner()
    {
        if (sign("-")) {
            if (auto done = advance(); !done)
                return done.error();
            auto part = needs(factor(), false, "a minus");
            if (!part)
                return part;
            return make(Kind::Negate, {*part});
        }
        if (sign("(")) {
            if (auto done = advance(); !done)
                return done.error();
            auto node = either();
            if (!node)
                return node;
            if (!sign(")"))
                return fault("a closing bracket is missing");
            if (auto done = advance(); !done)
                return done.error();
            return node;
        }
        if (m_token.kind == Token::Kind::Number) {
            auto node = std::make_shared<Node>();
            node->number = m_token.number;
            node->name = m_token.raw;
            if (auto done = advance(); !done)
                return done.error();
            return NodePointer(node);
        }
        if (m_token.kind == Token::Kind::Word)
            return named();
        return fault(m_token.kind == Token::Kind::End ? "something is missing at the end" : "\"" + m_token.raw + "\" is not expected here");
    }

    Result<NodePointer> named()
    {
        auto node = std::make_shared<Node>();
        const std::string name = m_token.text;
        const std::string raw = m_token.raw;
        const std::size_t at = m_token.at;
        if (auto done = advance(); !done)
            return done.error();
        node->name = name;
        const bool column = name == "open" || name == "high" || name == "low" || name == "close" || name == "volume" || name == "price";
        if (column) {
            node->kind = Kind::Column;
            if (name == "price")
                node->name = "close";
        } else if (std::find(m_fundamentals.begin(), m_fundamentals.end(), name) != m_fundamentals.end() && !sign("(")) {
            node->kind = Kind::Fundamental;
        } else if ((node->indicator = findIndicator(name)) != nullptr) {
            node->kind = Kind::Study;
            if (auto done = arguments(*node); !done)
                return done.error();
        } else {
            return invalid("screen.unknown-name", "at character " + std::to_string(at + 1) + ": " + raw
                    + " is no column, indicator or fundamental; `rialtoctl indicator list` and `rialtoctl screen --names` show what there is");
        }
        if (sign("[")) {
            if (node->kind == Kind::Fundamental)
                return fault("a fundamental has no bars to go back by");
            if (auto done = advance(); !done)
                return done.error();
            if (m_token.kind != Token::Kind::Number || m_token.number < 0 || m_token.number > kMostBarsAgo || m_token.number != std::floor(m_token.number))
                return fault("in [..] stands how many bars ago");
            node->barsAgo = static_cast<std::size_t>(m_token.number);
            if (auto done = advance(); !done)
                return done.error();
            if (!sign("]"))
                return fault("a closing ] is missing");
            if (auto done = advance(); !done)
                return done.error();
            if (node->barsAgo > 0)
                node->name += "[" + std::to_string(node->barsAgo) + "]";
        }
        return NodePointer(node);
    }

    Result<void> arguments(Node& node)
    {
        const Indicator& indicator = *node.indicator;
        std::string written = indicator.name;
        if (sign("(")) {
            if (auto done = advance(); !done)
                return done;
            for (std::size_t place = 0; !sign(")"); ++place) {
                std::string name;
                if (place > 0) {
                    if (!sign(","))
                        return fault("parameters are parted by commas");
                    if (auto done = advance(); !done)
                        return done;
                }
                if (m_token.kind == Token::Kind::Word) {
                    name = m_token.text;
                    if (auto done = advance(); !done)
                        return done;
                    if (!sign("="))
                        return fault("a parameter is written as a number or as name=value");
                    if (auto done = advance(); !done)
                        return done;
                } else if (place < indicator.parameters.size()) {
                    name = indicator.parameters[place].name;
                } else {
                    return invalid("screen.bad-parameter", indicator.name + " has only " + std::to_string(indicator.parameters.size()) + " parameters");
                }
                std::string value;
                if (sign("-")) {
                    value = "-";
                    if (auto done = advance(); !done)
                        return done;
                }
                if (m_token.kind != Token::Kind::Number && (m_token.kind != Token::Kind::Word || !value.empty()))
                    return fault("a parameter is a number or a word");
                node.parameters.push_back(name + "=" + value + m_token.raw);
                if (auto done = advance(); !done)
                    return done;
            }
            if (auto done = advance(); !done)
                return done;
        }
        const auto values = indicatorValues(indicator, node.parameters);
        if (!values)
            return invalid("screen.bad-parameter", indicator.name + ": " + values.error().detail);
        std::string list;
        for (const std::string& pair : node.parameters)
            list += (list.empty() ? "" : ", ") + (node.parameters.size() == 1 && pair.rfind(indicator.parameters.front().name + "=", 0) == 0 ? pair.substr(pair.find('=') + 1) : pair);
        if (!list.empty())
            written += "(" + list + ")";
        if (sign(".")) {
            if (auto done = advance(); !done)
                return done;
            std::string names;
            bool known = false;
            for (std::size_t k = 0; k < indicator.outputs.size(); ++k) {
                names += (k == 0 ? "" : ", ") + indicator.outputs[k].name;
                if (m_token.kind == Token::Kind::Word && lower(indicator.outputs[k].name) == m_token.text) {
                    node.output = k;
                    known = true;
                }
            }
            if (!known)
                return invalid("screen.unknown-name", "at character " + std::to_string(m_token.at + 1) + ": " + indicator.name + " has the outputs " + names);
            written += "." + indicator.outputs[node.output].name;
            if (auto done = advance(); !done)
                return done;
        }
        node.name = written;
        return {};
    }

    std::string_view m_text;
    const std::vector<std::string>& m_fundamentals;
    std::size_t m_next = 0;
    Token m_token;
    int m_depth = 0;
};

} // namespace
} // namespace screening

Result<std::shared_ptr<const Screen::Node>> parseScreen(std::string_view text, const std::vector<std::string>& fundamentals)
{
    return screening::Parser(text, fundamentals).whole();
}

} // namespace rialto::analytics
