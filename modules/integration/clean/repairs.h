// SPDX-License-Identifier: GPL-3.0-or-later
// The repairs of price files, one function a kind of damage, in the order in which they must run (repairTable does). Each
// changes cells only through a recorded decision with figures, and only where the file itself proves the damage: by a jump
// that is a split's ratio or a unit's hundred, by the move of the ex-date, by two columns that contradict each other. What is
// suspicious but not proven becomes a finding and stays. The ideas of what feeds get wrong come from the documentation and
// the published test pairs of yfinance (Apache-2.0); the method, weighing hypotheses by their likelihood, is our own.
// Pure; any thread.
#pragma once

#include "integration/clean/price_table.h"

namespace rialto::integration::clean {

struct RepairOptions {
    /// Also rewrites a series that hardly trades and changes its unit again and again, where the file does not say which unit is right.
    bool forceUnits = false;
};

/// Identical rows twice, rows out of order. Rows of one time with different content are a finding.
void repairRows(PriceTable& table);
/// Stretches of rows that were not adjusted for a split of the file, or twice.
void repairSplits(PriceTable& table);
/// Prices a hundred times too big or small: single cells, rows, stretches.
void repairUnits(PriceTable& table, const RepairOptions& options);
/// Capital gains that are counted in the dividend and again beside it.
void repairGains(PriceTable& table);
/// Dividends of the wrong size or that never were, and adjusted closes that do not follow them.
void repairDividends(PriceTable& table);
/// Adjusted closes that are missing where their neighbours say what they must be.
void repairAdjusted(PriceTable& table);
/// Prices and volumes that contradict themselves: findings only.
void inspectRows(PriceTable& table);

void repairTable(PriceTable& table, const RepairOptions& options = {});

/// "4.30" for evidence.
std::string figure(double value, int digits = 6);

} // namespace rialto::integration::clean
