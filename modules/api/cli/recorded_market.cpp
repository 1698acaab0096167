// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/recorded_market.h"

#include "api/cli/collected_bars.h"
#include "api/cli/input_text.h"
#include "integration/connectors/any_file.h"
#include "integration/connectors/file_source.h"

#include <algorithm>

namespace rialto::cli {

namespace recorded {

using market::MarketEvent;
using market::MarketEventKind;

/// What connectors tell, by symbol.
class Collector final : public market::MarketEventSink {
public:
    explicit Collector(RecordedMarket& market) : m_market(market) {}
    void onMarketEvent(const std::string& symbol, const MarketEvent& event) override
    {
        RecordedSymbol& into = m_market.symbols[symbol];
        into.byOrder = into.byOrder || event.kind == MarketEventKind::Add;
        into.fillsAreTold = into.fillsAreTold || event.kind == MarketEventKind::Fill;
        into.events.push_back(event);
        MarketEvent& kept = into.events.back();
        if (into.events.size() > 1 && kept.time < into.events[into.events.size() - 2].time) {
            kept.time = into.events[into.events.size() - 2].time;
            ++into.disordered;
        }
    }

private:
    RecordedMarket& m_market;
};

/// Keeps ticks in memory as long as a verb runs.
class CollectedTicks final : public market::TickStore {
public:
    Result<std::unique_ptr<market::TickWriter>> beginWrite() override { return std::unique_ptr<market::TickWriter>(std::make_unique<Writer>(*this)); }
    Result<std::vector<market::Tick>> read(const market::TickSeriesKey& key, Timestamp, Timestamp) override { return ticks[key]; }
    Result<std::vector<market::TickSeriesInfo>> series() override { return std::vector<market::TickSeriesInfo>(); }

    std::map<market::TickSeriesKey, std::vector<market::Tick>> ticks;

private:
    class Writer final : public market::TickWriter {
    public:
        explicit Writer(CollectedTicks& store) : m_store(store) {}
        Result<void> append(const market::TickSeriesKey& key, std::span<const market::Tick> some) override
        {
            auto& into = m_store.ticks[key];
            into.insert(into.end(), some.begin(), some.end());
            m_counts[key].inserted += static_cast<std::int64_t>(some.size());
            return {};
        }
        Result<std::map<market::TickSeriesKey, market::WriteCounts>> finish(bool) override { return m_counts; }

    private:
        CollectedTicks& m_store;
        std::map<market::TickSeriesKey, market::WriteCounts> m_counts;
    };
};

void addTicks(Collector& collector, const std::string& symbol, std::vector<market::Tick> ticks, bool& quotes)
{
    std::stable_sort(ticks.begin(), ticks.end(), [](const market::Tick& a, const market::Tick& b) { return a.time < b.time; });
    for (const market::Tick& tick : ticks) {
        MarketEvent event;
        event.time = tick.time;
        event.price = tick.bid;
        event.size = tick.bidSize;
        event.kind = MarketEventKind::Trade;
        if (tick.kind == market::TickKind::Quote) {
            quotes = true;
            event.kind = MarketEventKind::Quote;
            event.ask = tick.ask;
            event.askSize = tick.askSize;
        }
        collector.onMarketEvent(symbol, event);
        event = {};
        event.time = tick.time;
        event.kind = MarketEventKind::End;
        collector.onMarketEvent(symbol, event);
    }
}

std::int64_t nanosOf(BarInterval interval)
{
    return interval == BarInterval::Minute ? kNanosPerMinute : interval == BarInterval::Hour ? 60 * kNanosPerMinute : kNanosPerDay;
}

} // namespace recorded

void addBar(std::vector<market::MarketEvent>& events, const Bar& bar, std::int64_t barNanos)
{
    const bool rising = bar.close >= bar.open;
    const Price prices[] = {bar.open, rising ? bar.low : bar.high, rising ? bar.high : bar.low, bar.close};
    const std::int64_t quarter = bar.volume.raw() / 4;
    for (int i = 0; i < 4; ++i) {
        market::MarketEvent event;
        event.time = bar.start + (i < 3 ? barNanos / 4 * i : barNanos - 1);
        event.kind = market::MarketEventKind::Trade;
        event.price = prices[i];
        event.size = Quantity::fromRaw(i < 3 ? quarter : bar.volume.raw() - 3 * quarter);
        events.push_back(event);
        event = {};
        event.time = events.back().time;
        event.kind = market::MarketEventKind::End;
        events.push_back(event);
    }
}

Result<RecordedMarket> readRecordedMarket(const std::string& path, integration::ImportOptions options)
{
    const auto bytes = inputText(path);
    if (!bytes)
        return bytes.error();
    RecordedMarket market;
    recorded::Collector collector(market);
    recorded::CollectedTicks ticks;
    CollectedBars bars;
    options.fileName = integration::fileNameOf(path);
    if (options.fileName.size() > 3 && options.fileName.ends_with(".gz"))
        options.fileName.resize(options.fileName.size() - 3);
    options.events = &collector;
    const std::size_t slash = path.find_last_of("/\\");
    const std::string folder = slash == std::string::npos ? std::string() : path.substr(0, slash);
    auto report = integration::importAnyBytes(*bytes, options, folder, {&bars, &ticks, nullptr});
    if (!report && report.error().code == "import.symbol-missing") {
        // A replay needs no name: the file's own will do.
        options.symbol = options.fileName.substr(0, options.fileName.find('.'));
        report = integration::importAnyBytes(*bytes, options, folder, {&bars, &ticks, nullptr});
    }
    if (!report)
        return report.error();
    market.format = report->harvest.format;
    market.rowsRead = report->harvest.rowsRead;
    market.rejected = report->harvest.rejected;
    market.rejectedByCode = report->harvest.rejectedByCode;
    market.assumptions = report->harvest.assumptions;
    bool quotes = false;
    if (!market.symbols.empty()) {
        market.kind = std::any_of(market.symbols.begin(), market.symbols.end(), [](const auto& each) { return each.second.byOrder; }) ? "orders" : "levels";
    } else if (!ticks.ticks.empty()) {
        for (auto& [key, series] : ticks.ticks)
            recorded::addTicks(collector, key.symbol, std::move(series), quotes);
        market.kind = quotes ? "quotes" : "trades";
    } else {
        for (const auto& [key, series] : bars.bars)
            for (const auto& [start, bar] : series)
                addBar(market.symbols[key.symbol].events, bar, recorded::nanosOf(key.interval));
        market.kind = "bars";
    }
    std::erase_if(market.symbols, [](const auto& each) { return each.second.events.empty(); });
    if (market.symbols.empty())
        return invalid("sim.replay-empty", path + " (" + market.format + ") holds nothing that can be replayed: no book, quotes, trades or bars");
    return market;
}

} // namespace rialto::cli
