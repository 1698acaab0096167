// SPDX-License-Identifier: GPL-3.0-or-later
// MarketRules: what a venue prescribes, as data: one file a profile in resources/venues/, compiled in. Pure, any thread.
// Prices here are 64-bit integers of the profile's price unit (`unitDecimals` decimals), which is also the finest tick.
// Formula of the percentage limits: previous close x (100 % +- limit), half a unit away from zero, and at least one tick
// away from the previous close (SSE and SZSE Trading Rules, "price limits").
#pragma once

#include "base/result.h"
#include "matching/trading_day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::matching {

struct PriceLimits {
    std::optional<std::int64_t> lower; // none: no limit on that side
    std::optional<std::int64_t> upper;
};

struct TickStep {
    std::int64_t from = 0; // prices from here on, in units
    std::int64_t tick = 1;
};

/// From a price on, the limit is this share of the previous close, or this amount, whichever is less.
struct LimitStep {
    std::int64_t from = 0;
    std::int64_t basisPoints = 0;
    std::optional<std::int64_t> amount;
};

struct Fee {
    enum class Applies { Both, Buy, Sell };
    std::string code;             // "stamp_duty"
    Applies applies = Applies::Both;
    std::int64_t perMillion = 0;  // of the notional
    std::int64_t minimumMinor = 0; // of the currency's minor unit, for each order
};

struct MarketRules {
    std::string id;
    std::string title;
    std::string source; // the public rule book
    std::string currency;
    int unitDecimals = 2;
    std::vector<TickStep> ticks;   // ascending, the first from 0
    std::vector<LimitStep> limits; // ascending; empty: no price limits
    std::int64_t buyLot = 1;       // quantities of buys are multiples of this, above the minimum
    std::int64_t minimumBuy = 1;
    bool oddLotSells = false;      // a remainder below one lot may be sold, in one order
    int settlementDays = 2;
    bool sellableNextDay = false;  // bought today, sold tomorrow at the earliest
    std::string openingRule;       // name of an UncrossRule; empty: no call auctions
    std::vector<Fee> fees;
    TradingDay day;                // its phases; the rule of its calls is `openingRule`

    std::int64_t tickAt(std::int64_t price) const;
    PriceLimits priceLimits(std::int64_t previousClose) const;
    /// Nothing, or the code of the refusal: "market.price_off_tick", "market.price_outside_limits", "market.odd_lot",
    /// "market.below_minimum". `holding` is what the seller owns.
    std::optional<std::string> refusal(bool buy, std::int64_t price, std::int64_t quantity, const PriceLimits& limits,
                                       std::int64_t holding) const;

    static Result<MarketRules> parse(std::string_view json);
};

/// The profiles of resources/venues/, in the order of their file names.
const std::vector<MarketRules>& venueProfiles();
const MarketRules* venueProfile(std::string_view id);

} // namespace rialto::matching
