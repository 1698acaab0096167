// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of cleaning know about the usual behaviour of a series: levels, typical moves, length of a bar. Robust
// (medians), because the data under examination is damaged. Pure; any thread.
#pragma once

#include "integration/clean/price_table.h"

#include <vector>

namespace rialto::integration::clean {

/// NaN when there is nothing.
double median(std::vector<double> values);
/// Median absolute value, times 1.4826: the standard deviation of a normal series (Rousseeuw & Croux 1993, MAD).
double robustDeviation(const std::vector<double>& values);

/// Logarithm of the row's price level: the median of its positive prices; NaN without one.
double level(const PriceTable& table, std::size_t row);
/// Index of the nearest earlier row that has a close; npos when there is none.
std::size_t previousPriced(const PriceTable& table, std::size_t row);
inline constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

/// Seconds between bars: the median distance; 0 with fewer than two rows.
double barSeconds(const PriceTable& table);
/// Deviation of the log moves of closes around the row (`reach` rows each way), moves beyond 30% and those at `without` left out;
/// not below half a percent.
double typicalMove(const PriceTable& table, std::size_t row, std::size_t reach = 60);
/// Share of priced rows without volume; 0 when the file has no volume.
double idleShare(const PriceTable& table);

} // namespace rialto::integration::clean
