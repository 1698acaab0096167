// SPDX-License-Identifier: GPL-3.0-or-later
// FixVersion and what the versions call the same thing by different names. Values and pure functions; any thread.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/order.h"

#include <optional>
#include <string>
#include <string_view>

namespace rialto::fix {

enum class FixVersion { Fix42, Fix44, Fix50Sp2 };

/// "FIX.4.2" "FIX.4.4" "FIX.5.0SP2". Errors: fix.version-unknown.
Result<FixVersion> parseFixVersion(std::string_view text);
std::string_view name(FixVersion version);
/// "FIX.4.4"; "FIXT.1.1" for 5.0.
std::string beginString(FixVersion version);
/// "42" "44" "50SP2": what the QuickFIX acceptance scripts put behind a CompID.
std::string digits(FixVersion version);
/// File of the dictionary: "FIX44.xml".
std::string dictionaryFile(FixVersion version);

/// UTCTimestamp with milliseconds, "20260105-14:30:00.000".
std::string timeText(Timestamp time);

std::optional<Side> sideOf(const std::string& code);       // 54: 1 2
std::optional<OrderType> typeOf(const std::string& code);  // 40: 1 2
std::optional<TimeInForce> tifOf(const std::string& code); // 59: 0 1 3 4; absent is Day
std::string codeOf(Side side);
std::string codeOf(OrderType type);
std::string codeOf(TimeInForce tif);
/// OrdStatus (39).
std::string statusOf(const Order& order);

/// OrdRejReason (103) for our own codes, "risk.funds".
int rejectReason(FixVersion version, std::string_view code);

} // namespace rialto::fix
