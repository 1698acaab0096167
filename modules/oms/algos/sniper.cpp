// SPDX-License-Identifier: GPL-3.0-or-later
// Sniper: shows nothing. It takes what stands on the other side whenever that is at its limit or better, and no more than stands
// there. Without a limit it takes where the spread is one tick.
#include "oms/algo.h"

#include <algorithm>

namespace rialto {

namespace {

class Sniper final : public Algo {
public:
    explicit Sniper(AlgoTerms terms) : m_terms(std::move(terms)) {}
    AlgoStep onMarket(const AlgoView& view) override
    {
        const Quantity left = m_terms.quantity - view.filled;
        if (view.now >= m_terms.end || !left.isPositive() || view.working.isPositive())
            return {view.working.isPositive(), std::nullopt};
        const bool buy = m_terms.side == Side::Buy;
        const Price far = buy ? view.quote.ask : view.quote.bid;
        const Quantity stands = buy ? view.quote.askSize : view.quote.bidSize;
        const bool tight = view.quote.bidSize.isPositive() && view.quote.askSize.isPositive() && view.quote.ask - view.quote.bid <= m_terms.tick;
        const bool good = m_terms.limit ? withinLimit(m_terms, far) == far : tight;
        const std::int64_t lots = std::min(stands, left).raw() / m_terms.lot.raw();
        AlgoStep step;
        if (good && lots > 0)
            step.place = AlgoOrder{Quantity::fromRaw(lots * m_terms.lot.raw()), far, TimeInForce::Ioc};
        return step;
    }

private:
    AlgoTerms m_terms;
};

Result<std::unique_ptr<Algo>> makeSniper(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    return std::unique_ptr<Algo>(std::make_unique<Sniper>(terms));
}

} // namespace

AlgoDefinition sniperAlgo() { return {"sniper", "Takes what stands at its limit or better, shows nothing", makeSniper}; }

} // namespace rialto
