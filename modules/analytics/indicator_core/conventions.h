// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters that many indicators share: how an exponential average begins and which average is meant. Included by the files
// of modules/analytics/indicators.
#pragma once

#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

inline Parameter seedParameter(int fallback = 0)
{
    return choice("seed", {"sma", "first"}, "start of exponential averages: mean of the first window, or the first value", fallback);
}

inline Seed seedOf(const Values& values)
{
    return values.is("seed", "sma") ? Seed::Mean : Seed::First;
}

/// Divisor n - ddof of a variance.
inline Parameter ddofParameter(int fallback)
{
    return whole("ddof", fallback, "0: divide by n (population); 1: by n - 1 (sample)", 0, 1);
}

} // namespace rialto::analytics
