// SPDX-License-Identifier: GPL-3.0-or-later
// The Hilbert-transform machinery of John Ehlers (Rocket Science for Traders, 2001; MESA and Trading Market Cycles) that the
// ht_* indicators and MAMA share: a four-bar weighted smoother, the detrender, in-phase and quadrature parts, and the period
// from the homodyne discriminator, held between 6 and 50 bars and smoothed. `Mama` adds the adaptive average of Ehlers'
// article "MESA Adaptive Moving Averages" (2001). Averages begin as 0 and values settle over some dozens
// of bars, as in TA-Lib; the first are not given.
// For states of indicators; one thread at a time.
#pragma once

#include "analytics/indicator_core/averages.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace rialto::analytics {

inline constexpr double kDegrees = 180 / std::numbers::pi;

class HilbertCycle {
public:
    /// The transforms begin after `skip` bars, with all before them 0, as TA-Lib's do.
    explicit HilbertCycle(int skip = 12) : m_skip(skip) {}
    bool running() const { return bars > m_skip; }
    void next(double price)
    {
        m_price.push(price);
        const double adjust = 0.075 * period + 0.54;
        smooth = (4 * m_price[0] + 3 * ago(m_price, 1) + 2 * ago(m_price, 2) + ago(m_price, 3)) / 10;
        ++bars;
        if (!running())
            return;
        const double detrender = m_smooth.next(smooth, adjust);
        quadrature = m_detrender.next(detrender, adjust);
        inPhase = m_detrender.ago(3);
        const double ji = m_inPhase.next(inPhase, adjust), jq = m_quadrature.next(quadrature, adjust);
        const double i2 = 0.2 * (inPhase - jq) + 0.8 * m_i2, q2 = 0.2 * (quadrature + ji) + 0.8 * m_q2;
        const double real = 0.2 * (i2 * m_i2 + q2 * m_q2) + 0.8 * m_real, imaginary = 0.2 * (i2 * m_q2 - q2 * m_i2) + 0.8 * m_imaginary;
        m_i2 = i2, m_q2 = q2, m_real = real, m_imaginary = imaginary;
        double now = period;
        if (real != 0 && imaginary != 0)
            now = 360 / (std::atan(imaginary / real) * kDegrees);
        now = std::clamp(now, 0.67 * period, std::max(1.5 * period, 0.67 * period));
        now = std::clamp(now, 6.0, 50.0);
        period = 0.2 * now + 0.8 * period;
        smoothPeriod = 0.33 * period + 0.67 * smoothPeriod;
    }
    double smooth = 0, inPhase = 0, quadrature = 0, period = 0, smoothPeriod = 0;
    int bars = 0;

private:
    /// Ehlers' seven-tap Hilbert transformer with its history; values before the first are 0.
    struct Transform {
        double next(double x, double adjust)
        {
            for (std::size_t i = values.size() - 1; i > 0; --i)
                values[i] = values[i - 1];
            values[0] = x;
            return (0.0962 * (values[0] - values[6]) + 0.5769 * (values[2] - values[4])) * adjust;
        }
        double ago(std::size_t n) const { return values[n]; }
        std::array<double, 7> values{};
    };
    int m_skip;
    static double ago(const Ring& ring, std::size_t n) { return n < ring.count() ? ring[n] : 0; }
    Ring m_price{4};
    Transform m_smooth, m_detrender, m_inPhase, m_quadrature;
    double m_i2 = 0, m_q2 = 0, m_real = 0, m_imaginary = 0;
};

class Mama {
public:
    Mama(double fastLimit, double slowLimit) : m_fast(fastLimit), m_slow(slowLimit) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        m_cycle.next(x);
        if (!m_cycle.running())
            return kNone;
        const double phase = m_cycle.inPhase != 0 ? std::atan(m_cycle.quadrature / m_cycle.inPhase) * kDegrees : 0;
        const double change = std::max(m_phase - phase, 1.0);
        m_phase = phase;
        const double alpha = std::clamp(m_fast / change, m_slow, std::max(m_fast, m_slow));
        mama = alpha * x + (1 - alpha) * mama;
        fama = 0.5 * alpha * mama + (1 - 0.5 * alpha) * fama;
        return m_cycle.bars > kSettled ? mama : kNone;
    }
    static constexpr int kSettled = 32;
    double mama = 0, fama = 0;

private:
    HilbertCycle m_cycle;
    double m_fast, m_slow, m_phase = 0;
};

} // namespace rialto::analytics
