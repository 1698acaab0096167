// SPDX-License-Identifier: GPL-3.0-or-later
// What the conformance cases work with: places orders, lets time pass and keeps what was told. Internal to the suite.
#pragma once

#include "brokers/conformance/conformance.h"

#include <optional>

namespace rialto::conformance {

class CaseDesk : public BrokerEventSink {
public:
    CaseDesk(BrokerAdapter& adapter, const ConformanceTerms& given) : broker(adapter), terms(given), capabilities(adapter.capabilities()), m_next(given.firstOrderId) {}

    void onBrokerEvent(const BrokerEvent& event) override;

    // Orders
    BrokerOrder resting();
    BrokerOrder order(OrderType type, TimeInForce tif, Price limit);
    bool can(OrderType type) const;
    bool can(TimeInForce tif) const;

    // Time
    /// Polls until the condition holds; false after the patience.
    bool until(const std::function<bool()>& condition);
    /// Polls for a part of the patience in which nothing should happen.
    void wait();
    Timestamp now() const { return m_now; }

    // What was told
    std::vector<ExecutionReport> of(OrderId order) const;
    int count(OrderId order, OrderEvent event) const;
    int fills(OrderId order) const { return count(order, OrderEvent::PartFill) + count(order, OrderEvent::LastFill); }
    Quantity filled(OrderId order) const;
    bool ended(OrderId order) const;
    std::string story(OrderId order) const;
    std::optional<BrokerState> askState(Timestamp since);
    /// Submits and waits for the acceptance.
    bool accepted(const BrokerOrder& order);
    /// Cancels and waits for the end; the order is gone whatever came of it.
    bool cleared(OrderId order);

    BrokerAdapter& broker;
    const ConformanceTerms& terms;
    const BrokerCapabilities capabilities;
    std::vector<ExecutionReport> reports; // each execution id once
    std::vector<BrokerState> states;
    std::vector<ConnectionChanged> connections;
    std::vector<DepthUpdate> depths;
    std::vector<Quote> quotes;
    std::uint64_t heard = 0;              // everything, repeats too
    std::uint64_t ordersHeard = 0;        // reports, repeats too
    bool connected = false;

private:
    std::uint64_t m_next;
    Timestamp m_now;
};

/// "" passed; otherwise why it failed. A case that does not apply answers with kNotApplicable and a reason.
inline constexpr char kNotApplicable[] = "n/a: ";
inline std::string notApplicable(const char* why) { return std::string(kNotApplicable) + why; }
struct Case {
    int number;
    const char* title;
    std::string (*run)(CaseDesk&);
};

std::vector<Case> lifeCases();   // 1xx connection, 2xx orders, 3xx replacement
std::vector<Case> tradeCases();  // 4xx fills, 5xx state, 6xx many, 7xx market data, 8xx restart

} // namespace rialto::conformance
