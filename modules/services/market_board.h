// SPDX-License-Identifier: GPL-3.0-or-later
// MarketBoard: the newest quote of each instrument, the tape and the depth of what is watched, on their way from the engine
// thread to the screen. Writers publish whole batches; the one reader drains what changed once a frame. Quotes conflate;
// the tape keeps the last prints of a bounded window, because nobody reads more in one frame.
#pragma once

#include "brokers/broker_adapter.h"

#include <cstddef>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace rialto {

class MarketBoard {
public:
    /// Engine thread.
    void publish(const std::vector<Quote>& quotes, const std::vector<TradePrint>& prints, const std::vector<DepthUpdate>& depths);

    struct Changes {
        std::vector<Quote> quotes;       // each instrument once, its newest
        std::vector<TradePrint> prints;  // in order
        std::vector<DepthUpdate> depths; // each instrument once
        std::size_t printsDropped = 0;   // beyond the window
    };
    /// Reader: what changed since the last call. Never blocks longer than a copy of one batch.
    Changes drain();

    /// The newest quote, for a late comer; any thread.
    bool latest(InstrumentId instrument, Quote& quote) const;

private:
    static constexpr std::size_t kTapeWindow = 4096;

    mutable std::mutex m_mutex;
    std::vector<Quote> m_quotes;              // by slot
    std::vector<unsigned char> m_dirty;
    std::vector<std::size_t> m_changed;       // slots
    std::unordered_map<InstrumentId, std::size_t> m_slots;
    std::vector<TradePrint> m_prints;
    std::size_t m_dropped = 0;
    std::unordered_map<InstrumentId, DepthUpdate> m_depths;
};

} // namespace rialto
