// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_bar_store.h"

namespace rialto::data {
namespace {

class WatchedWriter final : public market::BarWriter {
public:
    WatchedWriter(std::unique_ptr<market::BarWriter> inner, WatchedBarStore::Watch& watch) : m_inner(std::move(inner)), m_watch(watch) {}
    Result<market::WriteCounts> upsert(const market::SeriesKey& key, std::span<const Bar> bars) override
    {
        if (m_watch.stop)
            return stopped();
        auto counts = m_inner->upsert(key, bars);
        m_watch.bars += std::int64_t(bars.size());
        return counts;
    }
    Result<std::int64_t> erase(const market::SeriesKey& key, Timestamp from, Timestamp to) override { return m_inner->erase(key, from, to); }
    Result<void> commit() override { return m_watch.stop ? Result<void>(stopped()) : m_inner->commit(); }

private:
    static Error stopped() { return conflict("import.cancelled", "nothing was stored"); }
    std::unique_ptr<market::BarWriter> m_inner;
    WatchedBarStore::Watch& m_watch;
};

} // namespace

Result<std::unique_ptr<market::BarWriter>> WatchedBarStore::beginWrite()
{
    auto writer = m_inner.beginWrite();
    if (!writer)
        return writer.error();
    return std::unique_ptr<market::BarWriter>(std::make_unique<WatchedWriter>(std::move(*writer), m_watch));
}

} // namespace rialto::data
