// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an order as one table: next(state, event). Every module that changes an order goes through it; the whole
// table is printed by a golden test. States follow FIX OrdStatus, with Unknown for an order whose fate a broken
// connection has hidden.
#pragma once

#include <string_view>

namespace rialto {

enum class OrderState {
    PendingNew,      // intent is durable; the broker has not confirmed
    Working,         // confirmed, may be partly filled
    PendingCancel,
    PendingReplace,
    Filled,          // final
    Cancelled,       // final
    Rejected,        // final
    Expired,         // final
    Unknown,         // the broker must be asked
    Held             // kept at this workstation: waits for its trigger, its group or its block; no broker knows it
};

enum class OrderEvent {
    Accepted,
    RejectedByBroker,
    PartFill,        // leaves remain
    LastFill,        // nothing remains
    CancelAsked,
    CancelRefused,
    Cancelled,
    ReplaceAsked,
    ReplaceRefused,
    Replaced,
    Expired,
    Lost,            // the connection broke while the order was open
    ConfirmedAbsent, // the broker does not know the order
    Held,            // from here on it waits at this workstation
    Triggered        // its trigger was reached or its turn has come: it enters the market
};

struct Transition {
    OrderState to = OrderState::PendingNew;
    bool legal = false;
    bool alert = false;  // legal but surprising: shown to the user (a fill after the cancel was confirmed)
};

Transition next(OrderState state, OrderEvent event);
bool isFinal(OrderState state);
std::string_view name(OrderState state);
std::string_view name(OrderEvent event);

inline constexpr int kOrderStates = 10;
inline constexpr int kOrderEvents = 15;

} // namespace rialto
