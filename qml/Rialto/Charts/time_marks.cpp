// SPDX-License-Identifier: GPL-3.0-or-later
#include "time_marks.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace rialto::charts {
namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t dayMs = 24 * hourMs;

std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

struct YearMonth {
    std::int64_t year;
    int month; // 1 to 12
};

// Days since 1970 to the proleptic Gregorian calendar. Source: the 400-year era method described in ISO 8601 calendar literature
// (146,097 days an era, years counted from March).
YearMonth yearMonthOf(std::int64_t day)
{
    const std::int64_t shifted = day + 719'468;
    const std::int64_t era = floorDiv(shifted, 146'097);
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int marchMonth = int((5 * dayOfYear + 2) / 153);
    const int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month};
}

TimeMarks::Rank rankBetween(std::int64_t before, std::int64_t now)
{
    const std::int64_t dayBefore = floorDiv(before, dayMs);
    const std::int64_t day = floorDiv(now, dayMs);
    if (day != dayBefore) {
        const YearMonth a = yearMonthOf(dayBefore);
        const YearMonth b = yearMonthOf(day);
        if (a.year != b.year)
            return TimeMarks::Year;
        if (a.month != b.month)
            return (a.month - 1) / 3 != (b.month - 1) / 3 ? TimeMarks::Quarter : TimeMarks::Month;
        // 1970-01-01 was a Thursday; weeks open on Monday.
        return floorDiv(dayBefore + 3, 7) != floorDiv(day + 3, 7) ? TimeMarks::Week : TimeMarks::Day;
    }
    constexpr std::pair<std::int64_t, TimeMarks::Rank> steps[] = {
        {12 * hourMs, TimeMarks::HalfDay}, {3 * hourMs, TimeMarks::ThreeHours}, {hourMs, TimeMarks::Hour},
        {30 * minuteMs, TimeMarks::HalfHour}, {10 * minuteMs, TimeMarks::TenMinutes}, {5 * minuteMs, TimeMarks::FiveMinutes}};
    for (const auto& [length, rank] : steps)
        if (floorDiv(before, length) != floorDiv(now, length))
            return rank;
    return TimeMarks::Minute;
}

QDateTime asDateTime(std::int64_t localMs)
{
    return QDateTime::fromMSecsSinceEpoch(localMs, Qt::UTC);
}

} // namespace

ZoneClock::ZoneClock(QTimeZone zone) : m_zone(zone.isValid() ? std::move(zone) : QTimeZone::utc()) {}

std::int64_t ZoneClock::toLocalMs(std::int64_t utcMs) const
{
    if (utcMs < m_from || utcMs >= m_to) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
        m_offsetMs = std::int64_t(m_zone.offsetFromUtc(moment)) * 1000;
        m_from = std::numeric_limits<std::int64_t>::min();
        m_to = std::numeric_limits<std::int64_t>::max();
        if (m_zone.hasTransitions()) {
            const QTimeZone::OffsetData next = m_zone.nextTransition(moment);
            const QTimeZone::OffsetData previous = m_zone.previousTransition(moment.addMSecs(1));
            if (next.atUtc.isValid())
                m_to = next.atUtc.toMSecsSinceEpoch();
            if (previous.atUtc.isValid())
                m_from = previous.atUtc.toMSecsSinceEpoch();
        }
    }
    return utcMs + m_offsetMs;
}

void TimeMarks::clear()
{
    for (auto& list : m_bars)
        list.clear();
    m_any = false;
}

void TimeMarks::rebuild(const std::vector<ChartBar>& bars, const ZoneClock& clock)
{
    clear();
    for (std::size_t i = 0; i < bars.size(); ++i)
        append(i, bars[i], clock);
}

void TimeMarks::rebuild(const BarPyramid& bars, const ZoneClock& clock)
{
    clear();
    for (std::size_t i = 0; i < bars.size(); ++i)
        append(i, bars.at(i), clock);
}

void TimeMarks::append(std::size_t index, const ChartBar& bar, const ZoneClock& clock)
{
    const std::int64_t local = clock.toLocalMs(bar.timeMs);
    if (m_any)
        m_bars[rankBetween(m_lastLocalMs, local)].push_back(index);
    m_any = true;
    m_lastLocalMs = local;
}

std::vector<TimeMarks::Mark> TimeMarks::choose(std::size_t from, std::size_t to, double spacing) const
{
    std::vector<Mark> chosen;
    const double room = double(to - from) / std::max(spacing, 1e-9);
    for (int rank = 0; rank < rankCount; ++rank) {
        const auto& list = m_bars[std::size_t(rank)];
        const auto first = std::lower_bound(list.begin(), list.end(), from);
        const auto last = std::lower_bound(first, list.end(), to);
        // A rank far too crowded for the axis would leave an arbitrary pick of its marks; finer ranks are more crowded still.
        if (double(last - first) > 3.0 * room)
            break;
        for (auto it = first; it != last; ++it) {
            const auto after = std::lower_bound(chosen.begin(), chosen.end(), *it, [](const Mark& mark, std::size_t bar) { return mark.bar < bar; });
            if (after != chosen.end() && double(after->bar - *it) < spacing)
                continue;
            if (after != chosen.begin() && double(*it - std::prev(after)->bar) < spacing)
                continue;
            chosen.insert(after, Mark{*it, Rank(rank)});
        }
    }
    return chosen;
}

QString TimeMarks::axisText(Rank rank, std::int64_t localMs, const QLocale& locale)
{
    const QDateTime moment = asDateTime(localMs);
    switch (rank) {
    case Year: return QString::number(moment.date().year());
    case Quarter:
    case Month: return locale.standaloneMonthName(moment.date().month(), QLocale::ShortFormat);
    case Week:
    case Day: return QString::number(moment.date().day());
    default: return moment.time().toString(QStringLiteral("HH:mm"));
    }
}

QString TimeMarks::fullText(std::int64_t localMs, bool withTime, const QLocale& locale)
{
    const QDateTime moment = asDateTime(localMs);
    const QString date = locale.language() == QLocale::Chinese ? moment.date().toString(QStringLiteral("yyyy-MM-dd")) : locale.toString(moment.date(), QStringLiteral("d MMM yyyy"));
    const QString weekday = locale.dayName(moment.date().dayOfWeek(), QLocale::ShortFormat);
    return withTime ? QStringLiteral("%1 %2  %3").arg(weekday, date, moment.time().toString(QStringLiteral("HH:mm"))) : QStringLiteral("%1 %2").arg(weekday, date);
}

} // namespace rialto::charts
