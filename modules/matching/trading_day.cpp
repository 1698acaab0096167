// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/trading_day.h"

#include <nlohmann/json.hpp>

namespace rialto::matching {

namespace {

DayPhase closedPhase(std::int32_t from)
{
    return {from, Phase::Closed, {false, false, true, false}, 0, {}};
}

GuardAction guardAction(const std::string& word)
{
    return word == "interrupt" ? GuardAction::Interrupt : word == "hold" ? GuardAction::Hold : GuardAction::None;
}

VolatilityRule volatilityRule(const nlohmann::json& json)
{
    VolatilityRule rule;
    rule.guard.action = guardAction(json.at("action").get<std::string>());
    rule.guard.dynamicBasisPoints = json.value("dynamicBasisPoints", 0U);
    rule.guard.staticBasisPoints = json.value("staticBasisPoints", 0U);
    rule.seconds = json.at("seconds").get<std::int32_t>();
    rule.randomEnd = json.value("randomEnd", 0);
    rule.extension = json.value("extension", 0);
    rule.wideBasisPoints = json.value("wideBasisPoints", 0U);
    rule.limitState = json.value("limitState", 0);
    rule.rule = json.at("rule").get<std::string>();
    return rule;
}

bool plausible(const VolatilityRule& rule)
{
    constexpr std::uint32_t kMostBasisPoints = 10'000'000;
    const auto seconds = [](std::int32_t value) { return value >= 0 && value <= kSecondsPerDay; };
    return rule.guard.dynamicBasisPoints <= kMostBasisPoints && rule.guard.staticBasisPoints <= kMostBasisPoints
           && rule.wideBasisPoints <= kMostBasisPoints && seconds(rule.seconds) && seconds(rule.randomEnd) && seconds(rule.extension)
           && seconds(rule.limitState);
}

} // namespace

std::optional<std::int32_t> secondOfDay(std::string_view text)
{
    if (text.size() != 5 && text.size() != 8)
        return std::nullopt;
    std::int32_t second = 0;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const char tens = text[at];
        const char ones = text[at + 1];
        if (tens < '0' || tens > '9' || ones < '0' || ones > '9' || (at != 0 && text[at - 1] != ':'))
            return std::nullopt;
        const std::int32_t part = (tens - '0') * 10 + (ones - '0');
        if (part > (at == 0 ? 23 : 59))
            return std::nullopt;
        second = second * 60 + part;
    }
    return text.size() == 5 ? second * 60 : second;
}

std::string timeText(std::int32_t second)
{
    const auto two = [](std::int32_t value) { return std::string{static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)}; };
    return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
}

DayPhase TradingDay::at(std::int32_t second) const
{
    if (phases.empty())
        return {};
    DayPhase found = closedPhase(0);
    for (const DayPhase& phase : phases)
        if (phase.from <= second)
            found = phase;
    return found;
}

Result<TradingDay> TradingDay::parse(std::string_view text)
{
    const auto wrong = [](std::string detail) { return invalid("market.day_unreadable", std::move(detail)); };
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return wrong("not a JSON object");
    TradingDay day;
    try {
        day.zone = json.at("zone").get<std::string>();
        for (const auto& item : json.at("phases")) {
            DayPhase phase;
            const auto from = secondOfDay(item.at("from").get<std::string>());
            const auto kind = phaseNamed(item.at("phase").get<std::string>());
            if (!from || !kind || (!day.phases.empty() && *from < day.phases.back().from))
                return wrong("phases need ascending times as 09:15 and a known name: " + item.dump());
            const bool open = *kind != Phase::Closed;
            phase.from = *from;
            phase.phase = *kind;
            phase.terms = {item.value("orders", open), item.value("cancels", open), item.value("marketOrders", true),
                           item.value("auctionOrders", false)};
            phase.randomEnd = item.value("randomEnd", 0);
            phase.rule = item.at("rule").get<std::string>();
            if (phase.randomEnd < 0 || phase.randomEnd > kSecondsPerDay)
                return wrong("a random end is out of range: " + item.dump());
            day.phases.push_back(std::move(phase));
        }
        if (json.contains("volatility"))
            day.volatility = volatilityRule(json.at("volatility"));
    } catch (const nlohmann::json::exception& error) {
        return wrong(error.what());
    }
    if (!plausible(day.volatility))
        return wrong("a figure of the volatility rule is out of range");
    return day;
}

} // namespace rialto::matching
