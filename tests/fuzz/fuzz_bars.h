// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest stores that an import can write to; fuzz targets do without Qt.
#pragma once

#include "market/tick_store.h"

#include <map>

namespace rialto::fuzzing {

struct FuzzBarStore final : market::BarStore {
    using Bars = std::map<market::SeriesKey, std::map<Timestamp, Bar>>;
    Bars bars;

    struct Writer final : market::BarWriter {
        explicit Writer(FuzzBarStore& into) : store(into), staged(into.bars) {}
        FuzzBarStore& store;
        Bars staged;
        Result<market::WriteCounts> upsert(const market::SeriesKey& key, std::span<const Bar> added) override
        {
            if (auto rising = market::requireRising(added); !rising)
                return rising.error();
            market::WriteCounts counts;
            for (const Bar& bar : added) {
                const auto [place, isNew] = staged[key].try_emplace(bar.start, bar);
                ++(isNew ? counts.inserted : place->second == bar ? counts.unchanged : counts.changed);
                place->second = bar;
            }
            return counts;
        }
        Result<std::int64_t> erase(const market::SeriesKey&, Timestamp, Timestamp) override { return std::int64_t{0}; }
        Result<void> commit() override
        {
            store.bars = staged;
            return {};
        }
    };

    Result<std::unique_ptr<market::BarWriter>> beginWrite() override { return std::unique_ptr<market::BarWriter>(std::make_unique<Writer>(*this)); }
    Result<std::vector<Bar>> read(const market::SeriesKey&, Timestamp, Timestamp) override { return std::vector<Bar>{}; }
    Result<std::vector<market::SeriesInfo>> series() override { return std::vector<market::SeriesInfo>{}; }
    Result<void> remove(const market::SeriesKey&) override { return {}; }
};

struct FuzzTickStore final : market::TickStore {
    std::int64_t ticks = 0;

    struct Writer final : market::TickWriter {
        explicit Writer(FuzzTickStore& into) : store(into) {}
        FuzzTickStore& store;
        std::map<market::TickSeriesKey, market::WriteCounts> counts;
        Result<void> append(const market::TickSeriesKey& key, std::span<const market::Tick> added) override
        {
            counts[key].inserted += static_cast<std::int64_t>(added.size());
            return {};
        }
        Result<std::map<market::TickSeriesKey, market::WriteCounts>> finish(bool) override
        {
            for (const auto& [key, each] : counts)
                store.ticks += each.inserted;
            return counts;
        }
    };

    Result<std::unique_ptr<market::TickWriter>> beginWrite() override { return std::unique_ptr<market::TickWriter>(std::make_unique<Writer>(*this)); }
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey&, Timestamp, Timestamp) override { return std::vector<market::Tick>{}; }
    Result<std::vector<market::TickSeriesInfo>> series() override { return std::vector<market::TickSeriesInfo>{}; }
};

} // namespace rialto::fuzzing
