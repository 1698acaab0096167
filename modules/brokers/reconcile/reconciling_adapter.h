// SPDX-License-Identifier: GPL-3.0-or-later
// ReconcilingAdapter: around an adapter whose line may lose, double, delay and break, it makes the port's promises true: each
// execution is told once, and after any break each order that went through it is confirmed, confirmed absent, or left unknown
// until the broker's state settles it. It never guesses and never sends an order a second time.
//
// How: an order without an answer for `patience`, a cancel or replacement without one, and every new connection make it ask for
// the state. An answer counts when every execution that it names has arrived; otherwise it asks again. An order is present
// when the answer lists it; it is absent when two answers that count, asked for at least `horizon` apart and both after the
// order was sent, do not, and no end of it was told. Until then it is listed as undecided. An answer is taken for one to the
// oldest question that could still be answered. Orders of an earlier run are not known here: their owner hears no state that
// was asked for within `horizon` of the start.
//
// `horizon` is longer than a message can be on its way (a venue that refuses old messages, such as Binance by recvWindow, makes
// that sure). Time is that of `poll`. One thread: that of the adapter. `problems` are sentences' codes for the operator:
// broker.position-differs (the broker's positions are not the sum of the executions told, twice running).
#pragma once

#include "brokers/broker_adapter.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rialto {

struct ReconcileTerms {
    std::int64_t patienceNanos = 3 * kNanosPerSecond;
    std::int64_t horizonNanos = 10 * kNanosPerSecond;
    std::int64_t askAgainNanos = 2 * kNanosPerSecond;
    std::int64_t overlapNanos = 5 * kNanosPerMinute; // asked for again with each state
};

class ReconcilingAdapter : public BrokerAdapter {
public:
    struct Problem {
        std::string code;
        std::string detail;
    };

    explicit ReconcilingAdapter(std::unique_ptr<BrokerAdapter> inner, ReconcileTerms terms = {});

    BrokerAdapter& inner() { return *m_inner; }
    /// Orders whose fate is open: nothing was heard, or the line broke, since they were last confirmed.
    std::size_t undecided() const;
    std::uint64_t asked() const { return m_asked; }
    std::vector<Problem> takeProblems() { return std::exchange(m_problems, {}); }

    std::string id() const override { return m_inner->id(); }
    BrokerCapabilities capabilities() const override { return m_inner->capabilities(); }
    void start() override;
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
    struct Tracked {
        BrokerOrder order;
        Timestamp sentAt;
        Timestamp askedAt;                     // the last verb that waits for an answer
        bool confirmed = false;                // by a word of the broker since the last break
        bool cancelAsked = false;
        bool replaceAsked = false;
        std::optional<Timestamp> absentSince;  // asked at, of the first answer without it
        std::optional<Timestamp> stillSince;   // asked at, of the first answer that has it open after a cancel or replacement
        bool waits() const { return !confirmed || cancelAsked || replaceAsked; }
    };
    class Catcher;
    void onReport(const ExecutionReport& report, BrokerEventSink& sink);
    void onState(BrokerState state, BrokerEventSink& sink);
    void onConnection(const ConnectionChanged& changed);
    bool settlePresent(Tracked& tracked, Timestamp askedAt, BrokerEventSink& sink);
    bool settleAbsent(Tracked& tracked, Timestamp askedAt, BrokerEventSink& sink);
    void track(const BrokerOrder& order);
    void tell(const Tracked& tracked, OrderEvent event, const char* reason, BrokerEventSink& sink);
    void comparePositions(const std::vector<BrokerPosition>& positions);
    void forgetOldQuestions();
    void ask();
    bool shouldAsk() const;

    std::unique_ptr<BrokerAdapter> m_inner;
    ReconcileTerms m_terms;
    std::map<OrderId, Tracked> m_orders;       // that have not ended
    std::map<OrderId, std::pair<InstrumentId, Side>> m_kinds; // of every order that was sent
    std::unordered_set<std::string> m_seen;
    std::map<InstrumentId, Quantity> m_positions;   // by the executions told
    std::optional<std::map<InstrumentId, Quantity>> m_apart; // the broker's less ours, when both were first known
    std::vector<Problem> m_problems;
    struct Question {
        Timestamp at;
        Timestamp venueTime;
    };
    std::vector<Question> m_questions;         // answers to them may still come
    std::optional<Timestamp> m_startedAt;
    std::optional<Timestamp> m_knownUntil;     // venue time
    std::optional<Timestamp> m_wantedSince;    // venue time: what the owner asked for
    Timestamp m_now;
    std::uint64_t m_serial = 0;
    std::uint64_t m_asked = 0;
    bool m_mustAsk = false;
    bool m_ownerWaits = false;
    bool m_down = false;
    bool m_differed = false;
};

} // namespace rialto
