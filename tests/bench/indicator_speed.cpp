// SPDX-License-Identifier: GPL-3.0-or-later
// indicator_speed [bars] [repeats]: nanoseconds a bar of the eight indicators of fast.h over columns, of a plain textbook loop
// of the same formula in the same run, and of the eight together bar by bar. The best of the repeats counts, which take turns.
// Run on one core: taskset -c 1 build/core/bin/indicator_speed
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace rialto::analytics;

namespace {

using Column = std::vector<double>;

struct Bars {
    Column high, low, close;
};

Bars randomWalk(std::size_t count)
{
    Bars bars;
    std::uint64_t state = 88172645463325252ull;
    const auto uniform = [&state] {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        return static_cast<double>(state >> 11) / 9007199254740992.0;
    };
    double price = 100;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        price = std::max(1.0, price + uniform() - 0.5);
        bars.close.push_back(price);
        bars.high.push_back(std::max(open, price) + 0.3 * uniform());
        bars.low.push_back(std::min(open, price) - 0.3 * uniform());
    }
    return bars;
}

// The textbook loops: one pass, one state, branches as the formula says.
namespace plain {

void sma(const Column& x, int n, Column& out)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += x[i];
        if (i >= std::size_t(n))
            sum -= x[i - n];
        out[i] = i + 1 >= std::size_t(n) ? sum / n : kNone;
    }
}

void smooth(const Column& x, std::size_t from, int n, double weight, Column& out)
{
    double sum = 0, value = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        out[i] = kNone;
        if (i < from)
            continue;
        const std::size_t seen = i - from + 1;
        if (seen < std::size_t(n))
            sum += x[i];
        else
            out[i] = value = seen == std::size_t(n) ? (sum + x[i]) / n : value + weight * (x[i] - value);
    }
}

void rsi(const Column& x, int n, Column& out)
{
    double gain = 0, loss = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        out[i] = kNone;
        if (i == 0)
            continue;
        const double change = x[i] - x[i - 1], up = change > 0 ? change : 0, down = change < 0 ? -change : 0;
        if (i <= std::size_t(n))
            gain += up / n, loss += down / n;
        else
            gain = (gain * (n - 1) + up) / n, loss = (loss * (n - 1) + down) / n;
        if (i >= std::size_t(n))
            out[i] = 100 * gain / (gain + loss);
    }
}

void macd(const Column& x, Column& line, Column& signal, Column& histogram, Column& work)
{
    smooth(x, 0, 12, 2.0 / 13, work);
    smooth(x, 0, 26, 2.0 / 27, line);
    for (std::size_t i = 0; i < x.size(); ++i)
        line[i] = work[i] - line[i];
    smooth(line, 25, 9, 0.2, signal);
    for (std::size_t i = 0; i < x.size(); ++i)
        histogram[i] = line[i] - signal[i];
}

void bbands(const Column& x, int n, Column& upper, Column& middle, Column& lower)
{
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += x[i], squares += x[i] * x[i];
        if (i >= std::size_t(n))
            sum -= x[i - n], squares -= x[i - n] * x[i - n];
        if (i + 1 < std::size_t(n)) {
            upper[i] = middle[i] = lower[i] = kNone;
            continue;
        }
        const double mean = sum / n, deviation = std::sqrt(std::max(0.0, squares / n - mean * mean));
        middle[i] = mean, upper[i] = mean + 2 * deviation, lower[i] = mean - 2 * deviation;
    }
}

double range(const Bars& b, std::size_t i)
{
    return std::max(b.high[i] - b.low[i], std::max(std::fabs(b.high[i] - b.close[i - 1]), std::fabs(b.low[i] - b.close[i - 1])));
}

void atr(const Bars& b, int n, Column& out)
{
    double value = 0;
    for (std::size_t i = 0; i < b.close.size(); ++i) {
        const double r = i == 0 ? b.high[0] - b.low[0] : range(b, i);
        value = i < std::size_t(n) ? value + r / n : (value * (n - 1) + r) / n;
        out[i] = i + 1 >= std::size_t(n) ? value : kNone;
    }
}

