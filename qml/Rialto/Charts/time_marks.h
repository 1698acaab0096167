// SPDX-License-Identifier: GPL-3.0-or-later
// TimeMarks: which bars open a new year, quarter, month, week, day, hour, ... in the market's time zone, kept by importance, so
// that the time axis of any stretch is chosen from a few short lists. Not thread-safe. Appending costs the same whatever the length.
#pragma once

#include "bar_pyramid.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <array>

namespace rialto::charts {

/// Local civil time of UTC milliseconds. Keeps the zone's offset between two of its changes, since asking the zone is slow.
class ZoneClock
{
public:
    explicit ZoneClock(QTimeZone zone = QTimeZone::utc());
    std::int64_t toLocalMs(std::int64_t utcMs) const;
    QByteArray id() const { return m_zone.id(); }

private:
    QTimeZone m_zone;
    mutable std::int64_t m_from = 1, m_to = 0, m_offsetMs = 0;
};

class TimeMarks
{
public:
    enum Rank { Year, Quarter, Month, Week, Day, HalfDay, ThreeHours, Hour, HalfHour, TenMinutes, FiveMinutes, Minute, rankCount };
    struct Mark {
        std::size_t bar;
        Rank rank;
    };

    void rebuild(const std::vector<ChartBar>& bars, const ZoneClock& clock);
    void rebuild(const BarPyramid& bars, const ZoneClock& clock);
    void append(std::size_t index, const ChartBar& bar, const ZoneClock& clock);

    /// Marks among the bars [from, to), at least `spacing` bars apart, the most important ones first kept; in bar order.
    std::vector<Mark> choose(std::size_t from, std::size_t to, double spacing) const;

    static QString axisText(Rank rank, std::int64_t localMs, const QLocale& locale);
    /// The whole date, and the time when the bars are shorter than a day.
    static QString fullText(std::int64_t localMs, bool withTime, const QLocale& locale);

private:
    void clear();

    std::array<std::vector<std::size_t>, rankCount> m_bars;
    std::int64_t m_lastLocalMs = 0;
    bool m_any = false;
};

} // namespace rialto::charts
