// SPDX-License-Identifier: GPL-3.0-or-later
// LiveBars: minute bars of every instrument, built from the prints since the program started, and the arithmetic that joins
// them with stored bars. GUI thread.
#pragma once

#include "market/bar_builder.h"
#include "services/market_board.h"

#include <unordered_map>
#include <vector>

namespace rialto {

class LiveBars {
public:
    static constexpr std::size_t kMinutesKept = 1'500;

    void add(const std::vector<TradePrint>& prints);
    /// Finished minutes and the one in progress, oldest first.
    const std::vector<Bar>& minutes(InstrumentId instrument) const;

private:
    std::unordered_map<InstrumentId, std::vector<Bar>> m_bars;
};

/// Bars of whole multiples of `seconds`, aligned to UTC, from shorter ones.
std::vector<Bar> resampled(const std::vector<Bar>& bars, int seconds);
/// Both in order of time. Of two bars of one start neither need be whole: open and volume are those of the one with more
/// volume, high and low reach over both, and the close is the live one's, which is younger.
std::vector<Bar> joined(std::vector<Bar> stored, const std::vector<Bar>& live);

} // namespace rialto
