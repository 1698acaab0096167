// SPDX-License-Identifier: GPL-3.0-or-later
// LatencyModel: how long a participant's message travels to the venue: a fixed part and seeded jitter. Messages of one session
// never overtake each other, but a cancel in flight may find its order already filled. Nanoseconds. A value.
#pragma once

#include "base/clock.h"
#include "base/rng.h"

namespace rialto::simulator {

struct LatencyModel {
    std::int64_t fixedNanos = 2 * kNanosPerMilli;
    std::int64_t jitterNanos = 3 * kNanosPerMilli; // uniform, at most 4 s

    std::int64_t draw(Rng& rng) const { return fixedNanos + (jitterNanos > 0 ? rng.between(0, jitterNanos) : 0); }
};

} // namespace rialto::simulator
