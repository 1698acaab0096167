// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any stream of commands of any order type through calls, auctions and continuous trading: quantity is
// conserved and every order accounted for, nobody trades beyond its limit, no all-or-none order is split, each order is in
// one queue, the book is not crossed in continuous trading, and an engine that is restored from snapshots on the way says and becomes the same as one that never stopped. A broken promise
// stops the program. Any words that pretend to be a snapshot give an engine that works, or none.
#pragma once

#include "base/check.h"
#include "base/hash.h"
#include "matching/matching_engine.h"

#include <cstring>
#include <map>
#include <span>

namespace rialto::fuzzing {

/// Numbers from bytes; zeros after the end.
class CommandBytes {
public:
    CommandBytes(const std::uint8_t* data, std::size_t size) : m_data(data, size) {}
    bool empty() const { return m_data.empty(); }
    std::uint32_t below(std::uint32_t bound)
    {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < 2 && !m_data.empty(); ++i, m_data = m_data.subspan(1))
            value = value << 8U | m_data[0];
        return value % bound;
    }
    bool oneIn(std::uint32_t bound) { return below(bound) == bound - 1; }

private:
    std::span<const std::uint8_t> m_data;
};

/// Keeps account of every order from the events alone.
class MatchingAuditor : public matching::MatchingHandler {
public:
    std::map<matching::OrderId, std::uint64_t> open;
    std::map<matching::OrderId, matching::NewOrder> limits; // of orders that have one from the start
    std::vector<matching::OrderId> wholes; // all-or-none orders that trade in this command
    Hasher events;
    std::size_t count = 0;

    void endCommand()
    {
        for (const auto id : wholes)
            RIALTO_CHECK(!open.contains(id), "an all-or-none order is split");
        wholes.clear();
    }

    void onAccepted(const matching::Accepted& e)
    {
        open[e.id] += e.quantity;
        say(1, e.id, e.quantity);
    }
    void onRejected(const matching::Rejected& e)
    {
        limits.erase(pending == e.id ? e.id : 0);
        say(2, e.id, static_cast<std::uint64_t>(e.reason));
    }
    void onTrade(const matching::Trade& e)
    {
        for (const auto id : {e.maker, e.taker}) {
            const auto limit = limits.find(id);
            if (limit == limits.end())
                continue;
            RIALTO_CHECK(limit->second.side == matching::Side::Buy ? e.price <= limit->second.price : e.price >= limit->second.price,
                         "a trade beyond a limit");
            if (limit->second.allOrNone)
                wholes.push_back(id);
        }
        take(e.maker, e.quantity, e.makerRemaining);
        take(e.taker, e.quantity, e.takerRemaining);
        say(3, e.maker * 31 + e.taker, std::uint64_t{e.quantity} << 32U | static_cast<std::uint32_t>(e.price));
    }
    void onCancelled(const matching::Cancelled& e)
    {
        take(e.id, e.quantity, open[e.id] - e.quantity);
        say(4, e.id, e.quantity);
    }
    void onReduced(const matching::Reduced& e)
    {
        open[e.id] = e.remaining;
        say(5, e.id, e.remaining);
    }
    void onReplaced(const matching::Replaced& e)
    {
        open.erase(e.oldId);
        open[e.newId] = e.quantity;
        if (const auto limit = limits.find(e.oldId); limit != limits.end()) {
            matching::NewOrder order = limit->second;
            limits.erase(limit);
            order.price = e.price;
            limits[e.newId] = order;
        }
        say(6, e.oldId * 31 + e.newId, e.quantity);
    }
    void onRefreshed(const matching::Refreshed& e) { say(7, e.id, e.quantity); }
    void onTriggered(const matching::Triggered& e) { say(8, e.id, e.quantity); }
    void onRepriced(const matching::Repriced& e) { say(9, e.id, static_cast<std::uint32_t>(e.price)); }

    matching::OrderId pending = 0; // the new order that is being submitted

private:
    void take(matching::OrderId id, std::uint64_t quantity, std::uint64_t left)
    {
        const auto order = open.find(id);
        RIALTO_CHECK(order != open.end() && order->second >= quantity, "more was taken off an order than it had");
        order->second -= quantity;
        RIALTO_CHECK(order->second == left, "an event tells another remainder than the events before it");
        if (order->second == 0) {
            open.erase(order);
            limits.erase(id);
        }
    }
    void say(std::uint64_t kind, std::uint64_t a, std::uint64_t b)
    {
        events.add(kind).add(a).add(b);
        ++count;
    }
};

class MatchingRun {
public:
    MatchingRun() : m_straight(16), m_restored(16)
    {
        for (matching::MatchingEngine* engine : {&m_straight, &m_restored}) {
            engine->addBook();
            engine->addBook({-300, 300});
            engine->addBook();
            engine->setAllocation(2, matching::Allocation::ProRata);
        }
    }

