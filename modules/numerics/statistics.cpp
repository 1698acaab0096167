// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::numerics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

} // namespace

double mean(std::span<const double> x)
{
    if (x.empty())
        return kUndefined;
    double sum = 0;
    for (const double each : x)
        sum += each;
    const double first = sum / static_cast<double>(x.size());
    double rest = 0; // a second pass takes out the rounding of the first
    for (const double each : x)
        rest += each - first;
    return first + rest / static_cast<double>(x.size());
}

double variance(std::span<const double> x, int ddof)
{
    const double divisor = static_cast<double>(x.size()) - ddof;
    if (divisor <= 0)
        return kUndefined;
    const double centre = mean(x);
    double sum = 0;
    for (const double each : x)
        sum += (each - centre) * (each - centre);
    return sum / divisor;
}

double deviation(std::span<const double> x, int ddof) { return std::sqrt(variance(x, ddof)); }

double covariance(std::span<const double> x, std::span<const double> y, int ddof)
{
    const double divisor = static_cast<double>(x.size()) - ddof;
    if (divisor <= 0 || x.size() != y.size())
        return kUndefined;
    const double mx = mean(x);
    const double my = mean(y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += (x[i] - mx) * (y[i] - my);
    return sum / divisor;
}

double correlation(std::span<const double> x, std::span<const double> y) { return covariance(x, y, 0) / std::sqrt(variance(x, 0) * variance(y, 0)); }

double centralMoment(std::span<const double> x, int k)
{
    const double centre = mean(x);
    double sum = 0;
    for (const double each : x) {
        double power = 1;
        for (int i = 0; i < k; ++i)
            power *= each - centre;
        sum += power;
    }
    return x.empty() ? kUndefined : sum / static_cast<double>(x.size());
}

double skewness(std::span<const double> x, SkewnessKind kind)
{
    const auto n = static_cast<double>(x.size());
    const double moment = centralMoment(x, 3) / std::pow(centralMoment(x, 2), 1.5);
    if (kind == SkewnessKind::Moment)
        return moment;
    if (n < 3)
        return kUndefined;
    return kind == SkewnessKind::Fisher ? moment * std::sqrt(n * (n - 1)) / (n - 2) : moment * n * n / ((n - 1) * (n - 2));
}

double kurtosis(std::span<const double> x, KurtosisKind kind)
{
    const auto n = static_cast<double>(x.size());
    const double m2 = centralMoment(x, 2);
    const double moment = centralMoment(x, 4) / (m2 * m2);
    if (kind == KurtosisKind::Moment)
        return moment;
    if (kind == KurtosisKind::Excess)
        return moment - 3;
    if (n < 4)
        return kUndefined;
    if (kind == KurtosisKind::Fisher)
        return (n + 1) * (n - 1) * (moment - 3 * (n - 1) / (n + 1)) / ((n - 2) * (n - 3));
    const double sample = moment * n * ((n - 1) / n) * ((n - 1) / n) * n * (n + 1) / ((n - 1) * (n - 2) * (n - 3));
    return kind == KurtosisKind::Sample ? sample : sample - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
}

double quantileSorted(std::span<const double> sorted, double p, int type)
{
    if (sorted.empty() || !(p >= 0 && p <= 1))
        return kUndefined;
    const auto n = static_cast<double>(sorted.size());
    const auto at = [&](double rank) { return sorted[static_cast<std::size_t>(std::clamp(rank, 1.0, n)) - 1]; };
    if (type <= 3) {
        const double m = type == 3 ? -0.5 : 0;
        const double place = n * p + m;
        const double j = std::floor(place + 4 * std::numeric_limits<double>::epsilon() * n);
        const bool exact = std::fabs(place - j) <= 4 * std::numeric_limits<double>::epsilon() * n;
        if (type == 1)
            return at(exact ? j : j + 1);
        if (type == 2)
            return exact ? (at(j) + at(j + 1)) / 2 : at(j + 1);
        return at(exact && std::fmod(j, 2) == 0 ? j : j + 1);
    }
    double a = 1; // plotting positions (k - a) / (n + 1 - a - b)
    double b = 1;
    switch (type) {
    case 4: a = 0; b = 1; break;
    case 5: a = b = 0.5; break;
    case 6: a = b = 0; break;
    case 8: a = b = 1.0 / 3; break;
    case 9: a = b = 3.0 / 8; break;
    default: break;
    }
    const double place = a + p * (n + 1 - a - b);
    const double fuzz = 4 * std::numeric_limits<double>::epsilon();
    const double j = std::floor(place + fuzz);
    double part = place - j;
    if (std::fabs(part) < fuzz)
        part = 0;
    const double low = at(j);
    return part == 0 ? low : low + part * (at(j + 1) - low);
}

double quantile(std::span<const double> x, double p, int type)
{
    std::vector<double> sorted(x.begin(), x.end());
    std::sort(sorted.begin(), sorted.end());
    return quantileSorted(sorted, p, type);
}

double autocorrelation(std::span<const double> x, int lag)
{
    if (lag < 0 || static_cast<std::size_t>(lag) >= x.size())
        return kUndefined;
    const double centre = mean(x);
    double all = 0;
    double shifted = 0;
    const auto k = static_cast<std::size_t>(lag);
    for (std::size_t i = 0; i < x.size(); ++i) {
        all += (x[i] - centre) * (x[i] - centre);
        if (i >= k)
            shifted += (x[i] - centre) * (x[i - k] - centre);
    }
    return all > 0 ? shifted / all : kUndefined;
}

Line regression(std::span<const double> y, std::span<const double> x)
{
    Line line;
    line.slope = x.size() < 2 ? kUndefined : covariance(x, y, 0) / variance(x, 0);
    line.intercept = mean(y) - line.slope * mean(x);
    return line;
}

} // namespace rialto::numerics
