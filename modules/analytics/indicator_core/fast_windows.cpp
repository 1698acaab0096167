// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"

#include <algorithm>
#include <vector>

namespace rialto::analytics::fast {

namespace {

/// Sums of n neighbours, oldest first, times `share`: what RollingSum does for short windows.
void shortMeans(const double* x, std::size_t outputs, int n, double* out)
{
    const double share = 1.0 / n;
    std::size_t i = 0;
    for (; i + 4 <= outputs; i += 4) {
        Pack a(0.0), b(0.0);
        for (int k = 0; k < n; ++k)
            a = a + Pack::pair(x + i + k), b = b + Pack::pair(x + i + k + 2);
        (a * Pack(share)).storePair(out + i);
        (b * Pack(share)).storePair(out + i + 2);
    }
    for (; i < outputs; ++i) {
        double sum = 0;
        for (int k = 0; k < n; ++k)
            sum += x[i + k];
        out[i] = sum * share;
    }
}

double freshSum(const double* x, int n)
{
    double sum = 0;
    for (int k = 0; k < n; ++k)
        sum += x[k];
    return sum;
}

/// Output j is the mean of x[j .. j + n). Blocks between refreshes do not depend on each other: four run side by side.
void longMeans(const double* x, std::size_t outputs, int n, double* out)
{
    const double share = 1.0 / n;
    const std::size_t block = refreshEvery(n);
    std::size_t j = 0;
    for (; j + 4 * block <= outputs; j += 4 * block) {
        Pack sums[2];
        for (std::size_t p = 0; p < 2; ++p) {
            const std::size_t at = j + 2 * p * block;
            sums[p] = {freshSum(x + at, n), freshSum(x + at + block, n)};
            (sums[p] * Pack(share)).storeApart(out + at, block);
        }
        for (std::size_t i = 1; i < block; ++i)
            for (std::size_t p = 0; p < 2; ++p) {
                const double* old = x + j + 2 * p * block + i - 1;
                sums[p] = sums[p] + (take<Pack>(old + n, block) - take<Pack>(old, block));
                (sums[p] * Pack(share)).storeApart(out + j + 2 * p * block + i, block);
            }
    }
    double sum = 0;
    for (std::size_t i = 0; j < outputs; ++j, ++i) {
        sum = i % block == 0 ? freshSum(x + j, n) : sum + (x[j + n - 1] - x[j - 1]);
        out[j] = sum * share;
    }
}

void means(const double* x, std::size_t outputs, int n, double* out)
{
    if (n <= kDirect)
        shortMeans(x, outputs, n, out);
    else
        longMeans(x, outputs, n, out);
}

template <class V> struct Squares {
    V reference{}, s1{}, s2{};
    void move(V in, V out)
    {
        const V a = in - reference, b = out - reference;
        s1 = s1 + (a - b);
        s2 = s2 + (a - b) * (a + b);
    }
};

Squares<double> freshSquares(const double* x, int n)
{
    Squares<double> s{x[0], 0, 0};
    for (int k = 0; k < n; ++k) {
        const double d = x[k] - x[0];
        s.s1 += d, s.s2 += d * d;
    }
    return s;
}

struct Bands {
    double *upper, *middle, *lower;
    double share, up, down;
    template <class V> void write(const Squares<V>& s, std::size_t at, std::size_t stride) const
    {
        const V mean = s.s1 * V(share);
        const V deviation = root(larger(s.s2 * V(share) - mean * mean, V(0.0)));
        const V centre = s.reference + mean;
        put(centre, middle + at, stride);
        put(centre + V(up) * deviation, upper + at, stride);
        put(centre - V(down) * deviation, lower + at, stride);
    }
};

/// out[j] = best of x[j .. j + n) for j < outputs, by doubling; `work` has outputs + n places.
template <bool Largest> void slidingBest(const double* x, std::size_t outputs, int n, double* work, double* out)
{
    const auto best = [](auto a, auto b) {
        if constexpr (Largest)
            return larger(a, b);
        else
            return smaller(a, b);
    };
    const auto join = [&](const double* from, std::size_t count, std::size_t apart, double* to) {
        std::size_t i = 0;
        for (; i + 4 <= count; i += 4) {
            const Pack a = best(Pack::pair(from + i), Pack::pair(from + i + apart));
            const Pack b = best(Pack::pair(from + i + 2), Pack::pair(from + i + 2 + apart));
            a.storePair(to + i);
            b.storePair(to + i + 2);
        }
        for (; i < count; ++i)
            to[i] = best(from[i], from[i + apart]);
    };
    std::size_t width = 1, count = outputs + std::size_t(n) - 1;
    const double* from = x;
    while (2 * width <= std::size_t(n)) {
        count -= width;
        join(from, count, width, work);
        from = work;
        width *= 2;
    }
    join(from, outputs, std::size_t(n) - width, out);
}

} // namespace

void sma(const double* x, std::size_t size, int n, double* out)
{
    const std::size_t head = std::min(size, std::size_t(n) - 1);
    std::fill(out, out + head, kNone);
    if (head < size)
        means(x, size - head, n, out + head);
}

void bbands(const double* x, std::size_t size, int n, double up, double down, double* upper, double* middle, double* lower)
{
    const std::size_t head = std::min(size, std::size_t(n) - 1);
    for (double* out : {upper, middle, lower})
        std::fill(out, out + head, kNone);
    const std::size_t outputs = size - head, block = refreshEvery(n);
    const Bands bands{upper + head, middle + head, lower + head, 1.0 / n, up, down};
    std::size_t j = 0;
    for (; j + 4 * block <= outputs; j += 4 * block) {
        Squares<Pack> sums[2];
        for (std::size_t p = 0; p < 2; ++p) {
            const std::size_t at = j + 2 * p * block;
            const Squares<double> a = freshSquares(x + at, n), b = freshSquares(x + at + block, n);
            sums[p] = {{a.reference, b.reference}, {a.s1, b.s1}, {a.s2, b.s2}};
            bands.write(sums[p], at, block);
        }
        for (std::size_t i = 1; i < block; ++i)
            for (std::size_t p = 0; p < 2; ++p) {
                const std::size_t at = j + 2 * p * block + i;
                sums[p].move(take<Pack>(x + at + n - 1, block), take<Pack>(x + at - 1, block));
                bands.write(sums[p], at, block);
            }
    }
    Squares<double> sums;
    for (std::size_t i = 0; j < outputs; ++j, ++i) {
        if (i % block == 0)
            sums = freshSquares(x + j, n);
        else
            sums.move(x[j + n - 1], x[j - 1]);
        bands.write(sums, j, 0);
    }
}

void stoch(const double* high, const double* low, const double* close, std::size_t size, int fastK, int slowK, int slowD, double* k, double* d)
{
    const std::size_t headK = std::min(size, std::size_t(fastK) + std::size_t(slowK) - 2);
    const std::size_t headD = std::min(size, headK + std::size_t(slowD) - 1);
    std::fill(k, k + headK, kNone);
    std::fill(d, d + headD, kNone);
    const std::size_t first = std::size_t(fastK) - 1;
    if (headK == size)
        return;
    // Chunks end where the running sums are refreshed, so that each begins afresh; what it needs of the one before is redone.
    const std::size_t chunk = refreshEvery(slowK) * ((refreshEvery(fastK) + refreshEvery(slowK) - 1) / refreshEvery(slowK));
    std::vector<double> raw(chunk + std::size_t(slowK)), top(raw.size()), bottom(raw.size()), work(raw.size() + std::size_t(fastK));
    for (std::size_t begin = headK; begin < size; begin += chunk) {
        const std::size_t outputs = std::min(chunk, size - begin), rows = outputs + std::size_t(slowK) - 1;
        const std::size_t at = begin - (std::size_t(slowK) - 1);
        slidingBest<true>(high + at - first, rows, fastK, work.data(), top.data());
        slidingBest<false>(low + at - first, rows, fastK, work.data(), bottom.data());
        std::size_t i = 0;
        for (; i + 2 <= rows; i += 2)
            stochasticOf(Pack::pair(close + at + i), Pack::pair(bottom.data() + i), Pack::pair(top.data() + i)).storePair(raw.data() + i);
        for (; i < rows; ++i)
            raw[i] = stochasticOf(close[at + i], bottom[i], top[i]);
        means(raw.data(), outputs, slowK, k + begin);
    }
    if (headD < size)
        means(k + headK, size - headD, slowD, d + headD);
}

} // namespace rialto::analytics::fast
