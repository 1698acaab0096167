// SPDX-License-Identifier: GPL-3.0-or-later
// The price of a call auction under six public rule sets, computed from the orders alone. Pure functions, any thread.
// Units: ticks and lots. All rules first maximise the volume; they differ in how they choose among equal prices:
//   Xetra     prices of orders only: least surplus; then the highest price if buyers are left over at all of them, the lowest
//             if sellers; otherwise the reference price, kept within the two prices in question. (Deutsche Boerse, T7 Market
//             Model for the Trading Venue Xetra, "Price determination in auctions".)
//   Euronext  every tick between the lowest and highest limit or the reference price, if that lies beyond them (market orders
//             may trade there); least surplus; market pressure; closest to the reference price. (Euronext, Optiq Trading
//             Manual for Cash Markets, "Auction price determination"; Euronext, "The pure market order", call phase examples.)
//   Asx       the same four steps in the words of the ASX Operating Rules Procedures, "Auction: four step approach".
//   Hkex      prices of orders from the lowest ask to the highest bid; then the same steps; of two equally near prices, and
//             without a reference, the higher. (HKEX Rules of the Exchange, rule 501H; HKEX, "examples of how orders are
//             matched through closing auction": "the IEP shall be one of the bid prices or ask prices".)
//   Sse       prices of orders only, at which all better buys and sells trade and at the price itself one side is done; least
//             unexecuted volume; then the middle of the lowest and highest such price, half a tick upwards. (SSE Trading
//             Rules 2023, section 3.4, call auction.)
//   Szse      every tick with the same conditions; least difference between the buys at or above and the sells at or below;
//             then the closest to the previous close (or last trade). (SZSE Trading Rules 2023, section 3.5.)
#pragma once

#include "matching/order_types.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rialto::matching {

enum class UncrossRule : std::uint8_t { Xetra, Euronext, Asx, Sse, Szse, Hkex };

std::string_view name(UncrossRule rule);
std::optional<UncrossRule> uncrossRule(std::string_view name);

struct AuctionOrder {
    Side side = Side::Buy;
    std::optional<Ticks> price; // none: a market order
    std::uint64_t quantity = 0;
};

/// The step that left one price.
enum class UncrossStep : std::uint8_t { NothingCrosses, MaximumVolume, MinimumSurplus, MarketPressure, ReferencePrice, MiddlePrice };
std::string_view name(UncrossStep step);

struct AuctionResult {
    std::optional<Ticks> price; // none: nothing trades
    std::uint64_t volume = 0;
    std::uint64_t surplus = 0; // of the side below, at the price
    std::optional<Side> surplusSide;
    UncrossStep decidedBy = UncrossStep::NothingCrosses;
};

/// `reference`: last trade or previous close. Without one a tie ends in the middle price. With market orders only, the
/// reference is the price.
AuctionResult uncross(std::span<const AuctionOrder> orders, UncrossRule rule, std::optional<Ticks> reference);

} // namespace rialto::matching
