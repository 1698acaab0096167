// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/algo.h"

#include <algorithm>

namespace rialto {

Result<void> checkAlgoTerms(const AlgoTerms& terms)
{
    const auto wrong = [](const char* what) { return invalid("oms.algo-terms", what); };
    if (!terms.quantity.isPositive() || !terms.lot.isPositive() || terms.quantity.raw() % terms.lot.raw() != 0)
        return wrong("the quantity is not a positive number of whole lots");
    if (!terms.tick.isPositive() || (terms.limit && !terms.limit->isPositive()))
        return wrong("the limit is not positive");
    if (terms.end <= terms.start)
        return wrong("there is no time between start and end");
    if (terms.clip.isNegative() || terms.display.isNegative())
        return wrong("a piece is negative");
    return {};
}

Quantity clipOf(const AlgoTerms& terms)
{
    const std::int64_t lots = terms.clip.isPositive() ? terms.clip.raw() / terms.lot.raw() : terms.quantity.raw() / terms.lot.raw() / 20;
    return Quantity::fromRaw(std::max<std::int64_t>(lots, 1) * terms.lot.raw());
}

std::int64_t elapsed(const AlgoTerms& terms, Timestamp now)
{
    const std::int64_t passed = std::clamp<std::int64_t>(now - terms.start, 0, terms.end - terms.start);
    return mulDiv(passed, kWholeSchedule, terms.end - terms.start, Rounding::Down).value_or(kWholeSchedule);
}

Quantity scheduled(const AlgoTerms& terms, std::int64_t part)
{
    const std::int64_t lots = terms.quantity.raw() / terms.lot.raw();
    const auto due = mulDiv(lots, std::clamp<std::int64_t>(part, 0, kWholeSchedule), kWholeSchedule, Rounding::Ceiling);
    return Quantity::fromRaw(due.value_or(lots) * terms.lot.raw());
}

Price withinLimit(const AlgoTerms& terms, Price price)
{
    if (!terms.limit)
        return price;
    return terms.side == Side::Buy ? std::min(price, *terms.limit) : std::max(price, *terms.limit);
}

AlgoStep followSchedule(const AlgoTerms& terms, const AlgoView& view, Quantity target)
{
    AlgoStep step;
    const Quantity left = terms.quantity - view.filled;
    const bool over = view.now >= terms.end;
    const Quantity behind = std::min(target, terms.quantity) - view.filled;
    const bool buy = terms.side == Side::Buy;
    const bool hasNear = (buy ? view.quote.bidSize : view.quote.askSize).isPositive();
    const bool hasFar = (buy ? view.quote.askSize : view.quote.bidSize).isPositive();
    const Price near = buy ? view.quote.bid : view.quote.ask;
    const Price far = buy ? view.quote.ask : view.quote.bid;
    const Quantity clip = clipOf(terms);
    const bool cross = (over || behind >= clip + clip) && hasFar && withinLimit(terms, far) == far;
    if (view.working.isPositive()) {
        // What rests away from the best price, or too quietly for the time that is left, makes room.
        step.cancel = !left.isPositive() || !behind.isPositive() || cross || (hasNear && withinLimit(terms, near) != view.workingPrice);
        return step;
    }
    if (!left.isPositive() || !behind.isPositive())
        return step;
    const Quantity piece = over ? left : std::min({behind, clip, left});
    if (cross)
        step.place = AlgoOrder{over ? left : std::min(behind, left), far, TimeInForce::Ioc};
    else if (hasNear && !over)
        step.place = AlgoOrder{piece, withinLimit(terms, near), TimeInForce::Day};
    return step;
}

} // namespace rialto
