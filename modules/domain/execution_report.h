// SPDX-License-Identifier: GPL-3.0-or-later
// ExecutionReport: what a broker says about one order. `executionId` is unique per account and broker: the same report
// twice is one fact.
#pragma once

#include "domain/order.h"

#include <string>

namespace rialto {

struct ExecutionReport {
    std::string executionId;
    OrderId order;
    OrderEvent event = OrderEvent::Accepted;
    std::string brokerOrderId;
    Quantity lastQuantity;   // fills
    Price lastPrice;
    Money fee;               // of this fill, >= 0, in the contract currency
    Money tax;
    Quantity newQuantity;    // Replaced
    Price newLimit;
    std::string reason;      // refusals: a code "module.reason"
    Timestamp time;
    friend bool operator==(const ExecutionReport&, const ExecutionReport&) = default;
};

} // namespace rialto
