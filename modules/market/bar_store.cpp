// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/bar_store.h"

#include "domain/date.h"

namespace rialto::market {

Result<WriteCounts> append(BarStore& store, const SeriesKey& key, std::span<const Bar> bars)
{
    auto writer = store.beginWrite();
    if (!writer)
        return writer.error();
    auto counts = (*writer)->upsert(key, bars);
    if (!counts)
        return counts.error();
    if (auto done = (*writer)->commit(); !done)
        return done.error();
    return counts;
}

Result<WriteCounts> replaceRange(BarStore& store, const SeriesKey& key, Timestamp from, Timestamp to, std::span<const Bar> bars)
{
    for (const Bar& bar : bars)
        if (bar.start < from || bar.start >= to)
            return invalid("market.bar-outside-range", isoUtc(bar.start) + " is not in the range that is replaced");
    auto writer = store.beginWrite();
    if (!writer)
        return writer.error();
    const auto erased = (*writer)->erase(key, from, to);
    if (!erased)
        return erased.error();
    auto counts = (*writer)->upsert(key, bars);
    if (!counts)
        return counts.error();
    counts->erased = *erased;
    if (auto done = (*writer)->commit(); !done)
        return done.error();
    return counts;
}

Result<void> requireRising(std::span<const Bar> bars)
{
    for (std::size_t i = 1; i < bars.size(); ++i)
        if (bars[i].start <= bars[i - 1].start)
            return invalid("market.bars-not-rising", isoUtc(bars[i].start) + " follows " + isoUtc(bars[i - 1].start));
    return {};
}

} // namespace rialto::market
