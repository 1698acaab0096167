// SPDX-License-Identifier: GPL-3.0-or-later
// FairValues: what every instrument is "really" worth, second by second: the value around which market makers quote. Primary
// instruments walk at random with volatility clustering, a common market factor and rare jumps; futures, options, indices,
// funds and crosses are worked out from what they follow. Values are raw Price units (1e-8), returns and volatilities parts
// per thousand million (ppb) of the price. One owner, one thread; integers only.
//
// The walk is a GARCH(1,1) process (Bollerslev 1986) stepped once a second, times a slow mean-reverting factor, which gives
// volatility a memory of both minutes and an hour.
#pragma once

#include "base/rng.h"
#include "simulator/listing.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rialto::simulator {

class FairValues {
public:
    /// What a walk must remember to go on.
    struct Memory {
        std::int64_t value = 0;
        std::int64_t pressure = 0;
        std::int64_t variance = 0; // ppb squared, of one second
        std::int64_t slow = 1000;  // per mille
        std::array<std::uint64_t, 4> rng{};
    };

    FairValues(const std::vector<Listing>& listings, std::uint64_t seed);

    /// A new trading day: the gap that a night brings (none on the first), and the days that options have left.
    void openDay(Date day, bool overnight);
    /// One second. `liveliness` scales the walk: the U over the day, per mille.
    void step(std::int64_t liveliness);

    /// With the pressure of recent trading; at least one tick for what can only be positive.
    std::int64_t fair(std::size_t index) const;
    /// Present over usual volatility, per mille.
    std::int64_t volatilityPerMille(std::size_t index) const;
    /// Usual standard deviation of a second, in raw price units.
    std::int64_t usualMove(std::size_t index) const;

    /// Trading moves the value: it gives way by this much (in all at most a usual day's move) and
    /// comes back within minutes.
    void press(std::size_t index, std::int64_t amount);
    /// The value of the next second comes from outside (a replay), not from the walk. Called before `step` or `openDay`.
    void drive(std::size_t index, std::int64_t value, std::int64_t volatilityPerMille);

    /// Other random numbers from here on; values stay.
    void reseed(std::uint64_t seed);

    Memory memory(std::size_t index) const;
    void restore(std::size_t index, const Memory& memory);
    const Memory& market() const { return m_market; }
    void restoreMarket(const Memory& memory) { m_market = memory; }

private:
    enum class Kind { Walk, Cross, Basket, Future, Option };
    struct Part {
        std::size_t index = 0;
        std::int64_t weight = 0;
        std::int64_t startValue = 1;
    };
    struct State {
        Memory memory;
        Rng rng{0};
        Kind kind = Kind::Walk;
        std::vector<Part> parts;
        std::int64_t startValue = 0;
        std::int64_t usualSigma = 0; // ppb of a second
        std::int64_t ratio = 1000;   // present over usual volatility
        std::int64_t beta = 0;
        std::int64_t tick = 1;
        std::int64_t strike = 0;
        std::int64_t volatilityBp = 0;
        Date expiry;
        std::int64_t carry = 0;         // of a future's forward value, parts per million
        std::int64_t deviationPart = 0; // sigma x sqrt(T) of an option, parts per million
        bool call = false;
        bool driven = false;
    };

    void addParts(State& state, const std::vector<Listing>& listings, const Listing& listing);
    std::int64_t randomReturn(Memory& memory, Rng& rng, std::int64_t usualSigma, std::int64_t liveliness, std::int64_t& ratio);
    void passNight();
    void derive(State& state);
    void deriveAll();

    std::vector<State> m_states;
    std::vector<std::size_t> m_derivedOrder;
    Memory m_market;
    std::int64_t m_marketRatio = 1000;
    std::int64_t m_seconds = 0;
};

} // namespace rialto::simulator
