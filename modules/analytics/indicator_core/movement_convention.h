// SPDX-License-Identifier: GPL-3.0-or-later
// How the directional-movement family (adx, adxr, dx, plus_di, minus_di, dmi) begins, as its shared parameter.
#pragma once

#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

inline Parameter movementParameter()
{
    return choice("seed", {"wilder", "talib"}, "Wilder's sums begin as the sum of the first `period` moves; talib: of period - 1 moves, then one step of smoothing");
}

inline bool shortSeed(const Values& values)
{
    return values.is("seed", "talib");
}

} // namespace rialto::analytics
