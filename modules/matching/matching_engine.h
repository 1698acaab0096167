// SPDX-License-Identifier: GPL-3.0-or-later
// MatchingEngine: the order books of an exchange, with price-time priority. Commands in, events out to a handler; the same
// commands give the same events on every machine. One thread (its owner's); no clock, no random numbers, no I/O; allocates
// only when more orders, or wider prices, live at once than ever before. This file is the hot path, to be read in one
// sitting: enter, cross, rest, take out. Rare orders, and all orders of a book that has such ones to look after, leave it at
// one test for special_orders.h. Units: ticks and lots (order_types.h). Expected failures are Rejected events.
//
//     struct Printer : MatchingHandler {
//         void onTrade(const Trade& t) { std::printf("%llu buys or sells %u at %d\n", ...); }
//         void onRejected(const Rejected& r) { ... }
//     };
//     MatchingEngine engine;
//     const BookId book = engine.addBook();
//     Printer printer;
//     engine.submit({.id = 1, .price = 1000, .quantity = 300, .book = book, .side = Side::Sell}, printer);
//     engine.submit({.id = 2, .price = 1001, .quantity = 100, .book = book, .side = Side::Buy}, printer); // trades at 1000
//     engine.submit({.id = 3, .quantity = 50, .book = book, .side = Side::Buy, .kind = OrderKind::Market}, printer);
//     engine.reduce(1, 20, printer);                                               // keeps its place
//     engine.replace({.id = 1, .newId = 4, .price = 1002, .quantity = 80}, printer);
//     for (const OrderView& order : engine.ordersAt(book, 1002)) { ... }           // in the order of the queue
//     engine.cancel(4, printer);
//     const std::uint64_t hash = engine.stateHash();                               // equal for equal books
#pragma once

#include "matching/book_view.h"
#include "matching/hot.h"
#include "matching/matching_events.h"
#include "matching/group_registry.h"
#include "matching/special_book.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace rialto::matching {

class MatchingEngine {
public:
    /// Room for this many live orders is made at once, so that the first minutes do not allocate.
    explicit MatchingEngine(std::uint32_t expectedOrders = 4096) : m_pool(expectedOrders), m_expectedOrders(expectedOrders) {}

    /// Books are numbered 0, 1, 2, ... At most 65,535.
    BookId addBook(PriceBand band = {});
    std::size_t bookCount() const { return m_books.size(); }
    void setPriceBand(BookId book, PriceBand band);
    /// Only while the book is empty.
    void setAllocation(BookId book, Allocation allocation);
    /// What counts as the last trade until there is one: a previous close.
    void setLastPrice(BookId book, Ticks price) { m_books[book].lastPrice = price; }

    template <class Handler>
    void submit(const NewOrder& order, Handler& handler);
    template <class Handler>
    void cancel(OrderId id, Handler& handler);
    /// Takes `quantity` off the open quantity; the order keeps its place. Taking all of it cancels.
    template <class Handler>
    void reduce(OrderId id, Lots quantity, Handler& handler);
    template <class Handler>
    void replace(const Replace& command, Handler& handler);
    /// Cancels all orders of an owner in a book, buys before sells, best price first.
    template <class Handler>
    void cancelAll(BookId book, OwnerId owner, Handler& handler);
    /// Ends the trading day of a book: cancels its day orders.
    template <class Handler>
    void endDay(BookId book, Handler& handler);
    /// Cancels the good-till-date orders whose expiry is not after `now`.
    template <class Handler>
    void expire(BookId book, std::int64_t now, Handler& handler);
    /// Cancels one order for a reason of the caller's.
    template <class Handler>
    void cancelBecause(OrderId id, CancelReason reason, Handler& handler);

    /// Enters orders as a group (order_group.h), all of them or none: a parent comes first.
    template <class Handler>
    void submitGroup(GroupKind kind, std::span<const NewOrder> orders, Handler& handler);
    /// Cancels every live order of the group that an order belongs to.
    template <class Handler>
    void cancelGroup(OrderId member, Handler& handler);

