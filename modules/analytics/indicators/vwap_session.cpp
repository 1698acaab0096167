// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct VwapSessionState {
    explicit VwapSessionState(const Values& v) : kind(v.is("price", "hlc3") ? 1 : v.is("price", "ohlc4") ? 0 : 2), shift(static_cast<std::int64_t>(v.real("utc_offset") * 3'600'000)), bands(v.real("deviations")) {}
    void update(const Tick& t, double* out)
    {
        constexpr std::int64_t kDay = 86'400'000;
        const std::int64_t local = t.time + shift, today = local >= 0 ? local / kDay : (local - kDay + 1) / kDay;
        if (today != day)
            day = today, money = volume = squares = 0;
        const double price = kind == 0 ? (t.open + t.high + t.low + t.close) / 4 : kind == 1 ? (t.high + t.low + t.close) / 3 : t.close;
        money += price * t.volume, volume += t.volume, squares += price * price * t.volume;
        const double mean = volume > 0 ? money / volume : price, variance = volume > 0 ? std::max(0.0, squares / volume - mean * mean) : 0;
        out[0] = mean, out[1] = mean + bands * std::sqrt(variance), out[2] = mean - bands * std::sqrt(variance);
    }
    int kind;
    std::int64_t shift, day = std::numeric_limits<std::int64_t>::min();
    double bands, money = 0, volume = 0, squares = 0;
};
} // namespace

Indicator vwapSessionIndicator()
{
    return indicator<VwapSessionState>({.name = "vwap_session", .title = "Volume-weighted average price of the day", .group = "overlap", .inputs = {"open", "high", "low", "close", "volume", "time"},
        .parameters = {choice("price", {"hlc3", "ohlc4", "close"}, "price of a bar"), real("utc_offset", 0, "hours that local midnight is ahead of UTC", -14, 14), real("deviations", 2, "volume-weighted deviations to the bands", 0, 100)},
        .outputs = {{"vwap"}, {"upper"}, {"lower"}},
        .method = "Sum of price times volume since midnight / sum of volume; bands at volume-weighted standard deviations.",
        .aliases = {"IntradayVwap", "vwap_day"}, .overlay = true});
}

} // namespace rialto::analytics
