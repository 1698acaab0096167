// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memory_tick_store.h"

#include <algorithm>

namespace rialto::storage {

using market::Tick;
using market::TickSeriesInfo;
using market::TickSeriesKey;
using market::WriteCounts;

class MemoryTickWriter final : public market::TickWriter {
public:
    explicit MemoryTickWriter(MemoryTickStore& store) : m_store(store) {}

    Result<void> append(const TickSeriesKey& key, std::span<const Tick> ticks) override
    {
        if (ticks.empty())
            return {};
        auto& added = m_added[key];
        for (const Tick& tick : ticks) {
            if (!added.empty() && tick.time < added.back().time)
                return invalid("market.ticks-not-rising", key.symbol);
            added.push_back(tick);
        }
        return {};
    }

    Result<std::map<TickSeriesKey, WriteCounts>> finish(bool keep) override
    {
        std::map<TickSeriesKey, WriteCounts> all;
        for (const auto& [key, added] : m_added) {
            const auto found = m_store.m_series.find(key);
            std::vector<Tick> series = found == m_store.m_series.end() ? std::vector<Tick>() : found->second;
            const auto first = std::find_if(series.begin(), series.end(), [&](const Tick& tick) { return tick.time >= added.front().time; });
            const auto last = std::find_if(first, series.end(), [&](const Tick& tick) { return tick.time > added.back().time; });
            WriteCounts& counts = all[key];
            if (std::equal(first, last, added.begin(), added.end())) {
                counts.unchanged = static_cast<std::int64_t>(added.size());
                continue;
            }
            counts.inserted = static_cast<std::int64_t>(added.size());
            counts.erased = std::distance(first, last);
            series.insert(series.erase(first, last), added.begin(), added.end());
            if (keep)
                m_store.m_series[key] = std::move(series);
        }
        m_added.clear();
        return all;
    }

private:
    MemoryTickStore& m_store;
    std::map<TickSeriesKey, std::vector<Tick>> m_added;
};

Result<std::unique_ptr<market::TickWriter>> MemoryTickStore::beginWrite()
{
    return std::unique_ptr<market::TickWriter>(std::make_unique<MemoryTickWriter>(*this));
}

Result<std::vector<Tick>> MemoryTickStore::read(const TickSeriesKey& key, Timestamp from, Timestamp to)
{
    const auto found = m_series.find(key);
    if (found == m_series.end())
        return notFound("market.series-unknown", key.symbol + " ticks from " + key.source);
    std::vector<Tick> all;
    for (const Tick& tick : found->second)
        if (tick.time >= from && tick.time < to)
            all.push_back(tick);
    return all;
}

Result<std::vector<TickSeriesInfo>> MemoryTickStore::series()
{
    std::vector<TickSeriesInfo> all;
    for (const auto& [key, ticks] : m_series)
        all.push_back({key, static_cast<std::int64_t>(ticks.size()), ticks.front().time, ticks.back().time});
    return all;
}

} // namespace rialto::storage
