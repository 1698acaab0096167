// SPDX-License-Identifier: GPL-3.0-or-later
// Quote: the newest picture of one instrument. TradePrint: one trade on the tape.
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/order.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <cstdint>

namespace rialto {

struct Quote {
    InstrumentId instrument;
    Price bid;
    Price ask;
    Quantity bidSize;        // 0: no bid
    Quantity askSize;
    Price last;
    Quantity lastSize;
    Price open;              // of the session
    Price high;
    Price low;
    Price previousClose;
    Quantity volume;
    std::int64_t trades = 0; // 0: not traded in this session
    Timestamp time;
    bool hasLast() const { return trades > 0; }
};

struct TradePrint {
    InstrumentId instrument;
    Price price;
    Quantity quantity;
    Side aggressor = Side::Buy;
    Timestamp time;
    std::uint64_t sequence = 0; // rising by one per venue
};

} // namespace rialto
