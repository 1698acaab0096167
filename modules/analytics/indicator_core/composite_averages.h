// SPDX-License-Identifier: GPL-3.0-or-later
// Averages made of averages: Dema, Tema (Mulloy 1994), Trima, T3 (Tillson 1998), Hull, Zlema, Kama (Kaufman 1995). Same rules
// as averages.h.
#pragma once

#include "analytics/indicator_core/averages.h"

namespace rialto::analytics {

class Dema {
public:
    explicit Dema(int n, Seed seed = Seed::Mean) : m_one(n, seed), m_two(n, seed) {}
    double next(double x)
    {
        const double one = m_one.next(x);
        return 2 * one - m_two.next(one);
    }

private:
    Ema m_one, m_two;
};

class Tema {
public:
    explicit Tema(int n, Seed seed = Seed::Mean) : m_one(n, seed), m_two(n, seed), m_three(n, seed) {}
    double next(double x)
    {
        const double one = m_one.next(x), two = m_two.next(one);
        return 3 * one - 3 * two + m_three.next(two);
    }

private:
    Ema m_one, m_two, m_three;
};

/// Weights rise to the middle and fall again: a simple average of a simple average.
class Trima {
public:
    explicit Trima(int n) : m_one(n % 2 ? (n + 1) / 2 : n / 2), m_two(n % 2 ? (n + 1) / 2 : n / 2 + 1) {}
    double next(double x) { return m_two.next(m_one.next(x)); }

private:
    Sma m_one, m_two;
};

class T3 {
public:
    T3(int n, double v, Seed seed = Seed::Mean)
        : m_e{Ema(n, seed), Ema(n, seed), Ema(n, seed), Ema(n, seed), Ema(n, seed), Ema(n, seed)}, m_c1(-v * v * v), m_c2(3 * v * v + 3 * v * v * v),
          m_c3(-6 * v * v - 3 * v - 3 * v * v * v), m_c4(1 + 3 * v + v * v * v + 3 * v * v)
    {
    }
    double next(double x)
    {
        double e[6];
        for (int i = 0; i < 6; ++i)
            x = e[i] = m_e[i].next(x);
        return m_c1 * e[5] + m_c2 * e[4] + m_c3 * e[3] + m_c4 * e[2];
    }

private:
    Ema m_e[6];
    double m_c1, m_c2, m_c3, m_c4;
};

class Hull {
public:
    explicit Hull(int n) : m_half(n / 2 < 1 ? 1 : n / 2), m_full(n), m_last(rootOf(n)) {}
    double next(double x)
    {
        const double half = m_half.next(x);
        return m_last.next(2 * half - m_full.next(x));
    }

private:
    static int rootOf(int n) { return static_cast<int>(std::sqrt(double(n))) < 1 ? 1 : static_cast<int>(std::sqrt(double(n))); }
    Wma m_half, m_full, m_last;
};

class Zlema {
public:
    explicit Zlema(int n, Seed seed = Seed::Mean) : m_lag((n - 1) / 2), m_ema(n, seed) {}
    double next(double x) { return m_ema.next(x + (x - m_lag.next(x))); }

private:
    Lag m_lag;
    Ema m_ema;
};

/// |change over n| / sum of |changes|; `steps` is summed anew with the refresh of RollingSum.
class EfficiencyRatio {
public:
    explicit EfficiencyRatio(int n) : m_lag(n), m_path(n) {}
    double next(double x)
    {
        const double ago = m_lag.next(x);
        const double path = m_path.next(m_first ? kNone : std::fabs(x - m_before));
        m_first = false;
        m_before = x;
        if (std::isnan(ago) || std::isnan(path))
            return kNone;
        const double move = std::fabs(x - ago);
        return path <= move || path <= 0 ? 1.0 : move / path;
    }

private:
    Lag m_lag;
    RollingSum m_path;
    double m_before = 0;
    bool m_first = true;
};

class Kama {
public:
    explicit Kama(int n, int fast = 2, int slow = 30) : m_ratio(n), m_fast(2.0 / (fast + 1)), m_slow(2.0 / (slow + 1)) {}
    double next(double x)
    {
        const double ratio = m_ratio.next(x);
        if (std::isnan(ratio)) {
            m_value = x; // the value before the first ratio is where the average begins
            return kNone;
        }
        const double c = ratio * (m_fast - m_slow) + m_slow;
        return m_value += c * c * (x - m_value);
    }

private:
    EfficiencyRatio m_ratio;
    double m_fast, m_slow, m_value = 0;
};

} // namespace rialto::analytics
