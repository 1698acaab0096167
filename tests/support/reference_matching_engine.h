// SPDX-License-Identifier: GPL-3.0-or-later
// ReferenceMatchingEngine: the rules of MatchingEngine once more, written to be obviously right and never mind how slow: one
// list of orders, searched from end to end for every step. Tests compare the two event by event.
#pragma once

#include "matching/matching_engine.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rialto::testing {

/// An event as plain numbers, so that two engines' events compare with ==.
struct EventLine {
    enum Kind : std::uint8_t { Accepted, Rejected, Trade, Cancelled, Reduced, Replaced, Refreshed, Triggered, Repriced };
    Kind kind{};
    std::array<std::uint64_t, 8> numbers{};
    bool operator==(const EventLine&) const = default;
};

class EventCollector : public matching::MatchingHandler {
public:
    std::vector<EventLine> lines;

    void onAccepted(const matching::Accepted& e) { add(EventLine::Accepted, e.id, e.price, e.quantity, e.owner, e.book, e.side); }
    void onRejected(const matching::Rejected& e) { add(EventLine::Rejected, e.id, e.book, e.reason); }
    void onTrade(const matching::Trade& e)
    {
        add(EventLine::Trade, e.maker, e.taker, e.price, e.quantity, e.makerRemaining, e.takerRemaining, e.book, e.takerSide);
    }
    void onCancelled(const matching::Cancelled& e) { add(EventLine::Cancelled, e.id, e.price, e.quantity, e.book, e.side, e.reason); }
    void onReduced(const matching::Reduced& e) { add(EventLine::Reduced, e.id, e.price, e.remaining, e.book, e.side); }
    void onReplaced(const matching::Replaced& e)
    {
        add(EventLine::Replaced, e.oldId, e.newId, e.price, e.quantity, e.book, e.side, e.keptPlace);
    }
    void onRefreshed(const matching::Refreshed& e) { add(EventLine::Refreshed, e.id, e.price, e.quantity, e.book, e.side); }
    void onTriggered(const matching::Triggered& e) { add(EventLine::Triggered, e.id, e.trigger, e.quantity, e.book, e.side); }
    void onRepriced(const matching::Repriced& e) { add(EventLine::Repriced, e.id, e.price, e.quantity, e.book, e.side); }

private:
    template <class... Numbers>
    void add(EventLine::Kind kind, Numbers... numbers)
    {
        EventLine line{kind, {static_cast<std::uint64_t>(numbers)...}};
        lines.push_back(line);
    }
};

class ReferenceMatchingEngine {
public:
    explicit ReferenceMatchingEngine(std::vector<matching::PriceBand> books) : m_bands(std::move(books)) {}

    void submit(const matching::NewOrder& order, EventCollector& out);
    void cancel(matching::OrderId id, EventCollector& out);
    void reduce(matching::OrderId id, matching::Lots quantity, EventCollector& out);
    void replace(const matching::Replace& command, EventCollector& out);
    void cancelAll(matching::BookId book, matching::OwnerId owner, EventCollector& out);
    void endDay(matching::BookId book, EventCollector& out);

    std::vector<matching::DepthLevel> depth(matching::BookId book, matching::Side side) const;
    std::size_t liveOrders() const { return m_orders.size(); }
    std::uint64_t openQuantity() const;
    matching::OrderId idAt(std::size_t index) const { return m_orders[index].order.id; }

private:
    struct Resting {
        matching::NewOrder order;
        matching::Lots shown;
        matching::Lots reserve;
        std::uint64_t place; // earlier is smaller

        matching::Lots open() const { return shown + reserve; }
    };

    Resting* find(matching::OrderId id);
    Resting* best(matching::BookId book, matching::Side side);
    bool crosses(const matching::NewOrder& taker, const Resting& maker) const;
    void erase(matching::OrderId id);
    void enter(const matching::NewOrder& order, EventCollector& out);
    void takeOff(Resting& maker, matching::Lots quantity);
    std::vector<matching::OrderId> inBookOrder(matching::BookId book) const;

    std::vector<matching::PriceBand> m_bands;
    std::vector<Resting> m_orders;
    std::uint64_t m_places = 0;
};

} // namespace rialto::testing
