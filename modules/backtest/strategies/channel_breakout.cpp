// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

namespace rialto::backtest {

namespace {

class ChannelBreakout final : public Strategy {
public:
    ChannelBreakout(int entry, int exit, int atr, double risk) : m_entry(entry), m_exit(exit), m_atr(atr), m_risk(risk) {}
    Result<void> start(Desk& desk) override
    {
        for (std::size_t i = 0; i < desk.seriesCount(); ++i) {
            const auto high = desk.indicator(i, "max", {"period=" + std::to_string(m_entry), }, {});
            const auto low = desk.indicator(i, "min", {"period=" + std::to_string(m_exit)}, {});
            const auto range = desk.indicator(i, "atr", {"period=" + std::to_string(m_atr)}, {});
            for (const auto& line : {high, low, range}) {
                if (!line)
                    return line.error();
                m_lines.push_back(*line);
            }
        }
        return {};
    }
    void onBar(Desk& desk, std::size_t i) override
    {
        // The channel of the closes before this bar.
        const double top = desk.value(m_lines[3 * i], 1), bottom = desk.value(m_lines[3 * i + 1], 1), range = desk.value(m_lines[3 * i + 2]);
        const double close = desk.close(i);
        if (close > top && desk.position(i).isZero() && range > 0) {
            // So many units that a move of one average range costs the given share of equity, at most the series' share of it.
            const double weight = m_risk * close / range;
            desk.target(i, std::min(weight, 1.0 / double(desk.seriesCount())));
        } else if (close < bottom && !desk.position(i).isZero()) {
            desk.target(i, 0);
        }
    }

private:
    int m_entry, m_exit, m_atr;
    double m_risk;
    std::vector<Line> m_lines;
};

} // namespace

StrategyDefinition channelBreakoutStrategy()
{
    return {"channel_breakout", "Breakout of a channel of closes",
        "Buys a close above the highest of the last `entry` closes, sells one below the lowest of `exit`; the size is such that one average true range is `risk` of "
        "equity (the rules taught as those of the Turtles, Faith 2003, with closes).",
        {analytics::whole("entry", 20, "closes of the upper edge", 2), analytics::whole("exit", 10, "closes of the lower edge", 2),
            analytics::whole("atr", 20, "bars of the average true range", 2), analytics::real("risk", 0.01, "of equity, a range", 0.0001, 1)},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> {
            return std::make_unique<ChannelBreakout>(values.whole("entry"), values.whole("exit"), values.whole("atr"), values.real("risk"));
        }};
}

} // namespace rialto::backtest
