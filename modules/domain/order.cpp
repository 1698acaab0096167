// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order.h"

namespace rialto {

std::string_view name(Side side) { return side == Side::Buy ? "buy" : "sell"; }
std::string_view name(OrderType type) { return type == OrderType::Market ? "market" : "limit"; }

std::string_view name(TimeInForce tif)
{
    constexpr std::string_view kNames[] = {"day", "gtc", "ioc", "fok"};
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
    if (text == "market")
        return OrderType::Market;
    if (text == "limit")
        return OrderType::Limit;
    return invalid("domain.order-type-unknown", std::string(text.substr(0, 40)));
}

Result<TimeInForce> parseTimeInForce(std::string_view text)
{
    for (const auto tif : {TimeInForce::Day, TimeInForce::Gtc, TimeInForce::Ioc, TimeInForce::Fok})
        if (text == name(tif))
            return tif;
    return invalid("domain.time-in-force-unknown", std::string(text.substr(0, 40)));
}

} // namespace rialto
