// SPDX-License-Identifier: GPL-3.0-or-later
// Holdings in CSV for trying a mandate without a book. Pure. Columns: symbol, class (equity, bond, fund, future, option, fx,
// crypto, cash), currency, market, value (in the base currency; below zero: a short position). Values are taken as they stand:
// no rate is looked up. Errors: holdings.file-empty, holdings.column-missing, holdings.row-malformed, holdings.too-many-rows.
#pragma once

#include "clients/mandates/mandate_rules.h"

#include <string_view>

namespace rialto::clients {

Result<MandateBook> readHoldingsCsv(std::string_view text, const Currency& base);

} // namespace rialto::clients
