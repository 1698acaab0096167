// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a command: orders that cross trade, pegs move, triggers move and are reached, until nothing changes any more.
#include "support/reference_matching_engine.h"

#include <algorithm>

namespace rialto::testing {

using namespace matching;

namespace {

bool isTouched(OrderKind kind)
{
    return kind == OrderKind::MarketIfTouched || kind == OrderKind::LimitIfTouched;
}

bool entersWithLimit(OrderKind kind)
{
    return kind == OrderKind::StopLimit || kind == OrderKind::TrailingStopLimit || kind == OrderKind::LimitIfTouched;
}

} // namespace

void ReferenceMatchingEngine::afterwards(BookId book, EventCollector& out)
{
    for (bool again = true; again;) {
        settleGroups(out);
        if (m_books[book].phase != Phase::Continuous)
            return;
        again = settle(book, out);
        again = movePegs(book, out) || again;
        moveTriggers(book);
        again = fireOne(book, out) || again;
        again = again || !m_touched.empty();
    }
}

bool ReferenceMatchingEngine::canGive(const std::vector<Give>& side, std::uint64_t quantity, Ticks& last) const
{
    for (const Give& piece : side) {
        if (piece.whole && piece.open > quantity)
            return false;
        quantity -= std::min(quantity, piece.open);
        last = piece.price;
        if (quantity == 0)
            return true;
    }
    return false;
}

/// What trades next of the orders that cross, and at what price.
std::optional<std::pair<Lots, Ticks>> ReferenceMatchingEngine::crossing(BookId book) const
{
    const Order* buy = front(book, Side::Buy);
    const Order* sell = front(book, Side::Sell);
    if (buy == nullptr || sell == nullptr || buy->at < sell->at)
        return std::nullopt;
    if (!buy->terms.allOrNone && !sell->terms.allOrNone) {
        const Lots quantity = std::min(buy->shown, sell->shown);
        if (!buy->unpriced && !sell->unpriced)
            return std::pair(quantity, buy->shown <= sell->shown ? buy->at : sell->at);
        NewOrder other;
        other.book = book;
        other.kind = buy->unpriced && sell->unpriced ? OrderKind::Market : OrderKind::Limit;
        other.side = buy->unpriced ? Side::Sell : Side::Buy;
        other.price = buy->unpriced ? sell->at : buy->at;
        const auto price = priceWithUnpriced(other);
        return price ? std::optional(std::pair(quantity, *price)) : std::nullopt;
    }
    // The smallest quantity that both sides can give without splitting an order that must not be split.
    const auto buys = gives(book, Side::Buy);
    const auto sells = gives(book, Side::Sell);
    std::uint64_t most = 0;
    for (const Give& piece : buys)
        most += piece.open;
    for (std::uint64_t quantity = 1; quantity <= most; ++quantity) {
        Ticks lowestBuy = 0;
        Ticks highestSell = 0;
        if (!canGive(buys, quantity, lowestBuy) || !canGive(sells, quantity, highestSell))
            continue;
        if (lowestBuy < highestSell)
            return std::nullopt;
        return std::pair(static_cast<Lots>(quantity), std::clamp(buy->terms.allOrNone ? buy->at : sell->at, highestSell, lowestBuy));
    }
    return std::nullopt;
}

bool ReferenceMatchingEngine::settle(BookId book, EventCollector& out)
{
    bool traded = false;
    while (m_books[book].phase == Phase::Continuous) {
        const auto next = crossing(book);
        if (!next)
            break;
        if (!range(book).contains(next->second)) {
            if (m_books[book].guard.action == GuardAction::Interrupt)
                interrupt(book, out);
            break;
        }
        traded = true;
        for (Lots left = next->first; left != 0;) {
            Order* buy = front(book, Side::Buy);
            Order* sell = front(book, Side::Sell);
            const OrderId buyer = buy->terms.id;
            const OrderId seller = sell->terms.id;
            const Lots piece = std::min({buy->shown, sell->shown, left});
            trade(*buy, next->second, piece, seller, leaves(*sell) - piece, out);
            tradeHalf(*sell, piece, out);
            tellGroup(buyer, piece, out);
            tellGroup(seller, piece, out);
            left -= piece;
        }
    }
    return traded;
}

bool ReferenceMatchingEngine::movePegs(BookId book, EventCollector& out)
{
    std::vector<std::pair<std::uint64_t, OrderId>> pegs;
    for (const auto& order : m_orders)
        if (order->terms.book == book && order->pegged())
            pegs.emplace_back(order->entered, order->terms.id);
    std::sort(pegs.begin(), pegs.end());
    bool moved = false;
    for (const auto& [entered, id] : pegs) {
        if (m_books[book].phase != Phase::Continuous)
            break;
        const Order* peg = find(id);
        if (peg == nullptr)
            continue;
        NewOrder terms = peg->terms;
        const auto price = pegPrice(terms);
        if (price && *price == peg->at)
            continue;
        moved = true;
        terms.quantity = peg->open();
        takeAway(id);
        if (!price) {
            out.onCancelled({id, terms.price, terms.quantity, book, terms.side, CancelReason::NoReference});
            continue;
        }
        out.onRepriced({id, *price, terms.quantity, book, terms.side});
        takeAndRest(terms, out);
        if (Order* again = found(id))
            again->entered = entered;
    }
    return moved;
}

void ReferenceMatchingEngine::moveTriggers(BookId bookId)
{
    const Book& book = m_books[bookId];
    for (Order* order : waiting(bookId)) {
        NewOrder& o = order->terms;
        if (order->where != Order::Waiting || (o.kind != OrderKind::TrailingStop && o.kind != OrderKind::TrailingStopLimit) || !book.last)
            continue;
        const bool buy = o.side == Side::Buy;
        std::int64_t market = *book.last;
        if (o.triggerOn == TriggerOn::Quote) {
            const auto seen = quote(bookId, opposite(o.side), false);
            if (!seen)
                continue;
            market = buy ? std::max<std::int64_t>(market, *seen) : std::min<std::int64_t>(market, *seen);
        }
        const auto size = [&](std::int64_t value) { return o.trailInBasisPoints ? std::abs(market) * value / 10'000 : value; };
        const PriceBand all;
        const auto trigger = static_cast<Ticks>(std::clamp<std::int64_t>(buy ? market + size(o.trailDistance) : market - size(o.trailDistance), all.lowest, all.highest));
        const std::int64_t gain = buy ? std::int64_t{o.trigger} - trigger : std::int64_t{trigger} - o.trigger;
        if (gain <= 0 || gain < size(o.trailStep))
            continue;
        if (o.kind == OrderKind::TrailingStopLimit)
            order->at = o.price = static_cast<Ticks>(std::clamp<std::int64_t>(std::int64_t{o.price} + trigger - o.trigger, book.band.lowest, book.band.highest));
        o.trigger = trigger;
    }
}

/// Enters one waiting order that is reached: those that watch the last trade before those that watch the quote, buys before
/// sells, stops before touched orders; of one kind the first to be reached, then the first that came.
bool ReferenceMatchingEngine::fireOne(BookId bookId, EventCollector& out)
{
    const auto orders = waiting(bookId);
    for (const TriggerOn watch : {TriggerOn::LastTrade, TriggerOn::Quote})
        for (const Side side : {Side::Buy, Side::Sell})
            for (const bool touched : {false, true}) {
                const bool upwards = (side == Side::Buy) != touched;
                Order* first = nullptr;
                for (Order* order : orders)
                    if (order->where == Order::Waiting && order->terms.triggerOn == watch && order->terms.side == side
                        && isTouched(order->terms.kind) == touched
                        && (first == nullptr || (upwards ? order->terms.trigger < first->terms.trigger : order->terms.trigger > first->terms.trigger)))
                        first = order;
                if (first == nullptr)
                    continue;
                const auto price = watch == TriggerOn::LastTrade ? m_books[bookId].last : quote(bookId, opposite(side), false);
                bool reached = watch == TriggerOn::Quote && !touched; // nothing there: as far away as can be
                if (price)
                    reached = upwards ? first->terms.trigger <= *price : first->terms.trigger >= *price;
                if (!reached)
                    continue;
                NewOrder order = first->terms;
                order.quantity = first->shown;
                takeAway(order.id);
                out.onTriggered({order.id, order.trigger, order.quantity, bookId, side});
                order.kind = entersWithLimit(order.kind) ? OrderKind::Limit : OrderKind::Market;
                takeAndRest(order, out);
                return true;
            }
    return false;
}

} // namespace rialto::testing
