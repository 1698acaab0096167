// SPDX-License-Identifier: GPL-3.0-or-later
// BrokerAdapter: the port to whatever executes orders, a broker, an exchange or the simulator. Eight asynchronous verbs; every
// answer is an event to the sink. The engine host calls the verbs and `poll` from one thread; an adapter that has threads of
// its own hands events over inside `poll`. A verb never blocks and never calls the sink itself.
//
// What an adapter promises: a client order id that it has seen is never executed again (a repeated submit answers with the
// order's present state); every execution has an executionId that stays the same when it is told again; after `requestState`
// it tells every open order and every execution since the given time, then BrokerState.
#pragma once

#include "base/clock.h"
#include "domain/date.h"
#include "domain/execution_report.h"
#include "domain/order.h"
#include "domain/quote.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rialto {

/// Draws the order ticket and selects the conformance cases.
struct BrokerCapabilities {
    std::vector<OrderType> orderTypes;
    std::vector<TimeInForce> timesInForce;
    bool replace = false;
    bool depth = false;
    bool simulated = false; // shown as SIM everywhere
    bool iceberg = false;
    bool hidden = false;
    bool postOnly = false;
    std::vector<Link> groups{}; // kinds of groups that `submitGroup` takes
};

/// An order as it goes over the wire. `clientOrderId` is the idempotency key at the broker.
struct BrokerOrder {
    OrderId id;
    std::string clientOrderId;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    Quantity quantity;       // what is still wanted, when an order is restored after a restart
    Price limit;
    Quantity filled;         // before this submit, of a restored order: `replace` speaks of the total
    OrderTerms terms{};
};

struct DepthLevel {
    Price price;
    Quantity quantity;
    int orders = 0;
    Quantity own;            // of our own orders at this level
};

/// The best levels of a subscribed instrument, best first.
struct DepthUpdate {
    InstrumentId instrument;
    std::vector<DepthLevel> bids;
    std::vector<DepthLevel> asks;
    Timestamp time;
};

enum class ConnectionState { Stopped, Connecting, Connected, Lost };
struct ConnectionChanged {
    ConnectionState state = ConnectionState::Stopped;
    std::string reason;      // code, for the status bar
};

/// A trading day ended at the venue: daily bars close, day orders have expired, settlement may move on.
struct SessionClosed {
    Date day;
    Timestamp time;
};

struct BrokerPosition {
    InstrumentId instrument;
    Quantity quantity;       // negative: short
    friend bool operator==(const BrokerPosition&, const BrokerPosition&) = default;
};

/// The end of the answer to requestState: an order that is open with us and in neither list is not known to the broker.
struct BrokerState {
    std::vector<OrderId> openOrders;
    Timestamp time;
    /// Orders of which the broker cannot yet be believed either way: they stay as they are, and the state is asked again.
    std::vector<OrderId> undecided{};
    /// Ids of the executions that were told in this answer: whoever misses one asks again. Empty where the adapter's way to us
    /// loses nothing.
    std::vector<std::string> executions{};
    /// What the broker holds for the account of this adapter; absent where it does not say.
    std::optional<std::vector<BrokerPosition>> positions{};
};

using BrokerEvent = std::variant<ExecutionReport, Quote, TradePrint, DepthUpdate, ConnectionChanged, SessionClosed, BrokerState>;

class BrokerEventSink {
public:
    virtual ~BrokerEventSink() = default;
    virtual void onBrokerEvent(const BrokerEvent& event) = 0;
};

class BrokerAdapter {
public:
    virtual ~BrokerAdapter() = default;
    virtual std::string id() const = 0;
    virtual BrokerCapabilities capabilities() const = 0;

    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void submit(const BrokerOrder& order) = 0;
    /// Orders that hang together (Oco, Oto, Bracket), the parent first; called only for kinds in `capabilities().groups`.
    virtual void submitGroup(Link, const std::vector<BrokerOrder>& orders)
    {
        for (const auto& order : orders)
            submit(order);
    }
    /// Quantity is the new total quantity; a change of price or more quantity loses priority.
    virtual void replace(OrderId order, Quantity quantity, Price limit) = 0;
    virtual void cancel(OrderId order) = 0;
    /// Depth updates of one instrument; quotes and trades of all instruments come unasked.
    virtual void subscribe(InstrumentId instrument) = 0;
    virtual void unsubscribe(InstrumentId instrument) = 0;
    /// Tell executions since `since` and the open orders.
    virtual void requestState(Timestamp since) = 0;

    /// The venue's own clock when the host's shows `now`. A simulator's may skip the night.
    virtual Timestamp venueTime(Timestamp now) const { return now; }
    /// Hands over what happened up to `now`, in order. For a simulator this is what makes time pass.
    virtual void poll(Timestamp now, BrokerEventSink& sink) = 0;
};

} // namespace rialto
