// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

#include <algorithm>

namespace rialto::backtest {

namespace {

class MomentumRotation final : public Strategy {
public:
    MomentumRotation(int lookback, int every, int holds) : m_lookback(std::size_t(lookback)), m_every(every), m_holds(std::size_t(holds)) {}
    void onTime(Desk& desk) override
    {
        if (m_wait-- > 0)
            return;
        std::vector<std::pair<double, std::size_t>> ranked;
        for (std::size_t i = 0; i < desk.seriesCount(); ++i)
            if (desk.bars(i) > m_lookback) {
                const double before = desk.close(i, m_lookback);
                if (before > 0 && desk.close(i) > before)
                    ranked.emplace_back(desk.close(i) / before, i);
            }
        std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
        ranked.resize(std::min(ranked.size(), m_holds));
        const auto chosen = [&](std::size_t i) { return std::any_of(ranked.begin(), ranked.end(), [&](const auto& each) { return each.second == i; }); };
        // Sales first: their cash comes with the next bar, and the buys that lack it are made good the bar after.
        for (std::size_t i = 0; i < desk.seriesCount(); ++i)
            if (!chosen(i) && !desk.position(i).isZero())
                desk.target(i, 0);
        for (const auto& [strength, i] : ranked)
            desk.target(i, 1.0 / double(m_holds));
        m_settling = !m_settling;
        m_wait = m_settling ? 0 : m_every - 1;
    }

private:
    std::size_t m_lookback;
    int m_every;
    std::size_t m_holds;
    int m_wait = 0;
    bool m_settling = false;
};

} // namespace

StrategyDefinition momentumRotationStrategy()
{
    return {"momentum_rotation", "The strongest of many",
        "Holds the series that rose most over `lookback` bars, in equal parts, and looks again every so many bars; what fell is not held (Jegadeesh and Titman, Journal "
        "of Finance 48, 1993; Antonacci 2014 for the second condition).",
        {analytics::whole("lookback", 126, "bars over which the rise is measured"), analytics::whole("every", 21, "bars between two looks"),
            analytics::whole("holds", 1, "how many are held")},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> {
            return std::make_unique<MomentumRotation>(values.whole("lookback"), values.whole("every"), values.whole("holds"));
        }};
}

} // namespace rialto::backtest
