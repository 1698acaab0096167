// SPDX-License-Identifier: GPL-3.0-or-later
// What is held, for advice without a book: CSV, a row a position or a tax lot (rows of one symbol are its lots). Pure; any thread.
// Columns (any order, the usual other names too): symbol, quantity, price; and if there are: class (equity, bond, fund, ...; cash),
// currency, fx_rate (base per unit), lot (smallest step), multiplier ("100", "0.01"), acquired (the day of the lot), cost (of the
// row, in the base currency) or cost_price (a piece, in the contract's), lot_id. A row of class or symbol "cash" is money: its
// quantity (or value). A row without quantity only tells a price: something that may be bought.
// Errors: positions.file-empty, positions.column-missing, positions.row-malformed, positions.too-many-rows.
#pragma once

#include "advice/rebalancer.h"

#include <string_view>

namespace rialto::advice {

struct PlanInput {
    std::vector<PlanPosition> positions;
    Money cash;
    std::size_t rounded = 0;     // cells with more decimals than fit, rounded half even
};

Result<PlanInput> readPositionsCsv(std::string_view text, const Currency& base);
/// symbol,weight ("0.4" or "40%"); "cash" is what is left and may stand there.
Result<std::vector<TargetWeight>> readTargetsCsv(std::string_view text);

} // namespace rialto::advice
