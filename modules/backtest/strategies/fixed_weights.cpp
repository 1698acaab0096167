// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/strategy.h"

#include <cmath>

namespace rialto::backtest {

namespace {

class FixedWeights final : public Strategy {
public:
    FixedWeights(double first, double band) : m_first(first), m_band(band) {}
    void onTime(Desk& desk) override
    {
        const std::size_t count = desk.seriesCount();
        const double equity = desk.equity();
        bool drifted = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (desk.bars(i) == 0 || desk.openOrders(i) > 0)
                return;
            const double held = double(desk.position(i).raw()) / double(kFixedOne) * desk.close(i);
            drifted = drifted || std::fabs(held / equity - weight(i, count)) > m_band;
        }
        for (std::size_t i = 0; drifted && i < count; ++i)
            desk.target(i, weight(i, count));
    }

private:
    double weight(std::size_t i, std::size_t count) const
    {
        return m_first <= 0 || count == 1 ? 1.0 / double(count) : i == 0 ? m_first : (1 - m_first) / double(count - 1);
    }
    double m_first, m_band;
};

} // namespace

StrategyDefinition fixedWeightsStrategy()
{
    return {"fixed_weights", "Fixed weights, rebalanced by drift",
        "Holds fixed shares and restores them when one has drifted out of its band. The first series has the weight `first`, the others share the rest; 0: all the same.",
        {analytics::real("first", 0, "weight of the first series", 0, 1), analytics::real("band", 0.05, "allowed drift of a weight", 0.0001, 1)},
        [](const analytics::Values& values) -> std::unique_ptr<Strategy> { return std::make_unique<FixedWeights>(values.real("first"), values.real("band")); }};
}

} // namespace rialto::backtest
