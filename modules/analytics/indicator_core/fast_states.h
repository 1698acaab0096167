// SPDX-License-Identifier: GPL-3.0-or-later
// The recurrences behind fast.h as states of one bar at a time. Where a formula is the same for one bar and for two lanes of
// bars it is a template of V (double or Pack) and is written once. Internal to modules/analytics and its bench.
#pragma once

#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/pack.h"

namespace rialto::analytics::fast {

template <class V> V averaged(V average, V x, double weight)
{
    return average + V(weight) * (x - average);
}

template <class V> V rsiOf(V gain, V loss, double flat)
{
    const V sum = gain + loss;
    return whereGreater(sum, V(0.0), V(100.0) * gain / sum, V(flat));
}

template <class V> V trueRange(V high, V low, V before)
{
    return larger(high, before) - smaller(low, before);
}

template <class V> V plusMove(V up, V down)
{
    return whereGreater(up, larger(down, V(0.0)), up, V(0.0));
}

/// Wilder's sum: loses an n-th of itself, gains the new value.
template <class V> V wilderSum(V sum, V x, double share)
{
    return sum - sum * V(share) + x;
}

template <class V> V directional(V plus, V minus)
{
    const V sum = plus + minus;
    return whereGreater(sum, V(0.0), V(100.0) * magnitude(plus - minus) / sum, V(0.0));
}

template <class V> V stochasticOf(V close, V lowest, V highest)
{
    const V range = highest - lowest;
    return whereGreater(range, V(0.0), V(100.0) * (close - lowest) / range, V(0.0));
}

struct Rsi {
    Rsi(int n, double flatValue) : gain(n), loss(n), flat(flatValue) {}
    double next(double x)
    {
        const double change = x - before;
        before = x;
        if (first) {
            first = false;
            return kNone;
        }
        const double up = gain.next(larger(change, 0.0));
        const double down = loss.next(larger(0.0 - change, 0.0));
        return gain.ready() ? rsiOf(up, down, flat) : kNone;
    }
    Rma gain, loss;
    double flat, before = 0;
    bool first = true;
};

struct Macd {
    Macd(int fastN, int slowN, int signalN, Seed seed) : fast(fastN, seed), slow(slowN, seed), signal(signalN, seed) {}
    void next(double x)
    {
        const double quick = fast.next(x);
        line = quick - slow.next(x);
        signalLine = signal.next(line);
    }
    Ema fast, slow, signal;
    double line = kNone, signalLine = kNone;
};

struct Atr {
    explicit Atr(int n, bool skipFirstBar = false) : average(n), skipFirst(skipFirstBar) {}
    double next(double high, double low, double close)
    {
        const double range = first ? skipFirst ? kNone : high - low : trueRange(high, low, before);
        first = false;
        before = close;
        return average.next(range);
    }
    Rma average;
    double before = 0;
    bool first = true, skipFirst;
};

/// Window extremes: short windows are looked through in any order, long ones keep a queue.
template <int Sign> class Extreme {
public:
    explicit Extreme(int n) : m_queue(n <= kDirect ? 1 : n), m_n(n)
    {
        for (double& slot : m_slots)
            slot = Sign > 0 ? -kInfinite : kInfinite;
    }
    double next(double x)
    {
        if (m_n > kDirect)
            return m_queue.next(x);
        m_slots[m_next] = x;
        m_next = m_next + 1 == m_n ? 0 : m_next + 1;
        const double* s = m_slots;
        // One by one: a pair that holds the value just written would wait for it to reach the cache.
        const double best = better(better(better(s[0], s[1]), better(s[2], s[3])), better(better(s[4], s[5]), better(s[6], s[7])));
        if (m_seen < m_n && ++m_seen < m_n)
            return kNone;
        return best;
    }

private:
    static constexpr double kInfinite = std::numeric_limits<double>::infinity();
    static double better(double a, double b) { return Sign > 0 ? larger(a, b) : smaller(a, b); }
    double m_slots[kDirect];
    RollingExtreme<Sign> m_queue;
    int m_n, m_next = 0, m_seen = 0;
};

struct Stoch {
    Stoch(int fastN, int slowN, int signalN) : highest(fastN), lowest(fastN), slow(slowN), signal(signalN) {}
    void next(double high, double low, double close)
    {
        const double top = highest.next(high), bottom = lowest.next(low);
        fastK = std::isnan(top) ? kNone : stochasticOf(close, bottom, top);
        k = slow.next(fastK);
        d = signal.next(k);
    }
    Extreme<1> highest;
    Extreme<-1> lowest;
    Sma slow, signal;
    double fastK = kNone, k = kNone, d = kNone;
};

/// Wilder's directional movement: sums of the first n moves (or, as the usual C library, of the first n - 1 and then one step
/// of smoothing), then Wilder's sums.
struct Movement {
    Movement(int n, bool shortSeed) : share(1.0 / n), needed(shortSeed ? n - 1 : n), extra(shortSeed) {}
    /// True when the sums are there.
    bool next(double high, double low, double close)
    {
        const double up = high - highBefore, down = lowBefore - low;
        const double range = trueRange(high, low, closeBefore);
        highBefore = high, lowBefore = low, closeBefore = close;
        if (moves < 0) {
            moves = 0;
            return false;
        }
        const double p = plusMove(up, down), m = plusMove(down, up);
        if (moves < needed) {
            plus += p, minus += m, ranges += range;
            return ++moves == needed && !extra;
        }
        plus = wilderSum(plus, p, share), minus = wilderSum(minus, m, share), ranges = wilderSum(ranges, range, share);
        return true;
    }
    double plusIndex() const { return ranges > 0 ? 100 * plus / ranges : 0; }
    double minusIndex() const { return ranges > 0 ? 100 * minus / ranges : 0; }
    double share;
    double plus = 0, minus = 0, ranges = 0, highBefore = 0, lowBefore = 0, closeBefore = 0;
    int needed, moves = -1;
    bool extra;
};

struct Adx {
    Adx(int n, bool shortSeed) : movement(n, shortSeed), average(n) {}
    double next(double high, double low, double close)
    {
        if (!movement.next(high, low, close))
            return kNone;
        return average.next(directional(movement.plus, movement.minus));
    }
    Movement movement;
    Rma average;
};

} // namespace rialto::analytics::fast
