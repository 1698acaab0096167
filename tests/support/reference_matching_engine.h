// SPDX-License-Identifier: GPL-3.0-or-later
// ReferenceMatchingEngine: the rules of MatchingEngine once more, all of them, written to be obviously right and never mind how
// slow: one list of orders, looked through from end to end and sorted anew for every question. Tests compare the two event by
// event. It shares with the product the words (commands, events) and the price of an auction (a pure function with tests of
// its own), nothing else.
//   reference_matching_engine.cpp   commands: what is taken and what is refused
//   reference_trading.cpp           how an order trades and rests
//   reference_following.cpp         what follows: orders that cross, pegs, triggers
//   reference_session.cpp           phases, auctions, groups
#pragma once

#include "matching/book_view.h"
#include "matching/order_group.h"
#include "support/event_collector.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace rialto::testing {

class ReferenceMatchingEngine {
public:
    struct Order {
        enum Where { Queue, Waiting, Held };
        matching::NewOrder terms; // what is remembered of it, with the trigger and limit of today
        matching::Ticks at = 0;   // where it rests
        matching::Lots shown = 0;
        matching::Lots reserve = 0;
        Where where = Queue;
        bool unpriced = false;
        bool inFixedPhase = false; // a closing-price order that has had its turn
        std::uint64_t queued = 0; // when it came to the end of its queue
        std::uint64_t entered = 0; // when it came among the pegs or the waiting orders

        matching::Lots open() const { return shown + reserve; }
        bool pegged() const { return where == Queue && terms.kind == matching::OrderKind::Pegged; }
    };

    matching::BookId addBook(matching::PriceBand band = {});
    void setAllocation(matching::BookId book, matching::Allocation allocation) { m_books[book].proRata = allocation == matching::Allocation::ProRata; }
    void setLastPrice(matching::BookId book, matching::Ticks price) { m_books[book].last = price; }
    void setPriceGuard(matching::BookId book, const matching::PriceGuard& guard) { m_books[book].guard = guard; }

    void submit(const matching::NewOrder& order, EventCollector& out);
    void cancel(matching::OrderId id, EventCollector& out);
    void reduce(matching::OrderId id, matching::Lots quantity, EventCollector& out);
    void replace(const matching::Replace& command, EventCollector& out);
    void cancelAll(matching::BookId book, matching::OwnerId owner, EventCollector& out);
    void endDay(matching::BookId book, EventCollector& out);
    void expire(matching::BookId book, std::int64_t now, EventCollector& out);
    void submitGroup(matching::GroupKind kind, const std::vector<matching::NewOrder>& orders, EventCollector& out);
    void cancelGroup(matching::OrderId member, EventCollector& out);
    void setPhase(matching::BookId book, matching::Phase phase, const matching::PhaseTerms& terms, EventCollector& out);
    void uncross(matching::BookId book, const matching::UncrossOptions& options, EventCollector& out);
    void publishIndicative(matching::BookId book, const matching::UncrossOptions& options, EventCollector& out);

    matching::Phase phase(matching::BookId book) const { return m_books[book].phase; }
    std::size_t liveOrders() const { return m_orders.size(); }
    const Order* find(matching::OrderId id) const { return found(id); }
    matching::OrderId idAt(std::size_t index) const { return m_orders[index]->terms.id; }
    matching::Lots heldOf(matching::OrderId id) const;
    std::vector<matching::OrderId> queue(matching::BookId book, matching::Side side) const;
    std::vector<matching::OrderId> waitingOrders(matching::BookId book) const;
    std::vector<matching::DepthLevel> depth(matching::BookId book, matching::Side side) const;
    std::uint64_t openQuantity() const; // with what is held

private:
    struct Book {
        matching::PriceBand band;
        bool proRata = false;
        matching::Phase phase = matching::Phase::Continuous;
        matching::PhaseTerms terms;
        matching::PriceGuard guard;
        std::optional<matching::Ticks> last;
    };
    struct Member {
        matching::NewOrder terms;
        matching::Lots held = 0; // beside what is active
        std::uint64_t owed = 0;
        bool parent = false;
    };
    struct Group {
        std::uint64_t key = 0;
        matching::GroupKind kind{};
        matching::BookId book = 0;
        std::uint64_t fresh = 0;
        std::vector<Member> members;
    };
    struct Give { // quantity of one side that goes in one piece
        matching::Ticks price;
        std::uint64_t open;
        bool whole;
    };
    using Reason = std::optional<matching::RejectReason>;

