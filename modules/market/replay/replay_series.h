// SPDX-License-Identifier: GPL-3.0-or-later
// ReplaySeries: real bars (or ticks made into short bars) that drive one instrument of the simulated exchange, and
// ReplayPath: the price and volume that they say for any instant. Inside a bar the path runs open, one extreme, the other
// extreme, close (open, low, high, close in a rising bar; open, high, low, close in a falling one) in straight lines, so that
// it touches exactly what the bar says; between bars it stands still. Pure values; any thread.
#pragma once

#include "domain/bar.h"
#include "domain/quote.h"

#include <optional>
#include <vector>

namespace rialto::market {

struct ReplaySeries {
    InstrumentId instrument;
    std::int64_t barNanos = kNanosPerMinute; // length of a bar
    std::vector<Bar> bars;                   // rising, not overlapping
};

/// One bar a second in which there are ticks.
ReplaySeries replayFromTicks(InstrumentId instrument, const std::vector<TradePrint>& ticks);

class ReplayPath {
public:
    explicit ReplayPath(ReplaySeries series);

    InstrumentId instrument() const { return m_series.instrument; }
    const std::vector<Bar>& bars() const { return m_series.bars; }
    bool empty() const { return m_series.bars.empty(); }
    /// After the last bar there is nothing to replay.
    bool over(Timestamp time) const;
    /// Nothing before the first bar.
    std::optional<Price> priceAt(Timestamp time) const;
    /// Volume of the series in [from, to), each bar's spread evenly over its length.
    Quantity volumeBetween(Timestamp from, Timestamp to) const;
    /// Close of the last bar that ended at or before the instant.
    std::optional<Price> lastCloseBefore(Timestamp time) const;
    /// Range of the bar at the instant over the mean range of the series, per mille; 1000 between bars.
    std::int64_t livelinessPerMille(Timestamp time) const;
    /// Mean of high - low over the bars, at least one raw unit.
    std::int64_t meanRange() const { return m_meanRange; }

private:
    /// Index of the last bar that starts at or before the instant, -1 when none does.
    std::ptrdiff_t barAt(Timestamp time) const;
    ReplaySeries m_series;
    std::int64_t m_meanRange = 1;
};

} // namespace rialto::market
