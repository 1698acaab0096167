// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/auction.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <vector>

namespace rialto::matching {

namespace {

/// Neighbouring prices with the same demand and supply: one price that has orders, or the ticks between two such prices.
struct Stretch {
    std::int64_t lowest;
    std::int64_t highest;
    std::uint64_t demand; // buys at or above
    std::uint64_t supply; // sells at or below
    std::uint64_t demandAbove;
    std::uint64_t supplyBelow;

    std::uint64_t volume() const { return std::min(demand, supply); }
    std::uint64_t surplus() const { return std::max(demand, supply) - volume(); }
    bool buyersLeft() const { return demand > supply; }
    bool sellersLeft() const { return supply > demand; }
    bool betterOrdersAllTrade() const { return demandAbove <= volume() && supplyBelow <= volume(); }
};

struct AtPrice {
    std::uint64_t buys = 0;
    std::uint64_t sells = 0;
};

std::vector<Stretch> stretches(std::span<const AuctionOrder> orders, bool ticksBetween, std::optional<Ticks> alsoEligible)
{
    std::map<Ticks, AtPrice> limits;
    if (alsoEligible)
        limits[*alsoEligible];
    std::uint64_t demand = 0;
    std::uint64_t supply = 0;
    for (const AuctionOrder& order : orders) {
        if (order.side == Side::Buy)
            demand += order.quantity; // all buys are at or above the lowest price
        else if (!order.price)
            supply += order.quantity;
        if (order.price)
            (order.side == Side::Buy ? limits[*order.price].buys : limits[*order.price].sells) += order.quantity;
    }
    std::vector<Stretch> all;
    for (const auto& [price, at] : limits) {
        if (ticksBetween && !all.empty() && all.back().highest + 1 < price)
            all.push_back({all.back().highest + 1, price - 1, demand, supply, demand, supply});
        const std::uint64_t below = supply;
        supply += at.sells;
        all.push_back({price, price, demand, supply, demand - at.buys, below});
        demand -= at.buys;
    }
    return all;
}

template <class Better>
void keepBest(std::vector<Stretch>& candidates, Better value)
{
    std::uint64_t best = value(candidates.front());
    for (const Stretch& s : candidates)
        best = std::min(best, value(s));
    std::erase_if(candidates, [&](const Stretch& s) { return value(s) != best; });
}

bool onePrice(const std::vector<Stretch>& candidates)
{
    return candidates.size() == 1 && candidates.front().lowest == candidates.front().highest;
}

struct Choice {
    std::int64_t price;
    UncrossStep step;
};

Choice closestTo(std::optional<Ticks> reference, std::int64_t lowest, std::int64_t highest)
{
    if (reference)
        return {std::clamp<std::int64_t>(*reference, lowest, highest), UncrossStep::ReferencePrice};
    return {lowest + (highest - lowest + 1) / 2, UncrossStep::MiddlePrice};
}

/// HKEX: the price is one at which somebody bids or asks; of two equally near ones the higher.
Choice nearestOrderPrice(const std::vector<Stretch>& candidates, std::optional<Ticks> reference)
{
    if (!reference)
        return {candidates.back().highest, UncrossStep::MiddlePrice};
    std::int64_t best = candidates.front().lowest;
    for (const Stretch& s : candidates)
        if (std::abs(s.lowest - *reference) <= std::abs(best - *reference))
            best = s.lowest;
    return {best, UncrossStep::ReferencePrice};
}

/// HKEX looks between the lowest ask and the highest bid only, where the limits cross.
void keepCrossedRange(std::vector<Stretch>& all, std::span<const AuctionOrder> orders)
{
    std::optional<Ticks> highestBid;
    std::optional<Ticks> lowestAsk;
    for (const AuctionOrder& order : orders) {
        if (order.price && order.side == Side::Buy)
            highestBid = std::max(highestBid.value_or(*order.price), *order.price);
        if (order.price && order.side == Side::Sell)
            lowestAsk = std::min(lowestAsk.value_or(*order.price), *order.price);
    }
    if (highestBid && lowestAsk && *highestBid >= *lowestAsk)
        std::erase_if(all, [&](const Stretch& s) { return s.lowest < *lowestAsk || s.highest > *highestBid; });
}

Choice choose(std::vector<Stretch>& candidates, UncrossRule rule, std::optional<Ticks> reference)
{
    const bool chinese = rule == UncrossRule::Sse || rule == UncrossRule::Szse;
    keepBest(candidates, [](const Stretch& s) { return ~s.volume(); });
    if (chinese && std::any_of(candidates.begin(), candidates.end(), [](const Stretch& s) { return s.betterOrdersAllTrade(); }))
        std::erase_if(candidates, [](const Stretch& s) { return !s.betterOrdersAllTrade(); });
    if (onePrice(candidates))
        return {candidates.front().lowest, UncrossStep::MaximumVolume};
    keepBest(candidates, [](const Stretch& s) { return s.surplus(); });
    if (onePrice(candidates))
        return {candidates.front().lowest, UncrossStep::MinimumSurplus};

    std::int64_t lowest = candidates.front().lowest;
    std::int64_t highest = candidates.back().highest;
    if (rule == UncrossRule::Sse)
        return closestTo(std::nullopt, lowest, highest);
    if (!chinese) {
        const auto buyers = [](const Stretch& s) { return s.buyersLeft(); };
        const auto sellers = [](const Stretch& s) { return s.sellersLeft(); };
        if (std::all_of(candidates.begin(), candidates.end(), buyers))
            return {highest, UncrossStep::MarketPressure};
        if (std::all_of(candidates.begin(), candidates.end(), sellers))
            return {lowest, UncrossStep::MarketPressure};
        if (rule == UncrossRule::Hkex)
            return nearestOrderPrice(candidates, reference);
        // Equal surplus on either side: what counts is the range between the highest price with buyers left and the lowest
        // with sellers left.
        for (const Stretch& s : candidates)
            if (s.buyersLeft())
                lowest = s.highest;
        for (auto s = candidates.rbegin(); s != candidates.rend(); ++s)
            if (s->sellersLeft())
                highest = s->lowest;
    }
    return closestTo(reference, lowest, highest);
}

} // namespace

AuctionResult uncross(std::span<const AuctionOrder> orders, UncrossRule rule, std::optional<Ticks> reference)
{
    const bool ticksBetween = rule != UncrossRule::Xetra && rule != UncrossRule::Sse && rule != UncrossRule::Hkex;
    const bool priced = std::any_of(orders.begin(), orders.end(), [](const AuctionOrder& o) { return o.price.has_value(); });
    std::vector<Stretch> candidates = stretches(orders, ticksBetween, rule == UncrossRule::Euronext && priced ? reference : std::nullopt);
    if (rule == UncrossRule::Hkex)
        keepCrossedRange(candidates, orders);
    if (candidates.empty()) { // market orders at most: only a reference can price them
        AtPrice market;
        for (const AuctionOrder& order : orders)
            (order.side == Side::Buy ? market.buys : market.sells) += order.quantity;
        if (!reference || std::min(market.buys, market.sells) == 0)
            return {};
        candidates.push_back({*reference, *reference, market.buys, market.sells, market.buys, market.sells});
    }
    const std::vector<Stretch> all = candidates;
    if (std::all_of(all.begin(), all.end(), [](const Stretch& s) { return s.volume() == 0; }))
        return {};
    Choice choice = choose(candidates, rule, reference);
    if (all.size() == 1 && !priced)
        choice.step = UncrossStep::ReferencePrice;

    AuctionResult result;
    result.price = static_cast<Ticks>(choice.price);
    result.decidedBy = choice.step;
    std::uint64_t demand = 0;
    std::uint64_t supply = 0;
    for (const AuctionOrder& order : orders) {
        if (order.side == Side::Buy && (!order.price || *order.price >= choice.price))
            demand += order.quantity;
        if (order.side == Side::Sell && (!order.price || *order.price <= choice.price))
            supply += order.quantity;
    }
    result.volume = std::min(demand, supply);
    result.surplus = std::max(demand, supply) - result.volume;
    if (demand != supply)
        result.surplusSide = demand > supply ? Side::Buy : Side::Sell;
    return result;
}

namespace {
constexpr std::array<std::string_view, 6> kRuleNames = {"xetra", "euronext", "asx", "sse", "szse", "hkex"};
constexpr std::array<std::string_view, 6> kStepNames = {"nothing_crosses", "maximum_volume",  "minimum_surplus",
                                                        "market_pressure", "reference_price", "middle_price"};
}

std::string_view name(UncrossRule rule)
{
    return kRuleNames[static_cast<std::size_t>(rule)];
}

std::optional<UncrossRule> uncrossRule(std::string_view name)
{
    const auto found = std::find(kRuleNames.begin(), kRuleNames.end(), name);
    if (found == kRuleNames.end())
        return std::nullopt;
    return static_cast<UncrossRule>(found - kRuleNames.begin());
}

std::string_view name(UncrossStep step)
{
    return kStepNames[static_cast<std::size_t>(step)];
}

} // namespace rialto::matching
