// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatorCheckpoint: the little that the demo market must remember to go on from the same prices after a restart. Order books
// are not in it: the agents rebuild them; participants' working orders are submitted again by their owner. A value; any thread.
#pragma once

#include "simulator/fair_values.h"
#include "domain/quote.h"

#include <string>
#include <string_view>

namespace rialto::simulator {

struct InstrumentMemory {
    InstrumentId instrument;
    FairValues::Memory fair;
    std::array<std::uint64_t, 4> agents{}; // their random numbers
    Price last;
    Quantity lastSize;
    Price open;
    Price high;
    Price low;
    Price previousClose;
    Quantity volume;
    std::int64_t trades = 0;
};

struct SimulatorCheckpoint {
    Timestamp time;
    std::uint64_t printSequence = 0;
    FairValues::Memory market;
    std::array<std::uint64_t, 4> latency{};
    std::vector<InstrumentMemory> instruments;
};

/// One line of numbers an instrument; stable across versions of the program.
std::string toText(const SimulatorCheckpoint& checkpoint);
/// Errors: simulator.checkpoint-malformed (which line).
Result<SimulatorCheckpoint> parseCheckpoint(std::string_view text);

} // namespace rialto::simulator
