// SPDX-License-Identifier: GPL-3.0-or-later
// DominantWave: phase, sine lines, trendline and trend mode on top of HilbertCycle, after Ehlers' Rocket Science for Traders
// (2001), chapters on the sine wave indicator and the instantaneous trendline. For states of indicators; one thread at a time.
#pragma once

#include "analytics/indicator_core/mesa.h"

namespace rialto::analytics {

struct DominantWave {
    void next(double price)
    {
        cycle.next(price);
        m_prices.push(price);
        if (!cycle.running())
            return;
        m_smooth.push(cycle.smooth);
        const int length = static_cast<int>(cycle.smoothPeriod + 0.5);
        nextPhase(length);
        nextTrendline(length);
        nextTrend();
    }
    HilbertCycle cycle{37};
    double phase = 0, sine = 0, lead = 0, trendline = 0, trend = 0;

private:
    static double ago(const Ring& ring, int n) { return std::size_t(n) < ring.count() ? ring[std::size_t(n)] : 0; }
    void nextPhase(int length)
    {
        double real = 0, imaginary = 0;
        for (int i = 0; i < length; ++i) {
            const double angle = 2 * std::numbers::pi * i / length;
            real += std::sin(angle) * ago(m_smooth, i), imaginary += std::cos(angle) * ago(m_smooth, i);
        }
        m_phaseBefore = phase;
        if (imaginary != 0)
            phase = std::atan(real / imaginary) * kDegrees;
        else
            phase += real < 0 ? -90 : real > 0 ? 90 : 0;
        phase += 90;
        if (cycle.smoothPeriod > 0)
            phase += 360 / cycle.smoothPeriod; // the smoother lags by one bar
        if (imaginary < 0)
            phase += 180;
        if (phase > 315)
            phase -= 360;
        m_sineBefore = sine, m_leadBefore = lead;
        sine = std::sin(phase / kDegrees), lead = std::sin((phase + 45) / kDegrees);
    }
    void nextTrendline(int length)
    {
        double mean = 0;
        for (int i = 0; i < length; ++i)
            mean += ago(m_prices, i);
        mean = length > 0 ? mean / length : 0;
        trendline = (4 * mean + 3 * m_means[0] + 2 * m_means[1] + m_means[2]) / 10;
        m_means = {mean, m_means[0], m_means[1]};
    }
    void nextTrend()
    {
        trend = 1;
        if ((sine > lead && m_sineBefore <= m_leadBefore) || (sine < lead && m_sineBefore >= m_leadBefore))
            m_days = 0, trend = 0;
        ++m_days;
        if (m_days < 0.5 * cycle.smoothPeriod)
            trend = 0;
        const double speed = phase - m_phaseBefore;
        if (cycle.smoothPeriod > 0 && speed > 0.67 * 360 / cycle.smoothPeriod && speed < 1.5 * 360 / cycle.smoothPeriod)
            trend = 0;
        if (trendline != 0 && std::fabs((cycle.smooth - trendline) / trendline) >= 0.015)
            trend = 1;
    }
    Ring m_prices{50}, m_smooth{50};
    std::array<double, 3> m_means{};
    double m_phaseBefore = 0, m_sineBefore = 0, m_leadBefore = 0;
    int m_days = 0;
};

} // namespace rialto::analytics
