// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a basket of orders and as the terms of one: nothing crashes, and a row without an error can be placed.
#pragma once

#include "base/check.h"
#include "oms/basket.h"

#include <cstdint>
#include <string_view>

namespace rialto::fuzzing {

inline void runBasketTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto rows = parseBasket(bytes))
        for (const auto& row : *rows) {
            if (!row.error.empty())
                continue;
            RIALTO_CHECK(row.request.quantity.isPositive() && !row.account.empty() && !row.symbol.empty(), "a good row says what is wanted");
            RIALTO_CHECK(!needsLimit(row.request.type) || !row.request.limit.isZero(), "a good row has its limit");
        }
    if (const auto terms = parseOrderTerms(bytes)) {
        const auto again = parseOrderTerms(text(*terms));
        RIALTO_CHECK(again.ok() && *again == *terms, "terms are the same after text and back");
    }
}

} // namespace rialto::fuzzing
