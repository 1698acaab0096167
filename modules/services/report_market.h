// SPDX-License-Identifier: GPL-3.0-or-later
// An instrument's row in the reports about the market, from its daily bars. Pure; any thread.
#pragma once

#include "domain/bar.h"
#include "domain/calendar.h"
#include "domain/instrument.h"
#include "reports/report_data.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto {

/// Nothing when there is no bar on or before the day. `days` rise in time.
std::optional<reports::MarketRow> marketRow(const Instrument& instrument, const std::vector<Bar>& days, Date day);
reports::QualityRow qualityRow(const Instrument& instrument, const std::string& source, const std::vector<Bar>& days, const TradingCalendar& calendar, Date day);

} // namespace rialto
