// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"

#include "base/check.h"

#include <algorithm>

namespace rialto {

TradingCalendar::TradingCalendar(std::string id, std::vector<Date> holidays, bool everyDay)
    : m_id(std::move(id)), m_holidays(std::move(holidays)), m_everyDay(everyDay)
{
    std::sort(m_holidays.begin(), m_holidays.end());
}

bool TradingCalendar::isTradingDay(Date date) const
{
    if (m_everyDay)
        return true;
    return !date.isWeekend() && !std::binary_search(m_holidays.begin(), m_holidays.end(), date);
}

Date TradingCalendar::onOrAfter(Date date) const
{
    while (!isTradingDay(date))
        date = date + 1;
    return date;
}

Date TradingCalendar::plus(Date date, int count) const
{
    RIALTO_CHECK(count >= 0, "settlement never lies before the trade");
    date = onOrAfter(date);
    for (; count > 0; --count)
        date = onOrAfter(date + 1);
    return date;
}

Date TradingCalendar::previous(Date date) const
{
    do {
        date = date - 1;
    } while (!isTradingDay(date));
    return date;
}

Date easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

namespace {

// The nth given weekday of a month; n = 5 means the last.
Date nthWeekday(int year, unsigned month, int weekday, int n)
{
    Date date = Date::of(year, month, 1);
    while (date.weekday() != weekday)
        date = date + 1;
    date = date + 7 * (n - 1);
    return date.month() == month ? date : date - 7;
}

} // namespace

std::vector<Date> nyseHolidays()
{
    constexpr int kMonday = 0;
    constexpr int kThursday = 3;
    std::vector<Date> days;
    // A Saturday holiday is observed on Friday and a Sunday one on Monday, except New Year on a Saturday, which would fall
    // on the last business day of the year and is not observed.
    const auto observed = [&days](Date date, bool newYear) {
        if (date.weekday() == 5 && !newYear)
            days.push_back(date - 1);
        else if (date.weekday() == 6)
            days.push_back(date + 1);
        else if (date.weekday() < 5)
            days.push_back(date);
    };
    for (int year = 2000; year <= 2050; ++year) {
        observed(Date::of(year, 1, 1), true);
        days.push_back(nthWeekday(year, 1, kMonday, 3));  // Martin Luther King
        days.push_back(nthWeekday(year, 2, kMonday, 3));  // Washington
        days.push_back(easterSunday(year) - 2);           // Good Friday
        days.push_back(nthWeekday(year, 5, kMonday, 5));  // Memorial Day
        if (year >= 2022)
            observed(Date::of(year, 6, 19), false);       // Juneteenth
        observed(Date::of(year, 7, 4), false);
        days.push_back(nthWeekday(year, 9, kMonday, 1));  // Labor Day
        days.push_back(nthWeekday(year, 11, kThursday, 4));
        observed(Date::of(year, 12, 25), false);
    }
    return days;
}

std::vector<Date> targetHolidays()
{
    std::vector<Date> days;
    for (int year = 2002; year <= 2050; ++year) {
        const Date easter = easterSunday(year);
        for (const Date date : {Date::of(year, 1, 1), easter - 2, easter + 1, Date::of(year, 5, 1), Date::of(year, 12, 25),
                 Date::of(year, 12, 26)})
            days.push_back(date);
    }
    return days;
}

} // namespace rialto
