// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

namespace rialto::backtest {

namespace {

class SmaCross final : public Strategy {
public:
    SmaCross(int fast, int slow, bool shorts) : m_fast(fast), m_slow(slow), m_shorts(shorts) {}
    Result<void> start(Desk& desk) override
    {
        if (m_fast >= m_slow)
            return invalid("backtest.parameters", "fast must be less than slow");
        for (std::size_t i = 0; i < desk.seriesCount(); ++i)
            for (const int period : {m_fast, m_slow}) {
                const auto line = desk.indicator(i, "sma", {"period=" + std::to_string(period)});
                if (!line)
                    return line.error();
                m_lines.push_back(*line);
            }
        return {};
    }
    void onBar(Desk& desk, std::size_t i) override
    {
        const double fast = desk.value(m_lines[2 * i]), slow = desk.value(m_lines[2 * i + 1]);
        const double fastBefore = desk.value(m_lines[2 * i], 1), slowBefore = desk.value(m_lines[2 * i + 1], 1);
        const double share = 1.0 / double(desk.seriesCount());
        if (fast > slow && !(fastBefore > slowBefore))
            desk.target(i, share);
        else if (fast < slow && !(fastBefore < slowBefore) && (m_shorts || !desk.position(i).isZero()))
            desk.target(i, m_shorts ? -share : 0);
    }

private:
    int m_fast, m_slow;
    bool m_shorts;
    std::vector<Line> m_lines;
};

} // namespace

StrategyDefinition smaCrossStrategy()
{
    return {"sma_cross", "Crossing of two averages",
        "Is in the market while the fast simple average is above the slow one; acts on the bar of the crossing (Brock, Lakonishok and LeBaron, Journal of Finance 47, 1992).",
        {analytics::whole("fast", 20, "bars of the fast average"), analytics::whole("slow", 50, "bars of the slow average"),
            analytics::choice("short", {"no", "yes"}, "sell short below; futures only")},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> {
            return std::make_unique<SmaCross>(values.whole("fast"), values.whole("slow"), values.is("short", "yes"));
        }};
}

} // namespace rialto::backtest
