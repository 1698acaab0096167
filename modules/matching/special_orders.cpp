// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/check.h"
#include "matching/matching_engine.h"

#include <algorithm>
#include <utility>

namespace rialto::matching {

bool contradicts(const NewOrder& order, bool proRata)
{
    const bool atOnce = order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill;
    const bool oneAuction = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose;
    const bool plain = order.kind == OrderKind::Limit || order.kind == OrderKind::Market;
    const bool limit = order.kind == OrderKind::Limit;
    const bool prevents = order.selfTrade != SelfTrade::Allow;
    return (order.timeInForce == TimeInForce::FillOrKill && prevents)
           || (order.allOrNone
               && (!limit || atOnce || oneAuction || order.display != 0 || order.minimum != 0 || order.hidden || order.postOnly
                   || order.slides || prevents || proRata))
           || (order.minimum != 0
               && (order.minimum > order.quantity || order.timeInForce == TimeInForce::FillOrKill || prevents || order.kind == OrderKind::Pegged))
           || (order.hidden && order.display != 0)
           || (order.rests && (order.kind != OrderKind::Market || order.slippage || atOnce || order.hidden || proRata))
           || (order.slippage && (hasLimit(order) || order.kind == OrderKind::MarketToLimit || order.kind == OrderKind::Pegged || *order.slippage < 0))
           || ((order.postOnly || order.slides) && !plain && order.kind != OrderKind::Pegged)
           || (order.slides && (order.postOnly || !limit || atOnce))
           || (trails(order.kind) && (order.trailDistance <= 0 || order.trailStep < 0))
           || (oneAuction && !plain && order.kind != OrderKind::MarketToLimit)
           || (order.kind == OrderKind::ClosingPrice
               && (atOnce || order.timeInForce == TimeInForce::GoodTillDate || order.display != 0 || order.minimum != 0 || order.hidden
                   || order.slippage || prevents))
           || (order.kind == OrderKind::Pegged && atOnce) || (order.kind == OrderKind::MarketToLimit && (proRata || order.hidden));
}

std::optional<RejectReason> MatchingEngine::refusal(const NewOrder& order) const
{
    const auto reason = refusalOfTerms(order);
    return reason ? reason : refusalOfPhase(order);
}

std::optional<RejectReason> MatchingEngine::refusalOfTerms(const NewOrder& order) const
{
    const Book& book = m_books[order.book];
    const std::uint32_t overLowest = static_cast<std::uint32_t>(order.price) - static_cast<std::uint32_t>(book.lowest);
    if (hasLimit(order) && overLowest > book.bandWidth)
        return RejectReason::PriceOutsideBand;
    if (waits(order.kind) && clampedTicks(order.trigger) != order.trigger)
        return RejectReason::PriceOutsideBand;
    if (m_pool.has(order.id))
        return RejectReason::DuplicateId;
    if (contradicts(order, specialBook(order.book).proRata))
        return RejectReason::BadCombination;
    return std::nullopt;
}

const SpecialBook& MatchingEngine::specialBook(BookId book) const
{
    static const SpecialBook kOrdinary;
    const auto found = m_specialBooks.find(book);
    return found == m_specialBooks.end() ? kOrdinary : found->second;
}

void MatchingEngine::setAllocation(BookId book, Allocation allocation)
{
    RIALTO_CHECK(m_books[book].orders == 0, "the allocation of a book changes only while it is empty");
    openSpecialBook(book).proRata = allocation == Allocation::ProRata;
    updateRare(book);
}

NewOrder MatchingEngine::termsOf(OrderIndex index) const
{
    const OrderNode& node = m_pool[index];
    if (node.isRare())
        return m_special.at(node.id).order;
    return {.id = node.id, .price = node.price, .quantity = node.open, .owner = m_pool.owner(index), .book = node.book(),
            .side = node.side(), .timeInForce = node.has(OrderNode::kDay) ? TimeInForce::Day : TimeInForce::GoodTillCancel};
}

std::optional<NewOrder> MatchingEngine::specialTerms(OrderId id) const
{
    const auto found = m_special.find(id);
    return found == m_special.end() ? std::nullopt : std::optional(found->second.order);
}

void MatchingEngine::restRare(Book& book, const NewOrder& order, Ticks price, Lots open)
{
    const Lots shown = order.display != 0 && order.display < open ? order.display : open;
    restAs(book, {order, open - shown, 0}, price, shown);
}

/// An order without any term that matters while it rests becomes an ordinary one.
void MatchingEngine::restAs(Book& book, const SpecialOrder& special, Ticks price, Lots shown)
{
    const NewOrder& order = special.order;
    NewOrder at = order;
    at.price = price;
    if (order.allOrNone || price == unpricedPrice(order.side)) // will stand opposite, or beyond, orders that it crosses
        splitSides(order.book);
    const OrderIndex index = rest(book, sideOf(book, order.side), at, shown);
    OrderNode& node = m_pool[index];
    std::uint32_t flags = 0;
    if (order.hidden)
        flags |= OrderNode::kHidden;
    if (order.allOrNone)
        flags |= OrderNode::kAllOrNone;
    if (price == unpricedPrice(order.side))
        flags |= OrderNode::kUnpriced;
    if (order.kind == OrderKind::Pegged)
        flags |= OrderNode::kPegged;
    const bool wasRare = special.place != 0;
    if (flags != 0 || special.reserve != 0 || order.timeInForce > TimeInForce::FillOrKill || wasRare) {
        node.meta |= flags | OrderNode::kRare;
        SpecialOrder& kept = m_special.emplace(order.id, special).first->second;
        if (!wasRare)
            kept.place = ++m_places;
        if (flags != 0) {
            SpecialBook& beside = openSpecialBook(order.book);
            beside.hidden += order.hidden ? 1 : 0;
            beside.allOrNone += order.allOrNone ? 1 : 0;
            beside.unpriced += (flags & OrderNode::kUnpriced) != 0 ? 1 : 0;
            if (order.kind == OrderKind::Pegged)
                beside.pegs.emplace(kept.place, order.id);
            updateRare(order.book);
        }
    }
    Level& level = sideOf(book, order.side).level(price);
    if (order.hidden)
        level.quantity -= shown;
    else
        goBeforeHidden(level, index);
}

/// The newest order of a level goes before the hidden ones.
void MatchingEngine::goBeforeHidden(Level& level, OrderIndex index)
{
    OrderNode& node = m_pool[index];
    OrderIndex before = node.previous;
    if (before == kNoOrder || !m_pool[before].has(OrderNode::kHidden) || node.has(OrderNode::kHidden))
        return;
    OrderIndex after = kNoOrder;
    level.tail = before;
    m_pool[before].next = kNoOrder;
    for (; before != kNoOrder && m_pool[before].has(OrderNode::kHidden); before = m_pool[before].previous)
        after = before;
    node.previous = before;
    node.next = after;
    m_pool[after].previous = index;
    if (before == kNoOrder)
        level.head = index;
    else
        m_pool[before].next = index;
}

void MatchingEngine::park(const NewOrder& order, std::uint64_t place, bool held)
{
    const OrderIndex index = m_pool.add(order.id, order.owner);
    OrderNode& node = m_pool[index];
    node.open = order.quantity;
    node.price = hasLimit(order) ? order.price : 0;
    node.previous = node.next = kNoOrder;
    node.meta = static_cast<std::uint32_t>(order.side) | (order.timeInForce == TimeInForce::Day ? OrderNode::kDay : 0U)
                | OrderNode::kRare | OrderNode::kWaiting | (held ? OrderNode::kHeld : 0U) | static_cast<std::uint32_t>(order.book) << 16U;
    ++m_books[order.book].orders;
    m_special.emplace(order.id, SpecialOrder{order, 0, place});
    SpecialBook& beside = openSpecialBook(order.book);
    beside.waiting.emplace(place, order.id);
    if (!held) {
        beside.watches[SpecialBook::watchOf(order)].insert({SpecialBook::keyOf(order), place, order.id});
        if (trails(order.kind))
            beside.trailing.emplace(place, order.id);
    } else if (order.kind == OrderKind::ClosingPrice && beside.phase == Phase::FixedPrice) {
        beside.closing[static_cast<std::size_t>(order.side)].emplace(place, order.id);
    }
    updateRare(order.book);
}

void MatchingEngine::forget(OrderIndex index)
{
    const OrderNode& node = m_pool[index];
    const auto found = m_special.find(node.id);
    const SpecialOrder& special = found->second;
    constexpr std::uint32_t kLookedAfter =
        OrderNode::kWaiting | OrderNode::kHidden | OrderNode::kAllOrNone | OrderNode::kUnpriced | OrderNode::kPegged;
    if (node.has(kLookedAfter)) {
        SpecialBook& beside = openSpecialBook(node.book());
        beside.hidden -= node.has(OrderNode::kHidden) ? 1 : 0;
        beside.allOrNone -= node.has(OrderNode::kAllOrNone) ? 1 : 0;
        beside.unpriced -= node.has(OrderNode::kUnpriced) ? 1 : 0;
        if (node.has(OrderNode::kPegged))
            beside.pegs.erase(special.place);
        if (node.has(OrderNode::kWaiting)) {
            beside.waiting.erase(special.place);
            beside.trailing.erase(special.place);
            beside.closing[static_cast<std::size_t>(node.side())].erase(special.place);
            beside.watches[SpecialBook::watchOf(special.order)].erase({SpecialBook::keyOf(special.order), special.place, node.id});
        }
        updateRare(node.book());
    }
    m_special.erase(found);
}

void MatchingEngine::renameAmongSpecial(BookId book, const SpecialOrder& special, OrderId oldId)
{
    SpecialBook& beside = openSpecialBook(book);
    for (auto* byPlace : {&beside.waiting, &beside.trailing, &beside.pegs, &beside.closing[0], &beside.closing[1]})
        if (const auto at = byPlace->find(special.place); at != byPlace->end() && at->second == oldId)
            at->second = special.order.id;
    if (waits(special.order.kind)) {
        auto& watch = beside.watches[SpecialBook::watchOf(special.order)];
        const Ticks key = SpecialBook::keyOf(special.order);
        if (watch.erase({key, special.place, oldId}) != 0)
            watch.insert({key, special.place, special.order.id});
    }
}

void MatchingEngine::withdraw(Book& book, OrderIndex index)
{
    const OrderNode& node = m_pool[index];
    const bool waiting = node.has(OrderNode::kWaiting);
    if (!m_groups.empty())
        m_groups.touch(node.id);
    if (node.has(OrderNode::kHidden)) // was not counted among what is shown
        sideOf(book, node.side()).level(node.price).quantity += node.open;
    if (node.isRare())
        forget(index);
    if (!waiting)
        return takeOut(book, sideOf(book, m_pool[index].side()), index);
    --book.orders;
    m_pool.remove(index);
}

bool MatchingEngine::refill(Level& level, OrderIndex index)
{
    OrderNode& node = m_pool[index];
    SpecialOrder& iceberg = m_special.at(node.id);
    const Lots shown = iceberg.reserve < iceberg.order.display ? iceberg.reserve : iceberg.order.display;
    if (shown == 0) {
        forget(index);
        return false;
    }
    iceberg.reserve -= shown;
    node.open = shown;
    level.quantity += shown;
    if (level.tail == index) // alone at its price: it is the end of the queue already
        return true;
    m_pool[node.next].previous = node.previous;
    if (level.head == index)
        level.head = node.next;
    else
        m_pool[node.previous].next = node.next;
    node.previous = level.tail;
    node.next = kNoOrder;
    m_pool[level.tail].next = index;
    level.tail = index;
    return true;
}

void MatchingEngine::takeOff(Book& book, OrderIndex index, Lots quantity)
{
    const OrderNode& node = m_pool[index];
    if (GroupMember* member = m_groups.empty() ? nullptr : m_groups.memberOf(node.id)) {
        const Lots fromHeld = std::min(quantity, member->held);
        member->held -= fromHeld;
        quantity -= fromHeld;
    }
    if (quantity != 0)
        takeOffActive(book, index, quantity);
}

void MatchingEngine::takeOffActive(Book& book, OrderIndex index, Lots quantity)
{
    OrderNode& node = m_pool[index];
    Lots fromReserve = 0;
    if (node.isRare()) {
        SpecialOrder& special = m_special.at(node.id);
        fromReserve = quantity < special.reserve ? quantity : special.reserve;
        special.reserve -= fromReserve;
    }
    node.open -= quantity - fromReserve;
    if (!node.has(OrderNode::kWaiting | OrderNode::kHidden))
        sideOf(book, node.side()).level(node.price).quantity -= quantity - fromReserve;
}

Lots MatchingEngine::takable(const Book& book, const NewOrder& order, Rank limit, const PriceBand& range, Lots wanted) const
{
    const Side makers = opposite(order.side);
    const PriceLadder& ladder = sideOf(book, makers);
    Lots left = wanted;
    GroupRegistry::Taken taken;
    for (Rank rank = ladder.bestRank(makers); rank <= limit && left != 0; rank = ladder.rankAfter(makers, rank)) {
        const Ticks price = restingRank(makers, rank);
        const auto agreed = price == unpricedPrice(makers) ? priceOfUnpriced(book, order) : price;
        if (!agreed || !range.contains(*agreed))
            break;
        std::uint64_t reserves = 0; // come after all that is shown, hidden orders apart: icebergs refresh before those
        bool hiddenSeen = false;
        for (OrderIndex at = ladder.find(price)->head; at != kNoOrder && left != 0; at = m_pool[at].next) {
            const OrderNode& node = m_pool[at];
            if (node.has(OrderNode::kHidden) && !hiddenSeen) {
                hiddenSeen = true;
                left -= static_cast<Lots>(std::min<std::uint64_t>(left, reserves));
                reserves = 0;
            }
            if (node.has(OrderNode::kAllOrNone) && node.open > left)
                return wanted - left;
            left -= std::min(left, m_groups.offered(node.id, node.open, taken));
            if (node.isRare())
                reserves += reserveOf(node);
        }
        left -= static_cast<Lots>(std::min<std::uint64_t>(left, reserves));
    }
    return wanted - left;
}

std::optional<Ticks> MatchingEngine::quote(const Book& book, Side side, bool forPegs) const
{
    const PriceLadder& ladder = sideOf(book, side);
    for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank)) {
        const Ticks price = restingRank(side, rank);
        const Level& level = *ladder.find(price);
        if (price == unpricedPrice(side) || level.quantity == 0)
            continue;
        if (!forPegs)
            return price;
        for (OrderIndex at = level.head; at != kNoOrder; at = m_pool[at].next)
            if (!m_pool[at].has(OrderNode::kPegged | OrderNode::kHidden))
                return price;
    }
    return std::nullopt;
}

