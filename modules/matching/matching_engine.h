// SPDX-License-Identifier: GPL-3.0-or-later
// MatchingEngine: the order books of an exchange, with price-time priority. Commands in, events out to a handler; the same
// commands give the same events on every machine. One thread (its owner's); no clock, no random numbers, no I/O; allocates
// only when more orders, or wider prices, live at once than ever before. This file is the hot path, to be read in one
// sitting: enter, cross, rest, take out. Units: ticks and lots (order_types.h). Expected failures are Rejected events.
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
//     if (auto best = engine.best(book, Side::Sell))
//         std::printf("%d x %llu in %u orders\n", best->price, best->quantity, best->orders);
//     std::array<DepthLevel, 10> top;
//     const std::size_t levels = engine.depth(book, Side::Sell, top);
//     for (const OrderView& order : engine.ordersAt(book, 1002)) { ... }           // in the order of the queue
//     engine.cancel(4, printer);
//     const std::uint64_t hash = engine.stateHash();                               // equal for equal books
#pragma once

#include "matching/hot.h"
#include "matching/matching_events.h"
#include "matching/price_ladder.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace rialto::matching {

struct DepthLevel {
    Ticks price = 0;
    std::uint32_t orders = 0;
    std::uint64_t quantity = 0;
};

struct OrderView {
    OrderId id = 0;
    Ticks price = 0;
    Lots quantity = 0; // open
    OwnerId owner = 0;
    BookId book = 0;
    Side side = Side::Buy;
};

/// Limits within which a book accepts prices, both included.
struct PriceBand {
    Ticks lowest = std::numeric_limits<Ticks>::min() + 2;
    Ticks highest = std::numeric_limits<Ticks>::max() - 2;
};

class MatchingEngine {
public:
    /// Room for this many live orders is made at once, so that the first minutes do not allocate.
    explicit MatchingEngine(std::uint32_t expectedOrders = 4096) : m_pool(expectedOrders), m_expectedOrders(expectedOrders) {}

    /// Books are numbered 0, 1, 2, ... At most 65,535.
    BookId addBook(PriceBand band = {});
    std::size_t bookCount() const { return m_books.size(); }
    void setPriceBand(BookId book, PriceBand band);

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
        Ticks lastPrice = kNoRank;
        PriceLadder ladder;
    };
    static_assert(sizeof(Book) == 128);

    template <class Handler>
    Lots cross(BookId bookId, Book& book, Side side, Rank limit, OrderId taker, Lots open, Handler& handler);
    template <class Handler>
    void enter(BookId bookId, Book& book, const NewOrder& order, Handler& handler);
    template <class Handler>
    void enterSpecial(BookId bookId, Book& book, const NewOrder& order, Handler& handler);
    template <class Handler>
    Lots crossOthers(BookId bookId, Book& book, const NewOrder& order, Rank limit, Lots open, Handler& handler);
    template <class Handler>
    void cancelEach(const std::vector<OrderId>& ids, CancelReason reason, Handler& handler);
    OrderIndex rest(Book& book, const NewOrder& order, Lots open);
    void restIceberg(Book& book, const NewOrder& order, Lots open);
    /// Shows the next piece of an iceberg whose piece is used up, at the end of its queue; false when nothing is left.
    bool refill(Level& level, OrderIndex index);
    Lots reserveOf(const OrderNode& node) const;
    void reduceIceberg(OrderIndex index, Level& level, Lots quantity);
    std::vector<OrderId> ordersOf(BookId book, OwnerId owner) const;
    std::vector<OrderId> dayOrders(BookId book) const;
    void takeOut(Book& book, OrderIndex index);
    std::uint32_t expectedOrders(const Book& book) const;
    bool fillable(BookId bookId, const Book& book, Side side, Rank limit, Lots quantity) const;

    struct Iceberg {
        Lots display;
        Lots reserve;
    };

    OrderPool m_pool;
    std::unordered_map<OrderId, Iceberg> m_icebergs; // rare: their nodes carry a flag
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
    const std::uint32_t overLowest = static_cast<std::uint32_t>(order.price) - static_cast<std::uint32_t>(book.lowest);
    if (overLowest > book.bandWidth && order.kind != OrderKind::Market) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::PriceOutsideBand});
    if (m_pool.has(order.id)) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::DuplicateId});
    const bool special = order.display != 0 || order.postOnly || order.selfTrade != SelfTrade::Allow;
    if (special && order.selfTrade != SelfTrade::Allow && order.timeInForce == TimeInForce::FillOrKill) [[unlikely]]
        return handler.onRejected({order.id, order.book, RejectReason::BadCombination});
    handler.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
    if (special) [[unlikely]]
        return enterSpecial(order.book, book, order, handler);
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
        open = cross(bookId, book, order.side, limit, order.id, open, handler);
        if (open == 0)
            return;
    }
    if (market || order.timeInForce >= TimeInForce::ImmediateOrCancel)
        return handler.onCancelled({order.id, order.price, open, bookId, order.side, CancelReason::NotFilledAtOnce});
    rest(book, order, open);
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

