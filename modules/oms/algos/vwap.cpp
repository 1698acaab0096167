// SPDX-License-Identifier: GPL-3.0-or-later
// Volume-weighted: as the day's volume usually runs, by a curve from stored bars.
#include "oms/algo.h"

namespace rialto {

namespace {

class Vwap final : public Algo {
public:
    explicit Vwap(AlgoTerms terms) : m_terms(std::move(terms))
    {
        for (const std::int64_t weight : m_terms.curve)
            m_sum += weight;
    }
    AlgoStep onMarket(const AlgoView& view) override { return followSchedule(m_terms, view, scheduled(m_terms, part(elapsed(m_terms, view.now)))); }

private:
    // The curve is even within each of its parts.
    std::int64_t part(std::int64_t time) const
    {
        const auto parts = static_cast<std::int64_t>(m_terms.curve.size());
        const std::int64_t at = time * parts; // in millionths of a part
        const std::int64_t whole = at / kWholeSchedule;
        Int128 weight = 0;
        for (std::int64_t i = 0; i < whole && i < parts; ++i)
            weight += Int128(m_terms.curve[static_cast<std::size_t>(i)]) * kWholeSchedule;
        if (whole < parts)
            weight += Int128(m_terms.curve[static_cast<std::size_t>(whole)]) * (at - whole * kWholeSchedule);
        return static_cast<std::int64_t>(weight / m_sum);
    }

    AlgoTerms m_terms;
    Int128 m_sum = 0;
};

Result<std::unique_ptr<Algo>> makeVwap(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    Int128 sum = 0;
    for (const std::int64_t weight : terms.curve) {
        if (weight < 0 || weight > 1'000'000'000'000)
            return invalid("oms.algo-terms", "a weight of the volume curve is out of range");
        sum += weight;
    }
    if (sum == 0 || terms.curve.size() > 1000)
        return invalid("oms.algo-terms", "there is no volume curve");
    return std::unique_ptr<Algo>(std::make_unique<Vwap>(terms));
}

} // namespace

AlgoDefinition vwapAlgo() { return {"vwap", "As the volume of the day usually runs", makeVwap}; }

} // namespace rialto