std::optional<Ticks> MatchingEngine::pegPrice(const NewOrder& order) const
{
    const Book& book = m_books[order.book];
    const auto own = quote(book, order.side, true);
    std::int64_t price = 0;
    if (order.pegTo == PegTo::Primary) {
        if (!own)
            return std::nullopt;
        price = *own;
    } else {
        const auto other = quote(book, opposite(order.side), true);
        if (!own || !other)
            return std::nullopt;
        const std::int64_t sum = std::int64_t{*own} + *other;
        price = (sum - (sum & 1)) / 2; // rounded down
        if (order.side == Side::Sell)
            price += sum & 1;
    }
    const bool buy = order.side == Side::Buy;
    price += buy ? std::int64_t{order.pegOffset} : -std::int64_t{order.pegOffset};
    if (order.capped)
        price = buy ? std::min<std::int64_t>(price, order.price) : std::max<std::int64_t>(price, order.price);
    if (specialBook(order.book).guard.action == GuardAction::Hold) {
        const PriceBand range = allowedRange(order.book);
        price = buy ? std::min<std::int64_t>(price, range.highest) : std::max<std::int64_t>(price, range.lowest);
    }
    return static_cast<Ticks>(std::clamp<std::int64_t>(price, book.lowest, std::int64_t{book.lowest} + book.bandWidth));
}