    // Who is there.
    Order* found(matching::OrderId id) const;
    std::vector<Order*> sorted(matching::BookId book, matching::Side side) const;
    std::vector<Order*> waiting(matching::BookId book) const;
    Order* front(matching::BookId book, matching::Side side) const;
    std::uint64_t visibleAt(const std::vector<Order*>& side, matching::Ticks price) const;
    std::optional<matching::Ticks> quote(matching::BookId book, matching::Side side, bool forPegs) const;
    std::optional<matching::Ticks> pegPrice(const matching::NewOrder& order) const;
    std::optional<matching::Ticks> priceWithUnpriced(const matching::NewOrder& order) const;
    matching::PriceBand range(matching::BookId book) const;
    matching::Lots leaves(const Order& order) const { return order.open() + heldOf(order.terms.id); }

    // What is refused.
    Reason refusedTerms(const matching::NewOrder& order) const;
    Reason refusedPhase(const matching::NewOrder& order) const;
    bool contradicts(const matching::NewOrder& order, bool proRata) const;
    bool takesPart(const matching::NewOrder& order, matching::Phase phase) const;

    // What happens.
    void enter(matching::NewOrder order, EventCollector& out);
    void takeAndRest(matching::NewOrder order, EventCollector& out);
    bool reaches(const matching::NewOrder& order, const Order& maker, std::optional<matching::Ticks> limit) const;
    matching::Lots takable(const matching::NewOrder& order, std::optional<matching::Ticks> limit, matching::Lots wanted) const;
    matching::Lots take(const matching::NewOrder& order, std::optional<matching::Ticks> limit, const matching::PriceBand& allowed,
                        matching::Lots open, EventCollector& out);
    bool leavesRange(const matching::NewOrder& order, std::optional<matching::Ticks> limit, const matching::PriceBand& allowed) const;
    matching::Lots preventSelfTrade(const matching::NewOrder& order, Order& maker, matching::Lots open, EventCollector& out);
    void tradeHalf(Order& maker, matching::Lots quantity, EventCollector& out);
    void trade(Order& maker, matching::Ticks price, matching::Lots quantity, matching::OrderId taker, matching::Lots takerLeft, EventCollector& out);
    void rest(const matching::NewOrder& order, std::optional<matching::Ticks> price, matching::Lots open);
    void park(const matching::NewOrder& order, bool held);
    void takeAway(matching::OrderId id);
    void takeOff(Order& order, matching::Lots quantity);
    void takeOffActive(Order& order, matching::Lots quantity);
    void cancelOne(matching::OrderId id, matching::CancelReason reason, EventCollector& out);
    void cancelEach(const std::vector<matching::OrderId>& ids, matching::BookId book, matching::CancelReason reason, EventCollector& out);
    std::vector<matching::OrderId> ordersOf(matching::BookId book, const std::function<bool(const Order&)>& wanted);
    void interrupt(matching::BookId book, EventCollector& out);
    void tradeAtFixedPrice(matching::NewOrder order, EventCollector& out);

    // What follows.
    void afterwards(matching::BookId book, EventCollector& out);
    bool settle(matching::BookId book, EventCollector& out);
    std::vector<Give> gives(matching::BookId book, matching::Side side) const;
    bool canGive(const std::vector<Give>& side, std::uint64_t quantity, matching::Ticks& last) const;
    std::optional<std::pair<matching::Lots, matching::Ticks>> crossing(matching::BookId book) const;
    bool movePegs(matching::BookId book, EventCollector& out);
    void moveTriggers(matching::BookId book);
    bool fireOne(matching::BookId book, EventCollector& out);

    // Groups.
    Group* groupOf(matching::OrderId id);
    const Group* groupOf(matching::OrderId id) const;
    Member* memberOf(matching::OrderId id);
    bool linked(matching::OrderId id) const;
    void touch(matching::OrderId id);
    void tellGroup(matching::OrderId id, matching::Lots traded, EventCollector& out);
    void settleGroups(EventCollector& out);
    void settleGroup(std::uint64_t key, EventCollector& out);
    void activate(Member& member, std::uint64_t quantity, EventCollector& out);

    std::vector<Order*> auctionQueue(matching::BookId book, matching::Side side) const;
    matching::AuctionResult indicative(matching::BookId book, const matching::UncrossOptions& options) const;

    std::vector<Book> m_books;
    std::vector<std::unique_ptr<Order>> m_orders; // pointers stay while others come and go
    std::map<std::uint64_t, Group> m_groups;
    std::deque<std::uint64_t> m_touched;
    std::uint64_t m_clock = 0;
};

} // namespace rialto::testing
