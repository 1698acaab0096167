// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a client record as one line of JSON, as it is stored, and back. Pure; any thread. Keys in the order of the
// members, dates as YYYY-MM-DD, enumerators by name, absent dates left out. Errors: clients.record-malformed (names the key).
#pragma once

#include "base/result.h"
#include "clients/records/client_record.h"

#include <string>
#include <string_view>

namespace rialto::clients {

inline constexpr std::size_t kLongestRecord = 65536;

std::string recordText(const RecordBody& body);
Result<RecordBody> parseRecord(RecordKind kind, std::string_view text);

} // namespace rialto::clients
