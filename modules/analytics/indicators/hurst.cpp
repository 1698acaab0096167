// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct HurstState {
    explicit HurstState(const Values& v) : ring(v.whole("period")), most(v.whole("max_lag")), price(v.is("of", "price")) {}
    void update(const Tick& t, double* out)
    {
        ring.push(price ? t.value : t.value > 0 ? std::log(t.value) : 0);
        if (!ring.full())
            return;
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        const int n = static_cast<int>(ring.size());
        for (int lag = 2; lag <= most; ++lag) {
            double sum = 0, squares = 0;
            const int count = std::max(0, n - lag);
            for (int i = 0; i < count; ++i) {
                const double change = ring[std::size_t(i)] - ring[std::size_t(i + lag)];
                sum += change, squares += change * change;
            }
            const double mean = count > 0 ? sum / count : 0, deviation = count > 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0;
            const double x = std::log(double(lag)), y = deviation > 0 ? std::log(deviation) : 0;
            sx += x, sy += y, sxx += x * x, sxy += x * y;
        }
        const double count = most - 1;
        out[0] = (count * sxy - sx * sy) / (count * sxx - sx * sx);
    }
    Ring ring;
    int most;
    bool price;
};
} // namespace

Indicator hurstIndicator()
{
    return indicator<HurstState>({.name = "hurst", .title = "Hurst exponent", .group = "statistic",
        .parameters = {whole("period", 252, "bars; all pairs within max_lag are visited on each tick", 4, 2000), whole("max_lag", 20, "largest lag", 3, 200), choice("of", {"price", "log"}, "changes of values or of their logarithms")},
        .method = "Slope of ln(deviation of the changes over a lag) against ln(lag) for lags 2 to max_lag: 0.5 a random walk.",
        .aliases = {"HurstExponent"}});
}

} // namespace rialto::analytics
