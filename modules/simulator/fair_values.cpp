// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fair_values.h"

#include "simulator/integer_math.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kUnit = 65536; // of a standard normal draw

// GARCH weights in 1/1024: shocks 0.040, memory 0.957, so that a shock is half forgotten in four minutes.
constexpr std::int64_t kShock = 41;
constexpr std::int64_t kMemory = 980;
constexpr std::int64_t kRest = 1024 - kShock - kMemory;
constexpr std::int64_t kVarianceCeiling = 36; // times the usual variance

constexpr int kMarketVolatilityBp = 1100;
constexpr std::int64_t kCarryPerYearPpm = 38'000; // of futures
constexpr std::int64_t kPressureLife = 300;       // seconds in which the pressure of trading falls to 1/e

// A year has 252 days of 23,400 seconds, whose square root is 2428.
std::int64_t sigmaOfSecond(int volatilityBp) { return std::int64_t{volatilityBp} * 100'000 / 2428; }

} // namespace

FairValues::FairValues(const std::vector<Listing>& listings, std::uint64_t seed)
{
    Rng seeds(seed);
    m_market.rng = Rng(seeds.next()).state();
    const std::int64_t marketSigma = sigmaOfSecond(kMarketVolatilityBp);
    m_market.variance = marketSigma * marketSigma;
    m_states.resize(listings.size());
    for (std::size_t i = 0; i < listings.size(); ++i) {
        const Listing& listing = listings[i];
        State& state = m_states[i];
        state.rng = Rng(seed ^ (0x9E3779B97F4A7C15ULL * (listing.instrument.id.value + 1)));
        state.startValue = listing.startPrice.raw();
        state.memory.value = state.startValue;
        state.usualSigma = sigmaOfSecond(listing.volatilityBp);
        state.memory.variance = state.usualSigma * state.usualSigma;
        state.beta = listing.betaPerMille;
        state.tick = listing.instrument.spec.tick.raw();
        state.volatilityBp = listing.volatilityBp;
        addParts(state, listings, listing);
    }
    // Indices before the futures and options on them.
    for (const Kind kind : {Kind::Cross, Kind::Basket, Kind::Future, Kind::Option})
        for (std::size_t i = 0; i < m_states.size(); ++i)
            if (m_states[i].kind == kind)
                m_derivedOrder.push_back(i);
    deriveAll();
}

void FairValues::addParts(State& state, const std::vector<Listing>& listings, const Listing& listing)
{
    const auto part = [&](InstrumentId id, std::int64_t weight) {
        for (std::size_t i = 0; i < listings.size(); ++i)
            if (listings[i].instrument.id == id)
                state.parts.push_back({i, weight, listings[i].startPrice.raw()});
    };
    if (listing.crossLeft.valid()) {
        part(listing.crossLeft, 1);
        part(listing.crossRight, 1);
        state.kind = state.parts.size() == 2 ? Kind::Cross : Kind::Walk;
    } else if (!listing.basket.empty()) {
        for (const BasketPart& each : listing.basket)
            part(each.instrument, each.perMille);
        state.kind = state.parts.size() == listing.basket.size() ? Kind::Basket : Kind::Walk;
    } else if (const auto* future = std::get_if<Future>(&listing.instrument.details)) {
        part(future->underlying, 1);
        state.kind = state.parts.empty() ? Kind::Walk : Kind::Future;
        state.expiry = future->expiry;
    } else if (const auto* option = std::get_if<Option>(&listing.instrument.details)) {
        part(option->underlying, 1);
        state.kind = state.parts.empty() ? Kind::Walk : Kind::Option;
        state.expiry = option->expiry;
        state.strike = option->strike.raw();
        state.call = option->right == OptionRight::Call;
    }
    // A walk that others see as an ordinary one, when what it follows is not listed here.
    if (state.kind == Kind::Walk && state.usualSigma == 0) {
        state.usualSigma = sigmaOfSecond(2000);
        state.memory.variance = state.usualSigma * state.usualSigma;
    }
}

void FairValues::openDay(Date day, bool overnight)
{
    if (overnight)
        passNight();
    for (State& state : m_states) {
        state.driven = false;
        const std::int64_t days = std::max(state.expiry - day, 0);
        if (state.kind == Kind::Future)
            state.carry = kCarryPerYearPpm * days / 365;
        if (state.kind == Kind::Option) {
            const std::int64_t rootOfYears = squareRoot(days * kMillion / 365 * kMillion); // parts per million
            const std::int64_t beta = kMarketVolatilityBp * state.beta / 1000;
            const std::int64_t total = squareRoot(state.volatilityBp * state.volatilityBp + beta * beta);
            state.deviationPart = total * rootOfYears / 10'000;
        }
    }
    deriveAll();
}

void FairValues::passNight()
{
    Rng marketRng(0);
    marketRng.restore(m_market.rng);
    // A night moves prices by about half of what a day does: 153 x 0.5 standard deviations of a second.
    constexpr std::int64_t kNight = 76;
    const std::int64_t marketGap = marketRng.gaussian(squareRoot(m_market.variance) * kNight);
    m_market.rng = marketRng.state();
    for (State& state : m_states) {
        const std::int64_t gap = state.rng.gaussian(state.usualSigma * kNight) + marketGap * state.beta / 1000;
        state.memory.pressure = 0;
        if (state.kind == Kind::Walk && !state.driven)
            state.memory.value = std::max(state.memory.value + product(state.memory.value, gap, kBillion), state.tick * 20);
    }
}

