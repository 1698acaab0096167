// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace rialto::analytics {

namespace {
struct VolumeProfileState {
    explicit VolumeProfileState(const Values& v) : share(v.real("value_area")), steps(1 / v.real("tick")), ring(v.whole("period")), total(v.whole("period")) {}
    struct Deal {
        std::int64_t level = 0;
        double volume = 0;
    };
    void update(const Tick& t, double* out)
    {
        const double scaled = std::ceil(t.close * steps - 1e-9);
        const auto level = static_cast<std::int64_t>(std::clamp(scaled, -9e15, 9e15));
        const bool wasFull = ring.full();
        const Deal old = ring.push({level, t.volume});
        Level& mine = levels[level];
        mine.volume += t.volume;
        ++mine.count;
        if (wasFull)
            if (const auto place = levels.find(old.level); place != levels.end()) {
                place->second.volume -= old.volume;
                if (--place->second.count == 0)
                    levels.erase(place);
            }
        const double all = total.next(t.volume);
        if (ring.full())
            profile(all * share, out);
    }
    struct Level {
        double volume = 0;
        int count = 0;
    };
    void profile(double wanted, double* out) const
    {
        std::vector<std::pair<std::int64_t, double>> list;
        for (const auto& [level, entry] : levels)
            list.push_back({level, entry.volume});
        const auto distance = [&](std::size_t i) {
            const auto middle = static_cast<std::ptrdiff_t>(list.size() - 1) / 2, place = static_cast<std::ptrdiff_t>(i);
            return place < middle ? middle - place : place - middle;
        };
        std::size_t best = 0;
        for (std::size_t i = 1; i < list.size(); ++i)
            if (list[i].second > list[best].second || (list[i].second == list[best].second && distance(i) < distance(best)))
                best = i;
        std::size_t low = best, high = best;
        double sum = list[best].second;
        while (sum <= wanted && (low > 0 || high + 1 < list.size())) {
            const double below = low > 0 ? list[low - 1].second : 0, above = high + 1 < list.size() ? list[high + 1].second : 0;
            if (low > 0 && (high + 1 == list.size() || below > above))
                sum += below, --low;
            else
                sum += above, ++high;
        }
        const auto price = [&](std::size_t i) { return double(list[i].first) / steps; };
        out[0] = price(best), out[1] = list[best].second, out[2] = price(list.size() - 1), out[3] = price(0), out[4] = wanted, out[5] = price(high), out[6] = price(low);
    }
    double share, steps;
    RingOf<Deal> ring;
    RollingSum total;
    std::map<std::int64_t, Level> levels;
};
} // namespace

Indicator volumeProfileIndicator()
{
    return indicator<VolumeProfileState>({.name = "volume_profile", .title = "Volume profile", .group = "volume", .inputs = {"close", "volume"},
        .parameters = {whole("period", 20, "bars of the profile; every price level of it is visited on each tick", 1, 5000), real("value_area", 0.7, "share of the volume in the value area", 0, 1).also({"value_area_volume_percentage"}), real("tick", 0.05, "width of a price level, rounded up to", 1e-6, 1e6).also({"price_range_round_off"})},
        .outputs = {{"poc_price"}, {"poc_volume", Draw::Line, Place::Told}, {"profile_high"}, {"profile_low"}, {"value_area_volume", Draw::Line, Place::Told}, {"value_area_high"}, {"value_area_low"}},
        .method = "Volume of the last `period` bars by close rounded up to `tick`; poc the level with most (of equals the one nearest the middle); the value area grows from it to the heavier neighbour until its share is passed (Steidlmayer).",
        .aliases = {"VolumeProfile", "market_profile"}, .overlay = true});
}

} // namespace rialto::analytics
