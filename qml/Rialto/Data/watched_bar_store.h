// SPDX-License-Identifier: GPL-3.0-or-later
// WatchedBarStore: a BarStore that counts what is written through it and refuses to go on when it is told to stop, so that an
// import has progress and can be cancelled: nothing of it is kept then. The thread of the inner store; the counters are atomic.
#pragma once

#include "market/bar_store.h"

#include <atomic>

namespace rialto::data {

class WatchedBarStore final : public market::BarStore {
public:
    struct Watch {
        std::atomic<bool> stop{false};
        std::atomic<std::int64_t> bars{0};
    };
    WatchedBarStore(market::BarStore& inner, Watch& watch) : m_inner(inner), m_watch(watch) {}

    Result<std::unique_ptr<market::BarWriter>> beginWrite() override;
    Result<std::vector<Bar>> read(const market::SeriesKey& key, Timestamp from, Timestamp to) override { return m_inner.read(key, from, to); }
    Result<std::vector<market::SeriesInfo>> series() override { return m_inner.series(); }
    Result<void> remove(const market::SeriesKey& key) override { return m_inner.remove(key); }
    void setOrigin(const market::BarOrigin& origin) override { m_inner.setOrigin(origin); }
    Result<std::vector<market::BarVersion>> versions(const market::SeriesKey& key, Timestamp from, Timestamp to) override { return m_inner.versions(key, from, to); }

private:
    market::BarStore& m_inner;
    Watch& m_watch;
};

} // namespace rialto::data
