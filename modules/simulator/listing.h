// SPDX-License-Identifier: GPL-3.0-or-later
// Listing: an instrument together with how it behaves on the simulated venue. A value, any thread. Volatilities are hundredths
// of a percent of the price a year (2000 = 20 %), shares of something are per mille.
#pragma once

#include "domain/instrument.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace rialto::simulator {

/// The place of an instrument that is not listed.
inline constexpr std::size_t kUnlisted = std::numeric_limits<std::size_t>::max();

/// A part of an index or fund: its return counts with this weight.
struct BasketPart {
    InstrumentId instrument;
    std::int64_t perMille = 0;
};

struct Listing {
    Instrument instrument;
    Price startPrice;
    int volatilityBp = 2000;   // of its own, beside what comes from the market as a whole
    int betaPerMille = 0;      // how it follows the market as a whole
    Quantity dailyVolume;      // of a usual day
    int tradesPerDay = 1000;
    int spreadTicks = 2;       // on a quiet day

    // What a derived instrument follows. Futures and options follow the underlying in their details.
    std::vector<BasketPart> basket;
    InstrumentId crossLeft;    // FX cross: left x right
    InstrumentId crossRight;
};

} // namespace rialto::simulator
