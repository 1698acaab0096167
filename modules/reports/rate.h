// SPDX-License-Identifier: GPL-3.0-or-later
// Rate: a return, weight or other ratio as a whole number of 10^-8 (0.0125 = 1.25 % = 1,250,000). Measures are computed in
// floating point (analytics); a report stores and prints them as integers, so that it looks the same on every machine.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace rialto::reports {

struct Rate {
    std::int64_t e8 = 0;

    /// Nothing for a value that is not finite or beyond +-10^9: a report then prints a dash.
    static std::optional<Rate> of(double ratio)
    {
        if (!std::isfinite(ratio) || std::fabs(ratio) > 1e9)
            return std::nullopt;
        return Rate{static_cast<std::int64_t>(std::llround(ratio * 1e8))};
    }
    static std::optional<Rate> of(std::optional<double> ratio) { return ratio ? of(*ratio) : std::nullopt; }
    friend bool operator==(Rate a, Rate b) { return a.e8 == b.e8; }
};

} // namespace rialto::reports