void stoch(const Bars& b, int fast, int slow, int signal, Column& k, Column& d, Column& raw)
{
    for (std::size_t i = 0; i < b.close.size(); ++i) {
        raw[i] = 0;
        if (i + 1 < std::size_t(fast))
            continue;
        double top = b.high[i], bottom = b.low[i];
        for (std::size_t j = i + 1 - fast; j < i; ++j)
            top = std::max(top, b.high[j]), bottom = std::min(bottom, b.low[j]);
        raw[i] = top > bottom ? 100 * (b.close[i] - bottom) / (top - bottom) : 0;
    }
    sma(raw, slow, k);
    sma(k, signal, d);
}

void adx(const Bars& b, int n, Column& out)
{
    double plus = 0, minus = 0, ranges = 0, average = 0;
    for (std::size_t i = 0; i < b.close.size(); ++i) {
        out[i] = kNone;
        if (i == 0)
            continue;
        const double up = b.high[i] - b.high[i - 1], down = b.low[i - 1] - b.low[i], r = range(b, i);
        const double p = up > down && up > 0 ? up : 0, m = down > up && down > 0 ? down : 0;
        if (i <= std::size_t(n))
            plus += p, minus += m, ranges += r;
        else
            plus = plus - plus / n + p, minus = minus - minus / n + m, ranges = ranges - ranges / n + r;
        if (i < std::size_t(n))
            continue;
        const double dp = 100 * plus / ranges, dm = 100 * minus / ranges, dx = 100 * std::fabs(dp - dm) / (dp + dm);
        average = i < 2 * std::size_t(n) ? average + dx / n : (average * (n - 1) + dx) / n;
        if (i + 1 >= 2 * std::size_t(n))
            out[i] = average;
    }
}

} // namespace plain

