// SPDX-License-Identifier: GPL-3.0-or-later
// Drawdowns of an index: each fall from a high until it is reached again. The level before the first point is 1 and counts
// as a high. Depths are fractions >= 0. Pure; any thread.
#pragma once

#include "analytics/performance/return_series.h"

#include <optional>
#include <span>
#include <vector>

namespace rialto::analytics {

struct Drawdown {
    std::optional<Date> peak;       // nothing: the fall began with the first point
    Date start;                     // first point below the high
    Date trough;
    std::optional<Date> recovered;  // nothing: not yet
    double depth = 0;
    int length = 0;                 // points from start to recovery, or to the end when there is none
    int toTrough = 0;               // points from start to trough, both counted
};

/// In order of time.
std::vector<Drawdown> drawdowns(std::span<const ReturnPoint> points);
/// The deepest; the earliest of equals; nothing when the index never fell.
std::optional<Drawdown> maxDrawdown(std::span<const ReturnPoint> points);

} // namespace rialto::analytics
