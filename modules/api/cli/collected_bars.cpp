// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/collected_bars.h"

namespace rialto::cli {

namespace {

class CollectedWriter final : public market::BarWriter {
public:
    explicit CollectedWriter(CollectedBars& store) : m_store(store) {}
    Result<market::WriteCounts> upsert(const market::SeriesKey& key, std::span<const Bar> bars) override
    {
        market::WriteCounts counts;
        auto& series = m_store.bars[key];
        for (const Bar& bar : bars) {
            const auto [place, fresh] = series.try_emplace(bar.start.nanos, bar);
            if (fresh)
                ++counts.inserted;
            else if (place->second == bar)
                ++counts.unchanged;
            else {
                place->second = bar;
                ++counts.changed;
            }
        }
        return counts;
    }
    Result<std::int64_t> erase(const market::SeriesKey& key, Timestamp from, Timestamp to) override
    {
        auto& series = m_store.bars[key];
        const auto begin = series.lower_bound(from.nanos);
        const auto end = series.lower_bound(to.nanos);
        const auto count = static_cast<std::int64_t>(std::distance(begin, end));
        series.erase(begin, end);
        return count;
    }
    Result<void> commit() override { return {}; }

private:
    CollectedBars& m_store;
};

} // namespace

Result<std::unique_ptr<market::BarWriter>> CollectedBars::beginWrite() { return std::unique_ptr<market::BarWriter>(std::make_unique<CollectedWriter>(*this)); }

Result<std::vector<Bar>> CollectedBars::read(const market::SeriesKey& key, Timestamp from, Timestamp to)
{
    const auto found = bars.find(key);
    if (found == bars.end())
        return notFound("market.series-unknown", key.symbol);
    std::vector<Bar> out;
    for (auto at = found->second.lower_bound(from.nanos); at != found->second.end() && at->first < to.nanos; ++at)
        out.push_back(at->second);
    return out;
}

Result<std::vector<market::SeriesInfo>> CollectedBars::series()
{
    std::vector<market::SeriesInfo> out;
    for (const auto& [key, held] : bars)
        out.push_back({key, static_cast<std::int64_t>(held.size()), held.empty() ? Timestamp() : held.begin()->second.start, held.empty() ? Timestamp() : held.rbegin()->second.start});
    return out;
}

Result<void> CollectedBars::remove(const market::SeriesKey& key)
{
    bars.erase(key);
    return {};
}

Result<FileBars> barsOfFile(const std::string& path, integration::ImportOptions options)
{
    CollectedBars store;
    auto report = integration::importFile(path, std::move(options), {store, nullptr});
    if (!report)
        return report.error();
    if (store.bars.size() != 1)
        return invalid("cli.several-series", path + " holds " + std::to_string(store.bars.size()) + " series of bars; this verb takes a file with one");
    FileBars out{store.bars.begin()->first, {}, std::move(*report)};
    for (const auto& [start, bar] : store.bars.begin()->second)
        out.bars.push_back(bar);
    return out;
}

} // namespace rialto::cli
