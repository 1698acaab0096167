// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/market_recorder.h"

namespace rialto {

namespace {

constexpr std::int64_t kFlushEvery = 10 * kNanosPerSecond;

} // namespace

MarketRecorder::MarketRecorder(std::unique_ptr<market::BarStore> store, std::string source)
    : m_store(std::move(store)), m_source(std::move(source))
{
}

MarketRecorder::Series& MarketRecorder::series(const std::string& symbol, BarInterval interval)
{
    const market::SeriesKey key{symbol, interval, m_source};
    const auto it = m_series.find(key);
    if (it != m_series.end())
        return it->second;
    return m_series.emplace(key, Series{market::BarBuilder(interval), {}}).first->second;
}

void MarketRecorder::onPrint(const TradePrint& print, const Instrument& instrument, Date tradingDay)
{
    for (const auto interval : {BarInterval::Minute, BarInterval::Day}) {
        Series& kept = series(instrument.symbol, interval);
        const auto update = kept.builder.add(print.time, print.price, print.quantity, tradingDay);
        if (update.finished)
            kept.unsaved[update.finished->start] = *update.finished;
    }
}

void MarketRecorder::onSessionClosed(const SessionClosed& closed)
{
    for (auto& [key, kept] : m_series)
        if (const auto bar = kept.builder.finish())
            kept.unsaved[bar->start] = *bar;
    flush();
    m_lastFlush = closed.time;
}

void MarketRecorder::flushIfDue(Timestamp now)
{
    if (now - m_lastFlush < kFlushEvery)
        return;
    m_lastFlush = now;
    flush();
}

std::optional<Bar> MarketRecorder::stored(const market::SeriesKey& key, Timestamp start)
{
    const auto bars = m_store->read(key, start, start + 1);
    if (!bars || bars->empty())
        return std::nullopt;
    return bars->front();
}

void MarketRecorder::flush()
{
    m_failure.reset();
    auto writer = m_store->beginWrite();
    if (!writer) {
        m_failure = writer.error();
        return;
    }
    for (auto& [key, kept] : m_series) {
        auto bars = kept.unsaved;
        if (kept.builder.current())
            bars[kept.builder.current()->start] = *kept.builder.current();
        if (bars.empty())
            continue;
        std::vector<Bar> rows;
        for (const auto& [start, bar] : bars)
            rows.push_back(bar);
        if (const auto written = (*writer)->upsert(key, rows); !written) {
            m_failure = written.error();
            return;
        }
    }
    if (const auto committed = (*writer)->commit(); !committed) {
        m_failure = committed.error();
        return;
    }
    for (auto& [key, kept] : m_series)
        kept.unsaved.clear();
}

} // namespace rialto
