// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"
#include <numbers>

#include <cmath>

namespace rialto::analytics {

namespace {
struct MswState {
    explicit MswState(const Values& v) : ring(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        ring.push(t.value);
        if (!ring.full())
            return;
        double real = 0, imaginary = 0;
        const double n = double(ring.size());
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double angle = 2 * std::numbers::pi * double(i) / n;
            real += std::cos(angle) * ring[i], imaginary += std::sin(angle) * ring[i];
        }
        double phase = std::fabs(real) > 0.001 ? std::atan(imaginary / real) : std::numbers::pi / 2 * (imaginary < 0 ? -1 : 1);
        phase += (real < 0 ? std::numbers::pi : 0) + std::numbers::pi / 2;
        phase -= phase >= 2 * std::numbers::pi ? 2 * std::numbers::pi : phase < 0 ? -2 * std::numbers::pi : 0;
        out[0] = std::sin(phase), out[1] = std::sin(phase + std::numbers::pi / 4);
    }
    Ring ring;
};
} // namespace

Indicator mswIndicator()
{
    return indicator<MswState>({.name = "msw", .title = "Mesa sine wave", .group = "cycle",
        .parameters = {whole("period", 5, "bars of the cycle; each is visited on each tick", 2, 2000)},
        .outputs = {{"sine"}, {"lead"}},
        .method = "Sine of the phase of the Fourier component of one cycle in the window, and 45 degrees ahead (Ehlers)."});
}

} // namespace rialto::analytics
