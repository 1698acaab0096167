// SPDX-License-Identifier: GPL-3.0-or-later
// SessionClock: when the simulated venue trades: 09:30 to 16:00 New York time on the trading days of the XNYS calendar. Between
// a close and the next open no simulated time passes. Immutable; any thread.
#pragma once

#include "domain/calendar.h"

namespace rialto::simulator {

struct Session {
    Date day;
    Timestamp open;
    Timestamp close; // the first instant that is no longer in it
};

class SessionClock {
public:
    SessionClock();

    /// The session that contains the instant, or the next one.
    Session at(Timestamp time) const;
    /// The next session after that of the day.
    Session after(Date day) const;
    /// The last trading day before.
    Date previous(Date day) const { return m_calendar.previous(day); }

private:
    Session of(Date day) const;
    TradingCalendar m_calendar;
};

/// How lively trading is at a moment of the session, 1000 on average over the day: the U that real markets show.
std::int64_t livelinessPerMille(const Session& session, Timestamp time);

} // namespace rialto::simulator