    /// Changes the phase of a book (session_phase.h). The auction that ends a call is a command of its own, before this one.
    template <class Handler>
    void setPhase(BookId book, Phase phase, const PhaseTerms& terms, Handler& handler);
    Phase phase(BookId book) const { return specialBook(book).phase; }
    const PhaseTerms& phaseTerms(BookId book) const { return specialBook(book).terms; }
    /// The range whose leaving interrupts or holds continuous trading.
    void setPriceGuard(BookId book, const PriceGuard& guard);
    const PriceGuard& priceGuard(BookId book) const { return specialBook(book).guard; }
    /// Where trades may happen now.
    PriceBand allowedRange(BookId book) const;
    /// Tells the handler what an auction would give now.
    template <class Handler>
    void publishIndicative(BookId book, const UncrossOptions& options, Handler& handler)
    {
        handler.onIndicative({book, indicative(book, options)});
    }
    /// A call of no particular kind: orders rest without trading, market orders before all limits, and nothing is triggered.
    void startCall(BookId book);
    /// What an auction would give now.
    AuctionResult indicative(BookId book, const UncrossOptions& options) const;
    /// The auction: all trades at one price, by price, then time; icebergs and hidden orders with their whole quantity,
    /// all-or-none orders without a part in it. Afterwards the orders for this auction only are cancelled. The call goes on.
    template <class Handler>
    AuctionResult uncross(BookId book, const UncrossOptions& options, Handler& handler);
    /// Back to continuous trading. Orders that cross trade pair by pair at the price of the smaller one, triggers are looked at.
    template <class Handler>
    void endCall(BookId book, Handler& handler);
    bool inCall(BookId book) const { return specialBook(book).collects(); }

    /// Hints from a caller that sees its commands some time before it sends them (a queue, a file): `soon` about eight
    /// commands ahead, `next` about four. They start loading what the command will touch and change nothing. They pay from
    /// some fifty thousand live orders on, when orders no longer fit the processor's caches.
    void prefetchSoon(OrderId id) const { m_pool.prefetchBucket(id); }
    void prefetchNext(OrderId id) const { m_pool.prefetchNode(id); }
    void prefetchTarget(OrderId id) const
    {
        const OrderIndex index = m_pool.find(id);
        const OrderNode& node = m_pool[index];
        if (index != kNoOrder) {
            m_books[node.book()].ladder.prefetchLevel(node.price);
            OrderPool::prefetch(&m_pool[node.previous]);
            OrderPool::prefetch(&m_pool[node.next]);
        }
    }
    void prefetchPrice(BookId book, Ticks price) const { if (book < m_bookCount) m_books[book].ladder.prefetchLevel(price); }

    std::optional<DepthLevel> best(BookId book, Side side) const;
    /// Fills `levels` from the best price on; returns how many there are.
    std::size_t depth(BookId book, Side side, std::span<DepthLevel> levels) const;
    /// The orders at a price in the order of the queue.
    std::vector<OrderView> ordersAt(BookId book, Ticks price) const;
    std::optional<OrderView> find(OrderId id) const;
    /// Quantity that trades before this order at its own price.
    std::uint64_t quantityAhead(OrderId id) const;
    std::optional<Ticks> lastPrice(BookId book) const;
    std::uint32_t liveOrders() const { return m_pool.live(); }
    std::uint32_t liveOrders(BookId book) const { return m_books[book].orders; }
    std::uint32_t levelCount(BookId book, Side side) const;
    /// The terms of a rare order as they are now (its trigger, its cap), or nothing.
    std::optional<NewOrder> specialTerms(OrderId id) const;
    /// Ids of a book's resting orders, a side at a time by priority, and of those that wait for a trigger, by entry.
    std::vector<OrderId> queue(BookId book, Side side) const;
    std::vector<OrderId> waitingOrders(BookId book) const;

    /// Equal for two engines exactly when their books hold the same orders in the same queues.
    std::uint64_t stateHash() const;

    /// The whole state as plain words; an engine restored from them goes on exactly as this one would.
    std::vector<std::uint64_t> snapshot() const;
    /// Nothing when the words are no snapshot of this version.
    static std::optional<MatchingEngine> restored(std::span<const std::uint64_t> words);

private:
    struct alignas(64) Book {
        Ticks lowest = 0;
        std::uint32_t bandWidth = 0; // highest - lowest
        std::uint32_t orders = 0;
        std::uint32_t rare = 0; // what of kSlow and kGuarded holds
        PriceLadder ladder;
        Ticks lastPrice = kNoRank;
    };
    static_assert(sizeof(Book) == 128);

