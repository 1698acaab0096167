// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the broker SDK (sdk/broker/README.md): verbs to an adapter and events from it as JSON objects, one each, for
// libraries behind the C interface and for adapters in another process. Pure functions; any thread. What is read is hostile:
// a message that is too large, malformed or out of range is an error and changes nothing.
// Prices and quantities are decimal texts, times are nanoseconds since 1970 (UTC) as whole numbers, words are those of domain.
// Errors: broker.message-malformed, broker.message-too-large (more than kLargestMessage bytes).
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace rialto {

inline constexpr std::size_t kLargestMessage = 1024 * 1024;

struct StartVerb {};
struct StopVerb {};
struct SubmitVerb {
    BrokerOrder order;
};
struct ReplaceVerb {
    OrderId order;
    Quantity quantity;
    Price limit;
};
struct CancelVerb {
    OrderId order;
};
struct SubscribeVerb {
    InstrumentId instrument;
};
struct UnsubscribeVerb {
    InstrumentId instrument;
};
struct StateVerb {
    Timestamp since;
};
using BrokerVerb = std::variant<StartVerb, StopVerb, SubmitVerb, ReplaceVerb, CancelVerb, SubscribeVerb, UnsubscribeVerb, StateVerb>;

std::string toMessage(const BrokerVerb& verb);
std::string toMessage(const BrokerEvent& event);
std::string toMessage(const BrokerCapabilities& capabilities);
Result<BrokerVerb> parseVerb(std::string_view text);
Result<BrokerEvent> parseEvent(std::string_view text);
Result<BrokerCapabilities> parseCapabilities(std::string_view text);

/// Calls the adapter's verb.
void perform(const BrokerVerb& verb, BrokerAdapter& adapter);

} // namespace rialto
