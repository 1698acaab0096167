// SPDX-License-Identifier: GPL-3.0-or-later
// LatencyModel: how long a participant's messages and the venue's market data travel. Each message takes a fixed part by its
// kind and a seeded, uniform jitter. Messages of one session never overtake each other (one connection, as with TCP), but they do
// travel while the market goes on: a cancel in flight may find its order filled, and is then refused as too late.
// Market data (quotes, trades, depth) reaches the participant `feedNanos` late; the reports of own orders do not wait for it.
// Nanoseconds, each at most ten minutes. A value.
#pragma once

#include "base/clock.h"
#include "base/rng.h"

#include <algorithm>

namespace rialto::simulator {

struct LatencyModel {
    static constexpr std::int64_t kLongest = 10 * kNanosPerMinute;

    std::int64_t orderNanos = 2 * kNanosPerMilli;  // of new orders and of requests
    std::int64_t cancelNanos = 2 * kNanosPerMilli; // of cancels and replacements
    std::int64_t feedNanos = 0;
    std::int64_t jitterNanos = 3 * kNanosPerMilli; // at most 4 s

    std::int64_t draw(Rng& rng, std::int64_t fixedNanos) const
    {
        constexpr std::int64_t kMostJitter = 4 * kNanosPerSecond;
        const std::int64_t jitter = std::clamp<std::int64_t>(jitterNanos, 0, kMostJitter);
        return std::clamp<std::int64_t>(fixedNanos, 0, kLongest) + (jitter > 0 ? rng.between(0, jitter) : 0);
    }
    friend bool operator==(const LatencyModel&, const LatencyModel&) = default;
};

} // namespace rialto::simulator
