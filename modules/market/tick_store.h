// SPDX-License-Identifier: GPL-3.0-or-later
// TickStore: the port through which single quotes and trades are kept and read. Ticks of one series are in the order in which
// they happened; several may share a time, so a series is written as whole ranges: what a range held before is replaced.
// A store belongs to one thread. Errors: market.ticks-not-rising and those of the storage (storage.*).
#pragma once

#include "market/bar_store.h"

#include <map>

namespace rialto::market {

enum class TickKind : std::uint8_t { Quote, Trade };

/// Quote: bid and ask with their sizes (0: not told). Trade: price and size in `bid` and `bidSize`, the rest is zero.
struct Tick {
    Timestamp time;
    TickKind kind = TickKind::Quote;
    Price bid;
    Price ask;
    Quantity bidSize;
    Quantity askSize;
    friend bool operator==(const Tick&, const Tick&) = default;
};

struct TickSeriesKey {
    std::string symbol;
    std::string source;
    friend bool operator==(const TickSeriesKey&, const TickSeriesKey&) = default;
    friend bool operator<(const TickSeriesKey& a, const TickSeriesKey& b)
    {
        return std::tie(a.symbol, a.source) < std::tie(b.symbol, b.source);
    }
};

struct TickSeriesInfo {
    TickSeriesKey key;
    std::int64_t count = 0;
    Timestamp first;
    Timestamp last;
    friend bool operator==(const TickSeriesInfo&, const TickSeriesInfo&) = default;
};

/// One transaction: nothing is visible or kept before finish(true); a writer that dies rolls back.
class TickWriter {
public:
    virtual ~TickWriter() = default;
    /// Ticks whose times never fall, at or after the last one given to this writer for the series. The first call for a
    /// series fixes where its written range begins; the last one where it ends.
    virtual Result<void> append(const TickSeriesKey& key, std::span<const Tick> ticks) = 0;
    /// Older ticks in each written range make way, and all is committed; without `keep` it is only counted. A range that held
    /// exactly these ticks counts as `unchanged`, otherwise the new ones as `inserted` and the old ones as `erased`.
    virtual Result<std::map<TickSeriesKey, WriteCounts>> finish(bool keep) = 0;
};

class TickStore {
public:
    virtual ~TickStore() = default;
    virtual Result<std::unique_ptr<TickWriter>> beginWrite() = 0;
    virtual Result<std::vector<Tick>> read(const TickSeriesKey& key, Timestamp from = kBeginningOfTime, Timestamp to = kEndOfTime) = 0;
    virtual Result<std::vector<TickSeriesInfo>> series() = 0;
};

} // namespace rialto::market
