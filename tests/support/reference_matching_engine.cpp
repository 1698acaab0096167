// SPDX-License-Identifier: GPL-3.0-or-later
// Commands: what is taken and what is refused.
#include "support/reference_matching_engine.h"

#include <algorithm>

namespace rialto::testing {

using namespace matching;

BookId ReferenceMatchingEngine::addBook(PriceBand band)
{
    m_books.push_back({band, false, Phase::Continuous, {}, {}, std::nullopt});
    return static_cast<BookId>(m_books.size() - 1);
}

ReferenceMatchingEngine::Order* ReferenceMatchingEngine::found(OrderId id) const
{
    for (const auto& order : m_orders)
        if (order->terms.id == id)
            return order.get();
    return nullptr;
}

/// Unpriced orders first, then the better price; at one price what is shown before what is hidden, then who came first.
std::vector<ReferenceMatchingEngine::Order*> ReferenceMatchingEngine::sorted(BookId book, Side side) const
{
    std::vector<Order*> orders;
    for (const auto& order : m_orders)
        if (order->where == Order::Queue && order->terms.book == book && order->terms.side == side)
            orders.push_back(order.get());
    std::sort(orders.begin(), orders.end(), [side](const Order* a, const Order* b) {
        if (a->unpriced != b->unpriced)
            return a->unpriced;
        if (!a->unpriced && a->at != b->at)
            return side == Side::Buy ? a->at > b->at : a->at < b->at;
        if (a->terms.hidden != b->terms.hidden)
            return b->terms.hidden;
        return a->queued < b->queued;
    });
    return orders;
}

std::vector<ReferenceMatchingEngine::Order*> ReferenceMatchingEngine::waiting(BookId book) const
{
    std::vector<Order*> orders;
    for (const auto& order : m_orders)
        if (order->where != Order::Queue && order->terms.book == book)
            orders.push_back(order.get());
    std::sort(orders.begin(), orders.end(), [](const Order* a, const Order* b) { return a->entered < b->entered; });
    return orders;
}

ReferenceMatchingEngine::Order* ReferenceMatchingEngine::front(BookId book, Side side) const
{
    const auto orders = sorted(book, side);
    return orders.empty() ? nullptr : orders.front();
}

bool ReferenceMatchingEngine::takesPart(const NewOrder& order, Phase phase) const
{
    if (order.kind == OrderKind::ClosingPrice)
        return phase == Phase::FixedPrice;
    if (order.timeInForce == TimeInForce::AtOpen)
        return phase == Phase::Call || phase == Phase::OpeningCall;
    if (order.timeInForce == TimeInForce::AtClose)
        return phase == Phase::Call || phase == Phase::ClosingCall;
    return false;
}

bool ReferenceMatchingEngine::contradicts(const NewOrder& o, bool proRata) const
{
    const bool immediate = o.timeInForce == TimeInForce::ImmediateOrCancel;
    const bool fillOrKill = o.timeInForce == TimeInForce::FillOrKill;
    const bool oneAuction = o.timeInForce == TimeInForce::AtOpen || o.timeInForce == TimeInForce::AtClose;
    const bool prevents = o.selfTrade != SelfTrade::Allow;
    const bool limit = o.kind == OrderKind::Limit;
    const bool market = o.kind == OrderKind::Market;
    const bool toLimit = o.kind == OrderKind::MarketToLimit;
    const bool pegged = o.kind == OrderKind::Pegged;
    const bool closing = o.kind == OrderKind::ClosingPrice;
    const bool trailing = o.kind == OrderKind::TrailingStop || o.kind == OrderKind::TrailingStopLimit;
    const bool limited = limit || o.kind == OrderKind::StopLimit || o.kind == OrderKind::TrailingStopLimit
                         || o.kind == OrderKind::LimitIfTouched || ((pegged || closing) && o.capped);
    if (fillOrKill && prevents)
        return true;
    if (o.allOrNone && (!limit || immediate || fillOrKill || oneAuction || prevents || proRata))
        return true;
    if (o.allOrNone && (o.display != 0 || o.minimum != 0 || o.hidden || o.postOnly || o.slides))
        return true;
    if (o.minimum != 0 && (o.minimum > o.quantity || fillOrKill || prevents || pegged))
        return true;
    if (o.hidden && o.display != 0)
        return true;
    if (o.rests && (!market || o.slippage || immediate || fillOrKill || o.hidden || proRata))
        return true;
    if (o.slippage && (limited || toLimit || pegged || *o.slippage < 0))
        return true;
    if (o.postOnly && !limit && !market && !pegged)
        return true;
    if (o.slides && (o.postOnly || !limit || immediate || fillOrKill))
        return true;
    if (trailing && (o.trailDistance <= 0 || o.trailStep < 0))
        return true;
    if (oneAuction && !limit && !market && !toLimit)
        return true;
    if (pegged && (immediate || fillOrKill))
        return true;
    if (toLimit && (proRata || o.hidden))
        return true;
    if (closing && (immediate || fillOrKill || o.timeInForce == TimeInForce::GoodTillDate || o.display != 0 || o.minimum != 0 || o.hidden || o.slippage || prevents))
        return true;
    return false;
}

namespace {

bool waitsForTrigger(OrderKind kind)
{
    return kind == OrderKind::Stop || kind == OrderKind::StopLimit || kind == OrderKind::TrailingStop || kind == OrderKind::TrailingStopLimit
           || kind == OrderKind::MarketIfTouched || kind == OrderKind::LimitIfTouched;
}

bool isLimited(const NewOrder& o)
{
    return o.kind == OrderKind::Limit || o.kind == OrderKind::StopLimit || o.kind == OrderKind::TrailingStopLimit
           || o.kind == OrderKind::LimitIfTouched || ((o.kind == OrderKind::Pegged || o.kind == OrderKind::ClosingPrice) && o.capped);
}

} // namespace

ReferenceMatchingEngine::Reason ReferenceMatchingEngine::refusedTerms(const NewOrder& order) const
{
    const PriceBand all;
    if (isLimited(order) && !m_books[order.book].band.contains(order.price))
        return RejectReason::PriceOutsideBand;
    if (waitsForTrigger(order.kind) && !all.contains(order.trigger))
        return RejectReason::PriceOutsideBand;
    if (find(order.id) != nullptr)
        return RejectReason::DuplicateId;
    if (contradicts(order, m_books[order.book].proRata))
        return RejectReason::BadCombination;
    return std::nullopt;
}

ReferenceMatchingEngine::Reason ReferenceMatchingEngine::refusedPhase(const NewOrder& order) const
{
    const Book& book = m_books[order.book];
    const Reason refused = RejectReason::NotInThisPhase;
    const bool plainMarket = order.kind == OrderKind::Market || order.kind == OrderKind::MarketToLimit;
    if (!book.terms.orders || (plainMarket && !book.terms.marketOrders))
        return refused;
    const bool fixed = book.phase == Phase::FixedPrice;
    const bool oneAuction = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose;
    if (oneAuction || (order.kind == OrderKind::ClosingPrice && !fixed)) {
        if (takesPart(order, book.phase) || book.terms.auctionOrders)
            return std::nullopt;
        return refused;
    }
    if (fixed) {
        if (order.kind != OrderKind::Limit && order.kind != OrderKind::Market && order.kind != OrderKind::ClosingPrice)
            return refused;
        NewOrder closing = order;
        closing.kind = OrderKind::ClosingPrice;
        if (!book.last || contradicts(closing, book.proRata))
            return refused;
        return std::nullopt;
    }
    if (book.phase == Phase::Continuous || waitsForTrigger(order.kind))
        return std::nullopt;
    if (order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill || order.minimum != 0
        || order.postOnly || order.slides || order.slippage || order.kind == OrderKind::Pegged)
        return refused;
    return std::nullopt;
}

void ReferenceMatchingEngine::submit(const NewOrder& order, EventCollector& out)
{
    if (order.book >= m_books.size())
        return out.onRejected({order.id, order.book, RejectReason::UnknownBook});
    if (order.quantity == 0)
        return out.onRejected({order.id, order.book, RejectReason::ZeroQuantity});
    Reason reason = refusedTerms(order);
    if (!reason)
        reason = refusedPhase(order);
    if (reason)
        return out.onRejected({order.id, order.book, *reason});
    out.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
    enter(order, out);
    afterwards(order.book, out);
}

void ReferenceMatchingEngine::cancelOne(OrderId id, CancelReason reason, EventCollector& out)
{
    const Order& order = *found(id);
    out.onCancelled({id, order.at, leaves(order), order.terms.book, order.terms.side, reason});
    if (Member* member = memberOf(id))
        member->held = 0;
    takeAway(id);
}

void ReferenceMatchingEngine::cancel(OrderId id, EventCollector& out)
{
    const Order* order = find(id);
    if (order == nullptr)
        return out.onRejected({id, 0, RejectReason::UnknownOrder});
    const BookId book = order->terms.book;
    if (!m_books[book].terms.cancels)
        return out.onRejected({id, book, RejectReason::NotInThisPhase});
    cancelOne(id, CancelReason::Requested, out);
    afterwards(book, out);
}

void ReferenceMatchingEngine::reduce(OrderId id, Lots quantity, EventCollector& out)
{
    Order* order = found(id);
    if (order == nullptr || !m_books[order->terms.book].terms.cancels || quantity >= leaves(*order))
        return cancel(id, out);
    takeOff(*order, quantity);
    out.onReduced({id, order->at, leaves(*order), order->terms.book, order->terms.side});
    afterwards(order->terms.book, out);
}

void ReferenceMatchingEngine::replace(const Replace& command, EventCollector& out)
{
    Order* order = found(command.id);
    if (order == nullptr)
        return out.onRejected({command.id, 0, RejectReason::UnknownOrder});
    const BookId bookId = order->terms.book;
    const Book& book = m_books[bookId];
    if (command.quantity == 0)
        return out.onRejected({command.id, bookId, RejectReason::ZeroQuantity});
    if (command.newId != command.id && find(command.newId) != nullptr)
        return out.onRejected({command.id, bookId, RejectReason::DuplicateId});
    const bool limited = isLimited(order->terms);
    if (limited && !book.band.contains(command.price))
        return out.onRejected({command.id, bookId, RejectReason::PriceOutsideBand});
    if (!book.terms.orders || !book.terms.cancels || (book.phase == Phase::FixedPrice && order->terms.kind != OrderKind::ClosingPrice))
        return out.onRejected({command.id, bookId, RejectReason::NotInThisPhase});
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && command.quantity <= leaves(*order)
                       && (!limited || command.price == order->terms.price);
    out.onReplaced({command.id, command.newId, command.price, command.quantity, bookId, order->terms.side, keeps});
    if (Member* member = memberOf(command.id)) {
        member->terms.id = command.newId;
        if (limited)
            member->terms.price = command.price;
    }
    order->terms.id = command.newId;
    if (keeps) {
        const Lots less = order->open() + heldOf(command.newId) - command.quantity;
        if (less != 0)
            takeOff(*order, less);
        return afterwards(bookId, out);
    }
    NewOrder terms = order->terms;
    const bool wholeHeld = order->where == Order::Held;
    takeAway(command.newId);
    terms.price = command.price;
    terms.quantity = command.quantity;
    // Conditions of entry have been met.
    terms.postOnly = terms.slides = false;
    terms.minimum = 0;
    terms.selfTrade = SelfTrade::Allow;
    terms.slippage.reset();
    Member* member = memberOf(command.newId);
    if (member != nullptr && !member->parent && (wholeHeld || command.quantity <= member->held)) {
        member->held = 0;
        park(terms, true);
    } else {
        if (member != nullptr && !member->parent)
            terms.quantity -= member->held;
        enter(terms, out);
    }
    touch(command.newId);
    afterwards(bookId, out);
}

std::vector<OrderId> ReferenceMatchingEngine::queue(BookId book, Side side) const
{
    std::vector<OrderId> ids;
    for (const Order* order : sorted(book, side))
        ids.push_back(order->terms.id);
    return ids;
}

std::vector<OrderId> ReferenceMatchingEngine::waitingOrders(BookId book) const
{
    std::vector<OrderId> ids;
    for (const Order* order : waiting(book))
        ids.push_back(order->terms.id);
    return ids;
}

/// Buys before sells, best price first, then waiting orders by entry.
std::vector<OrderId> ReferenceMatchingEngine::ordersOf(BookId book, const std::function<bool(const Order&)>& wanted)
{
    std::vector<OrderId> ids;
    for (const auto& orders : {sorted(book, Side::Buy), sorted(book, Side::Sell), waiting(book)})
        for (const Order* order : orders)
            if (wanted(*order))
                ids.push_back(order->terms.id);
    return ids;
}

void ReferenceMatchingEngine::cancelEach(const std::vector<OrderId>& ids, BookId book, CancelReason reason, EventCollector& out)
{
    for (const OrderId id : ids)
        cancelOne(id, reason, out);
    afterwards(book, out);
}

void ReferenceMatchingEngine::cancelAll(BookId book, OwnerId owner, EventCollector& out)
{
    if (!m_books[book].terms.cancels)
        return out.onRejected({0, book, RejectReason::NotInThisPhase});
    cancelEach(ordersOf(book, [&](const Order& o) { return o.terms.owner == owner; }), book, CancelReason::Requested, out);
}

void ReferenceMatchingEngine::endDay(BookId book, EventCollector& out)
{
    cancelEach(ordersOf(book, [](const Order& o) { return o.terms.timeInForce == TimeInForce::Day; }), book, CancelReason::EndOfDay, out);
}

void ReferenceMatchingEngine::expire(BookId book, std::int64_t now, EventCollector& out)
{
    const auto over = [&](const Order& o) { return o.terms.timeInForce == TimeInForce::GoodTillDate && o.terms.expiry <= now; };
    cancelEach(ordersOf(book, over), book, CancelReason::Expired, out);
}

std::vector<DepthLevel> ReferenceMatchingEngine::depth(BookId book, Side side) const
{
    std::vector<DepthLevel> levels;
    for (const Order* order : sorted(book, side)) {
        if (order->terms.hidden || order->unpriced)
            continue;
        if (levels.empty() || levels.back().price != order->at)
            levels.push_back({order->at, 0, 0});
        ++levels.back().orders;
        levels.back().quantity += order->shown;
    }
    return levels;
}

std::uint64_t ReferenceMatchingEngine::openQuantity() const
{
    std::uint64_t open = 0;
    for (const auto& order : m_orders)
        open += leaves(*order);
    return open;
}

} // namespace rialto::testing
