// SPDX-License-Identifier: GPL-3.0-or-later
// TradingCalendar: which civil days a market trades, its weekend and holidays as data, and settlement by business days.
// Immutable after it is built; any thread.
#pragma once

#include "domain/date.h"

#include <string>
#include <vector>

namespace rialto {

class TradingCalendar {
public:
    /// Saturday and Sunday closed, plus the holidays; `everyDay` for markets that never close (digital assets).
    TradingCalendar(std::string id, std::vector<Date> holidays, bool everyDay = false);

    const std::string& id() const { return m_id; }
    bool isTradingDay(Date date) const;
    /// The first trading day at or after the date.
    Date onOrAfter(Date date) const;
    /// `count` trading days later (count >= 0); from a closed day, counting starts at the next trading day (T+0 = that day).
    Date plus(Date date, int count) const;
    Date previous(Date date) const;

private:
    std::string m_id;
    std::vector<Date> m_holidays; // sorted
    bool m_everyDay;
};

/// New York Stock Exchange holidays by its published rules (Rule 7.2: fixed, observed and moving days), 2000 to 2050;
/// one-off closures are not in a rule and so not here.
std::vector<Date> nyseHolidays();
/// TARGET2 closing days since 2002 by the ECB's rule: New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December.
std::vector<Date> targetHolidays();
/// Western Easter Sunday (Meeus/Jones/Butcher).
Date easterSunday(int year);

} // namespace rialto