/// Processor time, so that other work on the machine does not count.
double seconds(const std::function<void()>& work)
{
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double worstGap(const Column& a, const Column& b, std::size_t from)
{
    double worst = 0;
    for (std::size_t i = from; i < a.size(); ++i)
        worst = std::max(worst, std::isnan(a[i]) != std::isnan(b[i]) ? 1e9 : std::isnan(a[i]) ? 0 : std::fabs(a[i] - b[i]) / std::max(1.0, std::fabs(b[i])));
    return worst;
}

struct Entry {
    const char* name;
    double given; // the figure, ns a bar
    std::function<void()> ours, textbook;
    const Column *a, *b; // one output of each, compared
    double best = 1e9, bestPlain = 1e9;
};

/// The eight at their defaults, as concrete states.
struct Eight {
    Sma sma{30};
    Ema ema{30};
    fast::Rsi rsi{14, 50.0};
    fast::Macd macd{12, 26, 9, Seed::Mean};
    Moments bands{20};
    fast::Atr atr{14};
    fast::Stoch stoch{5, 3, 3};
    fast::Adx adx{14, false};
    double next(double high, double low, double close)
    {
        double sum = sma.next(close) + ema.next(close) + rsi.next(close);
        macd.next(close);
        sum += macd.line + macd.signalLine;
        if (bands.next(close)) {
            const double deviation = std::sqrt(bands.variance());
            sum += (bands.mean() + 2 * deviation) * 0.5 + (bands.mean() - 2 * deviation);
        }
        sum += atr.next(high, low, close);
        stoch.next(high, low, close);
        return sum + stoch.k + stoch.d + adx.next(high, low, close);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const std::size_t size = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const int repeats = argc > 2 ? std::atoi(argv[2]) : 15;
    if (size < 1000 || repeats < 1) {
        std::fprintf(stderr, "indicator_speed [bars, at least 1000] [repeats]\n");
        return 2;
    }
    const Bars bars = randomWalk(size);
    const double *h = bars.high.data(), *l = bars.low.data(), *c = bars.close.data();
    Column a(size), b(size), d(size), e(size), f(size), g(size), work(size), copy(size);
    std::vector<Entry> entries{
        {"SMA 30", 1.3, [&] { fast::sma(c, size, 30, a.data()); }, [&] { plain::sma(bars.close, 30, e); }, &a, &e},
        {"EMA 30", 2.3, [&] { fast::ema(c, size, 30, a.data()); }, [&] { plain::smooth(bars.close, 0, 30, 2.0 / 31, e); }, &a, &e},
        {"RSI 14", 7.2, [&] { fast::rsi(c, size, 14, a.data()); }, [&] { plain::rsi(bars.close, 14, e); }, &a, &e},
        {"MACD 12,26,9", 15.9, [&] { fast::macd(c, size, 12, 26, 9, a.data(), b.data(), d.data()); }, [&] { plain::macd(bars.close, e, f, g, work); }, &b, &f},
        {"BBANDS 20", 6.5, [&] { fast::bbands(c, size, 20, 2, 2, a.data(), b.data(), d.data()); }, [&] { plain::bbands(bars.close, 20, e, f, g); }, &a, &e},
        {"ATR 14", 7.8, [&] { fast::atr(h, l, c, size, 14, a.data()); }, [&] { plain::atr(bars, 14, e); }, &a, &e},
        {"STOCH 5,3,3", 15, [&] { fast::stoch(h, l, c, size, 5, 3, 3, a.data(), b.data()); }, [&] { plain::stoch(bars, 5, 3, 3, e, f, work); }, &a, &e},
        {"ADX 14", 11.5, [&] { fast::adx(h, l, c, size, 14, a.data()); }, [&] { plain::adx(bars, 14, e); }, &a, &e},
    };
    double bestCopy = 1e9, bestEight = 1e9, bestStreams = 1e9, keep = 0;
    std::vector<std::unique_ptr<Stream>> streams;
    for (int r = 0; r < repeats; ++r) {
        bestCopy = std::min(bestCopy, seconds([&] { std::memcpy(copy.data(), c, size * sizeof(double)); }));
        for (Entry& entry : entries) {
            entry.best = std::min(entry.best, seconds(entry.ours));
            entry.bestPlain = std::min(entry.bestPlain, seconds(entry.textbook));
        }
        Eight eight;
        bestEight = std::min(bestEight, seconds([&] {
            for (std::size_t i = 0; i < size; ++i)
                copy[i] = eight.next(h[i], l[i], c[i]);
        }));
        keep += copy[size - 1];
        streams.clear();
        for (const char* name : {"sma", "ema", "rsi", "macd", "bbands", "atr", "stoch", "adx"}) {
            const Indicator* one = findIndicator(name);
            streams.push_back(one->stream(*defaultValues(*one)));
        }
        bestStreams = std::min(bestStreams, seconds([&] {
            double out[5];
            for (std::size_t i = 0; i < size; ++i) {
                Tick tick;
                tick.high = h[i], tick.low = l[i], tick.close = tick.value = c[i];
                double sum = 0;
                for (std::size_t k = 0; k < streams.size(); ++k) {
                    streams[k]->update(tick, {out, k == 3 ? 3u : k == 4 ? 5u : k == 6 ? 2u : 1u});
                    sum += out[0];
                }
                copy[i] = sum;
            }
        }));
    }
    const double ns = 1e9 / static_cast<double>(size);
    std::printf("%zu bars, best of %d; copying a column: %.2f ns a bar (checksum %.3f)\n", size, repeats, bestCopy * ns, keep);
    std::printf("%-14s %8s %8s %8s %8s %8s  %s\n", "indicator", "ns/bar", "textbook", "ratio", "given", "faster", "gap to the textbook loop");
    double product = 1;
    bool slower = false;
    for (Entry& entry : entries) {
        entry.ours();
        entry.textbook();
        const double faster = entry.given / (entry.best * ns);
        product *= faster;
        slower |= faster < 1;
        std::printf("%-14s %8.2f %8.2f %7.1fx %8.1f %7.1fx  %.1e\n", entry.name, entry.best * ns, entry.bestPlain * ns, entry.bestPlain / entry.best, entry.given, faster,
            worstGap(*entry.a, *entry.b, 100));
    }
    std::printf("geometric mean against the given figures: %.2fx (goal 3), none slower: %s\n", std::pow(product, 1.0 / double(entries.size())), slower ? "no" : "yes");
    std::printf("bar by bar, all eight: %.1f ns a tick (goal 40); through the catalogue's streams: %.1f ns\n", bestEight * ns, bestStreams * ns);
    return 0;
}
