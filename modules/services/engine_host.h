// SPDX-License-Identifier: GPL-3.0-or-later
// EngineHost: the I/O around the engine, in the one order that loses nothing: step, journal, then send and answer. Inputs are
// staged and committed in groups; a staged reply is true only when `commit` has returned success. When the journal fails,
// nothing is sent, the engine is rebuilt from what is stored and the broker is asked again: the same path as a start.
// One thread at a time; no thread of its own, so that tests and the console drive it step by step.
#pragma once

#include "brokers/broker_adapter.h"
#include "engine/engine.h"
#include "engine/journal.h"
#include "services/market_board.h"
#include "services/market_recorder.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rialto {

class EngineHost : private BrokerEventSink {
public:
    using Body = decltype(Input::body);

    struct Parts {
        std::unique_ptr<Journal> journal;
        /// Called once the engine is rebuilt, so that a simulator can go on from where the book ended.
        std::function<Result<std::unique_ptr<BrokerAdapter>>(const Engine&, Journal&)> makeBroker;
        std::unique_ptr<MarketRecorder> recorder;   // may be null: bars are not kept
        MarketBoard* board = nullptr;
        RiskLimits limits;
        std::string venueZone = "America/New_York"; // whose civil day is the trading day
        std::function<std::string(BrokerAdapter&)> checkpoint; // the simulator's state as text; may be empty
    };

    /// Rebuilds the engine from the journal. Errors: those of the journal and engine.fact-contradiction.
    static Result<std::unique_ptr<EngineHost>> open(Parts parts);
    ~EngineHost() override = default;

    /// Books facts that were there before the market opened (a demo book's past), at times and days of their own.
    Reply stagePast(Body body, Timestamp time, Date day);

    /// Starts the broker, tells it again what it may have forgotten, and asks for its state.
    Result<void> start(Timestamp now);
    /// Steps the engine and keeps what must be journalled. The reply counts only after `commit`.
    Reply stage(Body body, Timestamp now);
    /// Makes all that is staged durable, then sends. On failure nothing was sent and all staged replies are void.
    Result<void> commit();
    /// Takes what the broker has to say up to `now`, and commits.
    Result<void> advance(Timestamp now);
    /// For the audit log. Durable when it returns.
    Result<void> note(const AuditNote& note) { return m_parts.journal->note(note); }
    void setActor(const std::string& user) { m_parts.journal->setActor(user); }
    /// Saves the checkpoint and stops the broker.
    Result<void> stop(Timestamp now);

    /// The key under which the checkpoint lies in the journal's settings.
    static const char* checkpointKey();

    const Engine& engine() const { return *m_engine; }
    BrokerAdapter& broker() { return *m_broker; }
    const Instrument* instrument(InstrumentId id) const;
    Timestamp venueTime() const { return m_venueTime; }
    Date tradingDay() const { return m_tradingDay; }
    /// Rises whenever orders, ledger or reference data changed durably.
    std::uint64_t bookVersion() const { return m_version; }
    std::vector<Alert> takeAlerts();
    /// The last journal error while it lasts; commands are refused meanwhile.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    explicit EngineHost(Parts parts);
    void onBrokerEvent(const BrokerEvent& event) override;
    Result<void> rebuild();
    Result<void> begin(Timestamp now);
    void send(const BrokerCommand& command);
    void absorb(StepResult&& result);
    void setVenueTime(Timestamp time);
    Result<void> saveCheckpoint();

    Parts m_parts;
    std::unique_ptr<BrokerAdapter> m_broker;
    std::unique_ptr<Engine> m_engine;
    std::vector<Fact> m_facts;
    std::vector<BrokerCommand> m_toSend;
    std::vector<Alert> m_alerts;
    std::vector<Quote> m_quotes;
    std::vector<TradePrint> m_prints;
    std::vector<DepthUpdate> m_depths;
    std::optional<Error> m_failure;
    std::optional<Timestamp> m_lostSince; // the connection to the broker
    std::optional<Timestamp> m_askSince;
    Timestamp m_venueTime;
    Timestamp m_zoneValidUntil;
    Timestamp m_lastCheckpoint;
    std::int64_t m_zoneOffset = 0;
    Date m_tradingDay;
    std::uint64_t m_version = 1;
    bool m_started = false;
};

} // namespace rialto
