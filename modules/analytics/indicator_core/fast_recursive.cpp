// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/lanes.h"

#include <algorithm>

namespace rialto::analytics::fast {

namespace {

struct EmaKernel {
    template <class V> struct State {
        V average{};
    };
    template <class V, bool Write> void step(State<V>& s, std::size_t i, std::size_t stride) const
    {
        s.average = averaged(s.average, take<V>(x + i, stride), weight);
        if constexpr (Write)
            put(s.average, out + i, stride);
    }
    const double* x;
    double* out;
    double weight;
};

struct RsiKernel {
    template <class V> struct State {
        V gain{}, loss{};
    };
    template <class V, bool Write> void step(State<V>& s, std::size_t i, std::size_t stride) const
    {
        const V change = take<V>(x + i, stride) - take<V>(x + i - 1, stride);
        s.gain = averaged(s.gain, larger(change, V(0.0)), weight);
        s.loss = averaged(s.loss, larger(V(0.0) - change, V(0.0)), weight);
        if constexpr (Write)
            put(rsiOf(s.gain, s.loss, 50.0), out + i, stride);
    }
    const double* x;
    double* out;
    double weight;
};

struct MacdKernel {
    template <class V> struct State {
        V fast{}, slow{}, signal{};
    };
    template <class V, bool Write> void step(State<V>& s, std::size_t i, std::size_t stride) const
    {
        const V price = take<V>(x + i, stride);
        s.fast = averaged(s.fast, price, fastWeight);
        s.slow = averaged(s.slow, price, slowWeight);
        const V difference = s.fast - s.slow;
        s.signal = averaged(s.signal, difference, signalWeight);
        if constexpr (Write) {
            put(difference, line + i, stride);
            put(s.signal, signal + i, stride);
            put(difference - s.signal, histogram + i, stride);
        }
    }
    const double* x;
    double *line, *signal, *histogram;
    double fastWeight, slowWeight, signalWeight;
};

struct AtrKernel {
    template <class V> struct State {
        V average{};
    };
    template <class V, bool Write> void step(State<V>& s, std::size_t i, std::size_t stride) const
    {
        const V range = trueRange(take<V>(high + i, stride), take<V>(low + i, stride), take<V>(close + i - 1, stride));
        s.average = averaged(s.average, range, weight);
        if constexpr (Write)
            put(s.average, out + i, stride);
    }
    const double *high, *low, *close;
    double* out;
    double weight;
};

// The ranges cancel out of DX, so that they are not needed here.
struct AdxKernel {
    template <class V> struct State {
        V plus{}, minus{}, average{};
    };
    template <class V, bool Write> void step(State<V>& s, std::size_t i, std::size_t stride) const
    {
        const V up = take<V>(high + i, stride) - take<V>(high + i - 1, stride);
        const V down = take<V>(low + i - 1, stride) - take<V>(low + i, stride);
        s.plus = wilderSum(s.plus, plusMove(up, down), share);
        s.minus = wilderSum(s.minus, plusMove(down, up), share);
        s.average = averaged(s.average, directional(s.plus, s.minus), share);
        if constexpr (Write)
            put(s.average, out + i, stride);
    }
    const double *high, *low;
    double* out;
    double share;
};

} // namespace

void ema(const double* x, std::size_t size, int n, double* out)
{
    Ema start(n);
    std::size_t i = 0;
    for (; i < size && !start.ready(); ++i)
        out[i] = start.next(x[i]);
    if (i < size)
        runForgetful<2>(EmaKernel{x, out, start.weight()}, i, size, {start.value()}, memoryOf(1 - start.weight()));
}

void rsi(const double* x, std::size_t size, int n, double* out)
{
    Rsi start(n, 50.0);
    std::size_t i = 0;
    for (; i < size && !start.gain.ready(); ++i)
        out[i] = start.next(x[i]);
    if (i < size)
        runForgetful<2>(RsiKernel{x, out, start.gain.weight()}, i, size, {start.gain.value(), start.loss.value()}, memoryOf(1 - start.gain.weight()));
}

void macd(const double* x, std::size_t size, int fastN, int slowN, int signalN, double* line, double* signalLine, double* histogram)
{
    Macd start(fastN, slowN, signalN, Seed::Mean);
    std::size_t i = 0;
    for (; i < size && !start.signal.ready(); ++i) {
        start.next(x[i]);
        line[i] = start.line, signalLine[i] = start.signalLine, histogram[i] = start.line - start.signalLine;
    }
    if (i == size)
        return;
    const MacdKernel kernel{x, line, signalLine, histogram, start.fast.weight(), start.slow.weight(), start.signal.weight()};
    const double keep = 1 - std::min({kernel.fastWeight, kernel.slowWeight, kernel.signalWeight});
    runForgetful<2>(kernel, i, size, {start.fast.value(), start.slow.value(), start.signal.value()}, 2 * memoryOf(keep));
}

void atr(const double* high, const double* low, const double* close, std::size_t size, int n, double* out)
{
    Atr start(n);
    std::size_t i = 0;
    for (; i < size && !start.average.ready(); ++i)
        out[i] = start.next(high[i], low[i], close[i]);
    if (i < size)
        runForgetful<2>(AtrKernel{high, low, close, out, start.average.weight()}, i, size, {start.average.value()},
            memoryOf(1 - start.average.weight()));
}

void adx(const double* high, const double* low, const double* close, std::size_t size, int n, double* out)
{
    Adx start(n, false);
    std::size_t i = 0;
    for (; i < size && !start.average.ready(); ++i)
        out[i] = start.next(high[i], low[i], close[i]);
    if (i < size)
        runForgetful<2>(AdxKernel{high, low, out, start.movement.share}, i, size,
            {start.movement.plus, start.movement.minus, start.average.value()}, 2 * memoryOf(1 - start.movement.share));
}

} // namespace rialto::analytics::fast
