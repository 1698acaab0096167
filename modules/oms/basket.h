// SPDX-License-Identifier: GPL-3.0-or-later
// Basket: a list of orders as people keep it in a spreadsheet, from a file or the clipboard. The first line names the columns
// (account, symbol, side, quantity, type, limit, trigger, trail, tif, good till, display, in any order and case); without such a
// line they are account, symbol, side, quantity, limit. Fields are parted by tabs, semicolons or commas, whichever the first line
// has, and may be quoted; quantities may carry separators of thousands when quoted or parted by tabs ("1,000"). A line that is
// wrong is told with its number and does not hide the others. Pure, any thread; all input is hostile.
// Errors: oms.basket-size (over 1 MiB or 20,000 lines), oms.basket-columns (a column twice, or account, symbol, side or quantity
// missing), oms.basket-empty.
#pragma once

#include "base/result.h"
#include "domain/order.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto {

struct BasketRow {
    std::size_t line = 0;      // from 1
    std::string account;       // number, as written
    std::string symbol;
    OrderRequest request;      // all but account, instrument and command id
    std::string error;         // what is wrong with it, "" nothing
};

Result<std::vector<BasketRow>> parseBasket(std::string_view text);

} // namespace rialto
