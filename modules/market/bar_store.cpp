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

void BarStore::setOrigin(const BarOrigin&) {}

Result<std::vector<BarVersion>> BarStore::versions(const SeriesKey&, Timestamp, Timestamp) { return std::vector<BarVersion>{}; }

namespace {

/// `present` with, of each bar, the oldest former value that `wanted` says was replaced too late.
template <class Wanted> std::vector<Bar> withFormer(std::vector<Bar> present, const std::vector<BarVersion>& versions, Wanted wanted)
{
    std::vector<Bar> former;
    for (const BarVersion& version : versions)
        if (wanted(version) && (former.empty() || former.back().start != version.bar.start))
            former.push_back(version.bar);
    std::vector<Bar> result;
    result.reserve(present.size() + former.size());
    auto left = present.begin();
    for (const Bar& bar : former) {
        while (left != present.end() && left->start < bar.start)
            result.push_back(*left++);
        if (left != present.end() && left->start == bar.start)
            ++left;
        result.push_back(bar);
    }
    result.insert(result.end(), left, present.end());
    return result;
}

} // namespace

Result<std::vector<Bar>> readAsKnown(BarStore& store, const SeriesKey& key, Timestamp known, Timestamp from, Timestamp to)
{
    auto present = store.read(key, from, to);
    if (!present)
        return present.error();
    const auto versions = store.versions(key, from, to);
    if (!versions)
        return versions.error();
    auto bars = withFormer(std::move(*present), *versions, [known](const BarVersion& version) { return version.replacedBy.time > known; });
    while (!bars.empty() && bars.back().start > known)
        bars.pop_back();
    return bars;
}

Result<std::vector<Bar>> readFirstKnown(BarStore& store, const SeriesKey& key, Timestamp from, Timestamp to)
{
    auto present = store.read(key, from, to);
    if (!present)
        return present.error();
    const auto versions = store.versions(key, from, to);
    if (!versions)
        return versions.error();
    return withFormer(std::move(*present), *versions, [](const BarVersion&) { return true; });
}

} // namespace rialto::market
