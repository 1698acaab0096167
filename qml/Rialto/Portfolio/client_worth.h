// SPDX-License-Identifier: GPL-3.0-or-later
// ClientWorth: what a client owns now, in the base currency of the client's first account. Pure: book and marks in, value out.
// Total = cash (own, margin, variation) + positions at their marks; a future counts with its gain only, because variation is
// minus its contract value. Each amount is converted once, rounded half even; sums are sums of the rounded amounts.
#pragma once

#include "Feed/marks.h"

#include <map>
#include <set>

namespace rialto::portfolio {

struct ClientWorth {
    Currency base;
    int accounts = 0;
    Money total;
    Money cash;
    Money unrealised;
    Money dayChange;                     // of what is held, against the previous close
    std::map<AssetClass, Money> byClass; // positions; futures with their gain
    std::set<Currency> missing;          // no rate or no price: not in the sums
};

ClientWorth worthOf(const BookSnapshot& book, ClientId client, const Marks& marks);

} // namespace rialto::portfolio
