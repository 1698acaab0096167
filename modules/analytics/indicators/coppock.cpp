// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct CoppockState {
    explicit CoppockState(const Values& v) : fast(v.whole("short")), slow(v.whole("long")), average(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double a = fast.next(t.value), b = slow.next(t.value);
        if (a != 0 && b != 0)
            out[0] = average.next((t.value / a - 1) * 100 + (t.value / b - 1) * 100);
    }
    Lag fast, slow;
    Wma average;
};
} // namespace

Indicator coppockIndicator()
{
    return indicator<CoppockState>({.name = "coppock", .title = "Coppock curve", .group = "momentum",
        .parameters = {whole("short", 11, "bars of the short rate of change"), whole("long", 14, "bars of the long one"), whole("period", 10, "bars of the weighted average").also({"wma", "lwma"})},
        .method = "Weighted average of the sum of two rates of change in percent (Coppock 1962).",
        .aliases = {"CoppockCurve"}});
}

} // namespace rialto::analytics
