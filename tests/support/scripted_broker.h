// SPDX-License-Identifier: GPL-3.0-or-later
// A broker that does what a test tells it: it keeps what it was sent and hands over the events put into it at the next poll.
#pragma once

#include "brokers/broker_adapter.h"

#include <utility>
#include <vector>

namespace rialto::testing {

class ScriptedBroker : public BrokerAdapter {
public:
    std::string id() const override { return "scripted"; }
    BrokerCapabilities capabilities() const override { return {{OrderType::Limit}, {TimeInForce::Day}, true, false, false}; }
    void start() override { started = true; }
    void stop() override { started = false; }
    void submit(const BrokerOrder& order) override { submitted.push_back(order); }
    void replace(OrderId, Quantity, Price) override {}
    void cancel(OrderId order) override { cancelled.push_back(order); }
    void subscribe(InstrumentId) override {}
    void unsubscribe(InstrumentId) override {}
    void requestState(Timestamp) override { ++stateRequests; }
    void poll(Timestamp, BrokerEventSink& sink) override
    {
        for (const auto& event : std::exchange(pending, {}))
            sink.onBrokerEvent(event);
    }

    bool started = false;
    int stateRequests = 0;
    std::vector<BrokerOrder> submitted;
    std::vector<OrderId> cancelled;
    std::vector<BrokerEvent> pending;
};

} // namespace rialto::testing
