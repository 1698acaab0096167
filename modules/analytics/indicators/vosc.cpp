// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct VoscState {
    explicit VoscState(const Values& v) : fast(v.whole("fast")), slow(v.whole("slow")) {}
    void update(const Tick& t, double* out)
    {
        const double quick = fast.next(t.volume), calm = slow.next(t.volume);
        out[0] = calm != 0 ? (quick - calm) / calm * 100 : kNone;
    }
    Sma fast, slow;
};
} // namespace

Indicator voscIndicator()
{
    return indicator<VoscState>({.name = "vosc", .title = "Volume oscillator", .group = "volume", .inputs = {"volume"},
        .parameters = {whole("fast", 14, "period of the fast average"), whole("slow", 28, "period of the slow average")},
        .method = "100 (fast average - slow average) / slow average of the volume.",
        .aliases = {"VolumeOscillator"}});
}

} // namespace rialto::analytics
