// SPDX-License-Identifier: GPL-3.0-or-later
// MarketRecorder: keeps the market that passes by as minute and daily bars in the bar store, source "sim" or the broker's id.
// Bars in progress are written too, so that a chart opened later, or after a crash, is at most a few seconds short; bars are
// not facts, and a store that cannot be written costs the chart, never an order. Engine thread.
#pragma once

#include "brokers/broker_adapter.h"
#include "domain/instrument.h"
#include "market/bar_builder.h"
#include "market/bar_store.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace rialto {

class MarketRecorder {
public:
    MarketRecorder(std::unique_ptr<market::BarStore> store, std::string source);

    void onPrint(const TradePrint& print, const Instrument& instrument, Date tradingDay);
    void onSessionClosed(const SessionClosed& closed);
    /// At most every ten seconds of venue time.
    void flushIfDue(Timestamp now);
    void flush();
    /// Why the last flush failed, while it does.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    struct Series {
        market::BarBuilder builder;
        std::map<Timestamp, Bar> unsaved;
    };
    Series& series(const std::string& symbol, BarInterval interval);
    std::optional<Bar> stored(const market::SeriesKey& key, Timestamp start);

    std::unique_ptr<market::BarStore> m_store;
    std::string m_source;
    std::map<market::SeriesKey, Series> m_series;
    std::optional<Error> m_failure;
    Timestamp m_lastFlush;
};

} // namespace rialto
