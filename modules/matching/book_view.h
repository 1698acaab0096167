// SPDX-License-Identifier: GPL-3.0-or-later
// What MatchingEngine tells about its books when asked, and the settings of a book. Plain data, any thread; ticks and lots.
#pragma once

#include "matching/auction.h"

#include <limits>
#include <optional>

namespace rialto::matching {

struct DepthLevel {
    Ticks price = 0;
    std::uint32_t orders = 0;
    std::uint64_t quantity = 0;
};

struct OrderView {
    OrderId id = 0;
    Ticks price = 0;
    Lots quantity = 0; // open and shown
    OwnerId owner = 0;
    BookId book = 0;
    Side side = Side::Buy;
    Lots reserve = 0;      // of an iceberg
    bool waiting = false;  // for its trigger, its group or its phase
    bool unpriced = false; // a resting market order: the price means nothing
    Lots held = 0;         // of an order in a group: not active yet, beside the quantity that is
};

/// Limits within which a book accepts prices, both included.
struct PriceBand {
    Ticks lowest = std::numeric_limits<Ticks>::min() + 2;
    Ticks highest = std::numeric_limits<Ticks>::max() - 2;

    bool contains(Ticks price) const { return lowest <= price && price <= highest; }
};

/// How a level is shared among its orders. ProRata: by their shown sizes, rounded down; the rest in the order of the queue.
enum class Allocation : std::uint8_t { TimePriority, ProRata };

struct UncrossOptions {
    UncrossRule rule = UncrossRule::Euronext;
    std::optional<Ticks> reference;  // none: the last price
    bool pricesMarketToLimit = true; // market-to-limit orders without a trade get the auction price as limit too
};

} // namespace rialto::matching
