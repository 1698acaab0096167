// SPDX-License-Identifier: GPL-3.0-or-later
// Implementation shortfall: more at first, so that little is left to the market's drift. What is left after a part u of the time
// is sinh(k (1 - u)) / sinh(k), the optimal trajectory of Almgren and Chriss (Optimal execution of portfolio transactions, 2000)
// with k, the urgency, instead of their risk aversion; urgency 1 is nearly even.
#include "oms/algo.h"

#include <array>

namespace rialto {

namespace {

constexpr std::int64_t kOne = 1'000'000'000'000; // fixed point of the exponential

// e^x for 0 <= x <= 10, x in millionths: 35 terms of the series leave less than a millionth.
Int128 exponential(std::int64_t millionths)
{
    Int128 term = kOne;
    Int128 sum = kOne;
    for (int n = 1; n <= 60; ++n) {
        term = term * millionths / (Int128(kWholeSchedule) * n);
        sum += term;
    }
    return sum;
}

Int128 hyperbolicSine(std::int64_t millionths)
{
    const Int128 up = exponential(millionths);
    return (up - Int128(kOne) * kOne / up) / 2;
}

class ImplementationShortfall final : public Algo {
public:
    explicit ImplementationShortfall(AlgoTerms terms) : m_terms(std::move(terms)), m_whole(hyperbolicSine(m_terms.urgency * kWholeSchedule)) {}
    AlgoStep onMarket(const AlgoView& view) override
    {
        const std::int64_t left = kWholeSchedule - elapsed(m_terms, view.now);
        const Int128 open = hyperbolicSine(m_terms.urgency * left) * kWholeSchedule / m_whole;
        return followSchedule(m_terms, view, scheduled(m_terms, kWholeSchedule - static_cast<std::int64_t>(open)));
    }

private:
    AlgoTerms m_terms;
    Int128 m_whole;
};

Result<std::unique_ptr<Algo>> makeShortfall(const AlgoTerms& terms)
{
    if (const auto good = checkAlgoTerms(terms); !good)
        return good.error();
    if (terms.urgency < 1 || terms.urgency > 10)
        return invalid("oms.algo-terms", "the urgency is from 1 to 10");
    return std::unique_ptr<Algo>(std::make_unique<ImplementationShortfall>(terms));
}

} // namespace

AlgoDefinition implementationShortfallAlgo() { return {"implementation-shortfall", "More at first, less left to the market's drift", makeShortfall}; }

} // namespace rialto
