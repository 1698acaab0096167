// SPDX-License-Identifier: GPL-3.0-or-later
// How an order reaches the market: as it is, or kept at this workstation because the broker lacks what it needs and it is safe
// to do it here, or not at all. Safe is what can only come too late, never twice: triggers, good-till-date, groups of which at
// most one order is live. Iceberg, hidden, post-only, pegged and auction orders are the venue's or nobody's. Pure, any thread.
// A broker that lists no types or times has not said: everything is tried there.
// What is kept here needs the workstation to run: a trigger reached while it is off is noticed at the next start.
// Codes: oms.type-not-possible, oms.time-in-force-not-possible, oms.display-not-possible, oms.group-not-possible; notes:
// oms.held-trigger, oms.held-group, oms.held-good-till.
#pragma once

#include "brokers/broker_adapter.h"
#include "domain/order.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct OrderRoute {
    bool held = false;                 // waits here for its trigger
    OrderType type = OrderType::Limit; // as it is sent, at once or when triggered
    TimeInForce tif = TimeInForce::Day;
    std::vector<std::string> notes;    // what is done here instead of at the broker
    std::string refusal;               // code; "" when it is possible
    std::string detail;
};

OrderRoute routeOf(const OrderRequest& request, const BrokerCapabilities& able);

struct GroupRoute {
    bool native = false;
    std::string refusal;
    std::string detail;
};
/// For Oco, Oto and Bracket; the parent comes first.
GroupRoute routeOfGroup(Link link, const std::vector<OrderRequest>& orders, const BrokerCapabilities& able);

/// A broker that can do everything: what an engine assumes until it is told.
BrokerCapabilities everyCapability();

} // namespace rialto
