// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/backtest.h"

#include "backtest/backtest_desk.h"

#include <algorithm>

namespace rialto::backtest {

RiskLimits BacktestInput::defaultLimits()
{
    RiskLimits limits;
    limits.collarPerMille = 0;
    return limits;
}

namespace {

Result<void> checked(const BacktestInput& input)
{
    if (input.series.empty())
        return invalid("backtest.no-bars", "there are no series");
    for (const PriceSeries& series : input.series) {
        if (series.bars.empty())
            return invalid("backtest.no-bars", series.instrument.symbol + " has no bars");
        if (series.instrument.spec.currency != input.cash.currency())
            return invalid("backtest.currencies", series.instrument.symbol + " is in " + series.instrument.spec.currency.code() + ", the cash in "
                    + input.cash.currency().code());
        for (std::size_t i = 1; i < series.bars.size(); ++i)
            if (series.bars[i].start <= series.bars[i - 1].start)
                return invalid("backtest.bars-not-rising", series.instrument.symbol + ", bar " + std::to_string(i + 1));
    }
    return {};
}

} // namespace

Result<BacktestResult> runBacktest(const BacktestInput& input, Strategy& strategy)
{
    if (const auto sound = checked(input); !sound)
        return sound.error();
    BacktestDesk desk(input);
    if (const auto started = strategy.start(desk); !started)
        return started.error();
    desk.begin();
    while (desk.nextTime()) {
        if (desk.dayBegan() && input.cancelled && input.cancelled())
            return unavailable("backtest.cancelled");
        for (std::size_t i = 0; i < input.series.size(); ++i)
            if (desk.hasBarNow(i))
                desk.play(i);
        for (std::size_t i = 0; desk.trading() && i < input.series.size(); ++i)
            if (desk.hasBarNow(i))
                strategy.onBar(desk, i);
        if (desk.trading())
            strategy.onTime(desk);
        if (const auto healthy = strategy.healthy(); !healthy)
            return healthy.error();
        desk.endTime();
    }
    return desk.finish();
}

} // namespace rialto::backtest