    std::size_t run(CommandBytes bytes, std::size_t commands)
    {
        for (std::size_t i = 0; i < commands && !bytes.empty(); ++i) {
            step(bytes);
            m_audit.endCommand();
            m_second.endCommand();
            RIALTO_CHECK(m_audit.events.value() == m_second.events.value(), "a restored engine says something else");
            RIALTO_CHECK(m_straight.liveOrders() == m_audit.open.size(), "an order is lost, or left over");
            if (i % 16 == 0)
                lookAtBooks();
            if (i % 128 == 127) {
                auto restored = matching::MatchingEngine::restored(m_restored.snapshot());
                RIALTO_CHECK(restored.has_value(), "a snapshot is refused");
                RIALTO_CHECK(restored->stateHash() == m_straight.stateHash(), "a restored engine is in another state");
                m_restored = std::move(*restored);
            }
        }
        lookAtBooks();
        RIALTO_CHECK(m_restored.stateHash() == m_straight.stateHash(), "two engines end in different states");
        return m_audit.count;
    }
    std::uint64_t hash() const { return m_straight.stateHash(); }
    std::vector<std::uint64_t> snapshot() const { return m_straight.snapshot(); }

private:
    template <class Command>
    void both(Command&& command)
    {
        command(m_straight, m_audit);
        command(m_restored, m_second);
    }

    void step(CommandBytes& bytes)
    {
        using namespace matching;
        const std::uint32_t dice = bytes.below(100);
        const auto book = static_cast<BookId>(bytes.below(3));
        const OrderId target = m_lastId == 0 ? 1 : 1 + (m_lastId - 1 - bytes.below(static_cast<std::uint32_t>(std::min<OrderId>(m_lastId, 60))));
        if (dice < 62) {
            NewOrder order = newOrder(bytes, book);
            order.id = ++m_lastId;
            if (hasLimit(order) && order.kind != OrderKind::TrailingStopLimit)
                m_audit.limits[order.id] = order;
            m_audit.pending = order.id;
            both([&](MatchingEngine& engine, auto& to) { engine.submit(order, to); });
            m_audit.pending = 0;
        } else if (dice < 76) {
            both([&](MatchingEngine& engine, auto& to) { engine.cancel(target, to); });
        } else if (dice < 81) {
            const Lots off = bytes.below(20);
            both([&](MatchingEngine& engine, auto& to) { engine.reduce(target, off, to); });
        } else if (dice < 92) {
            const bool renamed = bytes.oneIn(2);
            const Replace command{target, renamed ? ++m_lastId : target, price(bytes), bytes.below(40), static_cast<QueuePlace>(bytes.below(2))};
            both([&](MatchingEngine& engine, auto& to) { engine.replace(command, to); });
        } else if (dice < 94) {
            if (m_straight.inCall(book)) {
                const UncrossOptions options{static_cast<UncrossRule>(bytes.below(6)),
                                             bytes.oneIn(3) ? std::nullopt : std::optional(price(bytes)), bytes.oneIn(2)};
                both([&](MatchingEngine& engine, auto& to) { engine.uncross(book, options, to); });
                both([&](MatchingEngine& engine, auto& to) { engine.endCall(book, to); });
            } else if (bytes.oneIn(2)) {
                both([&](MatchingEngine& engine, auto&) { engine.startCall(book); });
            } else {
                const auto phase = static_cast<Phase>(bytes.below(9));
                const PhaseTerms terms{!bytes.oneIn(8), !bytes.oneIn(8), !bytes.oneIn(8), bytes.oneIn(2)};
                both([&](MatchingEngine& engine, auto& to) { engine.setPhase(book, phase, terms, to); });
            }
        } else if (dice < 96) {
            both([&](MatchingEngine& engine, auto& to) { engine.endCall(book, to); });
        } else if (dice < 98) {
            const OwnerId owner = bytes.below(4);
            both([&](MatchingEngine& engine, auto& to) { engine.cancelAll(book, owner, to); });
        } else if (dice < 99 && bytes.oneIn(2)) {
            const auto kind = static_cast<GroupKind>(bytes.below(3));
            std::vector<NewOrder> orders;
            for (std::uint32_t count = 2 + bytes.below(3); count != 0; --count) {
                orders.push_back(newOrder(bytes, book));
                orders.back().id = ++m_lastId;
                if (!bytes.oneIn(4) && orders.size() != 1) // one that a group takes
                    orders.back() = {.id = m_lastId, .price = price(bytes), .quantity = 1 + bytes.below(30), .book = book, .side = orders[0].side};
            }
            both([&](MatchingEngine& engine, auto& to) { engine.submitGroup(kind, orders, to); });
            if (bytes.oneIn(4))
                both([&](MatchingEngine& engine, auto& to) { engine.cancelGroup(m_lastId, to); });
        } else if (dice < 99) {
            both([&](MatchingEngine& engine, auto& to) { engine.endDay(book, to); });
        } else {
            const std::int64_t now = bytes.below(100);
            both([&](MatchingEngine& engine, auto& to) { engine.expire(book, now, to); });
        }
    }

