// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV file of somebody's own orders and what happens to them, for the sim verbs. Header with any of: time, action, id, symbol,
// side, type, quantity, price, tif (any case and order; quantity and side are needed). Empty cells have defaults: time 0, action
// new, id the row's number, type limit where there is a price and market where there is none, tif day.
//   time     seconds since the start ("90", "+90.5"), "HH:MM:SS[.fraction]" since the start, or a moment (ISO 8601 with Z or an
//            offset); 10 digits and more are an epoch in seconds, milliseconds, microseconds or nanoseconds
//   action   new, cancel, replace, halt, resume
//   side     buy, sell (B, S)      type  limit, market      tif  day, gtc, ioc, fok
// Errors: sim.orders-malformed (row and column), sim.orders-empty, those of text_file.h.
#pragma once

#include "base/result.h"
#include "domain/date.h"
#include "domain/order.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::cli {

struct OwnOrderRow {
    enum class Action { New, Cancel, Replace, Halt, Resume };
    std::uint64_t row = 0;
    std::optional<Timestamp> moment; // else:
    std::int64_t offset = 0;         // nanoseconds since the start
    Action action = Action::New;
    std::uint64_t id = 0;
    std::string symbol;
    rialto::Side side = rialto::Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    Quantity quantity;
    Price price;
};

Result<std::vector<OwnOrderRow>> readOwnOrders(const std::string& path);
Result<std::vector<OwnOrderRow>> parseOwnOrders(std::string_view text);
/// A moment or an offset, as in the column `time`; false when it is neither.
bool readSimTime(std::string_view text, std::optional<Timestamp>& moment, std::int64_t& offset);

} // namespace rialto::cli
