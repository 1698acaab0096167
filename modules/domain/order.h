// SPDX-License-Identifier: GPL-3.0-or-later
// Order: what was asked (OrderRequest) and how far it got. A value; only oms::OrderManager changes one.
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/order_state.h"

#include <string>
#include <string_view>

namespace rialto {

enum class Side { Buy, Sell };
enum class OrderType { Market, Limit };
enum class TimeInForce { Day, Gtc, Ioc, Fok };

std::string_view name(Side side);
std::string_view name(OrderType type);
std::string_view name(TimeInForce tif);
Result<Side> parseSide(std::string_view text);              // "buy" "sell"
Result<OrderType> parseOrderType(std::string_view text);    // "market" "limit"
Result<TimeInForce> parseTimeInForce(std::string_view text); // "day" "gtc" "ioc" "fok"

struct OrderRequest {
    std::string commandId;   // chosen by the caller, unique for ever: sending it twice places one order
    AccountId account;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    Quantity quantity;
    Price limit;             // of limit orders
    friend bool operator==(const OrderRequest&, const OrderRequest&) = default;
};

struct Order {
    OrderId id;
    OrderRequest request;
    OrderState state = OrderState::PendingNew;
    Quantity filled;
    Money filledValue;       // sum of the rounded value of each fill
    std::string brokerOrderId;
    std::string reason;      // code of the last refusal, "" when there was none
    Timestamp createdAt;
    Timestamp updatedAt;

    Quantity leaves() const { return request.quantity - filled; }
    bool open() const { return !isFinal(state); }
    friend bool operator==(const Order&, const Order&) = default;
};

} // namespace rialto
