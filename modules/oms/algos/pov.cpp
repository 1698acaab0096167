// SPDX-License-Identifier: GPL-3.0-or-later
// Percent of volume: a constant part of what everybody trades, its own trades included. It may end before it is done.
#include "oms/algo.h"

namespace rialto {

namespace {

class Pov final : public Algo {
public:
    explicit Pov(AlgoTerms terms) : m_terms(std::move(terms)) {}
    AlgoStep onMarket(const AlgoView& view) override
    {
        const auto share = mulDiv(view.marketVolume.raw() / m_terms.lot.raw(), m_terms.participationPerMille, 1000, Rounding::Down);
        const Quantity target = Quantity::fromRaw(share.value_or(0) * m_terms.lot.raw());
        if (view.now >= m_terms.end) // the rest is not forced on a market that has not traded enough
            return {view.working.isPositive(), std::nullopt};
        return followSchedule(m_terms, view, target);
    }

private:
    AlgoTerms m_terms;
};

Result<std::unique_ptr<Algo>> makePov(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    if (terms.participationPerMille < 1 || terms.participationPerMille > 500)
        return invalid("oms.algo-terms", "the participation is from 0.1 to 50 per cent");
    return std::unique_ptr<Algo>(std::make_unique<Pov>(terms));
}

} // namespace

AlgoDefinition povAlgo() { return {"pov", "A constant part of what everybody trades", makePov}; }

} // namespace rialto
