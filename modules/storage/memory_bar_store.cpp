// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memory_bar_store.h"

namespace rialto::storage {

using market::SeriesInfo;
using market::SeriesKey;
using market::WriteCounts;

class MemoryBarWriter final : public market::BarWriter {
public:
    explicit MemoryBarWriter(MemoryBarStore& store) : m_store(store) {}

    Result<WriteCounts> upsert(const SeriesKey& key, std::span<const Bar> bars) override
    {
        WriteCounts counts;
        if (auto rising = market::requireRising(bars); !rising)
            return rising.error();
        if (bars.empty())
            return counts;
        auto& series = staged(key);
        for (const Bar& bar : bars) {
            const auto [place, added] = series.try_emplace(bar.start, bar);
            if (added) {
                ++counts.inserted;
            } else if (place->second == bar) {
                ++counts.unchanged;
            } else {
                place->second = bar;
                ++counts.changed;
            }
        }
        return counts;
    }

    Result<std::int64_t> erase(const SeriesKey& key, Timestamp from, Timestamp to) override
    {
        if (to <= from)
            return std::int64_t{0};
        auto& series = staged(key);
        const auto first = series.lower_bound(from);
        const auto last = series.lower_bound(to);
        const auto count = std::distance(first, last);
        series.erase(first, last);
        return std::int64_t{count};
    }

    Result<void> commit() override
    {
        for (auto& [key, series] : m_staged)
            m_store.m_series[key] = std::move(series);
        m_staged.clear();
        return {};
    }

private:
    MemoryBarStore::Series& staged(const SeriesKey& key)
    {
        const auto [place, added] = m_staged.try_emplace(key);
        if (added)
            if (const auto old = m_store.m_series.find(key); old != m_store.m_series.end())
                place->second = old->second;
        return place->second;
    }

    MemoryBarStore& m_store;
    std::map<SeriesKey, MemoryBarStore::Series> m_staged;
};

Result<std::unique_ptr<market::BarWriter>> MemoryBarStore::beginWrite()
{
    return std::unique_ptr<market::BarWriter>(std::make_unique<MemoryBarWriter>(*this));
}

Result<std::vector<Bar>> MemoryBarStore::read(const SeriesKey& key, Timestamp from, Timestamp to)
{
    const auto found = m_series.find(key);
    if (found == m_series.end())
        return notFound("market.series-unknown", key.symbol + " " + std::string(name(key.interval)) + " from " + key.source);
    std::vector<Bar> bars;
    for (auto at = found->second.lower_bound(from); at != found->second.end() && at->first < to; ++at)
        bars.push_back(at->second);
    return bars;
}

Result<std::vector<SeriesInfo>> MemoryBarStore::series()
{
    std::vector<SeriesInfo> all;
    for (const auto& [key, series] : m_series) {
        SeriesInfo info{key, static_cast<std::int64_t>(series.size()), {}, {}};
        if (!series.empty()) {
            info.first = series.begin()->first;
            info.last = series.rbegin()->first;
        }
        all.push_back(info);
    }
    return all;
}

Result<void> MemoryBarStore::remove(const SeriesKey& key)
{
    if (m_series.erase(key) == 0)
        return notFound("market.series-unknown", key.symbol + " " + std::string(name(key.interval)) + " from " + key.source);
    return {};
}

} // namespace rialto::storage
