// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/screen/screen.h"

#include "analytics/screen/screen_node.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {

using Node = Screen::Node;
using Kind = Node::Kind;

class Asker {
public:
    explicit Asker(const ScreenSubject& subject) : m_subject(subject) {}

    Answer answer(const Node& node)
    {
        switch (node.kind) {
        case Kind::Or: {
            const Answer a = answer(*node.parts[0]), b = answer(*node.parts[1]);
            return a == Answer::Yes || b == Answer::Yes ? Answer::Yes : a == Answer::No && b == Answer::No ? Answer::No : Answer::Unknown;
        }
        case Kind::And: {
            const Answer a = answer(*node.parts[0]), b = answer(*node.parts[1]);
            return a == Answer::No || b == Answer::No ? Answer::No : a == Answer::Yes && b == Answer::Yes ? Answer::Yes : Answer::Unknown;
        }
        case Kind::Not: {
            const Answer a = answer(*node.parts[0]);
            return a == Answer::Unknown ? a : a == Answer::Yes ? Answer::No : Answer::Yes;
        }
        case Kind::CrossesAbove:
        case Kind::CrossesBelow: {
            const auto now = difference(node, 0), before = difference(node, 1);
            if (!now || !before)
                return Answer::Unknown;
            const bool crossed = node.kind == Kind::CrossesAbove ? *before <= 0 && *now > 0 : *before >= 0 && *now < 0;
            return crossed ? Answer::Yes : Answer::No;
        }
        default: break;
        }
        const auto a = value(*node.parts[0], 0), b = value(*node.parts[1], 0);
        if (!a || !b)
            return Answer::Unknown;
        const bool holds = node.kind == Kind::Less ? *a < *b : node.kind == Kind::LessEqual ? *a <= *b : node.kind == Kind::Greater ? *a > *b
            : node.kind == Kind::GreaterEqual ? *a >= *b : node.kind == Kind::Equal ? *a == *b : *a != *b;
        return holds ? Answer::Yes : Answer::No;
    }

    std::map<std::string, std::optional<double>> values;

private:
    std::optional<double> difference(const Node& node, std::size_t ago)
    {
        const auto a = value(*node.parts[0], ago), b = value(*node.parts[1], ago);
        return a && b ? std::optional(*a - *b) : std::nullopt;
    }

    std::optional<double> value(const Node& node, std::size_t ago)
    {
        switch (node.kind) {
        case Kind::Number: return node.number;
        case Kind::Negate: {
            const auto a = value(*node.parts[0], ago);
            return a ? std::optional(-*a) : a;
        }
        case Kind::Add:
        case Kind::Subtract:
        case Kind::Multiply:
        case Kind::Divide: {
            const auto a = value(*node.parts[0], ago), b = value(*node.parts[1], ago);
            if (!a || !b || (node.kind == Kind::Divide && *b == 0))
                return std::nullopt;
            const double result = node.kind == Kind::Add ? *a + *b : node.kind == Kind::Subtract ? *a - *b : node.kind == Kind::Multiply ? *a * *b : *a / *b;
            return std::isfinite(result) ? std::optional(result) : std::nullopt;
        }
        case Kind::Fundamental: return told(node, ago, m_subject.fundamental ? m_subject.fundamental(node.name) : std::nullopt);
        case Kind::Column: return told(node, ago, column(node, ago));
        default: return told(node, ago, study(node, ago));
        }
    }

    std::optional<double> told(const Node& node, std::size_t ago, const std::optional<double>& value)
    {
        if (ago == 0)
            values[node.name] = value;
        return value;
    }

    static std::optional<double> at(const std::vector<double>& list, std::size_t ago)
    {
        return ago < list.size() && std::isfinite(list[list.size() - 1 - ago]) ? std::optional(list[list.size() - 1 - ago]) : std::nullopt;
    }

