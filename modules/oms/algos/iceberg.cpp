// SPDX-License-Identifier: GPL-3.0-or-later
// Iceberg: shows a small piece at the best price of its own side and the next one when that is gone; for venues that have no
// iceberg orders, or to move with the price. It never crosses, except for what is left at the end.
#include "oms/algo.h"

#include <algorithm>

namespace rialto {

namespace {

class Iceberg final : public Algo {
public:
    explicit Iceberg(AlgoTerms terms) : m_terms(std::move(terms))
    {
        const std::int64_t lots = m_terms.display.isPositive() ? m_terms.display.raw() / m_terms.lot.raw() : m_terms.quantity.raw() / m_terms.lot.raw() / 10;
        m_display = Quantity::fromRaw(std::max<std::int64_t>(lots, 1) * m_terms.lot.raw());
    }
    AlgoStep onMarket(const AlgoView& view) override
    {
        const Quantity left = m_terms.quantity - view.filled;
        if (view.now >= m_terms.end || !left.isPositive())
            return followSchedule(m_terms, view, m_terms.quantity);
        const bool buy = m_terms.side == Side::Buy;
        const bool hasNear = (buy ? view.quote.bidSize : view.quote.askSize).isPositive();
        const Price best = withinLimit(m_terms, buy ? view.quote.bid : view.quote.ask);
        AlgoStep step;
        if (view.working.isPositive())
            step.cancel = hasNear && best != view.workingPrice;
        else if (hasNear)
            step.place = AlgoOrder{std::min(m_display, left), best, TimeInForce::Day};
        return step;
    }

private:
    AlgoTerms m_terms;
    Quantity m_display;
};

Result<std::unique_ptr<Algo>> makeIceberg(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    return std::unique_ptr<Algo>(std::make_unique<Iceberg>(terms));
}

} // namespace

AlgoDefinition icebergAlgo() { return {"iceberg", "Shows a small piece at the best price, then the next", makeIceberg}; }

} // namespace rialto
