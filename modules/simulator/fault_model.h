// SPDX-License-Identifier: GPL-3.0-or-later
// FaultModel: what goes wrong on purpose between a participant and the venue, so that one can see whether the other side copes:
// orders that the venue refuses for no reason of theirs, messages that get lost on the way, reports that get lost on the way back.
// Per mille of each kind, drawn from a generator of their own: a rate of zero draws nothing and changes nothing. A lost report is
// kept by the venue and told again on `requestState`; requests for the state are never lost. A value.
#pragma once

#include <cstdint>

namespace rialto::simulator {

struct FaultModel {
    std::uint32_t rejectPerMille = 0;       // of new orders: simulator.fault-rejected
    std::uint32_t dropPerMille = 0;         // of orders, cancels and replacements
    std::uint32_t dropReportPerMille = 0;   // of execution reports
    bool any() const { return (rejectPerMille | dropPerMille | dropReportPerMille) != 0; }
    friend bool operator==(const FaultModel&, const FaultModel&) = default;
};

} // namespace rialto::simulator
