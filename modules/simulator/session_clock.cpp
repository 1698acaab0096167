// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/session_clock.h"

#include "base/check.h"
#include "domain/time_zone.h"

#include <algorithm>
#include <array>

namespace rialto::simulator {

namespace {

constexpr std::string_view kZone = "America/New_York";
constexpr std::int64_t kOpen = (9 * 60 + 30) * kNanosPerMinute;
constexpr std::int64_t kClose = 16 * 60 * kNanosPerMinute;

// At the open, after half an hour, ..., at the close; linear between. The trapezoid mean is 1000.
constexpr std::array<std::int64_t, 14> kLiveliness = {2200, 1490, 1120, 930, 820, 740, 680, 660, 690, 760, 870, 1040, 1350, 1500};

} // namespace

SessionClock::SessionClock() : m_calendar("XNYS", nyseHolidays()) {}

Session SessionClock::of(Date day) const
{
    const auto open = fromLocal(day, kOpen, kZone);
    const auto close = fromLocal(day, kClose, kZone);
    RIALTO_CHECK(open.ok() && close.ok(), "the system's time zone table lacks New York");
    return {day, *open, *close};
}

Session SessionClock::at(Timestamp time) const
{
    const auto day = localDate(time, kZone);
    RIALTO_CHECK(day.ok(), "the system's time zone table lacks New York");
    const Session session = of(m_calendar.onOrAfter(*day));
    return time < session.close ? session : after(session.day);
}

Session SessionClock::after(Date day) const { return of(m_calendar.onOrAfter(day + 1)); }

std::int64_t livelinessPerMille(const Session& session, Timestamp time)
{
    constexpr std::int64_t kPart = 30 * kNanosPerMinute;
    const std::int64_t since = std::clamp<std::int64_t>(time - session.open, 0, session.close - session.open - 1);
    const auto part = std::min<std::size_t>(static_cast<std::size_t>(since / kPart), kLiveliness.size() - 2);
    const std::int64_t into = since - static_cast<std::int64_t>(part) * kPart;
    return kLiveliness[part] + (kLiveliness[part + 1] - kLiveliness[part]) * (into / 1000) / (kPart / 1000);
}

} // namespace rialto::simulator
