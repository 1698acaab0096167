// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reference_matching_engine.h"

#include <algorithm>

namespace rialto::testing {

using namespace matching;

ReferenceMatchingEngine::Resting* ReferenceMatchingEngine::find(OrderId id)
{
    for (Resting& resting : m_orders)
        if (resting.order.id == id)
            return &resting;
    return nullptr;
}

ReferenceMatchingEngine::Resting* ReferenceMatchingEngine::best(BookId book, Side side)
{
    Resting* found = nullptr;
    for (Resting& r : m_orders) {
        if (r.order.book != book || r.order.side != side)
            continue;
        const bool better = found != nullptr && (side == Side::Buy ? r.order.price > found->order.price : r.order.price < found->order.price);
        if (found == nullptr || better || (r.order.price == found->order.price && r.place < found->place))
            found = &r;
    }
    return found;
}

bool ReferenceMatchingEngine::crosses(const NewOrder& taker, const Resting& maker) const
{
    if (maker.order.book != taker.book || maker.order.side == taker.side)
        return false;
    if (taker.kind == OrderKind::Market)
        return true;
    return taker.side == Side::Buy ? maker.order.price <= taker.price : maker.order.price >= taker.price;
}

void ReferenceMatchingEngine::erase(OrderId id)
{
    std::erase_if(m_orders, [&](const Resting& r) { return r.order.id == id; });
}

/// Reserve first.
void ReferenceMatchingEngine::takeOff(Resting& maker, Lots quantity)
{
    const Lots hidden = std::min(quantity, maker.reserve);
    maker.reserve -= hidden;
    maker.shown -= quantity - hidden;
}

void ReferenceMatchingEngine::submit(const NewOrder& order, EventCollector& out)
{
    if (order.book >= m_bands.size())
        return out.onRejected({order.id, order.book, RejectReason::UnknownBook});
    if (order.quantity == 0)
        return out.onRejected({order.id, order.book, RejectReason::ZeroQuantity});
    const PriceBand& band = m_bands[order.book];
    if (order.kind != OrderKind::Market && (order.price < band.lowest || order.price > band.highest))
        return out.onRejected({order.id, order.book, RejectReason::PriceOutsideBand});
    if (find(order.id) != nullptr)
        return out.onRejected({order.id, order.book, RejectReason::DuplicateId});
    if (order.selfTrade != SelfTrade::Allow && order.timeInForce == TimeInForce::FillOrKill)
        return out.onRejected({order.id, order.book, RejectReason::BadCombination});
    out.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
    enter(order, out);
}

void ReferenceMatchingEngine::enter(const NewOrder& order, EventCollector& out)
{
    Lots open = order.quantity;
    const auto giveUp = [&](CancelReason reason) { out.onCancelled({order.id, order.price, open, order.book, order.side, reason}); };
    if (order.timeInForce == TimeInForce::FillOrKill) {
        std::uint64_t there = 0;
        for (const Resting& r : m_orders)
            if (crosses(order, r))
                there += r.open();
        if (there < order.quantity)
            return giveUp(CancelReason::NotFilledInFull);
    }
    for (Resting* maker = best(order.book, opposite(order.side)); open != 0 && maker != nullptr && crosses(order, *maker);
         maker = best(order.book, opposite(order.side))) {
        if (order.postOnly)
            return giveUp(CancelReason::WouldTake);
        const NewOrder made = maker->order;
        if (order.selfTrade != SelfTrade::Allow && order.owner != 0 && order.owner == made.owner) {
            const bool newest = order.selfTrade == SelfTrade::CancelNewest || order.selfTrade == SelfTrade::CancelBoth;
            const bool oldest = order.selfTrade == SelfTrade::CancelOldest || order.selfTrade == SelfTrade::CancelBoth;
            const Lots least = order.selfTrade == SelfTrade::Decrement ? std::min(maker->open(), open) : 0;
            const Lots offMaker = oldest ? maker->open() : least;
            const Lots offTaker = newest ? open : least;
            if (offMaker != 0) {
                out.onCancelled({made.id, made.price, offMaker, made.book, made.side, CancelReason::SelfTrade});
                takeOff(*maker, offMaker);
                if (maker->open() == 0)
                    erase(made.id);
            }
            if (offTaker != 0) {
                out.onCancelled({order.id, order.price, offTaker, order.book, order.side, CancelReason::SelfTrade});
                open -= offTaker;
            }
            continue;
        }
        const Lots traded = std::min(maker->shown, open);
        maker->shown -= traded;
        open -= traded;
        out.onTrade({made.id, order.id, made.price, traded, maker->open(), open, order.book, order.side});
        if (maker->shown != 0)
            continue;
        if (maker->reserve == 0) {
            erase(made.id);
            continue;
        }
        maker->shown = std::min(maker->reserve, made.display);
        maker->reserve -= maker->shown;
        maker->place = ++m_places;
        out.onRefreshed({made.id, made.price, maker->shown, made.book, made.side});
    }
    if (open == 0)
        return;
    if (order.kind == OrderKind::Market || order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill)
        return giveUp(CancelReason::NotFilledAtOnce);
    const Lots shown = order.display == 0 ? open : std::min(order.display, open);
    Resting resting{order, shown, open - shown, ++m_places};
    if (resting.reserve == 0)
        resting.order.display = 0; // an ordinary order from now on
    m_orders.push_back(resting);
}

void ReferenceMatchingEngine::cancel(OrderId id, EventCollector& out)
{
    const Resting* resting = find(id);
    if (resting == nullptr)
        return out.onRejected({id, 0, RejectReason::UnknownOrder});
    out.onCancelled({id, resting->order.price, resting->open(), resting->order.book, resting->order.side, CancelReason::Requested});
    erase(id);
}

void ReferenceMatchingEngine::reduce(OrderId id, Lots quantity, EventCollector& out)
{
    Resting* resting = find(id);
    if (resting == nullptr)
        return out.onRejected({id, 0, RejectReason::UnknownOrder});
    if (quantity >= resting->open())
        return cancel(id, out);
    takeOff(*resting, quantity);
    out.onReduced({id, resting->order.price, resting->open(), resting->order.book, resting->order.side});
}

void ReferenceMatchingEngine::replace(const Replace& command, EventCollector& out)
{
    Resting* resting = find(command.id);
    if (resting == nullptr)
        return out.onRejected({command.id, 0, RejectReason::UnknownOrder});
    const BookId book = resting->order.book;
    if (command.quantity == 0)
        return out.onRejected({command.id, book, RejectReason::ZeroQuantity});
    if (command.newId != command.id && find(command.newId) != nullptr)
        return out.onRejected({command.id, book, RejectReason::DuplicateId});
    if (command.price < m_bands[book].lowest || command.price > m_bands[book].highest)
        return out.onRejected({command.id, book, RejectReason::PriceOutsideBand});
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && command.price == resting->order.price
                       && command.quantity <= resting->open();
    out.onReplaced({command.id, command.newId, command.price, command.quantity, book, resting->order.side, keeps});
    if (keeps) {
        takeOff(*resting, resting->open() - command.quantity);
        resting->order.id = command.newId;
        return;
    }
    NewOrder order = resting->order;
    order.id = command.newId;
    order.price = command.price;
    order.quantity = command.quantity;
    order.postOnly = false;
    order.selfTrade = SelfTrade::Allow;
    erase(command.id);
    enter(order, out);
}

std::vector<OrderId> ReferenceMatchingEngine::inBookOrder(BookId book) const
{
    std::vector<Resting> sorted;
    for (const Resting& r : m_orders)
        if (r.order.book == book)
            sorted.push_back(r);
    std::sort(sorted.begin(), sorted.end(), [](const Resting& a, const Resting& b) {
        if (a.order.side != b.order.side)
            return a.order.side == Side::Buy;
        if (a.order.price != b.order.price)
            return a.order.side == Side::Buy ? a.order.price > b.order.price : a.order.price < b.order.price;
        return a.place < b.place;
    });
    std::vector<OrderId> ids;
    for (const Resting& r : sorted)
        ids.push_back(r.order.id);
    return ids;
}

void ReferenceMatchingEngine::cancelAll(BookId book, OwnerId owner, EventCollector& out)
{
    for (const OrderId id : inBookOrder(book))
        if (find(id)->order.owner == owner)
            cancel(id, out);
}

void ReferenceMatchingEngine::endDay(BookId book, EventCollector& out)
{
    for (const OrderId id : inBookOrder(book)) {
        const Resting& r = *find(id);
        if (r.order.timeInForce != TimeInForce::Day)
            continue;
        out.onCancelled({id, r.order.price, r.open(), book, r.order.side, CancelReason::EndOfDay});
        erase(id);
    }
}

std::vector<DepthLevel> ReferenceMatchingEngine::depth(BookId book, Side side) const
{
    std::vector<DepthLevel> levels;
    for (const Resting& r : m_orders) {
        if (r.order.book != book || r.order.side != side)
            continue;
        auto level = std::find_if(levels.begin(), levels.end(), [&](const DepthLevel& l) { return l.price == r.order.price; });
        if (level == levels.end())
            level = levels.insert(levels.end(), DepthLevel{r.order.price, 0, 0});
        ++level->orders;
        level->quantity += r.shown;
    }
    std::sort(levels.begin(), levels.end(), [&](const DepthLevel& a, const DepthLevel& b) {
        return side == Side::Buy ? a.price > b.price : a.price < b.price;
    });
    return levels;
}

std::uint64_t ReferenceMatchingEngine::openQuantity() const
{
    std::uint64_t open = 0;
    for (const Resting& r : m_orders)
        open += r.open();
    return open;
}

} // namespace rialto::testing
