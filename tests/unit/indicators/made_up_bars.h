// SPDX-License-Identifier: GPL-3.0-or-later
// Bars from a small generator, with flat stretches, gaps and equal prices, so that every branch of an indicator is walked.
#pragma once

#include "analytics/indicator_core/tick.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace rialto::testing {

struct MadeUpBars {
    explicit MadeUpBars(std::size_t count, std::uint64_t seed = 1)
    {
        std::uint64_t state = seed * 0x9E3779B97F4A7C15ull + 1;
        const auto uniform = [&state] {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            return static_cast<double>(state >> 11) / 9007199254740992.0;
        };
        double price = 100;
        for (std::size_t i = 0; i < count; ++i) {
            const bool flat = i % 997 > 960;
            const double o = flat ? price : price * (1 + 0.004 * (uniform() - 0.5));
            price = flat ? price : std::max(1.0, o + 2 * (uniform() - 0.5) * (i % 50 == 0 ? 4 : 1));
            const double cents = 100;
            open.push_back(std::round(o * cents) / cents);
            close.push_back(std::round(price * cents) / cents);
            high.push_back(std::max(open[i], close[i]) + (flat ? 0 : std::round(uniform() * cents) / cents));
            low.push_back(std::min(open[i], close[i]) - (flat ? 0 : std::round(uniform() * cents) / cents));
            volume.push_back(flat ? 0 : std::round(1000 + 5000 * uniform()));
            time.push_back(static_cast<std::int64_t>(i) * 600'000);
        }
    }
    analytics::Series series() const { return {open, high, low, close, volume, close, open, time, close.size()}; }
    std::vector<double> open, high, low, close, volume;
    std::vector<std::int64_t> time;
};

} // namespace rialto::testing
