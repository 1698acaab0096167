// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

#include "base/check.h"

#include <algorithm>
#include <array>

namespace rialto::matching {

namespace {

constexpr std::array<std::string_view, 9> kPhaseNames = {"continuous",   "call", "pre_open",    "opening_call", "volatility_auction",
                                                         "closing_call", "halt", "fixed_price", "closed"};

/// `around` x (1 +- share), towards `around`.
void narrow(std::int64_t around, std::uint32_t basisPoints, std::int64_t& lowest, std::int64_t& highest)
{
    const std::int64_t distance = (around < 0 ? -around : around) * basisPoints / 10'000;
    lowest = std::max(lowest, around - distance);
    highest = std::min(highest, around + distance);
}

} // namespace

std::string_view name(Phase phase)
{
    return kPhaseNames[static_cast<std::size_t>(phase)];
}

std::optional<Phase> phaseNamed(std::string_view name)
{
    const auto found = std::find(kPhaseNames.begin(), kPhaseNames.end(), name);
    return found == kPhaseNames.end() ? std::nullopt : std::optional(static_cast<Phase>(found - kPhaseNames.begin()));
}

bool takesPartIn(const NewOrder& order, Phase phase)
{
    if (order.kind == OrderKind::ClosingPrice)
        return phase == Phase::FixedPrice;
    if (order.timeInForce == TimeInForce::AtOpen)
        return phase == Phase::OpeningCall || phase == Phase::Call;
    return order.timeInForce == TimeInForce::AtClose && (phase == Phase::ClosingCall || phase == Phase::Call);
}

void MatchingEngine::setPriceGuard(BookId bookId, const PriceGuard& guard)
{
    RIALTO_CHECK(guard.dynamicBasisPoints <= 10'000'000 && guard.staticBasisPoints <= 10'000'000, "a price range of more than 100,000 %");
    openSpecialBook(bookId).guard = guard;
    updateRare(bookId);
}

PriceBand MatchingEngine::allowedRange(BookId bookId) const
{
    const PriceGuard& guard = specialBook(bookId).guard;
    const PriceBand all;
    if (guard.action == GuardAction::None)
        return all;
    std::int64_t lowest = std::max(guard.lowest, all.lowest);
    std::int64_t highest = std::min(guard.highest, all.highest);
    if (guard.dynamicBasisPoints != 0 && m_books[bookId].lastPrice != kNoRank)
        narrow(m_books[bookId].lastPrice, guard.dynamicBasisPoints, lowest, highest);
    if (guard.staticBasisPoints != 0 && guard.reference)
        narrow(*guard.reference, guard.staticBasisPoints, lowest, highest);
    return {clampedTicks(lowest), clampedTicks(highest)};
}

/// Whether the next trade of an incoming order would lie outside.
bool MatchingEngine::leavesRange(const Book& book, const NewOrder& order, Rank limit, const PriceBand& range) const
{
    const Side makers = opposite(order.side);
    const PriceLadder& ladder = sideOf(book, makers);
    if (ladder.bestRank(makers) > limit)
        return false;
    const Ticks price = restingRank(makers, ladder.bestRank(makers));
    if (price != unpricedPrice(makers))
        return !range.contains(price);
    const auto agreed = priceOfUnpriced(book, order);
    return agreed && !range.contains(*agreed);
}

void MatchingEngine::noteAuctionPrice(BookId bookId, Ticks price)
{
    if (specialBook(bookId).guard.staticBasisPoints != 0)
        openSpecialBook(bookId).guard.reference = price;
}

void MatchingEngine::updateRare(BookId bookId)
{
    const SpecialBook& beside = specialBook(bookId);
    std::uint32_t& rare = m_books[bookId].rare;
    rare = (rare & kSplit) | (beside.isRare() ? 1U : 0U) | (beside.guard.action != GuardAction::None ? kGuarded : 0U);
}

std::optional<RejectReason> MatchingEngine::refusalOfPhase(const NewOrder& order) const
{
    const SpecialBook& beside = specialBook(order.book);
    const Phase phase = beside.phase;
    const auto refused = std::optional(RejectReason::NotInThisPhase);
    const bool plainMarket = order.kind == OrderKind::Market || order.kind == OrderKind::MarketToLimit;
    if (!beside.terms.orders || (plainMarket && !beside.terms.marketOrders))
        return refused;
    const bool fixed = phase == Phase::FixedPrice;
    const bool oneAuction = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose;
    if (oneAuction || (order.kind == OrderKind::ClosingPrice && !fixed))
        return takesPartIn(order, phase) || beside.terms.auctionOrders ? std::nullopt : refused;
    if (fixed) {
        const bool plain = (order.kind == OrderKind::Limit || order.kind == OrderKind::Market || order.kind == OrderKind::ClosingPrice)
                           && m_books[order.book].lastPrice != kNoRank;
        NewOrder closing = order;
        closing.kind = OrderKind::ClosingPrice;
        return !plain || contradicts(closing, beside.proRata) ? refused : std::nullopt;
    }
    // Conditions of entry make no sense before an auction; what waits for its trigger has them later.
    if (beside.collects() && !waits(order.kind)
        && (order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill || order.minimum != 0
            || order.postOnly || order.slides || order.slippage || order.kind == OrderKind::Pegged))
        return refused;
    return std::nullopt;
}

} // namespace rialto::matching
