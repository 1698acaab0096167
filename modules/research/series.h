// SPDX-License-Identifier: GPL-3.0-or-later
// Series of statistics with vintages: each observation knows from which day its value was known, so that a figure can be seen
// as it was on any date (FRED calls this realtime_start). A value; any thread.
#pragma once

#include "domain/date.h"
#include "domain/decimal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::research {

/// Of values that came without a vintage: known always.
inline constexpr Date kAlwaysKnown{-719'162};     // 0001-01-01
inline constexpr Date kStillKnown{2'932'896};     // 9999-12-31

struct Observation {
    Date date;                       // first day of the period
    std::optional<Decimal> value;    // nothing: the source says there is none
    Date knownFrom = kAlwaysKnown;
    Date knownTo = kStillKnown;      // last day on which this was the newest value
    friend bool operator==(const Observation&, const Observation&) = default;
};

/// How long a period of a series is: "D", "W", "M", "Q", "S" (half year), "A"; "" when it is not told.
struct Series {
    std::string id;                  // as the source names it: "GDP", "NY.GDP.MKTP.CD/MX"
    std::string source;              // "fred", "ecb", "worldbank", "sdmx", "treasury"
    std::string title;
    std::string unit;
    std::string frequency;
    std::vector<Observation> observations; // by date, then knownFrom
    friend bool operator==(const Series&, const Series&) = default;
};

/// One observation a date, as known on that day: the newest vintage that had begun and not yet ended. Without a day: the newest.
std::vector<Observation> asKnown(const std::vector<Observation>& all, std::optional<Date> day);
/// Sorts by date and vintage; of two with the same date and vintage the later one stays.
void normalise(std::vector<Observation>& observations);

struct Period {
    Date start;
    std::string_view frequency;
};
/// "2021-08-05", "2021-08", "2021", "2021-Q3", "2021Q3", "2021-S1", "2021-W05", "2021M08", "2021-08-01T00:00:00", "20210805".
std::optional<Period> parsePeriod(std::string_view text);

} // namespace rialto::research
