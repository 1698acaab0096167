// SPDX-License-Identifier: GPL-3.0-or-later
// Lockout: how long a user must wait after wrong passwords. Five are free; then 15 s, doubled with each more up to an hour; from
// the hundredth on (NIST SP 800-63B-4, 3.2.2) a day, until an administrator sets a new password. Nobody is shut out for ever,
// because a book may have one user only. Pure.
#pragma once

#include "base/clock.h"

#include <cstdint>

namespace rialto::security {

inline constexpr int kFreeFailures = 5;
inline constexpr int kMostFailures = 100;

/// Nanoseconds to wait after that many failures in a row.
constexpr std::int64_t waitAfter(int failures)
{
    if (failures < kFreeFailures)
        return 0;
    if (failures >= kMostFailures)
        return kNanosPerDay;
    const int doublings = failures - kFreeFailures < 8 ? failures - kFreeFailures : 8;
    const std::int64_t wait = (15 * kNanosPerSecond) << doublings;
    return wait < 60 * kNanosPerMinute ? wait : 60 * kNanosPerMinute;
}

} // namespace rialto::security
