// SPDX-License-Identifier: GPL-3.0-or-later
// Stores that keep nothing and count everything as new: a file can be read and checked without a book. One thread.
#pragma once

#include "market/tick_store.h"

namespace rialto::integration {

class DiscardingBarStore final : public market::BarStore {
public:
    Result<std::unique_ptr<market::BarWriter>> beginWrite() override { return std::unique_ptr<market::BarWriter>(std::make_unique<Writer>()); }
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp, Timestamp) override { return notFound("market.series-unknown", key.symbol); }
    Result<std::vector<market::SeriesInfo>> series() override { return std::vector<market::SeriesInfo>(); }
    Result<void> remove(const market::SeriesKey& key) override { return notFound("market.series-unknown", key.symbol); }

private:
    class Writer final : public market::BarWriter {
    public:
        Result<market::WriteCounts> upsert(const market::SeriesKey&, std::span<const Bar> bars) override
        {
            if (auto rising = market::requireRising(bars); !rising)
                return rising.error();
            market::WriteCounts counts;
            counts.inserted = static_cast<std::int64_t>(bars.size());
            return counts;
        }
        Result<std::int64_t> erase(const market::SeriesKey&, Timestamp, Timestamp) override { return std::int64_t{0}; }
        Result<void> commit() override { return {}; }
    };
};

class DiscardingTickStore final : public market::TickStore {
public:
    Result<std::unique_ptr<market::TickWriter>> beginWrite() override { return std::unique_ptr<market::TickWriter>(std::make_unique<Writer>()); }
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey& key, Timestamp, Timestamp) override { return notFound("market.series-unknown", key.symbol); }
    Result<std::vector<market::TickSeriesInfo>> series() override { return std::vector<market::TickSeriesInfo>(); }

private:
    class Writer final : public market::TickWriter {
    public:
        Result<void> append(const market::TickSeriesKey& key, std::span<const market::Tick> ticks) override
        {
            m_counts[key].inserted += static_cast<std::int64_t>(ticks.size());
            return {};
        }
        Result<std::map<market::TickSeriesKey, market::WriteCounts>> finish(bool) override { return m_counts; }

    private:
        std::map<market::TickSeriesKey, market::WriteCounts> m_counts;
    };
};

} // namespace rialto::integration
