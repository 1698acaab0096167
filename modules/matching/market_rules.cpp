// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/market_rules.h"


#include <nlohmann/json.hpp>

#include <algorithm>

namespace rialto::matching {

/// The texts of resources/venues/*.json (generated).
std::vector<std::string_view> venueProfileTexts();

namespace {

template <class Step>
const Step* stepAt(const std::vector<Step>& steps, std::int64_t price)
{
    const Step* found = nullptr;
    for (const Step& step : steps)
        if (price >= step.from)
            found = &step;
    return found;
}

/// value x basisPoints / 10,000, half up. Prices stay far below the 2^63 / 20,000 that this needs.
std::int64_t share(std::int64_t value, std::int64_t basisPoints)
{
    constexpr std::int64_t kWhole = 10'000;
    return (value / kWhole) * basisPoints + ((value % kWhole) * basisPoints * 2 + kWhole) / (2 * kWhole);
}

Fee::Applies applies(const std::string& word)
{
    return word == "buy" ? Fee::Applies::Buy : word == "sell" ? Fee::Applies::Sell : Fee::Applies::Both;
}

} // namespace

std::int64_t MarketRules::tickAt(std::int64_t price) const
{
    const TickStep* step = stepAt(ticks, price);
    return step == nullptr ? 1 : step->tick;
}

PriceLimits MarketRules::priceLimits(std::int64_t previousClose) const
{
    const LimitStep* step = stepAt(limits, previousClose);
    if (step == nullptr || previousClose <= 0)
        return {};
    const std::int64_t tick = tickAt(previousClose);
    if (step->amount) {
        const std::int64_t distance = std::min(*step->amount, share(previousClose, step->basisPoints));
        return {std::max(previousClose - distance, tick), previousClose + distance};
    }
    // Each limit is rounded by itself: rounding the distance instead would be wrong by a tick for half of all prices.
    std::int64_t upper = share(previousClose, 10'000 + step->basisPoints);
    std::int64_t lower = share(previousClose, 10'000 - step->basisPoints);
    upper = (upper * 2 + tick) / (2 * tick) * tick;
    lower = (lower * 2 + tick) / (2 * tick) * tick;
    return {std::max(std::min(lower, previousClose - tick), tick), std::max(upper, previousClose + tick)};
}

std::optional<std::string> MarketRules::refusal(bool buy, std::int64_t price, std::int64_t quantity, const PriceLimits& band,
                                                std::int64_t holding) const
{
    if (price % tickAt(price) != 0)
        return "market.price_off_tick";
    if ((band.lower && price < *band.lower) || (band.upper && price > *band.upper))
        return "market.price_outside_limits";
    if (buy) {
        if (quantity < minimumBuy)
            return "market.below_minimum";
        if (quantity % buyLot != 0)
            return "market.odd_lot";
        return std::nullopt;
    }
    // A remainder below one lot leaves in one piece: alone, or on top of whole lots when it empties the holding's odd part.
    const std::int64_t odd = quantity % buyLot;
    if (odd != 0 && !(oddLotSells && odd == holding % buyLot))
        return "market.odd_lot";
    return std::nullopt;
}

Result<MarketRules> MarketRules::parse(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return invalid("market.profile_unreadable", "not a JSON object");
    MarketRules rules;
    try {
        rules.id = json.at("id").get<std::string>();
        rules.title = json.at("title").get<std::string>();
        rules.source = json.at("source").get<std::string>();
        rules.currency = json.at("currency").get<std::string>();
        rules.unitDecimals = json.at("unitDecimals").get<int>();
        for (const auto& step : json.at("ticks"))
            rules.ticks.push_back({step.at("from").get<std::int64_t>(), step.at("tick").get<std::int64_t>()});
        for (const auto& step : json.value("limits", nlohmann::json::array())) {
            LimitStep limit{step.at("from").get<std::int64_t>(), step.at("basisPoints").get<std::int64_t>(), std::nullopt};
            if (step.contains("amount"))
                limit.amount = step.at("amount").get<std::int64_t>();
            rules.limits.push_back(limit);
        }
        rules.buyLot = json.value("buyLot", std::int64_t{1});
        rules.minimumBuy = json.value("minimumBuy", rules.buyLot);
        rules.oddLotSells = json.value("oddLotSells", false);
        rules.settlementDays = json.value("settlementDays", 2);
        rules.sellableNextDay = json.value("sellableNextDay", false);
        rules.openingRule = json.value("openingRule", std::string());
        for (const auto& fee : json.value("fees", nlohmann::json::array()))
            rules.fees.push_back({fee.at("code").get<std::string>(), applies(fee.value("applies", std::string("both"))),
                                  fee.at("perMillion").get<std::int64_t>(), fee.value("minimumMinor", std::int64_t{0})});
        if (json.contains("day")) {
            Result<TradingDay> day = TradingDay::parse(json.at("day").dump());
            if (!day)
                return day.error();
            rules.day = std::move(*day);
        }
    } catch (const nlohmann::json::exception& error) {
        return invalid("market.profile_unreadable", error.what());
    }
    if (rules.ticks.empty() || rules.buyLot < 1
        || std::any_of(rules.ticks.begin(), rules.ticks.end(), [](const TickStep& s) { return s.tick < 1; }))
        return invalid("market.profile_unreadable", rules.id + ": ticks and lots must be positive");
    return rules;
}

const std::vector<MarketRules>& venueProfiles()
{
    static const std::vector<MarketRules> profiles = [] {
        std::vector<MarketRules> all;
        for (const std::string_view text : venueProfileTexts()) {
            Result<MarketRules> rules = MarketRules::parse(text);
            RIALTO_CHECK(rules.ok(), "a compiled-in venue profile is wrong");
            all.push_back(*rules);
        }
        return all;
    }();
    return profiles;
}

const MarketRules* venueProfile(std::string_view id)
{
    for (const MarketRules& rules : venueProfiles())
        if (rules.id == id)
            return &rules;
    return nullptr;
}

} // namespace rialto::matching