    std::optional<double> column(const Node& node, std::size_t ago) const
    {
        const char first = node.name.front();
        const auto& list = first == 'o' ? m_subject.open : first == 'h' ? m_subject.high : first == 'l' ? m_subject.low : first == 'v' ? m_subject.volume : m_subject.close;
        return at(list, ago + node.barsAgo);
    }

    std::optional<double> study(const Node& node, std::size_t ago)
    {
        std::string key = node.indicator->name;
        for (const std::string& pair : node.parameters)
            key += "|" + pair;
        const auto [place, isNew] = m_studies.emplace(key, Outputs{});
        if (isNew) {
            const std::size_t size = m_subject.close.size();
            Series series{m_subject.open, m_subject.high, m_subject.low, m_subject.close, m_subject.volume, m_subject.close, m_subject.open, m_subject.time, size};
            const std::vector<double> source = sourceColumn(series, node.indicator->source), second = sourceColumn(series, node.indicator->secondSource);
            if (!source.empty())
                series.value = source;
            if (!second.empty())
                series.second = second;
            const auto chosen = indicatorValues(*node.indicator, node.parameters);
            if (chosen)
                if (auto outputs = computeIndicator(*node.indicator, *chosen, series))
                    place->second = std::move(*outputs);
        }
        return node.output < place->second.size() ? at(place->second[node.output], ago + node.barsAgo) : std::nullopt;
    }

    const ScreenSubject& m_subject;
    std::map<std::string, Outputs> m_studies;
};

const char* signOf(Kind kind)
{
    switch (kind) {
    case Kind::Or: return " or ";
    case Kind::And: return " and ";
    case Kind::Less: return " < ";
    case Kind::LessEqual: return " <= ";
    case Kind::Greater: return " > ";
    case Kind::GreaterEqual: return " >= ";
    case Kind::Equal: return " = ";
    case Kind::NotEqual: return " != ";
    case Kind::CrossesAbove: return " crosses above ";
    case Kind::CrossesBelow: return " crosses below ";
    case Kind::Add: return " + ";
    case Kind::Subtract: return " - ";
    case Kind::Multiply: return " * ";
    default: return " / ";
    }
}

std::string textOf(const Node& node)
{
    if (node.parts.empty())
        return node.name;
    if (node.parts.size() == 1)
        return (node.kind == Kind::Not ? "not " : "-") + textOf(*node.parts[0]);
    return "(" + textOf(*node.parts[0]) + signOf(node.kind) + textOf(*node.parts[1]) + ")";
}

bool anyFundamental(const Node& node)
{
    return node.kind == Kind::Fundamental || std::any_of(node.parts.begin(), node.parts.end(), [](const auto& part) { return anyFundamental(*part); });
}

int mostBars(const Node& node)
{
    int most = 1;
    if (node.kind == Kind::Study)
        if (const auto values = indicatorValues(*node.indicator, node.parameters))
            most = std::max(1, warmUpBars(*node.indicator, *values) + 1);
    most += static_cast<int>(node.barsAgo) + (node.kind == Kind::CrossesAbove || node.kind == Kind::CrossesBelow ? 1 : 0);
    for (const auto& part : node.parts)
        most = std::max(most, mostBars(*part));
    return most;
}

} // namespace

Screen::Screen(std::shared_ptr<const Node> root) : m_root(std::move(root)) {}
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;

Result<Screen> Screen::parse(std::string_view text, const std::vector<std::string>& fundamentals)
{
    auto root = parseScreen(text, fundamentals);
    if (!root)
        return root.error();
    return Screen(std::move(*root));
}

ScreenResult Screen::ask(const ScreenSubject& subject) const
{
    Asker asker(subject);
    ScreenResult result;
    result.answer = asker.answer(*m_root);
    result.values = std::move(asker.values);
    return result;
}

std::string Screen::text() const { return textOf(*m_root); }
bool Screen::needsFundamentals() const { return anyFundamental(*m_root); }
int Screen::barsNeeded() const { return mostBars(*m_root); }

} // namespace rialto::analytics