std::int64_t FairValues::randomReturn(Memory& memory, Rng& rng, std::int64_t usualSigma, std::int64_t liveliness,
                                      std::int64_t& ratio)
{
    const std::int64_t sigma = squareRoot(memory.variance);
    const std::int64_t shock = rng.gaussian(kUnit) * sigma / kUnit;
    const std::int64_t usual = usualSigma * usualSigma;
    memory.variance = std::min((kRest * usual + kShock * shock * shock + kMemory * memory.variance) / 1024, kVarianceCeiling * usual);
    if (m_seconds % 60 == 0)
        memory.slow = std::clamp<std::int64_t>(memory.slow + (1000 - memory.slow) / 60 + rng.gaussian(105), 350, 3500);
    const std::int64_t scale = memory.slow * liveliness / 1000;
    ratio = usualSigma == 0 ? 1000 : sigma * 1000 / usualSigma * scale / 1000;
    std::int64_t move = shock * scale / 1000;
    // News: about four times a day a value jumps by what it usually moves in some minutes.
    if (rng.below(6000) == 0)
        move += rng.gaussian(usualSigma * 14);
    return move;
}

void FairValues::step(std::int64_t liveliness)
{
    Rng marketRng(0);
    marketRng.restore(m_market.rng);
    const std::int64_t marketMove =
        randomReturn(m_market, marketRng, sigmaOfSecond(kMarketVolatilityBp), liveliness, m_marketRatio);
    m_market.rng = marketRng.state();
    for (State& state : m_states) {
        state.memory.pressure -= state.memory.pressure / kPressureLife;
        if (state.kind != Kind::Walk)
            continue;
        std::int64_t ratio = 1000;
        const std::int64_t own = randomReturn(state.memory, state.rng, state.usualSigma, liveliness, ratio);
        if (state.driven) {
            state.driven = false;
            continue;
        }
        state.ratio = ratio;
        const std::int64_t move = own + marketMove * state.beta / 1000;
        state.memory.value = std::max(state.memory.value + product(state.memory.value, move, kBillion), state.tick * 20);
    }
    ++m_seconds;
    deriveAll();
}

void FairValues::derive(State& state)
{
    const State& first = m_states[state.parts.front().index];
    const std::int64_t source = first.memory.value + first.memory.pressure;
    state.ratio = first.ratio;
    switch (state.kind) {
    case Kind::Walk:
        break;
    case Kind::Cross: {
        const State& second = m_states[state.parts.back().index];
        state.memory.value = product(source, second.memory.value + second.memory.pressure, kFixedOne);
        break;
    }
    case Kind::Basket: {
        std::int64_t sum = 0;
        std::int64_t weights = 0;
        std::int64_t ratios = 0;
        for (const Part& part : state.parts) {
            const State& each = m_states[part.index];
            sum += product(each.memory.value + each.memory.pressure, part.weight * kMillion, part.startValue);
            weights += part.weight;
            ratios += each.ratio * part.weight;
        }
        state.memory.value = product(state.startValue, sum, weights * kMillion);
        state.ratio = ratios / weights;
        break;
    }
    case Kind::Future:
        state.memory.value = source + product(source, state.carry, kMillion);
        break;
    case Kind::Option: {
        // Implied volatility follows the slow part of the present one at a distance.
        const std::int64_t deviation = product(source, state.deviationPart * (970 + first.memory.slow * 3 / 100) / 1000, kMillion);
        state.memory.value = state.call ? bachelierCall(source, state.strike, deviation) : bachelierPut(source, state.strike, deviation);
        break;
    }
    }
}

void FairValues::deriveAll()
{
    for (const std::size_t index : m_derivedOrder)
        derive(m_states[index]);
}

std::int64_t FairValues::fair(std::size_t index) const
{
    const State& state = m_states[index];
    return std::max(state.memory.value + state.memory.pressure, state.tick);
}

std::int64_t FairValues::volatilityPerMille(std::size_t index) const { return m_states[index].ratio; }

std::int64_t FairValues::usualMove(std::size_t index) const
{
    const State& state = m_states[index];
    std::int64_t sigma = state.usualSigma;
    if (sigma == 0 && !state.parts.empty())
        sigma = m_states[state.parts.front().index].usualSigma;
    return product(state.memory.value, sigma, kBillion);
}

void FairValues::press(std::size_t index, std::int64_t amount)
{
    constexpr std::int64_t kSecondsRoot = 153; // of a session's 23,400
    const std::int64_t most = usualMove(index) * kSecondsRoot;
    // What derives from something else is held near it by those who trade both.
    if (m_states[index].kind != Kind::Walk)
        amount /= 4;
    std::int64_t& pressure = m_states[index].memory.pressure;
    pressure = std::clamp(pressure + amount, -most, most);
}

void FairValues::drive(std::size_t index, std::int64_t value, std::int64_t volatilityPerMille)
{
    State& state = m_states[index];
    state.memory.value = value;
    state.ratio = volatilityPerMille;
    state.driven = true;
}

void FairValues::reseed(std::uint64_t seed)
{
    Rng seeds(seed);
    m_market.rng = Rng(seeds.next()).state();
    for (State& state : m_states)
        state.rng = Rng(seeds.next());
}

FairValues::Memory FairValues::memory(std::size_t index) const
{
    Memory memory = m_states[index].memory;
    memory.rng = m_states[index].rng.state();
    return memory;
}

void FairValues::restore(std::size_t index, const Memory& memory)
{
    State& state = m_states[index];
    state.memory = memory;
    state.rng.restore(memory.rng);
    deriveAll();
}

} // namespace rialto::simulator
