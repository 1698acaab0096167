// SPDX-License-Identifier: GPL-3.0-or-later
// Rng: xoshiro256** (Blackman and Vigna, 2018, public domain algorithm), seeded by splitmix64. Integer results only, so
// that a seed gives the same numbers on every compiler and machine. One Rng belongs to one owner; not shared by threads.
#pragma once

#include <array>
#include <cstdint>

namespace rialto {

class Rng {
public:
    explicit Rng(std::uint64_t seed)
    {
        for (auto& word : m_state) {
            seed += 0x9E3779B97F4A7C15ULL;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
            word = z ^ (z >> 31);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotl(m_state[3], 45);
        return result;
    }

    /// Uniform in [0, bound); bound > 0. The bias of the 32-bit product is below 2^-32 and is accepted.
    std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }
    /// Uniform in [low, high].
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint32_t>(high - low + 1)));
    }
    /// True with probability perMille / 1000.
    bool chance(std::uint32_t perMille) { return below(1000) < perMille; }
    /// Approximately normal, mean 0, standard deviation `sigma` (sum of twelve uniforms, Irwin-Hall), integer arithmetic.
    std::int64_t gaussian(std::int64_t sigma)
    {
        std::int64_t sum = 0;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<std::int64_t>(next() >> 44); // 20 bits each
        constexpr std::int64_t kCentre = 6 * ((std::int64_t{1} << 20) - 1);
        return (sum - kCentre) * sigma / (std::int64_t{1} << 20);
    }

    const std::array<std::uint64_t, 4>& state() const { return m_state; }
    void restore(const std::array<std::uint64_t, 4>& state) { m_state = state; }

private:
    static std::uint64_t rotl(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace rialto
