// SPDX-License-Identifier: GPL-3.0-or-later
// TradingSession: takes one book of a MatchingEngine through its venue's day. Whoever owns the clock calls `advanceTo` with the
// venue's time before each command and whenever `nextChange` has come; the session sends the phase changes and auctions that
// are due, in order, each at its own second. It reads no clock and draws no random number: random ends come from `draw`.
// One thread, the engine's. All state is in the engine and in `SessionState`, so that a snapshot needs these two.
//
// Volatility interruptions are started by the engine; the session ends them after the time that the profile says, once
// extended if the indicative price is far away. When a scheduled call comes in the meantime, the interruption becomes part of
// it (Deutsche Boerse, "Protective mechanisms in continuous trading"). `halt` and `resume` are for whoever supervises: a halt
// ends with a call of the volatility rule's length.
#pragma once

#include "matching/matching_engine.h"
#include "matching/trading_day.h"

namespace rialto::matching {

struct SessionState {
    std::int32_t now = -1;             // the last second that was worked on
    std::uint32_t nextPhase = 0;       // index into the day
    std::optional<std::int32_t> callEnd; // of an unscheduled call
    std::optional<std::int32_t> heldSince; // when the best price came to stand at the edge of the range
    bool extended = false;
    bool halted = false;
    std::uint64_t seed = 0; // of the random ends of scheduled phases
    std::uint64_t draw = 0; // goes on with each unscheduled one
    friend bool operator==(const SessionState&, const SessionState&) = default;
};

class TradingSession {
public:
    /// `day` must outlive the session. Sets the book's price guard.
    TradingSession(const TradingDay& day, MatchingEngine& engine, BookId book, const UncrossOptions& options, std::uint64_t draw);
    /// Goes on from a state, beside an engine restored from its snapshot.
    TradingSession(const TradingDay& day, BookId book, const UncrossOptions& options, const SessionState& state)
        : m_day(&day), m_book(book), m_options(options), m_state(state)
    {
    }

    const SessionState& state() const { return m_state; }
    /// The second at which something is due next; nothing for the rest of the day.
    std::optional<std::int32_t> nextChange() const;
    /// Whether the indicative price is public now.
    bool publishes(const MatchingEngine& engine) const { return isCall(engine.phase(m_book)); }

    template <class Handler>
    void advanceTo(MatchingEngine& engine, std::int32_t second, Handler& handler)
    {
        watch(engine, second);
        for (auto due = nextChange(); due && *due <= second; due = nextChange()) {
            m_state.now = *due;
            if (m_state.callEnd && *m_state.callEnd == *due)
                endCall(engine, handler);
            else if (pauseDue() == due)
                pause(engine, handler);
            else
                enter(engine, handler);
            watch(engine, *due);
        }
        m_state.now = second;
    }

    template <class Handler>
    void halt(MatchingEngine& engine, Handler& handler)
    {
        m_state.halted = true;
        m_state.callEnd.reset();
        m_state.heldSince.reset();
        engine.setPhase(m_book, Phase::Halt, {}, handler);
    }
    template <class Handler>
    void resume(MatchingEngine& engine, Handler& handler)
    {
        if (!m_state.halted)
            return;
        m_state.halted = false;
        pause(engine, handler);
    }

private:
    /// Notices what the engine did on its own: an interruption, or a price that stands at the edge.
    void watch(const MatchingEngine& engine, std::int32_t second);
    /// Whether the auction price would be too far from the last trade, for the first time.
    bool mustExtend(const MatchingEngine& engine);
    std::optional<std::int32_t> pauseDue() const;
    std::int32_t drawn(std::int32_t most);
    std::int32_t unscheduledEnd() { return m_state.now + m_day->volatility.seconds + drawn(m_day->volatility.randomEnd); }
    std::int32_t startOf(std::size_t index) const;
    /// The scheduled phase.
    DayPhase current() const { return m_state.nextPhase == 0 ? m_day->at(-1) : m_day->phases[m_state.nextPhase - 1]; }

    /// A call outside the schedule, which `advanceTo` ends.
    template <class Handler>
    void pause(MatchingEngine& engine, Handler& handler)
    {
        m_state.heldSince.reset();
        m_state.extended = false;
        engine.setPhase(m_book, Phase::VolatilityAuction, {}, handler);
        m_state.callEnd = unscheduledEnd();
    }

    template <class Handler>
    void endCall(MatchingEngine& engine, Handler& handler)
    {
        if (mustExtend(engine)) {
            m_state.callEnd = m_state.now + m_day->volatility.extension;
            return;
        }
        m_state.callEnd.reset();
        engine.uncross(m_book, m_options, handler);
        const DayPhase phase = current();
        engine.setPhase(m_book, phase.phase, phase.terms, handler);
    }

    template <class Handler>
    void enter(MatchingEngine& engine, Handler& handler)
    {
        const DayPhase& phase = m_day->phases[m_state.nextPhase++];
        const bool ends = phase.phase == Phase::Closed;
        if (m_state.halted && !ends)
            return;
        m_state.halted = m_state.halted && !ends;
        const Phase before = engine.phase(m_book);
        if (m_state.callEnd && !isCall(phase.phase) && !ends)
            return; // the unscheduled call goes on, and ends in this phase
        m_state.callEnd.reset();
        m_state.heldSince.reset();
        if (isCall(before) && phase.phase != before && !isCall(phase.phase))
            engine.uncross(m_book, m_options, handler);
        engine.setPhase(m_book, phase.phase, phase.terms, handler);
    }

    const TradingDay* m_day;
    BookId m_book;
    UncrossOptions m_options;
    SessionState m_state;
};

} // namespace rialto::matching