    static matching::Ticks price(CommandBytes& bytes) { return static_cast<matching::Ticks>(bytes.below(30)) - 15; }

    static matching::NewOrder newOrder(CommandBytes& bytes, matching::BookId book)
    {
        using namespace matching;
        NewOrder order;
        order.book = book;
        order.side = static_cast<Side>(bytes.below(2));
        order.price = price(bytes);
        order.quantity = 1 + bytes.below(30);
        order.owner = bytes.below(4);
        if (bytes.oneIn(2))
            order.kind = static_cast<OrderKind>(bytes.below(11));
        if (bytes.oneIn(3))
            order.timeInForce = static_cast<TimeInForce>(bytes.below(7));
        if (bytes.oneIn(8))
            order.selfTrade = static_cast<SelfTrade>(bytes.below(5));
        order.postOnly = bytes.oneIn(15);
        order.slides = bytes.oneIn(15);
        order.allOrNone = bytes.oneIn(20);
        order.hidden = bytes.oneIn(10);
        order.rests = order.kind == OrderKind::Market && bytes.oneIn(3);
        if (bytes.oneIn(6))
            order.display = 1 + bytes.below(8);
        if (bytes.oneIn(12))
            order.minimum = 1 + bytes.below(12);
        if (bytes.oneIn(10))
            order.slippage = static_cast<Ticks>(bytes.below(4));
        order.trigger = price(bytes);
        order.triggerOn = static_cast<TriggerOn>(bytes.below(2));
        order.trailInBasisPoints = bytes.oneIn(3);
        order.trailDistance = static_cast<Ticks>(order.trailInBasisPoints ? bytes.below(5000) : bytes.below(6));
        order.trailStep = static_cast<Ticks>(bytes.below(3));
        order.pegTo = static_cast<PegTo>(bytes.below(2));
        order.pegOffset = static_cast<Ticks>(bytes.below(5)) - 2;
        order.capped = bytes.oneIn(3);
        order.expiry = bytes.below(100);
        return order;
    }

    void lookAtBooks() const
    {
        using namespace matching;
        for (BookId book = 0; book < 3; ++book) {
            bool mayCross = m_straight.inCall(book);
            RIALTO_CHECK(m_straight.queue(book, Side::Buy).size() + m_straight.queue(book, Side::Sell).size()
                                 + m_straight.waitingOrders(book).size() == m_straight.liveOrders(book),
                         "an order is in no queue, or in two");
            for (const Side side : {Side::Buy, Side::Sell})
                for (const OrderId id : m_straight.queue(book, side)) {
                    const auto terms = m_straight.specialTerms(id);
                    mayCross = mayCross || (terms && (terms->allOrNone || m_straight.find(id)->unpriced));
                }
            const auto bid = m_straight.best(book, Side::Buy);
            const auto ask = m_straight.best(book, Side::Sell);
            RIALTO_CHECK(mayCross || !bid || !ask || bid->price < ask->price, "the book is crossed in continuous trading");
        }
        for (const auto& [id, open] : m_audit.open) {
            const auto view = m_straight.find(id);
            RIALTO_CHECK(view && std::uint64_t{view->quantity} + view->reserve + view->held == open, "an order has another quantity than its events say");
        }
    }

    matching::MatchingEngine m_straight;
    matching::MatchingEngine m_restored;
    MatchingAuditor m_audit;
    MatchingAuditor m_second;
    matching::OrderId m_lastId = 0;
};

inline void runMatchingTarget(const std::uint8_t* data, std::size_t size)
{
    MatchingRun().run({data, size}, 4096);
}

/// Words of a file: refused, or an engine that goes on working.
inline void runSnapshotTarget(const std::uint8_t* data, std::size_t size)
{
    std::vector<std::uint64_t> words(size / sizeof(std::uint64_t));
    if (!words.empty())
        std::memcpy(words.data(), data, words.size() * sizeof(std::uint64_t));
    auto engine = matching::MatchingEngine::restored(words);
    if (!engine)
        return;
    const auto again = matching::MatchingEngine::restored(engine->snapshot());
    RIALTO_CHECK(again && again->stateHash() == engine->stateHash(), "the snapshot of a restored engine differs");
    matching::MatchingHandler ignore;
    for (matching::BookId book = 0; book < engine->bookCount(); ++book) {
        engine->submit({.id = ~std::uint64_t{0}, .quantity = 1'000'000, .book = book, .side = matching::Side::Buy, .kind = matching::OrderKind::Market}, ignore);
        engine->submit({.id = ~std::uint64_t{0} - 1, .price = 1, .quantity = 5, .book = book, .side = matching::Side::Sell}, ignore);
        engine->endCall(book, ignore);
        engine->endDay(book, ignore);
    }
}

} // namespace rialto::fuzzing