std::optional<Ticks> MatchingEngine::priceOfUnpriced(const Book& book, const NewOrder& order) const
{
    const Side makers = opposite(order.side);
    const auto best = quote(book, makers, false);
    if (order.kind == OrderKind::Market) {
        if (best)
            return best;
        return book.lastPrice == kNoRank ? std::nullopt : std::optional(book.lastPrice);
    }
    if (!best)
        return order.price;
    return makers == Side::Buy ? std::max(*best, order.price) : std::min(*best, order.price);
}

void MatchingEngine::moveTriggers(BookId bookId)
{
    const auto found = m_specialBooks.find(bookId);
    if (found == m_specialBooks.end() || found->second.trailing.empty() || m_books[bookId].lastPrice == kNoRank)
        return;
    const Book& book = m_books[bookId];
    for (const auto& [place, id] : found->second.trailing) {
        NewOrder& order = m_special.at(id).order;
        const bool buy = order.side == Side::Buy;
        std::int64_t market = book.lastPrice;
        if (order.triggerOn == TriggerOn::Quote) { // both the quote and the trades must have moved
            const auto price = quote(book, opposite(order.side), false);
            if (!price)
                continue;
            market = buy ? std::max<std::int64_t>(market, *price) : std::min<std::int64_t>(market, *price);
        }
        std::int64_t distance = order.trailDistance;
        std::int64_t step = order.trailStep;
        if (order.trailInBasisPoints) {
            constexpr std::int64_t kWhole = 10'000;
            const std::int64_t size = market < 0 ? -market : market;
            distance = size * distance / kWhole;
            step = size * step / kWhole;
        }
        const Ticks trigger = clampedTicks(buy ? market + distance : market - distance);
        const std::int64_t gain = buy ? std::int64_t{order.trigger} - trigger : std::int64_t{trigger} - order.trigger;
        if (gain <= 0 || gain < step)
            continue;
        auto& watch = found->second.watches[SpecialBook::watchOf(order)];
        watch.erase({SpecialBook::keyOf(order), place, id});
        if (order.kind == OrderKind::TrailingStopLimit)
            order.price = static_cast<Ticks>(std::clamp<std::int64_t>(std::int64_t{order.price} + trigger - order.trigger, book.lowest,
                                                                      std::int64_t{book.lowest} + book.bandWidth));
        order.trigger = trigger;
        watch.insert({SpecialBook::keyOf(order), place, id});
        m_pool[m_pool.find(id)].price = hasLimit(order) ? order.price : 0;
    }
}

} // namespace rialto::matching
