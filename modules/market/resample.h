// SPDX-License-Identifier: GPL-3.0-or-later
// Longer bars from shorter ones. A bar is labelled with the first instant of its interval. Intervals of a day are counted in
// the zone's local time: from midnight (Clock) or from the session's opening (Session), so that a bar of 09:30 to 10:30 is
// one piece; a change of the clock does not shift them. Days are labelled midnight UTC of the local day (domain/bar.h). Bars
// outside the session are left out and counted. Intervals without a bar have none: nothing is invented. Pure; any thread.
// Errors: market.resample-interval (not a multiple, or not a part of a day), market.bars-not-rising, domain.zone-unknown,
// market.volume-range (a sum beyond eight places on 64 bits).
#pragma once

#include "domain/bar.h"
#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rialto::market {

enum class BarAlignment { Clock, Session };

struct ResampleOptions {
    std::int64_t fromSeconds = 60;
    std::int64_t toSeconds = 3600;      // up to 86400
    std::string zone = "UTC";
    bool hasSession = false;
    std::int64_t openSeconds = 0;       // since local midnight
    std::int64_t closeSeconds = 86400;  // after openSeconds; the bar that begins at the close is outside
    BarAlignment alignment = BarAlignment::Clock;
};

struct Resampled {
    std::vector<Bar> bars;
    std::vector<std::int64_t> merged;   // how many shorter bars each holds
    std::size_t outside = 0;
};

Result<Resampled> resample(std::span<const Bar> bars, const ResampleOptions& options);

} // namespace rialto::market