    template <class Handler>
    Lots cross(BookId bookId, Book& book, Side side, Rank limit, OrderId taker, Lots open, Handler& handler);
    template <class Handler>
    void enter(BookId bookId, Book& book, const NewOrder& order, Handler& handler);
    OrderIndex rest(Book& book, PriceLadder& ladder, const NewOrder& order, Lots open);
    void takeOut(Book& book, PriceLadder& ladder, OrderIndex index);
    std::uint32_t expectedOrders(const Book& book) const;
    bool fillable(BookId bookId, const Book& book, Side side, Rank limit, Lots quantity) const;

    // special_orders.h: rare orders, and every order of a book that has some to look after.
    template <class Handler>
    void submitRare(const NewOrder& order, Handler& handler);
    template <class Handler>
    void enterRare(NewOrder order, Handler& handler);
    template <class Handler>
    void takeAndRest(NewOrder order, Handler& handler);
    template <class Handler>
    Lots take(Book& book, const NewOrder& order, Rank limit, const PriceBand& range, Lots open, Handler& handler);
    template <class Handler>
    Lots preventSelfTrade(Book& book, const NewOrder& order, OrderIndex index, Lots open, Handler& handler);
    template <class Handler>
    Lots takeProRata(Book& book, const NewOrder& order, Level& level, Lots open, Handler& handler);
    template <class Handler>
    void tradeWith(Book& book, OrderIndex maker, Ticks price, Lots quantity, OrderId taker, Lots takerLeft, Handler& handler);
    template <class Handler>
    void trade(Book& book, OrderIndex index, Ticks price, Lots quantity, OrderId taker, Lots takerLeft, Handler& handler);
    template <class Handler>
    void afterwards(BookId bookId, Handler& handler);
    template <class Handler>
    bool settle(BookId bookId, Handler& handler);
    template <class Handler>
    void tradePair(BookId bookId, Ticks price, Lots quantity, Handler& handler);
    template <class Handler>
    bool movePegs(BookId bookId, Handler& handler);
    void moveTriggers(BookId bookId);
    template <class Handler>
    bool fireOne(BookId bookId, Handler& handler);
    template <class Handler>
    void cancelRare(OrderIndex index, CancelReason reason, Handler& handler);
    template <class Handler>
    void reduceRare(OrderIndex index, Lots quantity, Handler& handler);
    template <class Handler>
    void replaceRare(OrderIndex index, const Replace& command, Handler& handler);
    template <class Handler>
    void cancelEach(BookId book, const std::vector<OrderId>& ids, CancelReason reason, Handler& handler);

