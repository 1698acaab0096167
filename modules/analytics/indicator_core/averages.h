// SPDX-License-Identifier: GPL-3.0-or-later
// Averages as states: Sma, Ema (any weight; seeded with the mean of its first n values or with the first), Rma (Wilder's, an
// Ema of weight 1/n), Wma, Moments (mean and variance of a window), Fit (least-squares line of a window). Same rules as in
// windows.h: NaN until ready, NaN input not taken. For states of indicators; one thread at a time.
#pragma once

#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

enum class Seed { Mean, First };

class Sma {
public:
    explicit Sma(int n) : m_sum(n), m_share(1.0 / n) {}
    double next(double x) { return m_sum.next(x) * m_share; }

private:
    RollingSum m_sum;
    double m_share;
};

class Ema {
public:
    explicit Ema(int n, Seed seed = Seed::Mean) : Ema(n, 2.0 / (n + 1.0), seed) {}
    Ema(int n, double weight, Seed seed) : m_weight(weight), m_n(n), m_seed(seed) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        if (m_count >= m_n)
            return m_value += m_weight * (x - m_value);
        ++m_count;
        if (m_seed == Seed::Mean) {
            m_total += x;
            if (m_count < m_n)
                return kNone;
            return m_value = m_total / m_n;
        }
        m_count = m_n;
        return m_value = x;
    }
    bool ready() const { return m_count >= m_n; }
    double value() const { return m_value; }
    double weight() const { return m_weight; }

private:
    double m_weight;
    double m_value = 0, m_total = 0;
    int m_n, m_count = 0;
    Seed m_seed;
};

class Rma : public Ema {
public:
    explicit Rma(int n, Seed seed = Seed::Mean) : Ema(n, 1.0 / n, seed) {}
};

/// Weights 1..n, the newest the heaviest.
class Wma {
public:
    explicit Wma(int n) : m_ring(n), m_refresh(n), m_n(n) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        const double old = m_ring.push(x);
        if (!m_ring.full())
            return kNone;
        if (m_refresh.due()) {
            m_sum = m_weighted = 0;
            for (std::size_t age = m_ring.size(); age-- > 0;)
                m_sum += m_ring[age], m_weighted += (m_n - double(age)) * m_ring[age];
        } else {
            m_weighted += m_n * x - m_sum;
            m_sum += x - old;
        }
        return m_weighted / (m_n * (m_n + 1) / 2);
    }

private:
    Ring m_ring;
    Refresh m_refresh;
    double m_n, m_sum = 0, m_weighted = 0;
};

/// Mean and sums of squares about a reference value inside the window, which is renewed with the refresh: no cancellation.
class Moments {
public:
    explicit Moments(int n) : m_ring(n), m_refresh(n), m_share(1.0 / n), m_n(n) {}
    /// True when mean() and variance() are there.
    bool next(double x)
    {
        if (std::isnan(x))
            return false;
        const double old = m_ring.push(x);
        if (!m_ring.full())
            return false;
        if (m_refresh.due()) {
            m_reference = m_ring.oldest();
            m_s1 = m_s2 = 0;
            for (std::size_t age = m_ring.size(); age-- > 0;) {
                const double d = m_ring[age] - m_reference;
                m_s1 += d, m_s2 += d * d;
            }
        } else {
            const double in = x - m_reference, out = old - m_reference;
            m_s1 += in - out;
            m_s2 += (in - out) * (in + out);
        }
        m_mean = m_s1 * m_share;
        return true;
    }
    double mean() const { return m_reference + m_mean; }
    /// Divided by n - ddof; never negative.
    double variance(int ddof = 0) const
    {
        const double population = larger0(m_s2 * m_share - m_mean * m_mean);
        return ddof == 0 ? population : m_n > ddof ? population * m_n / (m_n - ddof) : kNone;
    }
    const Ring& ring() const { return m_ring; }

private:
    static double larger0(double x) { return x > 0 ? x : 0; }
    Ring m_ring;
    Refresh m_refresh;
    double m_share, m_n, m_reference = 0, m_s1 = 0, m_s2 = 0, m_mean = 0;
};

/// y = intercept + slope * t over the window, t = 0 the oldest value, n - 1 the newest.
class Fit {
public:
    explicit Fit(int n) : m_ring(n), m_refresh(n), m_n(n) {}
    bool next(double x)
    {
        if (std::isnan(x))
            return false;
        const double old = m_ring.push(x);
        if (!m_ring.full())
            return false;
        if (m_refresh.due()) {
            m_reference = m_ring.oldest();
            m_y = m_ty = 0;
            for (std::size_t age = m_ring.size(); age-- > 0;) {
                const double d = m_ring[age] - m_reference;
                m_y += d, m_ty += (m_n - 1 - double(age)) * d;
            }
        } else {
            const double in = x - m_reference, out = old - m_reference;
            m_ty += (m_n - 1) * in - (m_y - out);
            m_y += in - out;
        }
        const double t = m_n * (m_n - 1) / 2;
        const double tt = t * (2 * m_n - 1) / 3;
        const double spread = m_n * tt - t * t;
        m_slope = spread > 0 ? (m_n * m_ty - t * m_y) / spread : 0;
        m_intercept = m_reference + (m_y - m_slope * t) / m_n;
        return true;
    }
    double slope() const { return m_slope; }
    double intercept() const { return m_intercept; }
    double at(double t) const { return m_intercept + m_slope * t; }
    const Ring& ring() const { return m_ring; }

private:
    Ring m_ring;
    Refresh m_refresh;
    double m_n, m_reference = 0, m_y = 0, m_ty = 0, m_slope = 0, m_intercept = 0;
};

} // namespace rialto::analytics
