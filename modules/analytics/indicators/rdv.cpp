// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <deque>
#include <map>

namespace rialto::analytics {

namespace {
struct RdvState {
    explicit RdvState(const Values& v) : n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        constexpr std::int64_t kDay = 86'400'000;
        const std::int64_t today = t.time >= 0 ? t.time / kDay : (t.time - kDay + 1) / kDay, clock = t.time - today * kDay;
        if (today != day) {
            double sum = 0;
            for (const auto& [at, volume] : current) {
                sum += volume;
                std::deque<double>& list = past[at];
                list.push_back(sum);
                if (list.size() > std::size_t(n))
                    list.pop_front();
            }
            current.clear();
            running = 0;
            day = today;
            days += days < n + 1;
        }
        running += t.volume;
        current[clock] += t.volume;
        if (days <= n)
            return;
        auto slot = past.upper_bound(clock);
        if (slot == past.begin())
            return;
        const std::deque<double>& list = (--slot)->second;
        double mean = 0;
        for (const double one : list)
            mean += one;
        mean /= double(list.size());
        out[0] = mean > 0 ? running / mean : 0;
    }
    int n, days = 0;
    std::int64_t day = std::numeric_limits<std::int64_t>::min();
    double running = 0;
    std::map<std::int64_t, double> current;
    std::map<std::int64_t, std::deque<double>> past;
};
} // namespace

Indicator rdvIndicator()
{
    return indicator<RdvState>({.name = "rdv", .title = "Relative daily volume", .group = "volume", .inputs = {"volume", "time"},
        .parameters = {whole("period", 2, "days before that are averaged", 1, 400)},
        .method = "Volume of the day until this time / mean of the same over the last `period` days.",
        .aliases = {"RelativeDailyVolume"}});
}

} // namespace rialto::analytics
