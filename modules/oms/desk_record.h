// SPDX-License-Identifier: GPL-3.0-or-later
// DeskRecord: what the trading desk decided and wants to know for ever: limits and the kill switch. A change is a further
// revision, never an update; the newest one counts. A value; the journal keeps it as a fact. Any thread.
// `body` by kind: Limit the number ("" lifts it), with `id` "scope:subject:kind"; KillSwitch "on REASON" or "off REASON", with
// `id` "firm" or "account:NUMBER".
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rialto {

/// Stored: never renumbered.
enum class DeskRecordKind { Limit, KillSwitch };
inline constexpr int kDeskRecordKinds = 2;
constexpr std::string_view name(DeskRecordKind kind) { return kind == DeskRecordKind::Limit ? "limit" : "kill-switch"; }

struct DeskRecord {
    DeskRecordKind kind = DeskRecordKind::Limit;
    std::string id;
    std::int64_t revision = 1;
    Timestamp time;
    std::string by;
    std::string body;
    friend bool operator==(const DeskRecord&, const DeskRecord&) = default;
};

} // namespace rialto
