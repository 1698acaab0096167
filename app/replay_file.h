// SPDX-License-Identifier: GPL-3.0-or-later
// A file of real bars that drives one instrument of the simulated market, and the listing under which it trades. The file is
// read as the importer reads it; nothing is stored.
#pragma once

#include "simulator/listing.h"
#include "market/replay/replay_series.h"

#include <string>
#include <vector>

namespace rialto::app {

struct ReplayFile {
    simulator::Listing listing;   // a share in US dollars, named by the file
    market::ReplaySeries series;
    Date firstDay;                // New York civil day of the first bar
};

/// Errors: replay.no-minute-bars (the file holds none), those of integration::importFile, and domain.zone-unknown.
Result<ReplayFile> readReplayFile(const std::string& path, InstrumentId id);

} // namespace rialto::app