    std::optional<RejectReason> refusal(const NewOrder& order) const;
    std::optional<RejectReason> refusalOfTerms(const NewOrder& order) const;
    std::optional<RejectReason> refusalOfPhase(const NewOrder& order) const;
    SpecialBook& openSpecialBook(BookId book) { return m_specialBooks[book]; }
    const SpecialBook& specialBook(BookId book) const;
    void updateRare(BookId book);
    static constexpr std::uint32_t kSplit = 2;
    static constexpr std::uint32_t kSlow = 1 | kSplit; // every command of the book leaves the hot path
    static constexpr std::uint32_t kGuarded = 4;       // only those that trade do
    PriceLadder& sideOf(Book& book, Side side);
    const PriceLadder& sideOf(const Book& book, Side side) const;
    OrderIndex frontOf(const Book& book, Side side) const;
    void splitSides(BookId book);
    void joinSides(BookId book);
    void moveSells(PriceLadder& from, PriceLadder& to, std::uint32_t orders);
    NewOrder termsOf(OrderIndex index) const;
    /// Enters an order into its queue with all its flags; `order.price` is the cap of a peg, `price` where it rests.
    void restRare(Book& book, const NewOrder& order, Ticks price, Lots open);
    void restAs(Book& book, const SpecialOrder& special, Ticks price, Lots shown);
    void renameAmongSpecial(BookId book, const SpecialOrder& special, OrderId oldId);
    void park(const NewOrder& order, std::uint64_t place, bool held = false);
    /// Forgets what is kept beside the node of a rare order.
    void forget(OrderIndex index);
    /// Takes any order out.
    void withdraw(Book& book, OrderIndex index);
    void goBeforeHidden(Level& level, OrderIndex index);
    /// Shows the next piece of an iceberg whose piece is used up, at the end of its queue; false when nothing is left.
    bool refill(Level& level, OrderIndex index);
    Lots reserveOf(const OrderNode& node) const { return m_special.at(node.id).reserve; }
    Lots openOf(const OrderNode& node) const { return node.isRare() ? node.open + reserveOf(node) : node.open; }
    /// What is held first, then the reserve, so that what is shown keeps its place. Less than all of it.
    void takeOff(Book& book, OrderIndex index, Lots quantity);
    void takeOffActive(Book& book, OrderIndex index, Lots quantity);
    /// How much of `wanted` the order would get at once.
    Lots takable(const Book& book, const NewOrder& order, Rank limit, const PriceBand& range, Lots wanted) const;
    std::optional<Ticks> quote(const Book& book, Side side, bool forPegs) const;
    std::optional<Ticks> pegPrice(const NewOrder& order) const;
    /// At what price a resting market order trades with `order`.
    std::optional<Ticks> priceOfUnpriced(const Book& book, const NewOrder& order) const;
    std::optional<MatchingChain> matchingChain(const Book& book) const;
    /// What a side gives, by priority, up to a rank.
    std::vector<SidePiece> piecesUpTo(const Book& book, Side side, Rank last) const;
    /// Resting orders by priority, all but the all-or-none orders.
    std::vector<OrderIndex> auctionQueue(const Book& book, Side side) const;
    /// Buys before sells, best price first, then waiting orders by entry.
    template <class Wanted>
    std::vector<OrderId> ordersWith(BookId book, Wanted&& wanted) const;
    template <class Handler>
    void takeOffShownLast(Book& book, OrderIndex index, Lots quantity, Handler& handler);

    // session_phases.h
    template <class Handler>
    void takeWithinRange(const NewOrder& order, Handler& handler);
    template <class Handler>
    void interrupt(BookId book, Handler& handler);
    template <class Handler>
    void tradeAtFixedPrice(NewOrder order, Handler& handler);
    bool leavesRange(const Book& book, const NewOrder& order, Rank limit, const PriceBand& range) const;
    void noteAuctionPrice(BookId book, Ticks price);

    // order_groups.h
    template <class Handler>
    void tellGroup(OrderId id, Lots traded, Handler& handler);
    template <class Handler>
    void settleGroups(Handler& handler);
    template <class Handler>
    void settleGroup(OrderGroup& group, Handler& handler);
    template <class Handler>
    void activate(GroupMember& member, std::uint64_t quantity, Handler& handler);
    bool restoreGroups(std::span<const std::uint64_t> words);
    std::optional<GroupRefusal> refusal(GroupKind kind, std::span<const NewOrder> orders) const;
    /// The open quantity with what is held.
    Lots leavesOf(const OrderNode& node) const { return openOf(node) + m_groups.heldOf(node.id); }

    template <class Visit>
    void forEachResting(const Book& book, Side side, Visit&& visit) const
    {
        const PriceLadder& ladder = sideOf(book, side);
        for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank))
            for (OrderIndex at = ladder.find(restingRank(side, rank))->head; at != kNoOrder; at = m_pool[at].next)
                visit(at);
    }

    OrderPool m_pool;
    std::unordered_map<OrderId, SpecialOrder> m_special; // by order; their nodes carry a flag
    std::map<BookId, SpecialBook> m_specialBooks;
    GroupRegistry m_groups;
    std::uint64_t m_places = 0;
    std::uint32_t m_expectedOrders;
    std::unique_ptr<WindowArena> m_arena = std::make_unique<WindowArena>(); // its blocks keep their place when the engine moves
    std::vector<Book> m_books;
    std::uint32_t m_bookCount = 0; // a plain number is cheaper to ask than the vector
};

