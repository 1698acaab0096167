// SPDX-License-Identifier: GPL-3.0-or-later
// Means, variances and covariance of two series over a window, about reference values inside it that are renewed with the
// refresh of windows.h. For states of indicators; one thread at a time.
#pragma once

#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

class PairMoments {
public:
    explicit PairMoments(int n) : m_x(n), m_y(n), m_refresh(n), m_n(n) {}
    bool next(double x, double y)
    {
        if (std::isnan(x) || std::isnan(y))
            return false;
        const double oldX = m_x.push(x), oldY = m_y.push(y);
        if (!m_x.full())
            return false;
        if (m_refresh.due()) {
            m_rx = m_x.oldest(), m_ry = m_y.oldest();
            m_sx = m_sy = m_sxx = m_syy = m_sxy = 0;
            for (std::size_t age = m_x.size(); age-- > 0;)
                add(m_x[age] - m_rx, m_y[age] - m_ry, 1);
        } else {
            add(x - m_rx, y - m_ry, 1);
            add(oldX - m_rx, oldY - m_ry, -1);
        }
        return true;
    }
    /// Sums of products of deviations from the mean.
    double xx() const { return positive(m_sxx - m_sx * m_sx / m_n); }
    double yy() const { return positive(m_syy - m_sy * m_sy / m_n); }
    double xy() const { return m_sxy - m_sx * m_sy / m_n; }
    double meanX() const { return m_rx + m_sx / m_n; }
    double meanY() const { return m_ry + m_sy / m_n; }

private:
    static double positive(double x) { return x > 0 ? x : 0; }
    void add(double x, double y, double sign)
    {
        m_sx += sign * x, m_sy += sign * y;
        m_sxx += sign * x * x, m_syy += sign * y * y, m_sxy += sign * x * y;
    }
    Ring m_x, m_y;
    Refresh m_refresh;
    double m_n, m_rx = 0, m_ry = 0, m_sx = 0, m_sy = 0, m_sxx = 0, m_syy = 0, m_sxy = 0;
};

} // namespace rialto::analytics
