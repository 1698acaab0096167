// SPDX-License-Identifier: GPL-3.0-or-later
// runForgetful: computes a recurrence that forgets its past (an exponential average does) on several stretches of the series
// at once, so that the processor is not idle between one step and the next, and still gives the bits of the plain loop.
// A stretch begins `memory` bars early from any state; when its state at the border is, bit for bit, the one in which the
// stretch before it ended, everything behind is the same too, because a step depends on nothing else. When it is not, the
// stretch is recomputed from the border until the two meet. A Kernel has
//   template <class V> struct State      trivially copyable, comparable with sameBits
//   template <class V, bool Write> void step(State<V>&, std::size_t i, std::size_t stride) const
// where lane k of V works on bar i + k * stride, and `State<Pack> join(State<double>, State<double>)`, `part(State<Pack>, k)`.
// Pure; any thread.
#pragma once

#include "analytics/indicator_core/pack.h"

#include <array>
#include <cstring>

namespace rialto::analytics {

template <class S> bool sameBits(const S& a, const S& b)
{
    return std::memcmp(&a, &b, sizeof(S)) == 0;
}

/// States are arrays of V under another name: joins and parts any such struct.
template <class Wide, class Narrow> Wide joinLanes(const Narrow& a, const Narrow& b)
{
    static_assert(sizeof(Wide) == 2 * sizeof(Narrow));
    constexpr std::size_t count = sizeof(Narrow) / sizeof(double);
    double x[count], y[count], both[2 * count];
    std::memcpy(x, &a, sizeof a);
    std::memcpy(y, &b, sizeof b);
    for (std::size_t i = 0; i < count; ++i)
        both[2 * i] = x[i], both[2 * i + 1] = y[i];
    Wide wide;
    std::memcpy(static_cast<void*>(&wide), both, sizeof both);
    return wide;
}

template <class Narrow, class Wide> Narrow lanePart(const Wide& wide, std::size_t lane)
{
    constexpr std::size_t count = sizeof(Narrow) / sizeof(double);
    double both[2 * count], x[count];
    std::memcpy(both, static_cast<const void*>(&wide), sizeof both);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = both[2 * i + lane];
    Narrow narrow;
    std::memcpy(static_cast<void*>(&narrow), x, sizeof x);
    return narrow;
}

/// From bar `begin` in state `state` to `end`. `Packs` pairs of lanes run side by side.
template <std::size_t Packs, class Kernel>
void runForgetful(const Kernel& kernel, std::size_t begin, std::size_t end, typename Kernel::template State<double> state, std::size_t memory)
{
    using Narrow = typename Kernel::template State<double>;
    using Wide = typename Kernel::template State<Pack>;
    constexpr std::size_t lanes = 2 * Packs;
    const std::size_t length = begin < end ? (end - begin) / lanes : 0;
    if (length < 4 * memory || length < 256 || begin + length < memory) {
        for (std::size_t i = begin; i < end; ++i)
            kernel.template step<double, true>(state, i, 0);
        return;
    }
    std::array<Narrow, lanes> starts;
    starts[0] = state;
    for (std::size_t lane = 1; lane < lanes; ++lane) {
        const std::size_t border = begin + lane * length;
        Narrow warm{};
        for (std::size_t i = border - memory; i < border; ++i)
            kernel.template step<double, false>(warm, i, 0);
        starts[lane] = warm;
    }
    std::array<Wide, Packs> wide;
    for (std::size_t p = 0; p < Packs; ++p)
        wide[p] = joinLanes<Wide>(starts[2 * p], starts[2 * p + 1]);
    for (std::size_t i = 0; i < length; ++i)
        for (std::size_t p = 0; p < Packs; ++p)
            kernel.template step<Pack, true>(wide[p], begin + 2 * p * length + i, length);
    std::array<Narrow, lanes> ends;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        ends[lane] = lanePart<Narrow>(wide[lane / 2], lane % 2);
    for (std::size_t lane = 1; lane < lanes; ++lane) {
        Narrow right = ends[lane - 1];
        Narrow taken = starts[lane];
        std::size_t i = begin + lane * length;
        const std::size_t stop = i + length;
        for (; i < stop && !sameBits(right, taken); ++i) {
            kernel.template step<double, false>(taken, i, 0);
            kernel.template step<double, true>(right, i, 0);
        }
        if (i == stop)
            ends[lane] = right;
    }
    for (std::size_t i = begin + lanes * length; i < end; ++i)
        kernel.template step<double, true>(ends[lanes - 1], i, 0);
}

/// Steps until a weight of `keep` per step is below rounding, with room for the two paths to meet.
inline std::size_t memoryOf(double keep)
{
    if (!(keep > 0))
        return 2;
    return keep < 1 ? static_cast<std::size_t>(60.0 / -std::log(keep)) + 2 : static_cast<std::size_t>(-1) / 8;
}

} // namespace rialto::analytics