template <class Handler>
RIALTO_HOT void MatchingEngine::submit(const NewOrder& order, Handler& handler)
{
    if (order.book >= m_bookCount) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::UnknownBook});
    Book& book = m_books[order.book];
    if (order.quantity == 0) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::ZeroQuantity});
    if (order.isRare() | ((book.rare & kSlow) != 0)) [[unlikely]]
        return submitRare(order, handler);
    const std::uint32_t overLowest = static_cast<std::uint32_t>(order.price) - static_cast<std::uint32_t>(book.lowest);
    if (overLowest > book.bandWidth && order.kind != OrderKind::Market) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::PriceOutsideBand});
    if (m_pool.has(order.id)) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::DuplicateId});
    handler.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
    enter(order.book, book, order, handler);
}

/// What a valid order does: take what crosses, then rest or give up the remainder.
template <class Handler>
RIALTO_HOT void MatchingEngine::enter(BookId bookId, Book& book, const NewOrder& order, Handler& handler)
{
    const bool market = order.kind == OrderKind::Market;
    const Rank limit = market ? kAnyRank : takingRank(order.side, order.price);
    Lots open = order.quantity;
    if (order.timeInForce == TimeInForce::FillOrKill && !fillable(bookId, book, order.side, limit, open)) [[unlikely]]
        return handler.onCancelled({order.id, order.price, open, bookId, order.side, CancelReason::NotFilledInFull});
    if (book.ladder.bestRank(opposite(order.side)) <= limit) {
        if (book.rare != 0) [[unlikely]] // only here, where it trades, a guarded book costs a test
            return takeWithinRange(order, handler);
        open = cross(bookId, book, order.side, limit, order.id, open, handler);
        if (open == 0)
            return;
    }
    if (market || order.timeInForce >= TimeInForce::ImmediateOrCancel)
        return handler.onCancelled({order.id, order.price, open, bookId, order.side, CancelReason::NotFilledAtOnce});
    rest(book, book.ladder, order, open);
}

template <class Handler>
Lots MatchingEngine::cross(BookId bookId, Book& book, Side side, Rank limit, OrderId taker, Lots open, Handler& handler)
{
    const Side makerSide = opposite(side);
    do {
        const Ticks price = restingRank(makerSide, book.ladder.bestRank(makerSide));
        Level& level = book.ladder.level(price);
        book.lastPrice = price;
        for (;;) {
            const OrderIndex index = level.head;
            OrderNode& maker = m_pool[index];
            const Lots traded = maker.open < open ? maker.open : open;
            maker.open -= traded;
            level.quantity -= traded;
            open -= traded;
            const bool rare = maker.isRare();
            handler.onTrade({maker.id, taker, price, traded, rare ? maker.open + reserveOf(maker) : maker.open, open, bookId, side});
            if (maker.open != 0)
                return 0;
            if (rare && refill(level, index)) [[unlikely]] {
                handler.onRefreshed({maker.id, price, maker.open, bookId, makerSide});
                if (open == 0)
                    return 0;
                continue;
            }
            const OrderIndex next = maker.next;
            m_pool.remove(index);
            --book.orders;
            level.head = next;
            m_pool[next].previous = kNoOrder;
            if (next == kNoOrder) {
                level.tail = kNoOrder;
                book.ladder.leave(makerSide, price, true);
                break;
            }
            if (open == 0)
                return 0;
        }
    } while (open != 0 && book.ladder.bestRank(makerSide) <= limit);
    return open;
}

RIALTO_HOT OrderIndex MatchingEngine::rest(Book& book, PriceLadder& ladder, const NewOrder& order, Lots open)
{
    if (!ladder.inWindow(order.price)) [[unlikely]]
        ladder.welcomeFarPrice(order.price, expectedOrders(book), *m_arena);
    const OrderIndex index = m_pool.add(order.id, order.owner);
    OrderNode& node = m_pool[index];
    node.open = open;
    node.price = order.price;
    node.meta = static_cast<std::uint32_t>(order.side) | (order.timeInForce == TimeInForce::Day ? OrderNode::kDay : 0U)
                | static_cast<std::uint32_t>(order.book) << 16U;
    Level& level = ladder.level(order.price);
    level.quantity += open;
    ++book.orders;
    const OrderIndex last = level.tail;
    node.previous = last;
    node.next = kNoOrder;
    m_pool[last].next = index;
    level.tail = index;
    level.head = last == kNoOrder ? index : level.head;
    ladder.occupy(order.side, order.price);
    return index;
}

