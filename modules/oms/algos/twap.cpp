// SPDX-License-Identifier: GPL-3.0-or-later
// Time-weighted: as much in each minute as in every other.
#include "oms/algo.h"

namespace rialto {

namespace {

class Twap final : public Algo {
public:
    explicit Twap(AlgoTerms terms) : m_terms(std::move(terms)) {}
    AlgoStep onMarket(const AlgoView& view) override { return followSchedule(m_terms, view, scheduled(m_terms, elapsed(m_terms, view.now))); }

private:
    AlgoTerms m_terms;
};

Result<std::unique_ptr<Algo>> makeTwap(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    return std::unique_ptr<Algo>(std::make_unique<Twap>(terms));
}

} // namespace

AlgoDefinition twapAlgo() { return {"twap", "Evenly over the time", makeTwap}; }

} // namespace rialto
