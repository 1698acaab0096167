// SPDX-License-Identifier: GPL-3.0-or-later
// FaultInjector: a bad line around any adapter, for tests and for the program's switch "faults": verbs and events are dropped, doubled,
// delayed and overtake each other, the connection breaks (also in the middle of a batch), the broker is restarted. What goes
// wrong is decided by a seed, so that a run can be repeated. Market data passes untouched; ConnectionChanged is never lost, because
// a program learns of its own sockets from its own system.
// Rates are per mille of each message (breaks and restarts: of each poll). One thread: that of the adapter. Delays count in the
// time that is given to `poll`, and are at most `longestDelayNanos`: whoever settles orders above must wait longer than that.
#pragma once

#include "base/result.h"
#include "base/rng.h"
#include "brokers/broker_adapter.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace rialto {

struct FaultRates {
    std::uint32_t drop = 0;
    std::uint32_t duplicate = 0;
    std::uint32_t delay = 0;
    std::uint32_t reorder = 0;      // goes before what was said just before
    std::uint32_t disconnect = 0;
    std::uint32_t restart = 0;
    std::int64_t longestDelayNanos = 2 * kNanosPerSecond;
    std::int64_t longestBreakNanos = 3 * kNanosPerSecond;
    bool any() const { return (drop | duplicate | delay | reorder | disconnect | restart) != 0; }
};

/// "drop=50,duplicate=20,delay=100,reorder=50,disconnect=5,restart=1", per mille each; "" is none. Errors: broker.faults.
Result<FaultRates> parseFaultRates(std::string_view text);

struct FaultCounts {
    std::uint64_t dropped = 0;
    std::uint64_t duplicated = 0;
    std::uint64_t delayed = 0;
    std::uint64_t reordered = 0;
    std::uint64_t disconnects = 0;
    std::uint64_t midBatch = 0;     // disconnects that cut a batch of events
    std::uint64_t restarts = 0;
};

class FaultInjector : public BrokerAdapter {
public:
    /// `restart` is the broker's (or the host's) restart; without one the adapter is stopped and started.
    FaultInjector(std::unique_ptr<BrokerAdapter> inner, FaultRates rates, std::uint64_t seed, std::function<void()> restart = {});

    void setRates(const FaultRates& rates) { m_rates = rates; }
    const FaultCounts& counts() const { return m_counts; }
    BrokerAdapter& inner() { return *m_inner; }

    std::string id() const override { return m_inner->id(); }
    BrokerCapabilities capabilities() const override { return m_inner->capabilities(); }
    void start() override { m_inner->start(); }
    void stop() override { m_inner->stop(); }
    void submit(const BrokerOrder& order) override;
    void submitGroup(Link link, const std::vector<BrokerOrder>& orders) override;
    void replace(OrderId order, Quantity quantity, Price limit) override;
    void cancel(OrderId order) override;
    void subscribe(InstrumentId instrument) override { m_inner->subscribe(instrument); }
    void unsubscribe(InstrumentId instrument) override { m_inner->unsubscribe(instrument); }
    void requestState(Timestamp since) override;
    Timestamp venueTime(Timestamp now) const override { return m_inner->venueTime(now); }
    void poll(Timestamp now, BrokerEventSink& sink) override;

private:
    using Act = std::function<void()>;
    struct Waiting {
        Timestamp due;
        Act act;
    };
    struct Line {
        std::deque<Act> ready;
        std::vector<Waiting> late;
    };
    class Catcher;
    void say(Line& line, Act act);
    void release(Line& line);
    void breakLine();

    std::unique_ptr<BrokerAdapter> m_inner;
    FaultRates m_rates;
    Rng m_rng;
    std::function<void()> m_restart;
    FaultCounts m_counts;
    Line m_out;
    Line m_in;
    Timestamp m_now;
    std::optional<Timestamp> m_brokenUntil;
    bool m_tellLost = false;
};

} // namespace rialto
