// SPDX-License-Identifier: GPL-3.0-or-later
// The words of which candle patterns are made. c[0] is the newest bar, c[1] the one before. What is long, short, near or equal
// is relative to the mean of the bars before (10 for bodies and shadows, 5 for distances), with the factors of TA-Lib's
// default candle settings. A pattern is a function of Candles that answers 100, -100 or 0 (confirmed Hikkake: 200);
// `candlePattern` makes an indicator of it. Values are given from bar `lookback` on. One thread at a time.
#pragma once

#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

struct Candle {
    double open = 0, high = 0, low = 0, close = 0;
};

class Candles {
public:
    void push(const Tick& t) { m_ring.push({t.open, t.high, t.low, t.close}), ++m_bars; }
    std::int64_t bars() const { return m_bars; }
    const Candle& operator[](std::size_t k) const { return m_ring[k]; }

    bool white(std::size_t k) const { return m_ring[k].close >= m_ring[k].open; }
    bool black(std::size_t k) const { return !white(k); }
    int colour(std::size_t k) const { return white(k) ? 100 : -100; }
    bool opposite(std::size_t a, std::size_t b) const { return white(a) != white(b); }
    double body(std::size_t k) const { return std::fabs(m_ring[k].close - m_ring[k].open); }
    double top(std::size_t k) const { return std::max(m_ring[k].close, m_ring[k].open); }
    double bottom(std::size_t k) const { return std::min(m_ring[k].close, m_ring[k].open); }
    double upper(std::size_t k) const { return m_ring[k].high - top(k); }
    double lower(std::size_t k) const { return bottom(k) - m_ring[k].low; }
    double range(std::size_t k) const { return m_ring[k].high - m_ring[k].low; }

    /// Between bodies; the first is the later bar.
    bool gapUp(std::size_t later, std::size_t earlier) const { return bottom(later) > top(earlier); }
    bool gapDown(std::size_t later, std::size_t earlier) const { return top(later) < bottom(earlier); }
    /// Between whole bars.
    bool fullGapUp(std::size_t later, std::size_t earlier) const { return m_ring[later].low > m_ring[earlier].high; }
    bool fullGapDown(std::size_t later, std::size_t earlier) const { return m_ring[later].high < m_ring[earlier].low; }

    double meanBody(std::size_t k) const { return mean(k, 10, [this](std::size_t i) { return body(i); }); }
    bool longBody(std::size_t k) const { return body(k) > meanBody(k); }
    bool shortBody(std::size_t k) const { return body(k) < meanBody(k); }
    bool doji(std::size_t k) const { return body(k) <= dojiLimit(k); }
    double dojiLimit(std::size_t k) const { return 0.1 * meanRange(k, 10); }
    double tiny(std::size_t k) const { return 0.1 * meanRange(k, 10); } // a very short shadow
    bool tinyUpper(std::size_t k) const { return upper(k) < tiny(k); }
    bool tinyLower(std::size_t k) const { return lower(k) < tiny(k); }
    double shortShadow(std::size_t k) const { return mean(k, 10, [this](std::size_t i) { return upper(i) + lower(i); }) / 2; }
    bool longUpper(std::size_t k) const { return upper(k) > body(k); }
    bool longLower(std::size_t k) const { return lower(k) > body(k); }
    bool veryLongUpper(std::size_t k) const { return upper(k) > 2 * body(k); }
    bool veryLongLower(std::size_t k) const { return lower(k) > 2 * body(k); }
    double near(std::size_t k) const { return 0.2 * meanRange(k, 5); }
    double far(std::size_t k) const { return 0.6 * meanRange(k, 5); }
    double equal(std::size_t k) const { return 0.05 * meanRange(k, 5); }
    bool equalTo(double price, double other, std::size_t k) const { return price <= other + equal(k) && price >= other - equal(k); }

private:
    template <class Range> double mean(std::size_t k, std::size_t count, Range range) const
    {
        double sum = 0;
        for (std::size_t i = k + count; i > k; --i)
            sum += range(i);
        return sum / double(count);
    }
    double meanRange(std::size_t k, std::size_t count) const { return mean(k, count, [this](std::size_t i) { return range(i); }); }
    RingOf<Candle> m_ring{16};
    std::int64_t m_bars = 0;
};

/// `lookback`: bars that have no value, as many as the means and the pattern need.
template <int (*Detect)(const Candles&, double), int Lookback> struct PatternState {
    explicit PatternState(const Values& v) : penetration(v.has("penetration") ? v.real("penetration") : 0) {}
    void update(const Tick& t, double* out)
    {
        candles.push(t);
        if (candles.bars() > Lookback)
            out[0] = Detect(candles, penetration);
    }
    Candles candles;
    double penetration;
};

template <int (*Detect)(const Candles&, double), int Lookback>
Indicator candlePattern(std::string name, std::string title, std::string method, std::vector<std::string> aliases, double penetration = 0)
{
    Indicator definition{.name = std::move(name), .title = std::move(title), .group = "pattern", .inputs = {"open", "high", "low", "close"}, .outputs = {{"value", Draw::Marker}}};
    if (penetration > 0)
        definition.parameters = {real("penetration", penetration, "share of the first body that the last close must reach into", 0, 1)};
    definition.method = "100 or -100 where it is complete, else 0. " + method + " Long, short and near are relative to the bars before.";
    definition.aliases = std::move(aliases);
    definition.overlay = true;
    return indicator<PatternState<Detect, Lookback>>(std::move(definition));
}

/// Hikkake: an inside bar, then a break that fails. Keeps the bar whose far side confirms it within three bars.
class HikkakeWatch {
public:
    /// `found`: 100, -100 or 0 for a pattern that is complete on this bar.
    int next(const Candles& c, int found)
    {
        ++m_age;
        if (found != 0) {
            m_result = found, m_age = 0, m_bar = c[1];
            return found;
        }
        const bool confirmed = m_age <= 3 && ((m_result > 0 && c[0].close > m_bar.high) || (m_result < 0 && c[0].close < m_bar.low));
        if (!confirmed)
            return 0;
        const int value = 2 * m_result;
        m_result = 0;
        return value;
    }

private:
    int m_result = 0;
    std::int64_t m_age = 0;
    Candle m_bar;
};

} // namespace rialto::analytics