/// Takes a resting order out of its level and out of the map. What is kept beside a rare one is forgotten before.
RIALTO_HOT void MatchingEngine::takeOut(Book& book, PriceLadder& ladder, OrderIndex index)
{
    OrderNode& node = m_pool[index];
    Level& level = ladder.level(node.price);
    const OrderIndex next = node.next;
    const OrderIndex previous = node.previous;
    level.quantity -= node.open;
    --book.orders;
    m_pool[next].previous = previous;
    m_pool[previous].next = next;
    level.head = previous == kNoOrder ? next : level.head;
    level.tail = next == kNoOrder ? previous : level.tail;
    const Side side = node.side();
    const Ticks price = node.price;
    m_pool.remove(index);
    ladder.leave(side, price, level.head == kNoOrder);
}

template <class Handler>
RIALTO_HOT void MatchingEngine::cancel(OrderId id, Handler& handler)
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({id, 0, RejectReason::UnknownOrder});
    const OrderNode& node = m_pool[index];
    Book& book = m_books[node.book()];
    if (node.isRare() | ((book.rare & kSlow) != 0)) [[unlikely]]
        return cancelRare(index, CancelReason::Requested, handler);
    handler.onCancelled({id, node.price, node.open, node.book(), node.side(), CancelReason::Requested});
    takeOut(book, book.ladder, index);
}

template <class Handler>
void MatchingEngine::reduce(OrderId id, Lots quantity, Handler& handler)
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({id, 0, RejectReason::UnknownOrder});
    OrderNode& node = m_pool[index];
    Book& book = m_books[node.book()];
    if (node.isRare() | ((book.rare & kSlow) != 0)) [[unlikely]]
        return reduceRare(index, quantity, handler);
    if (quantity >= node.open)
        return cancel(id, handler);
    node.open -= quantity;
    book.ladder.level(node.price).quantity -= quantity;
    handler.onReduced({id, node.price, node.open, node.book(), node.side()});
}

template <class Handler>
void MatchingEngine::replace(const Replace& command, Handler& handler)
{
    const OrderIndex index = m_pool.find(command.id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({command.id, 0, RejectReason::UnknownOrder});
    OrderNode& node = m_pool[index];
    Book& book = m_books[node.book()];
    if (command.quantity == 0) [[unlikely]]
        return handler.onRejected({command.id, node.book(), RejectReason::ZeroQuantity});
    if (command.newId != command.id && m_pool.has(command.newId)) [[unlikely]]
        return handler.onRejected({command.id, node.book(), RejectReason::DuplicateId});
    if (node.isRare() | ((book.rare & kSlow) != 0)) [[unlikely]]
        return replaceRare(index, command, handler);
    const std::uint32_t overLowest = static_cast<std::uint32_t>(command.price) - static_cast<std::uint32_t>(book.lowest);
    if (overLowest > book.bandWidth) [[unlikely]]
        return handler.onRejected({command.id, node.book(), RejectReason::PriceOutsideBand});
    const NewOrder order{.id = command.newId, .price = command.price, .quantity = command.quantity, .owner = m_pool.owner(index),
                         .book = node.book(), .side = node.side(),
                         .timeInForce = node.has(OrderNode::kDay) ? TimeInForce::Day : TimeInForce::GoodTillCancel};
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && order.price == node.price && order.quantity <= node.open;
    handler.onReplaced({command.id, command.newId, order.price, order.quantity, order.book, order.side, keeps});
    if (keeps) {
        book.ladder.level(order.price).quantity -= node.open - order.quantity;
        node.open = order.quantity;
        return m_pool.rename(index, command.newId);
    }
    takeOut(book, book.ladder, index);
    enter(order.book, book, order, handler);
}

} // namespace rialto::matching

#include "matching/special_orders.h"
#include "matching/order_changes.h"
#include "matching/call_phase.h"
#include "matching/session_phases.h"
#include "matching/order_groups.h"
