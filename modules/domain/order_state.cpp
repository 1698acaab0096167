// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order_state.h"

#include <cstddef>

namespace rialto {

namespace {

using S = OrderState;
constexpr Transition ok(S to) { return {to, true, false}; }
constexpr Transition odd(S to) { return {to, true, true}; }
constexpr Transition no() { return {}; }

// Rows: states in their order. Columns: Accepted, RejectedByBroker, PartFill, LastFill, CancelAsked, CancelRefused, Cancelled,
// ReplaceAsked, ReplaceRefused, Replaced, Expired, Lost, ConfirmedAbsent, Held, Triggered. A fill is a fact: it is legal in final states too,
// and then raises an alert; the state of an order that over-fills becomes Filled.
constexpr Transition kTable[kOrderStates][kOrderEvents] = {
    // PendingNew: a fill may overtake the acknowledgement
    {ok(S::Working), ok(S::Rejected), ok(S::Working), ok(S::Filled), ok(S::PendingCancel), no(), ok(S::Cancelled), no(), no(),
     no(), ok(S::Expired), ok(S::Unknown), ok(S::Rejected),
     ok(S::Held), ok(S::Working)},
    // Working
    {ok(S::Working), no(), ok(S::Working), ok(S::Filled), ok(S::PendingCancel), no(), ok(S::Cancelled), ok(S::PendingReplace),
     no(), ok(S::Working), ok(S::Expired), ok(S::Unknown), odd(S::Expired),
     ok(S::Held), ok(S::Working)},
    // PendingCancel: the cancel may lose the race against fills
    {ok(S::PendingCancel), ok(S::Rejected), ok(S::PendingCancel), ok(S::Filled), no(), ok(S::Working), ok(S::Cancelled), no(),
     no(), ok(S::PendingCancel), ok(S::Expired), ok(S::Unknown), ok(S::Cancelled),
     no(), ok(S::PendingCancel)},
    // PendingReplace
    {ok(S::PendingReplace), no(), ok(S::PendingReplace), ok(S::Filled), ok(S::PendingCancel), no(), ok(S::Cancelled), no(),
     ok(S::Working), ok(S::Working), ok(S::Expired), ok(S::Unknown), odd(S::Expired),
     no(), ok(S::PendingReplace)},
    // Filled
    {no(), no(), odd(S::Filled), odd(S::Filled), no(), ok(S::Filled), no(), no(), ok(S::Filled), no(), no(), no(), no(),
     no(), ok(S::Filled)},
    // Cancelled
    {no(), no(), odd(S::Cancelled), odd(S::Filled), no(), ok(S::Cancelled), no(), no(), ok(S::Cancelled), no(), no(), no(), no(),
     no(), ok(S::Cancelled)},
    // Rejected
    {odd(S::Working), no(), odd(S::Working), odd(S::Filled), no(), no(), no(), no(), no(), no(), no(), no(), no(),
     no(), no()},
    // Expired
    {no(), no(), odd(S::Expired), odd(S::Filled), no(), ok(S::Expired), no(), no(), ok(S::Expired), no(), no(), no(), no(),
     no(), ok(S::Expired)},
    // Unknown: only the broker's word settles it
    {ok(S::Working), ok(S::Rejected), ok(S::Unknown), ok(S::Filled), no(), no(), ok(S::Cancelled), no(), no(), ok(S::Working),
     ok(S::Expired), ok(S::Unknown), ok(S::Rejected),
     ok(S::Held), ok(S::Unknown)},
    // Held: no broker has heard of it, so a cancel is done at once; a fill is its share of a block
    {no(), ok(S::Rejected), ok(S::Held), ok(S::Filled), no(), no(), ok(S::Cancelled), no(), no(), ok(S::Held), ok(S::Expired),
     ok(S::Held), ok(S::Held), ok(S::Held), ok(S::PendingNew)},
};

} // namespace

Transition next(OrderState state, OrderEvent event)
{
    return kTable[static_cast<std::size_t>(state)][static_cast<std::size_t>(event)];
}

bool isFinal(OrderState state)
{
    return state == S::Filled || state == S::Cancelled || state == S::Rejected || state == S::Expired;
}

std::string_view name(OrderState state)
{
    constexpr std::string_view kNames[] = {"PendingNew", "Working", "PendingCancel", "PendingReplace", "Filled", "Cancelled",
        "Rejected", "Expired", "Unknown", "Held"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string_view name(OrderEvent event)
{
    constexpr std::string_view kNames[] = {"Accepted", "RejectedByBroker", "PartFill", "LastFill", "CancelAsked",
        "CancelRefused", "Cancelled", "ReplaceAsked", "ReplaceRefused", "Replaced", "Expired", "Lost", "ConfirmedAbsent", "Held",
        "Triggered"};
    return kNames[static_cast<std::size_t>(event)];
}

} // namespace rialto
