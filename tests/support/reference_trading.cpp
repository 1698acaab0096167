// SPDX-License-Identifier: GPL-3.0-or-later
// How an order trades and rests.
#include "support/reference_matching_engine.h"

#include <algorithm>

namespace rialto::testing {

using namespace matching;

namespace {

constexpr Ticks kLowest = std::numeric_limits<Ticks>::min() + 2;
constexpr Ticks kHighest = std::numeric_limits<Ticks>::max() - 2;

/// What the events say instead of a price.
Ticks unpricedAt(Side side)
{
    return side == Side::Buy ? kHighest + 1 : kLowest - 1;
}

Ticks within(std::int64_t price)
{
    return static_cast<Ticks>(std::clamp<std::int64_t>(price, kLowest, kHighest));
}

bool isTouched(OrderKind kind)
{
    return kind == OrderKind::MarketIfTouched || kind == OrderKind::LimitIfTouched;
}

bool isStop(OrderKind kind)
{
    return kind == OrderKind::Stop || kind == OrderKind::StopLimit || kind == OrderKind::TrailingStop || kind == OrderKind::TrailingStopLimit;
}

bool hasOwnLimit(const NewOrder& o)
{
    return o.kind == OrderKind::Limit || o.kind == OrderKind::StopLimit || o.kind == OrderKind::TrailingStopLimit
           || o.kind == OrderKind::LimitIfTouched || ((o.kind == OrderKind::Pegged || o.kind == OrderKind::ClosingPrice) && o.capped);
}

} // namespace

PriceBand ReferenceMatchingEngine::range(BookId bookId) const
{
    const Book& book = m_books[bookId];
    const PriceGuard& guard = book.guard;
    if (guard.action == GuardAction::None)
        return {};
    std::int64_t lowest = guard.lowest;
    std::int64_t highest = guard.highest;
    const auto around = [&](std::optional<Ticks> price, std::uint32_t basisPoints) {
        if (!price || basisPoints == 0)
            return;
        const std::int64_t distance = std::abs(std::int64_t{*price}) * basisPoints / 10'000;
        lowest = std::max(lowest, *price - distance);
        highest = std::min(highest, *price + distance);
    };
    around(book.last, guard.dynamicBasisPoints);
    around(guard.reference, guard.staticBasisPoints);
    return {within(lowest), within(highest)};
}

/// What is shown at a price.
std::uint64_t ReferenceMatchingEngine::visibleAt(const std::vector<Order*>& side, Ticks price) const
{
    std::uint64_t visible = 0;
    for (const Order* order : side)
        if (!order->unpriced && !order->terms.hidden && order->at == price)
            visible += order->shown;
    return visible;
}

/// The best price that everybody sees; pegs follow one that somebody other than pegs has made.
std::optional<Ticks> ReferenceMatchingEngine::quote(BookId book, Side side, bool forPegs) const
{
    for (const Order* order : sorted(book, side))
        if (!order->unpriced && !order->terms.hidden && !(forPegs && order->pegged()))
            return order->at;
    return std::nullopt;
}

std::optional<Ticks> ReferenceMatchingEngine::pegPrice(const NewOrder& order) const
{
    const auto own = quote(order.book, order.side, true);
    const auto other = quote(order.book, opposite(order.side), true);
    const bool buy = order.side == Side::Buy;
    if (!own || (order.pegTo == PegTo::Middle && !other))
        return std::nullopt;
    std::int64_t price = *own;
    if (order.pegTo == PegTo::Middle) {
        const std::int64_t sum = std::int64_t{*own} + *other;
        const std::int64_t below = sum >= 0 ? sum / 2 : -((-sum + 1) / 2);
        price = buy || below * 2 == sum ? below : below + 1;
    }
    price += buy ? order.pegOffset : -std::int64_t{order.pegOffset};
    if (order.capped)
        price = buy ? std::min<std::int64_t>(price, order.price) : std::max<std::int64_t>(price, order.price);
    if (m_books[order.book].guard.action == GuardAction::Hold) {
        const PriceBand allowed = range(order.book);
        price = buy ? std::min<std::int64_t>(price, allowed.highest) : std::max<std::int64_t>(price, allowed.lowest);
    }
    const PriceBand& band = m_books[order.book].band;
    return static_cast<Ticks>(std::clamp<std::int64_t>(price, band.lowest, band.highest));
}

/// The price at which an order trades with a resting one that has none.
std::optional<Ticks> ReferenceMatchingEngine::priceWithUnpriced(const NewOrder& order) const
{
    const Side makers = opposite(order.side);
    const auto best = quote(order.book, makers, false);
    if (order.kind == OrderKind::Market)
        return best ? best : m_books[order.book].last;
    if (!best)
        return order.price;
    return makers == Side::Buy ? std::max(*best, order.price) : std::min(*best, order.price);
}

bool ReferenceMatchingEngine::reaches(const NewOrder& order, const Order& maker, std::optional<Ticks> limit) const
{
    if (maker.unpriced || !limit)
        return true;
    return order.side == Side::Buy ? maker.at <= *limit : maker.at >= *limit;
}

/// What a side gives, piece by piece: of each price what is shown, then the reserves of its icebergs, then what is hidden.
/// Orders that cancel each other give only what is more than the others gave before.
std::vector<ReferenceMatchingEngine::Give> ReferenceMatchingEngine::gives(BookId book, Side side) const
{
    std::vector<Give> pieces;
    std::map<std::uint64_t, std::uint64_t> byGroup;
    std::uint64_t reserves = 0;
    const Order* before = nullptr;
    const auto giveReserves = [&] {
        if (reserves != 0)
            pieces.push_back({before->at, reserves, false});
        reserves = 0;
    };
    for (const Order* order : sorted(book, side)) {
        if (before != nullptr && (before->at != order->at || (order->terms.hidden && !before->terms.hidden)))
            giveReserves();
        before = order;
        std::uint64_t open = order->shown;
        if (linked(order->terms.id)) {
            std::uint64_t& given = byGroup[groupOf(order->terms.id)->key];
            open -= std::min(open, given);
            given += open;
        }
        if (open != 0)
            pieces.push_back({order->at, open, order->terms.allOrNone});
        reserves += order->reserve;
    }
    giveReserves();
    return pieces;
}

Lots ReferenceMatchingEngine::takable(const NewOrder& order, std::optional<Ticks> limit, Lots wanted) const
{
    const Side makers = opposite(order.side);
    const PriceBand allowed = range(order.book);
    Lots left = wanted;
    for (const Give& piece : gives(order.book, makers)) {
        if (left == 0)
            break;
        std::optional<Ticks> price = piece.price;
        if (piece.price == unpricedAt(makers))
            price = priceWithUnpriced(order);
        else if (limit && (order.side == Side::Buy ? piece.price > *limit : piece.price < *limit))
            break;
        if (!price || !allowed.contains(*price) || (piece.whole && piece.open > left))
            break;
        left -= static_cast<Lots>(std::min<std::uint64_t>(left, piece.open));
    }
    return wanted - left;
}

bool ReferenceMatchingEngine::leavesRange(const NewOrder& order, std::optional<Ticks> limit, const PriceBand& allowed) const
{
    const Order* maker = front(order.book, opposite(order.side));
    if (maker == nullptr || !reaches(order, *maker, limit))
        return false;
    const std::optional<Ticks> price = maker->unpriced ? priceWithUnpriced(order) : maker->at;
    return price && !allowed.contains(*price);
}

void ReferenceMatchingEngine::enter(NewOrder order, EventCollector& out)
{
    const Phase phase = m_books[order.book].phase;
    if (isStop(order.kind) || isTouched(order.kind))
        return park(order, false);
    const bool later = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose || order.kind == OrderKind::ClosingPrice;
    if (later && !takesPart(order, phase))
        return park(order, true);
    if (phase == Phase::Continuous)
        return takeAndRest(order, out);
    if (phase == Phase::FixedPrice) {
        if (order.kind == OrderKind::Limit)
            order.capped = true;
        order.kind = OrderKind::ClosingPrice;
        return tradeAtFixedPrice(order, out);
    }
    if (order.kind == OrderKind::Market || order.kind == OrderKind::MarketToLimit)
        return rest(order, std::nullopt, order.quantity);
    const std::optional<Ticks> price = order.kind == OrderKind::Pegged ? pegPrice(order) : order.price;
    if (!price)
        return out.onCancelled({order.id, order.price, order.quantity, order.book, order.side, CancelReason::NoReference});
    rest(order, price, order.quantity);
}

void ReferenceMatchingEngine::takeAndRest(NewOrder order, EventCollector& out)
{
    const Book& book = m_books[order.book];
    const NewOrder asEntered = order;
    const Side makers = opposite(order.side);
    const bool buy = order.side == Side::Buy;
    const bool atOnce = order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill;
    Lots open = order.quantity;
    const auto giveUp = [&](CancelReason reason) { out.onCancelled({order.id, order.price, open, order.book, order.side, reason}); };

    // How far it goes.
    std::optional<Ticks> limit;
    if (order.kind == OrderKind::Pegged) {
        const auto price = pegPrice(order);
        if (!price)
            return giveUp(CancelReason::NoReference);
        limit = order.price = *price;
    } else if (order.kind == OrderKind::MarketToLimit) {
        const Order* best = front(order.book, makers);
        NewOrder market = order;
        market.kind = OrderKind::Market;
        const auto price = best == nullptr ? std::nullopt : best->unpriced ? priceWithUnpriced(market) : std::optional(best->at);
        if (!price)
            return giveUp(CancelReason::NoReference);
        limit = order.price = *price;
    } else if (order.kind == OrderKind::Market) {
        const auto best = quote(order.book, makers, false);
        if (order.slippage && best)
            limit = within(std::int64_t{*best} + (buy ? *order.slippage : -std::int64_t{*order.slippage}));
    } else {
        limit = order.price;
    }

    // Limit up, limit down: no further than the edge.
    const PriceBand allowed = range(order.book);
    if (book.guard.action == GuardAction::Hold && order.kind == OrderKind::Limit) {
        const Ticks edge = buy ? std::min(order.price, allowed.highest) : std::max(order.price, allowed.lowest);
        if (edge != order.price) {
            if (!book.band.contains(edge))
                return giveUp(CancelReason::Interrupted);
            limit = order.price = edge;
            out.onRepriced({order.id, edge, open, order.book, order.side});
        }
    }

    // Conditions of entry.
    if (order.timeInForce == TimeInForce::FillOrKill && takable(order, limit, open) < open)
        return giveUp(CancelReason::NotFilledInFull);
    const Order* best = front(order.book, makers);
    bool takes = best != nullptr && reaches(order, *best, limit);
    if (takes && order.slides) {
        const std::int64_t behind = std::int64_t{best->at} + (buy ? -1 : 1);
        if (behind < book.band.lowest || behind > book.band.highest)
            return giveUp(CancelReason::WouldTake);
        order.price = static_cast<Ticks>(behind);
        out.onRepriced({order.id, order.price, open, order.book, order.side});
        takes = false;
    }
    if (takes && order.postOnly)
        return giveUp(CancelReason::WouldTake);
    if (order.minimum != 0 && takable(order, limit, order.minimum) < order.minimum)
        return giveUp(CancelReason::BelowMinimum);
    if (order.allOrNone && takes)
        takes = takable(order, limit, open) == open;

    if (takes)
        open = take(order, limit, allowed, open, out);
    if (open == 0)
        return;
    if (takes && leavesRange(order, limit, allowed)) {
        if (book.guard.action == GuardAction::Interrupt) {
            interrupt(order.book, out);
            if (atOnce || order.slippage)
                return giveUp(CancelReason::Interrupted);
            NewOrder left = asEntered;
            left.quantity = open;
            return enter(left, out);
        }
        if (order.kind != OrderKind::Market)
            return giveUp(CancelReason::Interrupted);
    }

    // What is left.
    if (order.kind == OrderKind::Market && order.rests)
        return rest(order, std::nullopt, open);
    if (order.kind == OrderKind::Market || atOnce)
        return giveUp(CancelReason::NotFilledAtOnce);
    const Ticks at = order.price;
    if (order.kind == OrderKind::MarketToLimit) {
        order.kind = OrderKind::Limit;
        out.onRepriced({order.id, at, open, order.book, order.side});
    }
    if (order.kind == OrderKind::Pegged)
        order.price = asEntered.price;
    rest(order, at, open);
}

Lots ReferenceMatchingEngine::take(const NewOrder& order, std::optional<Ticks> limit, const PriceBand& allowed, Lots open, EventCollector& out)
{
    const Side makers = opposite(order.side);
    const bool proRata = m_books[order.book].proRata;
    const auto deal = [&](Order& maker, Ticks price, Lots quantity) {
        const OrderId makerId = maker.terms.id;
        open -= quantity;
        trade(maker, price, quantity, order.id, open + heldOf(order.id), out);
        tellGroup(makerId, quantity, out);
        tellGroup(order.id, quantity, out);
    };
    while (open != 0) {
        const auto side = sorted(order.book, makers);
        if (side.empty() || !reaches(order, *side.front(), limit) || leavesRange(order, limit, allowed))
            break;
        if (order.selfTrade != SelfTrade::Allow && order.owner != 0) {
            // Of the first price, the first order; where it is shared, any order of the same owner.
            Order* own = nullptr;
            for (Order* maker : side)
                if (own == nullptr && maker->at == side.front()->at && maker->terms.owner == order.owner && (proRata || maker == side.front()))
                    own = maker;
            if (own != nullptr) {
                open = preventSelfTrade(order, *own, open, out);
                continue;
            }
        }
        Order& maker = *side.front();
        if (maker.terms.allOrNone && maker.shown > open)
            break;
        if (maker.unpriced) {
            const auto agreed = priceWithUnpriced(order);
            if (!agreed)
                break;
            deal(maker, *agreed, std::min(maker.shown, open));
            continue;
        }
        const std::uint64_t visible = visibleAt(side, maker.at);
        if (!proRata || visible <= open) {
            deal(maker, maker.at, std::min(maker.shown, open));
            continue;
        }
        // By size, rounded down; the rest in time.
        std::vector<std::pair<Order*, Lots>> shares;
        Lots left = open;
        for (Order* one : side)
            if (one->at == maker.at && !one->terms.hidden) {
                shares.emplace_back(one, static_cast<Lots>(std::uint64_t{open} * one->shown / visible));
                left -= shares.back().second;
            }
        for (auto& [one, share] : shares) {
            const Lots more = std::min(left, one->shown - share);
            share += more;
            left -= more;
        }
        for (const auto& [one, share] : shares)
            if (share != 0)
                deal(*one, one->at, share);
    }
    return open;
}

Lots ReferenceMatchingEngine::preventSelfTrade(const NewOrder& order, Order& maker, Lots open, EventCollector& out)
{
    const bool newest = order.selfTrade == SelfTrade::CancelNewest || order.selfTrade == SelfTrade::CancelBoth;
    const bool oldest = order.selfTrade == SelfTrade::CancelOldest || order.selfTrade == SelfTrade::CancelBoth;
    const Lots both = std::min(maker.open(), open);
    if (oldest) {
        cancelOne(maker.terms.id, CancelReason::SelfTrade, out);
    } else if (order.selfTrade == SelfTrade::Decrement) {
        out.onCancelled({maker.terms.id, maker.at, both, order.book, maker.terms.side, CancelReason::SelfTrade});
        if (both == maker.open())
            takeAway(maker.terms.id);
        else
            takeOff(maker, both);
    }
    if (newest) {
        out.onCancelled({order.id, order.price, open + heldOf(order.id), order.book, order.side, CancelReason::SelfTrade});
        if (Member* member = memberOf(order.id))
            member->held = 0;
        return 0;
    }
    if (order.selfTrade != SelfTrade::Decrement)
        return open;
    out.onCancelled({order.id, order.price, both, order.book, order.side, CancelReason::SelfTrade});
    return open - both;
}

void ReferenceMatchingEngine::trade(Order& maker, Ticks price, Lots quantity, OrderId taker, Lots takerLeft, EventCollector& out)
{
    m_books[maker.terms.book].last = price;
    const Lots left = leaves(maker) - quantity;
    out.onTrade({maker.terms.id, taker, price, quantity, left, takerLeft, maker.terms.book, opposite(maker.terms.side)});
    tradeHalf(maker, quantity, out);
}

/// An iceberg whose shown piece is used up shows the next one, at the end of its queue.
void ReferenceMatchingEngine::tradeHalf(Order& maker, Lots quantity, EventCollector& out)
{
    maker.shown -= quantity;
    if (maker.shown != 0)
        return;
    if (maker.reserve == 0)
        return takeAway(maker.terms.id);
    maker.shown = std::min(maker.reserve, maker.terms.display);
    maker.reserve -= maker.shown;
    maker.queued = ++m_clock;
    out.onRefreshed({maker.terms.id, maker.at, maker.shown, maker.terms.book, maker.terms.side});
}

void ReferenceMatchingEngine::rest(const NewOrder& order, std::optional<Ticks> price, Lots open)
{
    auto resting = std::make_unique<Order>();
    resting->terms = order;
    resting->at = price ? *price : unpricedAt(order.side);
    resting->unpriced = !price;
    resting->shown = order.display != 0 ? std::min(order.display, open) : open;
    resting->reserve = open - resting->shown;
    resting->queued = resting->entered = ++m_clock;
    const bool plain = price && !order.hidden && !order.allOrNone && order.kind != OrderKind::Pegged && resting->reserve == 0
                       && order.timeInForce <= TimeInForce::FillOrKill;
    if (plain) // nothing else matters any more
        resting->terms = {.id = order.id, .price = *price, .quantity = open, .owner = order.owner, .book = order.book, .side = order.side,
                          .timeInForce = order.timeInForce == TimeInForce::Day ? TimeInForce::Day : TimeInForce::GoodTillCancel};
    m_orders.push_back(std::move(resting));
}

void ReferenceMatchingEngine::park(const NewOrder& order, bool held)
{
    auto parked = std::make_unique<Order>();
    parked->terms = order;
    parked->at = hasOwnLimit(order) ? order.price : 0;
    parked->shown = order.quantity;
    parked->where = held ? Order::Held : Order::Waiting;
    parked->entered = ++m_clock;
    parked->inFixedPhase = order.kind == OrderKind::ClosingPrice && m_books[order.book].phase == Phase::FixedPrice;
    m_orders.push_back(std::move(parked));
}

void ReferenceMatchingEngine::takeAway(OrderId id)
{
    touch(id);
    std::erase_if(m_orders, [&](const auto& order) { return order->terms.id == id; });
}

/// Held first, then the reserve.
void ReferenceMatchingEngine::takeOff(Order& order, Lots quantity)
{
    if (Member* member = memberOf(order.terms.id)) {
        const Lots held = std::min(quantity, member->held);
        member->held -= held;
        quantity -= held;
    }
    takeOffActive(order, quantity);
}

void ReferenceMatchingEngine::takeOffActive(Order& order, Lots quantity)
{
    const Lots reserve = std::min(quantity, order.reserve);
    order.reserve -= reserve;
    order.shown -= quantity - reserve;
}

} // namespace rialto::testing
