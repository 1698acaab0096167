// SPDX-License-Identifier: GPL-3.0-or-later
// TradingDay: the phases of a venue's day as data, part of a venue profile (resources/venues, member "day"). Pure, any thread.
// Times are seconds after midnight in the venue's zone; who owns the clock knows the zone's offset.
//
//   "day": {"zone": "Asia/Shanghai",
//           "phases": [{"from": "09:15", "phase": "opening_call", "marketOrders": false, "rule": "..."},
//                      {"from": "09:20", "phase": "opening_call", "cancels": false, ...}, ...],
//           "volatility": {"action": "interrupt", "dynamicBasisPoints": 200, "staticBasisPoints": 500, "seconds": 120, "rule": "..."}}
//
// A phase lasts until the next one; before the first and after the last the book is closed. `orders` and `cancels` are false
// in closed phases unless the profile says otherwise, true elsewhere. `randomEnd`: the phase ends up to so many seconds later.
#pragma once

#include "base/result.h"
#include "matching/session_phase.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::matching {

inline constexpr std::int32_t kSecondsPerDay = 24 * 60 * 60;

struct DayPhase {
    std::int32_t from = 0;
    Phase phase = Phase::Continuous;
    PhaseTerms terms;
    std::int32_t randomEnd = 0;
    std::string rule; // the public rule book that says so
};

/// What follows when trading is interrupted or held, and how wide the range is.
struct VolatilityRule {
    PriceGuard guard;             // none: such a venue has no interruptions
    std::int32_t seconds = 0;     // of the volatility auction, or of the pause after a held price
    std::int32_t randomEnd = 0;
    std::int32_t extension = 0;   // once more, when the indicative price lies outside `wideBasisPoints` of the last price
    std::uint32_t wideBasisPoints = 0;
    std::int32_t limitState = 0;  // held: the pause comes after so many seconds at the edge
    std::string rule;
};

struct TradingDay {
    std::string zone = "UTC";
    std::vector<DayPhase> phases; // ascending; empty: always open
    VolatilityRule volatility;

    /// The phase of a moment.
    DayPhase at(std::int32_t second) const;

    static Result<TradingDay> parse(std::string_view json);
};

/// "09:15" or "09:15:30"; nothing when it is none.
std::optional<std::int32_t> secondOfDay(std::string_view text);
std::string timeText(std::int32_t second);

} // namespace rialto::matching
