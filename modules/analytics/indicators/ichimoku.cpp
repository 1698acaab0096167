// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct IchimokuState {
    explicit IchimokuState(const Values& v)
        : tenkanTop(v.whole("tenkan")), kijunTop(v.whole("kijun")), senkouTop(v.whole("senkou_b")), tenkanLow(v.whole("tenkan")), kijunLow(v.whole("kijun")), senkouLow(v.whole("senkou_b")),
          lagA(v.whole("displacement")), lagB(v.whole("displacement")), lagC(v.whole("displacement"))
    {
    }
    void update(const Tick& t, double* out)
    {
        out[0] = (tenkanTop.next(t.high) + tenkanLow.next(t.low)) / 2;
        out[1] = (kijunTop.next(t.high) + kijunLow.next(t.low)) / 2;
        out[2] = lagA.next((out[0] + out[1]) / 2);
        out[3] = lagB.next((senkouTop.next(t.high) + senkouLow.next(t.low)) / 2);
        out[4] = lagC.next(t.close);
    }
    RollingMax tenkanTop, kijunTop, senkouTop;
    RollingMin tenkanLow, kijunLow, senkouLow;
    Lag lagA, lagB, lagC;
};
} // namespace

Indicator ichimokuIndicator()
{
    return indicator<IchimokuState>({.name = "ichimoku", .title = "Ichimoku kinko hyo", .group = "overlap", .inputs = {"high", "low", "close"},
        .parameters = {whole("tenkan", 9, "bars of the conversion line"), whole("kijun", 26, "bars of the base line"), whole("senkou_b", 52, "bars of the second span"), whole("displacement", 26, "bars by which the spans are shown later", 0).also({"senkou_delay", "senkouadelay", "senkoubdelay"})},
        .outputs = {{"tenkan"}, {"kijun"}, {"senkou_a", Draw::Cloud}, {"senkou_b", Draw::Cloud}, {"chikou"}},
        .method = "Middles of the ranges over 9, 26 and 52 bars; senkou_a the mean of tenkan and kijun and senkou_b the middle over 52 as they stood `displacement` bars ago; chikou the close of `displacement` bars ago, with which this close is compared (Hosoda).",
        .aliases = {"IchimokuKinkoHyo"}, .overlay = true});
}

} // namespace rialto::analytics
