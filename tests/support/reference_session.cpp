// SPDX-License-Identifier: GPL-3.0-or-later
// Phases, auctions, fixed-price trading and groups.
#include "support/reference_matching_engine.h"

#include <algorithm>
#include <utility>

namespace rialto::testing {

using namespace matching;

void ReferenceMatchingEngine::interrupt(BookId book, EventCollector& out)
{
    m_books[book].phase = Phase::VolatilityAuction;
    out.onPhaseChanged({book, Phase::VolatilityAuction});
}

void ReferenceMatchingEngine::setPhase(BookId bookId, Phase phase, const PhaseTerms& terms, EventCollector& out)
{
    Book& book = m_books[bookId];
    const Phase before = book.phase;
    book.phase = phase;
    book.terms = terms;
    if (phase != before) {
        out.onPhaseChanged({bookId, phase});
        std::vector<OrderId> over;
        std::vector<OrderId> due;
        for (const Order* order : waiting(bookId)) {
            if (before == Phase::FixedPrice && order->terms.kind == OrderKind::ClosingPrice)
                over.push_back(order->terms.id);
            else if (takesPart(order->terms, phase))
                due.push_back(order->terms.id);
        }
        cancelEach(over, bookId, CancelReason::AuctionOver, out);
        for (const OrderId id : due) {
            NewOrder order = found(id)->terms;
            order.quantity = found(id)->shown;
            takeAway(id);
            enter(order, out);
        }
    }
    afterwards(bookId, out);
}

void ReferenceMatchingEngine::tradeAtFixedPrice(NewOrder order, EventCollector& out)
{
    Book& book = m_books[order.book];
    const bool buy = order.side == Side::Buy;
    if (!book.last || (order.capped && (buy ? *book.last > order.price : *book.last < order.price)))
        return out.onCancelled({order.id, order.price, order.quantity, order.book, order.side, CancelReason::WorseThanFixed});
    for (Order* maker : waiting(order.book)) {
        if (order.quantity == 0)
            return;
        // While the phase begins, the orders that have not had their turn are not there yet.
        if (maker->terms.kind != OrderKind::ClosingPrice || maker->terms.side == order.side || !maker->inFixedPhase)
            continue;
        const Lots traded = std::min(maker->shown, order.quantity);
        maker->shown -= traded;
        order.quantity -= traded;
        out.onTrade({maker->terms.id, order.id, *book.last, traded, maker->shown, order.quantity, order.book, order.side});
        if (maker->shown == 0)
            takeAway(maker->terms.id);
    }
    if (order.quantity != 0)
        park(order, true);
}

/// Who takes part: all but the all-or-none orders, and of orders that cancel each other the first.
std::vector<ReferenceMatchingEngine::Order*> ReferenceMatchingEngine::auctionQueue(BookId book, Side side) const
{
    std::vector<Order*> orders;
    std::set<std::uint64_t> groups;
    for (Order* order : sorted(book, side)) {
        const bool second = linked(order->terms.id) && !groups.insert(groupOf(order->terms.id)->key).second;
        if (!order->terms.allOrNone && !second)
            orders.push_back(order);
    }
    return orders;
}

AuctionResult ReferenceMatchingEngine::indicative(BookId book, const UncrossOptions& options) const
{
    std::vector<AuctionOrder> orders;
    for (const Side side : {Side::Buy, Side::Sell})
        for (const Order* order : auctionQueue(book, side))
            orders.push_back({side, order->unpriced ? std::nullopt : std::optional(order->at), order->open()});
    return matching::uncross(orders, options.rule, options.reference ? options.reference : m_books[book].last);
}

void ReferenceMatchingEngine::publishIndicative(BookId book, const UncrossOptions& options, EventCollector& out)
{
    out.onIndicative({book, indicative(book, options)});
}

void ReferenceMatchingEngine::uncross(BookId bookId, const UncrossOptions& options, EventCollector& out)
{
    Book& book = m_books[bookId];
    const AuctionResult result = indicative(bookId, options);
    std::map<OrderId, Lots> traded;
    if (result.price) {
        book.last = *result.price;
        if (book.guard.staticBasisPoints != 0)
            book.guard.reference = *result.price;
        std::vector<OrderId> buys;
        std::vector<OrderId> sells;
        for (const Order* order : auctionQueue(bookId, Side::Buy))
            buys.push_back(order->terms.id);
        for (const Order* order : auctionQueue(bookId, Side::Sell))
            sells.push_back(order->terms.id);
        const auto left = [&](OrderId id) { return found(id)->open() - traded[id]; };
        const auto leave = [&](OrderId id) { // once, when it is done or the auction is
            Order& order = *found(id);
            if (left(id) == 0)
                return takeAway(id);
            const Lots shown = order.shown;
            takeOff(order, traded[id]);
            if (order.shown != shown && order.terms.display != 0)
                out.onRefreshed({id, order.at, order.shown, bookId, order.terms.side});
        };
        std::size_t b = 0;
        std::size_t s = 0;
        for (std::uint64_t volume = result.volume; volume != 0;) {
            const OrderId buyer = buys[b];
            const OrderId seller = sells[s];
            const auto piece = static_cast<Lots>(std::min<std::uint64_t>({left(buyer), left(seller), volume}));
            volume -= piece;
            traded[buyer] += piece;
            traded[seller] += piece;
            out.onTrade({buyer, seller, *result.price, piece, left(buyer) + heldOf(buyer), left(seller) + heldOf(seller), bookId, Side::Sell});
            tellGroup(buyer, piece, out);
            tellGroup(seller, piece, out);
            const bool buyDone = left(buyer) == 0;
            const bool sellDone = left(seller) == 0;
            if (buyDone || volume == 0)
                leave(buyer);
            if (sellDone || volume == 0)
                leave(seller);
            b += buyDone ? 1 : 0;
            s += sellDone ? 1 : 0;
        }
    }
    std::vector<OrderId> all;
    for (const Side side : {Side::Buy, Side::Sell})
        for (const OrderId id : queue(bookId, side))
            all.push_back(id);
    for (const OrderId id : all) {
        const Order& order = *found(id);
        NewOrder terms = order.terms;
        const Lots open = order.open();
        if (terms.timeInForce == TimeInForce::AtOpen || terms.timeInForce == TimeInForce::AtClose
            || (terms.kind == OrderKind::Market && !terms.rests)) {
            out.onCancelled({id, order.at, open, bookId, terms.side, CancelReason::AuctionOver});
            takeAway(id);
        } else if (terms.kind == OrderKind::MarketToLimit && result.price && (traded.contains(id) || options.pricesMarketToLimit)) {
            takeAway(id);
            terms.kind = OrderKind::Limit;
            terms.price = *result.price;
            out.onRepriced({id, terms.price, open, bookId, terms.side});
            rest(terms, terms.price, open);
        }
    }
    settleGroups(out);
}

const ReferenceMatchingEngine::Group* ReferenceMatchingEngine::groupOf(OrderId id) const
{
    for (const auto& [key, group] : m_groups)
        for (const Member& member : group.members)
            if (member.terms.id == id)
                return &group;
    return nullptr;
}

ReferenceMatchingEngine::Group* ReferenceMatchingEngine::groupOf(OrderId id)
{
    const Group* group = std::as_const(*this).groupOf(id);
    return group == nullptr ? nullptr : &m_groups.at(group->key);
}

ReferenceMatchingEngine::Member* ReferenceMatchingEngine::memberOf(OrderId id)
{
    Group* group = groupOf(id);
    if (group != nullptr)
        for (Member& member : group->members)
            if (member.terms.id == id)
                return &member;
    return nullptr;
}

Lots ReferenceMatchingEngine::heldOf(OrderId id) const
{
    const Group* group = groupOf(id);
    if (group != nullptr)
        for (const Member& member : group->members)
            if (member.terms.id == id)
                return member.held;
    return 0;
}

/// Whether what another order trades comes off this one.
bool ReferenceMatchingEngine::linked(OrderId id) const
{
    const Group* group = groupOf(id);
    if (group == nullptr || group->kind == GroupKind::OneTriggersOther)
        return false;
    for (const Member& member : group->members)
        if (member.terms.id == id && member.parent)
            return false;
    return true;
}

void ReferenceMatchingEngine::touch(OrderId id)
{
    const Group* group = groupOf(id);
    if (group != nullptr && std::find(m_touched.begin(), m_touched.end(), group->key) == m_touched.end())
        m_touched.push_back(group->key);
}

void ReferenceMatchingEngine::submitGroup(GroupKind kind, const std::vector<NewOrder>& orders, EventCollector& out)
{
    const bool parent = kind != GroupKind::OneCancelsOther;
    const bool link = kind != GroupKind::OneTriggersOther;
    std::optional<std::pair<std::size_t, RejectReason>> refused;
    const auto refuse = [&](std::size_t at, RejectReason reason) {
        if (!refused)
            refused.emplace(at, reason);
    };
    if (orders.size() < (kind == GroupKind::Bracket ? 3U : 2U) || orders.size() > 64)
        refuse(0, RejectReason::BadCombination);
    for (std::size_t i = 0; i < orders.size() && !refused; ++i) {
        const NewOrder& o = orders[i];
        const bool child = !parent || i != 0;
        if (o.book >= m_books.size()) {
            refuse(i, RejectReason::UnknownBook);
            break;
        }
        const Book& book = m_books[o.book];
        if (o.quantity == 0)
            refuse(i, RejectReason::ZeroQuantity);
        if (const Reason reason = refusedTerms(o))
            refuse(i, *reason);
        for (std::size_t before = 0; before < i; ++before)
            if (orders[before].id == o.id)
                refuse(i, RejectReason::DuplicateId);
        if (o.book != orders[0].book || book.proRata || o.kind == OrderKind::ClosingPrice || (child && link && o.side != orders.back().side))
            refuse(i, RejectReason::BadCombination);
        const bool lasting = o.timeInForce == TimeInForce::GoodTillCancel || o.timeInForce == TimeInForce::Day || o.timeInForce == TimeInForce::GoodTillDate;
        if (child && (!lasting || o.kind == OrderKind::Pegged || o.display != 0 || o.minimum != 0 || o.hidden || o.allOrNone || o.postOnly || o.slides || o.slippage))
            refuse(i, RejectReason::BadCombination);
        const bool free = !parent || i == 0; // takes part from the start
        if (const Reason reason = free ? refusedPhase(o) : std::nullopt)
            refuse(i, *reason);
        if (!book.terms.orders || book.phase == Phase::FixedPrice)
            refuse(i, RejectReason::NotInThisPhase);
    }
    if (refused) {
        for (std::size_t i = 0; i < orders.size(); ++i)
            out.onRejected({orders[i].id, orders[i].book, i == refused->first ? refused->second : RejectReason::GroupRefused});
        return;
    }
    const BookId book = orders[0].book;
    Group group;
    group.key = ++m_clock;
    group.kind = kind;
    group.book = book;
    group.fresh = parent ? 0 : std::numeric_limits<std::uint64_t>::max();
    for (const NewOrder& o : orders) {
        out.onAccepted({o.id, o.price, o.quantity, o.owner, o.book, o.side});
        group.members.push_back({o, 0, 0, parent && group.members.empty()});
    }
    m_groups.emplace(group.key, group);
    for (std::size_t i = parent ? 1 : 0; i < orders.size(); ++i)
        park(orders[i], true);
    touch(orders[0].id);
    if (parent)
        enter(orders[0], out);
    afterwards(book, out);
}

void ReferenceMatchingEngine::cancelGroup(OrderId member, EventCollector& out)
{
    const Group* group = groupOf(member);
    if (group == nullptr)
        return out.onRejected({member, 0, RejectReason::UnknownOrder});
    if (!m_books[group->book].terms.cancels)
        return out.onRejected({member, group->book, RejectReason::NotInThisPhase});
    std::vector<OrderId> ids;
    for (const Member& one : group->members)
        ids.push_back(one.terms.id);
    cancelEach(ids, group->book, CancelReason::Requested, out);
}

void ReferenceMatchingEngine::tellGroup(OrderId id, Lots traded, EventCollector& out)
{
    Group* group = groupOf(id);
    if (group == nullptr)
        return;
    touch(id);
    if (memberOf(id)->parent) {
        group->fresh += traded;
        return;
    }
    if (!linked(id))
        return;
    for (Member& other : group->members) {
        Order* order = found(other.terms.id);
        if (other.parent || other.terms.id == id || order == nullptr)
            continue;
        const bool wholeHeld = order->where == Order::Held;
        const Lots active = wholeHeld ? 0 : order->open();
        const Lots held = wholeHeld ? order->shown : other.held;
        const Lots offActive = std::min(active, traded);
        const Lots offHeld = std::min(held, traded - offActive);
        if (offActive == 0 && offHeld == 0)
            continue;
        other.owed += offHeld;
        out.onCancelled({other.terms.id, order->at, offActive + offHeld, group->book, order->terms.side, CancelReason::GroupDone});
        if (wholeHeld)
            order->shown -= offHeld;
        else
            other.held -= offHeld;
        if (!wholeHeld && offActive < active)
            takeOffActive(*order, offActive);
        else if (!wholeHeld || order->shown == 0)
            takeAway(other.terms.id);
    }
}

void ReferenceMatchingEngine::settleGroups(EventCollector& out)
{
    while (!m_touched.empty()) {
        const std::uint64_t key = m_touched.front();
        m_touched.pop_front();
        if (m_groups.contains(key))
            settleGroup(key, out);
    }
}

void ReferenceMatchingEngine::settleGroup(std::uint64_t key, EventCollector& out)
{
    Group& group = m_groups.at(key);
    for (Member& member : group.members)
        if (member.held != 0 && find(member.terms.id) == nullptr) { // what was active is used up
            NewOrder order = member.terms;
            order.quantity = member.held;
            member.held = 0;
            park(order, true);
        }
    const std::uint64_t fresh = group.fresh;
    group.fresh = 0;
    for (Member& member : group.members)
        if (fresh != 0 && !member.parent)
            activate(member, fresh, out);
    if (group.fresh != 0)
        return touch(group.members.front().terms.id);

    const bool parentLives = group.members.front().parent && find(group.members.front().terms.id) != nullptr;
    for (Member& member : group.members) {
        const Order* order = find(member.terms.id);
        if (group.kind == GroupKind::OneCancelsOther || parentLives || member.parent)
            continue;
        const bool wholeHeld = order != nullptr && order->where == Order::Held;
        const Lots held = wholeHeld ? order->shown : member.held;
        if (held == 0)
            continue;
        out.onCancelled({member.terms.id, order != nullptr ? order->at : member.terms.price, held, group.book, member.terms.side, CancelReason::GroupDone});
        member.held = 0;
        if (wholeHeld)
            takeAway(member.terms.id);
    }
    std::erase_if(group.members, [&](const Member& member) { return member.held == 0 && find(member.terms.id) == nullptr; });
    const std::size_t children = group.members.size() - (parentLives ? 1 : 0);
    const bool nothingMore = !parentLives && (children == 1 || group.kind == GroupKind::OneTriggersOther);
    if (children == 0 || nothingMore)
        m_groups.erase(key);
}

void ReferenceMatchingEngine::activate(Member& member, std::uint64_t quantity, EventCollector& out)
{
    const std::uint64_t owed = std::min(member.owed, quantity);
    member.owed -= owed;
    Order* order = found(member.terms.id);
    if (order == nullptr)
        return;
    const bool wholeHeld = order->where == Order::Held;
    const Lots held = wholeHeld ? order->shown : member.held;
    const auto more = static_cast<Lots>(std::min<std::uint64_t>(quantity - owed, held));
    if (more == 0)
        return;
    out.onActivated({member.terms.id, more, order->terms.book, order->terms.side});
    member.held = held - more;
    if (order->where == Order::Waiting) {
        order->shown += more;
        return;
    }
    NewOrder terms = order->terms;
    terms.quantity = more + (wholeHeld ? 0 : order->open());
    takeAway(terms.id);
    enter(terms, out);
}

} // namespace rialto::testing
