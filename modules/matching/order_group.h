// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that belong together, as one command: MatchingEngine::submitGroup. Plain data, any thread.
//
//   OneCancelsOther    all enter at once; what one of them trades comes off the others at once, in the middle of a command if
//                      need be, so that together they never trade more than the largest. All on one side of one book.
//   OneTriggersOther   the first order, the parent, enters; the others are held. Whatever quantity the parent trades becomes
//                      active in each of them, in the order given; what is left when the parent is gone is cancelled.
//   Bracket            both: a parent, and children of which one trading takes off the others (a target and a stop).
//
// A cancelled order leaves its group; only trades concern the others. `cancelGroup` cancels all. Children and the orders of
// an OCO are plain: no iceberg, hidden, all-or-none, pegged or minimum orders and nothing for one auction, good till
// cancelled, for the day or till a date; not in pro-rata books. Parents may be of any kind but closing-price orders.
#pragma once

#include "matching/order_types.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rialto::matching {

enum class GroupKind : std::uint8_t { OneCancelsOther, OneTriggersOther, Bracket };

constexpr bool hasParent(GroupKind kind)
{
    return kind != GroupKind::OneCancelsOther;
}
constexpr bool areLinked(GroupKind kind)
{
    return kind != GroupKind::OneTriggersOther;
}

} // namespace rialto::matching
