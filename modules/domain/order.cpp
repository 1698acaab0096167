// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order.h"

namespace rialto {

std::string_view name(Side side) { return side == Side::Buy ? "buy" : "sell"; }

std::string_view name(OrderType type)
{
    constexpr std::string_view kNames[] = {"market", "limit", "stop", "stop-limit", "trailing-stop", "trailing-stop-limit",
        "market-if-touched", "limit-if-touched", "market-to-limit", "pegged"};
    return kNames[static_cast<std::size_t>(type)];
}

std::string_view name(TimeInForce tif)
{
    constexpr std::string_view kNames[] = {"day", "gtc", "ioc", "fok", "gtd", "at-open", "at-close"};
    return kNames[static_cast<std::size_t>(tif)];
}

Result<Side> parseSide(std::string_view text)
{
    if (text == "buy")
        return Side::Buy;
    if (text == "sell")
        return Side::Sell;
    return invalid("domain.side-unknown", std::string(text.substr(0, 40)));
}

Result<OrderType> parseOrderType(std::string_view text)
{
    for (int i = 0; i < kOrderTypes; ++i)
        if (text == name(static_cast<OrderType>(i)))
            return static_cast<OrderType>(i);
    return invalid("domain.order-type-unknown", std::string(text.substr(0, 40)));
}

Result<TimeInForce> parseTimeInForce(std::string_view text)
{
    for (int i = 0; i < kTimesInForce; ++i)
        if (text == name(static_cast<TimeInForce>(i)))
            return static_cast<TimeInForce>(i);
    return invalid("domain.time-in-force-unknown", std::string(text.substr(0, 40)));
}

} // namespace rialto
