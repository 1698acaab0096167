// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

namespace rialto::backtest {

namespace {

class BuyAndHold final : public Strategy {
public:
    explicit BuyAndHold(double weight) : m_weight(weight) {}
    void onTime(Desk& desk) override
    {
        // Once each series has begun, the capital is spread evenly; after that nothing is done.
        if (m_done)
            return;
        for (std::size_t i = 0; i < desk.seriesCount(); ++i)
            if (desk.bars(i) == 0)
                return;
        for (std::size_t i = 0; i < desk.seriesCount(); ++i)
            desk.target(i, m_weight / double(desk.seriesCount()));
        m_done = true;
    }

private:
    double m_weight;
    bool m_done = false;
};

} // namespace

StrategyDefinition buyAndHoldStrategy()
{
    return {"buy_and_hold", "Buy and hold", "Buys once, the same share of the capital in each series, and holds: what every other strategy must beat.",
        {analytics::real("weight", 1, "share of the capital that is invested", 0, 10)},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> { return std::make_unique<BuyAndHold>(values.real("weight")); }};
}

} // namespace rialto::backtest
