// SPDX-License-Identifier: GPL-3.0-or-later
// Timestamp: nanoseconds since 1970-01-01T00:00:00Z (no leap seconds). Pure modules never read a clock: time comes in
// with the input. Clock is the port that composition hands to the outermost layer.
#pragma once

#include <cstdint>

namespace rialto {

inline constexpr std::int64_t kNanosPerMilli = 1'000'000;
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerMinute = 60 * kNanosPerSecond;
inline constexpr std::int64_t kNanosPerDay = 24 * 60 * kNanosPerMinute;

struct Timestamp {
    std::int64_t nanos = 0;

    constexpr Timestamp() = default;
    constexpr explicit Timestamp(std::int64_t nanosSinceEpoch) : nanos(nanosSinceEpoch) {}
    static constexpr Timestamp fromMillis(std::int64_t millis) { return Timestamp(millis * kNanosPerMilli); }
    constexpr std::int64_t millis() const
    {
        return nanos >= 0 ? nanos / kNanosPerMilli : -((-nanos + kNanosPerMilli - 1) / kNanosPerMilli);
    }

    friend constexpr bool operator==(Timestamp a, Timestamp b) { return a.nanos == b.nanos; }
    friend constexpr bool operator!=(Timestamp a, Timestamp b) { return a.nanos != b.nanos; }
    friend constexpr bool operator<(Timestamp a, Timestamp b) { return a.nanos < b.nanos; }
    friend constexpr bool operator<=(Timestamp a, Timestamp b) { return a.nanos <= b.nanos; }
    friend constexpr bool operator>(Timestamp a, Timestamp b) { return a.nanos > b.nanos; }
    friend constexpr bool operator>=(Timestamp a, Timestamp b) { return a.nanos >= b.nanos; }
    friend constexpr Timestamp operator+(Timestamp t, std::int64_t nanos) { return Timestamp(t.nanos + nanos); }
    friend constexpr std::int64_t operator-(Timestamp a, Timestamp b) { return a.nanos - b.nanos; }
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() = 0;
};

} // namespace rialto
