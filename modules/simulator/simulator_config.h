// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatorConfig: everything that decides how a simulated exchange runs. Two exchanges with equal configurations that are told
// the same at the same simulated times make the same trades, byte for byte. A value.
#pragma once

#include "simulator/agents.h"
#include "simulator/fault_model.h"
#include "simulator/fee_schedule.h"
#include "simulator/latency_model.h"
#include "simulator/listing.h"
#include "simulator/simulator_checkpoint.h"
#include "market/replay/replay_series.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rialto::simulator {

struct SimulatorConfig {
    std::uint64_t seed = 1;
    /// Part of every execution id: must be different at each start of the same book (the number of the start will do).
    std::string runId;
    /// Trading goes on from here, or from the next open. With a checkpoint its time counts instead; with replays, the open of
    /// the first day that they hold.
    Timestamp start;
    std::vector<Listing> listings;
    /// Where prices stood before, when there is no checkpoint.
    std::vector<std::pair<InstrumentId, Price>> lastPrices;
    std::vector<market::ReplaySeries> replays;
    std::optional<SimulatorCheckpoint> checkpoint;
    LatencyModel latency;
    FaultModel faults;
    AgentMix mix;
    /// Price limits of the day by previous close, as hundredths of a percent a side (0: none), where the venue has such.
    std::int64_t priceLimitBp = 0;
    FeeSchedule fees;
};

} // namespace rialto::simulator
