// SPDX-License-Identifier: GPL-3.0-or-later
// BarStore: the port through which bars are kept and read. Implementations are in modules/storage (SqliteBarStore,
// MemoryBarStore); one contract suite runs on all. A store belongs to one thread.
// Bars of a series have different start times, multiples of the interval (days: midnight UTC, see domain/bar.h), and are
// given and read in rising order of time. Ranges are half open: from <= start < to.
// Errors: market.bars-not-rising, market.series-unknown, and those of the storage (storage.*).
#pragma once

#include "base/result.h"
#include "domain/bar.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace rialto::market {

/// `symbol` as the user writes it ("600000.SH"), `source` says where the bars come from ("csv", "sim", "alpaca").
struct SeriesKey {
    std::string symbol;
    BarInterval interval = BarInterval::Day;
    std::string source;
    friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
    friend bool operator<(const SeriesKey& a, const SeriesKey& b)
    {
        return std::tie(a.symbol, a.interval, a.source) < std::tie(b.symbol, b.interval, b.source);
    }
};

struct SeriesInfo {
    SeriesKey key;
    std::int64_t count = 0;
    Timestamp first;
    Timestamp last;
    friend bool operator==(const SeriesInfo&, const SeriesInfo&) = default;
};

/// What a write did to each bar it was given; the sum is the number of bars given.
struct WriteCounts {
    std::int64_t inserted = 0;
    std::int64_t changed = 0;   // a bar of that time was there with other values
    std::int64_t unchanged = 0;
    std::int64_t erased = 0;    // not part of the sum
    WriteCounts& operator+=(const WriteCounts& other)
    {
        inserted += other.inserted;
        changed += other.changed;
        unchanged += other.unchanged;
        erased += other.erased;
        return *this;
    }
    friend bool operator==(const WriteCounts&, const WriteCounts&) = default;
};

inline constexpr Timestamp kBeginningOfTime{std::numeric_limits<std::int64_t>::min()};
inline constexpr Timestamp kEndOfTime{std::numeric_limits<std::int64_t>::max()};

/// Because of what bars are written: an import (positive id of the ImportLog) or a decision (negative id), and when.
struct BarOrigin {
    std::int64_t id = 0;
    Timestamp time;
    friend bool operator==(const BarOrigin&, const BarOrigin&) = default;
};

/// What a bar was before it was replaced.
struct BarVersion {
    Bar bar;
    BarOrigin replacedBy;
    friend bool operator==(const BarVersion&, const BarVersion&) = default;
};

/// One transaction. Nothing of it is visible to others, or kept, before commit(); a writer that dies rolls back.
class BarWriter {
public:
    virtual ~BarWriter() = default;
    /// Adds bars; one that is there already is overwritten.
    virtual Result<WriteCounts> upsert(const SeriesKey& key, std::span<const Bar> bars) = 0;
    /// The number of bars erased. The series itself stays, also when it is empty.
    virtual Result<std::int64_t> erase(const SeriesKey& key, Timestamp from, Timestamp to) = 0;
    virtual Result<void> commit() = 0;
};

class BarStore {
public:
    virtual ~BarStore() = default;
    /// One writer at a time.
    virtual Result<std::unique_ptr<BarWriter>> beginWrite() = 0;
    virtual Result<std::vector<Bar>> read(const SeriesKey& key, Timestamp from = kBeginningOfTime, Timestamp to = kEndOfTime) = 0;
    /// Sorted by key.
    virtual Result<std::vector<SeriesInfo>> series() = 0;
    virtual Result<void> remove(const SeriesKey& key) = 0;

    /// From here on what is changed or erased leaves its former value behind, marked with `origin`; none is kept for writes
    /// without one (bars in progress change every second). Stores without memory for it ignore it.
    virtual void setOrigin(const BarOrigin& origin);
    /// Former values of bars of [from, to), by start and then oldest first. Stores without memory for it have none.
    virtual Result<std::vector<BarVersion>> versions(const SeriesKey& key, Timestamp from = kBeginningOfTime, Timestamp to = kEndOfTime);
};

/// Adds or overwrites in one transaction of its own.
Result<WriteCounts> append(BarStore& store, const SeriesKey& key, std::span<const Bar> bars);
/// What was in the range is gone and `bars`, all inside the range, are there instead; one transaction.
/// Errors also: market.bar-outside-range.
Result<WriteCounts> replaceRange(BarStore& store, const SeriesKey& key, Timestamp from, Timestamp to, std::span<const Bar> bars);
/// The bars of [from, to) as they were known at an instant: none that start later, and of those that were replaced afterwards
/// the former value. A bar counts as known from its own time on, whenever it was imported.
Result<std::vector<Bar>> readAsKnown(BarStore& store, const SeriesKey& key, Timestamp known, Timestamp from = kBeginningOfTime, Timestamp to = kEndOfTime);
/// As they came first, without any correction.
Result<std::vector<Bar>> readFirstKnown(BarStore& store, const SeriesKey& key, Timestamp from = kBeginningOfTime, Timestamp to = kEndOfTime);
/// The rule that writers check.
Result<void> requireRising(std::span<const Bar> bars);

} // namespace rialto::market
