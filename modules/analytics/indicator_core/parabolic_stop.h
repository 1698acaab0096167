// SPDX-License-Identifier: GPL-3.0-or-later
// ParabolicStop: Wilder's stop and reverse (New Concepts in Technical Trading Systems, 1978), with factors of its own for rising
// and falling markets. Serves `sar` and `sarext`. Prices as they come; a value of one thread.
#pragma once

#include "analytics/indicator_core/tick.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

class ParabolicStop {
public:
    struct Step {
        double start, increment, most;
    };
    /// `startValue` above 0: rising from it; below 0: falling from its size; 0: by the first movement. `offset`: share added when it turns.
    ParabolicStop(double startValue, double offset, Step longs, Step shorts) : m_startValue(startValue), m_offset(offset), m_longs(longs), m_shorts(shorts) {}
    /// Writes the stop that this bar met; nothing on the first bar.
    void update(const Tick& t, double* out)
    {
        if (m_bars == 0) {
            m_bars = 1;
            m_highBefore = t.high, m_lowBefore = t.low;
            return;
        }
        if (m_bars == 1) {
            m_bars = 2;
            begin(t);
        }
        const Step& step = m_rising ? m_longs : m_shorts;
        if (m_rising ? t.low <= m_stop : t.high >= m_stop) {
            m_rising = !m_rising;
            m_stop = m_rising ? std::min({m_extreme, m_lowBefore, t.low}) : std::max({m_extreme, m_highBefore, t.high});
            m_stop += (m_rising ? -1 : 1) * m_stop * m_offset;
            out[0] = m_stop;
            m_factor = std::min((m_rising ? m_longs : m_shorts).start, (m_rising ? m_longs : m_shorts).most);
            m_extreme = m_rising ? t.high : t.low;
        } else {
            out[0] = m_stop;
            if (m_rising ? t.high > m_extreme : t.low < m_extreme) {
                m_extreme = m_rising ? t.high : t.low;
                m_factor = std::min(m_factor + step.increment, step.most);
            }
        }
        m_stop += m_factor * (m_extreme - m_stop);
        m_stop = m_rising ? std::min({m_stop, m_lowBefore, t.low}) : std::max({m_stop, m_highBefore, t.high});
        m_highBefore = t.high, m_lowBefore = t.low;
    }
    bool falling() const { return m_bars > 1 && !m_rising; }

private:
    void begin(const Tick& t)
    {
        const double up = t.high - m_highBefore, down = m_lowBefore - t.low;
        m_rising = m_startValue > 0 || (m_startValue == 0 && !(down > 0 && down > up));
        m_stop = m_startValue != 0 ? std::fabs(m_startValue) : m_rising ? m_lowBefore : m_highBefore;
        m_extreme = m_rising ? t.high : t.low;
        m_factor = std::min((m_rising ? m_longs : m_shorts).start, (m_rising ? m_longs : m_shorts).most);
        m_highBefore = t.high, m_lowBefore = t.low;
    }
    double m_startValue, m_offset;
    Step m_longs, m_shorts;
    int m_bars = 0;
    bool m_rising = true;
    double m_stop = 0, m_extreme = 0, m_factor = 0, m_highBefore = 0, m_lowBefore = 0;
};

} // namespace rialto::analytics
