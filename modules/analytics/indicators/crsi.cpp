// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct CrsiState {
    explicit CrsiState(const Values& v) : rsi(v.whole("period"), 50.0), streakRsi(v.whole("streak_period"), 50.0), changes(v.whole("rank_period")) {}
    void update(const Tick& t, double* out)
    {
        const double a = rsi.next(t.value), change = first ? 0 : t.value - before;
        if ((streak > 0 && change < 0) || (streak < 0 && change > 0))
            streak = 0;
        streak += change > 0 ? 1 : change < 0 ? -1 : 0;
        const double b = streakRsi.next(streak);
        const double relative = first || before == 0 ? 0 : change / before;
        double rank = kNone;
        if (changes.full()) {
            int below = 0;
            for (std::size_t i = 0; i < changes.size(); ++i)
                below += changes[i] < relative;
            rank = 100.0 * below / double(changes.size());
        }
        changes.push(relative);
        first = false;
        before = t.value;
        out[0] = (a + b + rank) / 3;
    }
    fast::Rsi rsi, streakRsi;
    Ring changes;
    int streak = 0;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator crsiIndicator()
{
    return indicator<CrsiState>({.name = "crsi", .title = "Connors RSI", .group = "momentum",
        .parameters = {whole("period", 3, "bars of the RSI").also({"rsi"}), whole("streak_period", 2, "bars of the RSI of the streak").also({"rsi_period_streak"}), whole("rank_period", 100, "changes among which the newest is ranked; all are visited on each tick", 1, 5000).also({"roc_period", "lookback"})},
        .method = "Mean of the RSI, of the RSI of the length of the run of rises or falls, and of the percent rank of the newest relative change (Connors 2012).",
        .aliases = {"ConnorsRelativeStrengthIndex", "connors_rsi"}, .guides = {10, 90}});
}

} // namespace rialto::analytics