RIALTO_HOT OrderIndex MatchingEngine::rest(Book& book, const NewOrder& order, Lots open)
{
    if (!book.ladder.inWindow(order.price)) [[unlikely]]
        book.ladder.welcomeFarPrice(order.price, expectedOrders(book), *m_arena);
    const OrderIndex index = m_pool.add(order.id, order.owner);
    OrderNode& node = m_pool[index];
    node.open = open;
    node.price = order.price;
    node.meta = static_cast<std::uint32_t>(order.side) | (order.timeInForce == TimeInForce::Day ? OrderNode::kDay : 0U)
                | static_cast<std::uint32_t>(order.book) << 16U;
    Level& level = book.ladder.level(order.price);
    level.quantity += open;
    ++book.orders;
    const OrderIndex last = level.tail;
    node.previous = last;
    node.next = kNoOrder;
    m_pool[last].next = index;
    level.tail = index;
    level.head = last == kNoOrder ? index : level.head;
    book.ladder.occupy(order.side, order.price);
    return index;
}

/// Takes a resting order out of its level and out of the map.
RIALTO_HOT void MatchingEngine::takeOut(Book& book, OrderIndex index)
{
    OrderNode& node = m_pool[index];
    Level& level = book.ladder.level(node.price);
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
    if (node.isRare()) [[unlikely]]
        m_icebergs.erase(node.id);
    m_pool.remove(index);
    book.ladder.leave(side, price, level.head == kNoOrder);
}

template <class Handler>
RIALTO_HOT void MatchingEngine::cancel(OrderId id, Handler& handler)
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({id, 0, RejectReason::UnknownOrder});
    const OrderNode& node = m_pool[index];
    const Lots open = node.isRare() ? node.open + reserveOf(node) : node.open;
    handler.onCancelled({id, node.price, open, node.book(), node.side(), CancelReason::Requested});
    takeOut(m_books[node.book()], index);
}

template <class Handler>
void MatchingEngine::reduce(OrderId id, Lots quantity, Handler& handler)
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({id, 0, RejectReason::UnknownOrder});
    OrderNode& node = m_pool[index];
    const Lots open = node.isRare() ? node.open + reserveOf(node) : node.open;
    if (quantity >= open)
        return cancel(id, handler);
    Level& level = m_books[node.book()].ladder.level(node.price);
    if (node.isRare()) [[unlikely]] {
        reduceIceberg(index, level, quantity);
    } else {
        node.open -= quantity;
        level.quantity -= quantity;
    }
    handler.onReduced({id, node.price, open - quantity, node.book(), node.side()});
}

template <class Handler>
void MatchingEngine::replace(const Replace& command, Handler& handler)
{
    const OrderIndex index = m_pool.find(command.id);
    if (index == kNoOrder) [[unlikely]]
        return handler.onRejected({command.id, 0, RejectReason::UnknownOrder});
    const OrderNode& node = m_pool[index];
    NewOrder order{.id = command.newId, .price = command.price, .quantity = command.quantity, .owner = m_pool.owner(index),
                   .book = node.book(), .side = node.side()};
    if ((node.meta & OrderNode::kDay) != 0)
        order.timeInForce = TimeInForce::Day;
    Lots open = node.open;
    if (node.isRare()) [[unlikely]] {
        open += reserveOf(node);
        order.display = m_icebergs.at(node.id).display;
    }
    Book& book = m_books[order.book];
    if (order.quantity == 0) [[unlikely]]
        return handler.onRejected({command.id, order.book, RejectReason::ZeroQuantity});
    const std::uint32_t overLowest = static_cast<std::uint32_t>(order.price) - static_cast<std::uint32_t>(book.lowest);
    if (overLowest > book.bandWidth) [[unlikely]]
        return handler.onRejected({command.id, order.book, RejectReason::PriceOutsideBand});
    if (command.newId != command.id && m_pool.has(command.newId)) [[unlikely]]
        return handler.onRejected({command.id, order.book, RejectReason::DuplicateId});
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && order.price == node.price && order.quantity <= open;
    handler.onReplaced({command.id, command.newId, order.price, order.quantity, order.book, order.side, keeps});
    if (keeps) {
        Level& level = book.ladder.level(order.price);
        if (node.isRare()) [[unlikely]] {
            reduceIceberg(index, level, open - order.quantity);
            const Iceberg iceberg = m_icebergs.at(command.id);
            m_icebergs.erase(command.id);
            m_icebergs.emplace(command.newId, iceberg);
        } else {
            level.quantity -= open - order.quantity;
            m_pool[index].open = order.quantity;
        }
        m_pool.rename(index, command.newId);
        return;
    }
    takeOut(book, index);
    if (order.display != 0) [[unlikely]]
        return enterSpecial(order.book, book, order, handler);
    enter(order.book, book, order, handler);
}

} // namespace rialto::matching

#include "matching/special_orders.h"
