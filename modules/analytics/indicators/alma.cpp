// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>
#include <vector>

namespace rialto::analytics {

namespace {
struct AlmaState {
    explicit AlmaState(const Values& v) : ring(v.whole("period"))
    {
        const int n = v.whole("period");
        const double centre = v.is("centre", "floor") ? std::floor(v.real("offset") * (n - 1)) : v.real("offset") * (n - 1), spread = n / v.real("sigma");
        double total = 0;
        for (int i = 0; i < n; ++i)
            total += (weights.push_back(std::exp(-(i - centre) * (i - centre) / (2 * spread * spread))), weights.back());
        for (double& weight : weights)
            weight /= total;
    }
    void update(const Tick& t, double* out)
    {
        ring.push(t.value);
        if (!ring.full())
            return;
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * ring[weights.size() - 1 - i];
        out[0] = sum;
    }
    Ring ring;
    std::vector<double> weights;
};
} // namespace

Indicator almaIndicator()
{
    return indicator<AlmaState>({.name = "alma", .title = "Arnaud Legoux moving average", .group = "overlap",
        .parameters = {whole("period", 9, "bars", 1, 5000), real("sigma", 6, "the larger the narrower", 0.1, 1000), real("offset", 0.85, "place of the largest weight, 1 = newest", 0, 1), choice("centre", {"floor", "exact"}, "offset (period - 1) rounded down, or not")},
        .method = "Gaussian weights centred at offset (period - 1) with width period / sigma, summing to 1 (Legoux and Kouzis-Loukas 2009).",
        .aliases = {"ArnaudLegouxMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
