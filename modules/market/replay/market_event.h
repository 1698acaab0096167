// SPDX-License-Identifier: GPL-3.0-or-later
// MarketEvent: one step of recorded market data, whatever its source: order by order (level 3), price levels (level 2), best prices
// (level 1) or trades. Connectors tell events to a MarketEventSink while they read; replays take them. Values; any thread.
#pragma once

#include "base/clock.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <cstdint>
#include <string>

namespace rialto::market {

enum class MarketEventKind : std::uint8_t {
    Clear,   // the book begins anew
    Add,     // an order: orderId, bid, price, size
    Modify,  // orderId has price and size now; a new price or a larger size loses its place
    Reduce,  // size is taken off orderId, which goes when nothing is left
    Remove,  // orderId goes
    Fill,    // orderId trades size at price; the book is told of it by a Reduce or Modify that follows
    Level,   // a price level has this size now, 0: none
    Quote,   // bid and ask, price and size: all that is known of the book (size 0: not told)
    Trade,   // price and size, told by the tape
    End,     // what came since the last End belongs together: now the book is whole
};

struct MarketEvent {
    Timestamp time;
    MarketEventKind kind = MarketEventKind::Trade;
    bool bid = false;
    std::int64_t orderId = 0;
    Price price;    // of Quote: the bid
    Quantity size;
    Price ask;
    Quantity askSize;
};

class MarketEventSink {
public:
    virtual ~MarketEventSink() = default;
    virtual void onMarketEvent(const std::string& symbol, const MarketEvent& event) = 0;
};

} // namespace rialto::market
