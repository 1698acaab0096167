// SPDX-License-Identifier: GPL-3.0-or-later
// Order: what was asked (OrderRequest) and how far it got. A value; only oms::OrderManager changes one.
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/order_state.h"
#include "domain/order_terms.h"

#include <string>
#include <string_view>

namespace rialto {

enum class Side { Buy, Sell };
/// Numbers are stored: never renumbered.
enum class OrderType {
    Market, Limit,
    Stop, StopLimit,                    // wait until the market reaches the trigger, then enter
    TrailingStop, TrailingStopLimit,    // with a trigger that follows the market and never goes back
    MarketIfTouched, LimitIfTouched,    // wait until the market comes to the trigger from the better side
    MarketToLimit,                      // takes at the best price only; what is left rests there
    Pegged                              // follows the best price, no further than the limit when there is one
};
enum class TimeInForce { Day, Gtc, Ioc, Fok, Gtd, AtOpen, AtClose };
inline constexpr int kOrderTypes = 10;
inline constexpr int kTimesInForce = 7;

std::string_view name(Side side);
std::string_view name(OrderType type);
std::string_view name(TimeInForce tif);
Result<Side> parseSide(std::string_view text);              // "buy" "sell"
Result<OrderType> parseOrderType(std::string_view text);    // "market" "stop-limit", as name() says
Result<TimeInForce> parseTimeInForce(std::string_view text); // "day" "gtc" "ioc" "fok" "gtd" "at-open" "at-close"

/// Must have a limit price?
constexpr bool needsLimit(OrderType type)
{
    return type == OrderType::Limit || type == OrderType::StopLimit || type == OrderType::TrailingStopLimit || type == OrderType::LimitIfTouched;
}
constexpr bool trails(OrderType type) { return type == OrderType::TrailingStop || type == OrderType::TrailingStopLimit; }
/// Waits for a trigger price (a trailing one gets its own from the market).
constexpr bool waitsForTrigger(OrderType type) { return type >= OrderType::Stop && type <= OrderType::LimitIfTouched; }
/// What it becomes once it has been triggered.
constexpr OrderType triggeredType(OrderType type)
{
    return !waitsForTrigger(type) ? type : needsLimit(type) ? OrderType::Limit : OrderType::Market;
}

struct OrderRequest {
    std::string commandId;   // chosen by the caller, unique for ever: sending it twice places one order
    AccountId account;
    InstrumentId instrument;
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    Quantity quantity;
    Price limit;             // of orders that have one
    OrderTerms terms;
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
    bool triggered = false;  // a stop or touched order that has entered the market
    Quantity asked;          // at first, before anything changed it
    Timestamp createdAt;
    Timestamp updatedAt;

    Quantity leaves() const { return request.quantity - filled; }
    bool open() const { return !isFinal(state); }
    friend bool operator==(const Order&, const Order&) = default;
};

} // namespace rialto
