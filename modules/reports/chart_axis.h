// SPDX-License-Identifier: GPL-3.0-or-later
// Axes with round ticks and finished labels, in whole numbers. Pure; any thread.
#pragma once

#include "domain/currency.h"
#include "reports/report_document.h"

namespace rialto::reports {

/// Covers [low, high] with 3 to 7 ticks at multiples of 1, 2, 2.5 or 5 times a power of ten; ends on ticks.
Axis moneyAxis(std::int64_t lowMinor, std::int64_t highMinor, const Currency& currency);
/// The same for rates in 10^-8, labels in per cent.
Axis rateAxis(std::int64_t lowE8, std::int64_t highE8);
/// From day to day; ticks at starts of days, weeks, months or years, at most 7.
Axis dateAxis(Date from, Date to, Language language);

} // namespace rialto::reports
