// SPDX-License-Identifier: GPL-3.0-or-later
// Windows over the last n values: Ring, Lag, RollingSum, RollingExtreme. All take one value in O(1) amortised. A rolling sum
// is summed afresh every `refreshEvery(n)` values, oldest first, and windows of at most kDirect always: so rounding cannot
// accumulate, and a batch may start anywhere at such a place and still give the same bits. Results are NaN until the window
// is full; NaN input is not taken. For states of indicators; one thread at a time.
#pragma once

#include "analytics/indicator_core/tick.h"

#include <cmath>
#include <vector>

namespace rialto::analytics {

inline constexpr int kDirect = 8;

/// Not a power of two: stretches so far apart would fight for the same lines of the cache.
inline std::size_t refreshEvery(int n)
{
    return n <= 250 ? 1000 : std::size_t(n) * 4 + 8;
}

/// True on the first call and then on every refreshEvery(n)-th.
class Refresh {
public:
    explicit Refresh(int n) : m_every(refreshEvery(n)) {}
    bool due()
    {
        if (m_left != 0) {
            --m_left;
            return false;
        }
        m_left = m_every - 1;
        return true;
    }

private:
    std::size_t m_every;
    std::size_t m_left = 0;
};

/// The last n values; `[0]` is the newest.
template <class T> class RingOf {
public:
    explicit RingOf(int n) : m_values(static_cast<std::size_t>(n < 1 ? 1 : n)) {}
    /// Returns what falls out (T{} before the ring is full).
    T push(T value)
    {
        const T old = m_values[m_next];
        m_values[m_next] = value;
        m_next = m_next + 1 == m_values.size() ? 0 : m_next + 1;
        m_count += m_count < m_values.size();
        return old;
    }
    const T& operator[](std::size_t age) const
    {
        const std::size_t back = age + 1;
        return m_values[m_next >= back ? m_next - back : m_next + m_values.size() - back];
    }
    const T& oldest() const { return m_values[full() ? m_next : 0]; }
    bool full() const { return m_count == m_values.size(); }
    std::size_t count() const { return m_count; }
    std::size_t size() const { return m_values.size(); }

private:
    std::vector<T> m_values;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
};
using Ring = RingOf<double>;

/// The value n steps ago; n = 0 is the value itself.
class Lag {
public:
    explicit Lag(int n) : m_ring(n + 1) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        m_ring.push(x);
        return m_ring.full() ? m_ring.oldest() : kNone;
    }

private:
    Ring m_ring;
};

class RollingSum {
public:
    explicit RollingSum(int n) : m_ring(n <= kDirect ? 1 : n), m_refresh(n), m_n(n) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        if (m_n <= kDirect)
            return direct(x);
        const double old = m_ring.push(x);
        if (!m_ring.full())
            return kNone;
        if (m_refresh.due()) {
            m_sum = 0;
            for (std::size_t age = m_ring.size(); age-- > 0;)
                m_sum += m_ring[age];
        } else {
            m_sum += x - old;
        }
        return m_sum;
    }

private:
    /// Every value is written twice, n places apart, so that the window lies in one piece, oldest first.
    double direct(double x)
    {
        m_short[m_next] = m_short[m_next + m_n] = x;
        m_next = m_next + 1 == m_n ? 0 : m_next + 1;
        if (m_seen < m_n && ++m_seen < m_n)
            return kNone;
        double sum = 0;
        for (int k = 0; k < m_n; ++k)
            sum += m_short[m_next + k];
        return sum;
    }
    Ring m_ring;
    Refresh m_refresh;
    double m_sum = 0;
    double m_short[2 * kDirect]{};
    int m_n, m_next = 0, m_seen = 0;
};

/// Largest (Sign = 1) or smallest (Sign = -1) of the last n values, and how many steps ago it was, the newest of equals.
template <int Sign> class RollingExtreme {
public:
    explicit RollingExtreme(int n) : m_n(std::size_t(n)), m_queue(std::size_t(n) + 1) {}
    double next(double x)
    {
        if (std::isnan(x))
            return kNone;
        const std::size_t capacity = m_queue.size();
        while (m_size > 0) {
            const std::size_t last = m_head + m_size - 1;
            if (Sign * m_queue[last < capacity ? last : last - capacity].value > Sign * x)
                break;
            --m_size;
        }
        if (m_size > 0 && m_queue[m_head].index + m_n <= m_count) {
            m_head = m_head + 1 == capacity ? 0 : m_head + 1;
            --m_size;
        }
        const std::size_t end = m_head + m_size;
        m_queue[end < capacity ? end : end - capacity] = {x, m_count};
        ++m_size;
        ++m_count;
        return m_count >= m_n ? m_queue[m_head].value : kNone;
    }
    double age() const { return double(m_count - 1 - m_queue[m_head].index); }

private:
    struct Entry {
        double value = 0;
        std::size_t index = 0;
    };
    std::size_t m_n;
    std::vector<Entry> m_queue;
    std::size_t m_head = 0, m_size = 0, m_count = 0;
};
using RollingMax = RollingExtreme<1>;
using RollingMin = RollingExtreme<-1>;

} // namespace rialto::analytics
