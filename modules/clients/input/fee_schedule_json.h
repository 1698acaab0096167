// SPDX-License-Identifier: GPL-3.0-or-later
// A fee schedule written as JSON. Pure; bytes in, schedule or the first fault out. Numbers are exact: they may be JSON numbers
// or strings. A rate is a fraction (0.0125), "1.25%" or "125bp"; also as rate_percent or rate_bps.
//   {"name": "Standard", "currency": "USD", "period": "quarter", "aggregate": "household",
//    "type": "marginal", "tiers": [{"up_to": 1000000, "rate": "1%"}, {"rate": "0.8%"}],
//    "minimum": "250", "maximum": "20000", "day_count": "equal", "value": "end", "proration": true, "rounding": "half_up"}
// A tier ends at "up_to" (a value on the border lies in the lower tier) or begins at "from" (it lies in the upper one).
// Instead of one type, "components" is a list of such objects; "flat", "per_trade" and "performance" objects may stand beside
// the tiers:  "flat": {"amount": 100, "per": "year", "each": "account"},
//             "per_trade": {"amount": "9.95", "rate": "0.1%", "minimum": 5},
//             "performance": {"rate": "20%", "hurdle": "5%", "hurdle_type": "hard", "high_water_mark": "gross"}
// Errors: billing.schedule-malformed (names the key), those of validate() and of json_tree.h.
#pragma once

#include "clients/billing/fee_schedule.h"

#include <string_view>

namespace rialto::clients {

Result<FeeSchedule> readFeeSchedule(std::string_view json);
/// The same schedule as JSON in one line, every key written out: readFeeSchedule() of it is equal.
std::string writeFeeSchedule(const FeeSchedule& schedule);

} // namespace rialto::clients
