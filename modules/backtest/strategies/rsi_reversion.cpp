// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

namespace rialto::backtest {

namespace {

class RsiReversion final : public Strategy {
public:
    RsiReversion(int period, double low, double high) : m_period(period), m_low(low), m_high(high) {}
    Result<void> start(Desk& desk) override
    {
        if (m_low >= m_high)
            return invalid("backtest.parameters", "low must be less than high");
        for (std::size_t i = 0; i < desk.seriesCount(); ++i) {
            const auto line = desk.indicator(i, "rsi", {"period=" + std::to_string(m_period)});
            if (!line)
                return line.error();
            m_lines.push_back(*line);
        }
        return {};
    }
    void onBar(Desk& desk, std::size_t i) override
    {
        const double rsi = desk.value(m_lines[i]);
        if (rsi < m_low && desk.position(i).isZero())
            desk.target(i, 1.0 / double(desk.seriesCount()));
        else if (rsi > m_high && !desk.position(i).isZero())
            desk.target(i, 0);
    }

private:
    int m_period;
    double m_low, m_high;
    std::vector<Line> m_lines;
};

} // namespace

StrategyDefinition rsiReversionStrategy()
{
    return {"rsi_reversion", "Relative strength, against the move",
        "Buys when the relative strength index is below `low`, sells when it is above `high` (J. W. Wilder, New Concepts in Technical Trading Systems, 1978).",
        {analytics::whole("period", 14, "bars of the index", 2), analytics::real("low", 30, "buy below", 0, 100), analytics::real("high", 70, "sell above", 0, 100)},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> {
            return std::make_unique<RsiReversion>(values.whole("period"), values.real("low"), values.real("high"));
        }};
}

} // namespace rialto::backtest
