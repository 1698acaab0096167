// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/order_route.h"

#include <algorithm>

namespace rialto {

namespace {

// A broker that lists no types or times has not said: everything is tried there.
template <class Value>
bool takes(const std::vector<Value>& all, Value one)
{
    return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

BrokerCapabilities everyCapability()
{
    BrokerCapabilities able;
    for (int type = 0; type < kOrderTypes; ++type)
        able.orderTypes.push_back(static_cast<OrderType>(type));
    for (int tif = 0; tif < kTimesInForce; ++tif)
        able.timesInForce.push_back(static_cast<TimeInForce>(tif));
    able.replace = able.depth = able.iceberg = able.hidden = able.postOnly = true;
    able.groups = {Link::Oco, Link::Oto, Link::Bracket};
    return able;
}

OrderRoute routeOf(const OrderRequest& request, const BrokerCapabilities& able)
{
    OrderRoute route;
    route.type = request.type;
    route.tif = request.tif;
    const auto refuse = [&](std::string code, std::string_view detail) {
        route.refusal = std::move(code);
        route.detail = detail;
        return route;
    };
    if (!takes(able.orderTypes, request.type)) {
        route.type = triggeredType(request.type);
        if (!waitsForTrigger(request.type) || !takes(able.orderTypes, route.type))
            return refuse("oms.type-not-possible", name(request.type));
        route.held = true;
        route.notes.emplace_back("oms.held-trigger");
    }
    if (!takes(able.timesInForce, request.tif)) {
        if (request.tif != TimeInForce::Gtd || !takes(able.timesInForce, TimeInForce::Gtc))
            return refuse("oms.time-in-force-not-possible", name(request.tif));
        route.tif = TimeInForce::Gtc;
        route.notes.emplace_back("oms.held-good-till");
    }
    const OrderTerms& terms = request.terms;
    if (!terms.display.isZero() && !able.iceberg)
        return refuse("oms.display-not-possible", "iceberg");
    if (terms.hidden && !able.hidden)
        return refuse("oms.display-not-possible", "hidden");
    if (terms.postOnly && !able.postOnly)
        return refuse("oms.display-not-possible", "post-only");
    return route;
}

GroupRoute routeOfGroup(Link link, const std::vector<OrderRequest>& orders, const BrokerCapabilities& able)
{
    GroupRoute route;
    bool allNative = std::find(able.groups.begin(), able.groups.end(), link) != able.groups.end();
    std::size_t live = 0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const OrderRoute each = routeOf(orders[i], able);
        if (!each.refusal.empty()) {
            route.refusal = each.refusal;
            route.detail = each.detail;
            return route;
        }
        allNative = allNative && each.notes.empty();
        const bool child = link == Link::Oco || i > 0;
        live += child && !waitsForTrigger(orders[i].type) ? 1U : 0U;
    }
    route.native = allNative;
    // Two live orders that cancel each other over a network can both trade.
    if (!allNative && link != Link::Oto && live > 1) {
        route.refusal = "oms.group-not-possible";
        route.detail = std::string(name(link)) + " with more than one order that needs no trigger";
    }
    return route;
}

} // namespace rialto
