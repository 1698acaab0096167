// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the simulated venue share: a sink that keeps what it is told, a demo configuration, an order.
#pragma once

#include "simulator/demo_instruments.h"
#include "brokers/simulator/simulator_adapter.h"

#include <string>
#include <vector>

namespace rialto::testing {

struct EventLog : BrokerEventSink {
    std::vector<ExecutionReport> reports;
    std::vector<TradePrint> trades;
    std::vector<Quote> quotes;
    std::vector<DepthUpdate> depths;
    std::vector<SessionClosed> closes;
    std::vector<ConnectionChanged> connections;
    std::vector<BrokerState> states;
    std::string order; // kinds in their order: r t q d c n s

    void onBrokerEvent(const BrokerEvent& event) override
    {
        std::visit([this](const auto& each) { keep(each); }, event);
    }
    std::vector<ExecutionReport> of(OrderId id) const
    {
        std::vector<ExecutionReport> found;
        for (const ExecutionReport& report : reports)
            if (report.order == id)
                found.push_back(report);
        return found;
    }
    Quantity filled(OrderId id) const
    {
        Quantity sum;
        for (const ExecutionReport& report : of(id))
            sum += report.lastQuantity;
        return sum;
    }
    /// "Accepted PartFill LastFill"
    std::string story(OrderId id) const
    {
        std::string text;
        for (const ExecutionReport& report : of(id))
            text += (text.empty() ? "" : " ") + std::string(name(report.event));
        return text;
    }

private:
    void keep(const ExecutionReport& each) { reports.push_back(each), order += 'r'; }
    void keep(const TradePrint& each) { trades.push_back(each), order += 't'; }
    void keep(const Quote& each) { quotes.push_back(each), order += 'q'; }
    void keep(const DepthUpdate& each) { depths.push_back(each), order += 'd'; }
    void keep(const SessionClosed& each) { closes.push_back(each), order += 'c'; }
    void keep(const ConnectionChanged& each) { connections.push_back(each), order += 'n'; }
    void keep(const BrokerState& each) { states.push_back(each), order += 's'; }
};

/// A Monday; the demo market opens at 14:30 UTC.
inline Date demoDay() { return Date::of(2026, 3, 2); }

inline simulator::SimulatorConfig demoConfig(std::uint64_t seed = 1)
{
    simulator::SimulatorConfig config;
    config.seed = seed;
    config.runId = "test";
    config.start = demoDay().startUtc();
    config.listings = simulator::demoListings(demoDay());
    return config;
}

inline BrokerOrder brokerOrder(std::uint64_t id, InstrumentId instrument, Side side, const char* quantity, const char* limit,
                               TimeInForce tif = TimeInForce::Day)
{
    BrokerOrder order;
    order.id = OrderId(id);
    order.clientOrderId = "C" + std::to_string(id);
    order.instrument = instrument;
    order.side = side;
    order.tif = tif;
    order.quantity = Quantity::literal(quantity);
    order.type = std::string(limit).empty() ? OrderType::Market : OrderType::Limit;
    if (order.type == OrderType::Limit)
        order.limit = Price::literal(limit);
    return order;
}

} // namespace rialto::testing
