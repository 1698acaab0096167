// SPDX-License-Identifier: GPL-3.0-or-later
// OwnOrderReplay: what would have become of one's own orders in recorded data of one instrument. They take what the record shows,
// each piece of it once, and they rest with a place in the queue; the record itself does not change (no market impact). Pure;
// one owner; events and commands in the order of time.
//
// Taking: an order that crosses takes the shown levels up to its limit, at their prices. What the record goes on showing there stays taken.
// Resting: it trades at its own limit when the record
//   crosses it      the other side shows a price at or beyond the limit: what is left there to take;
//   trades through  a trade at a worse price than the limit: up to the trade's size, shared by price and time among own orders;
//   reaches it      a trade at the limit itself, when the queue before it is used up, as the model says:
//
// Conservative   joins behind all that is shown; only trades at its price bring it forward; whoever else leaves stood behind
//                (hftbacktest's RiskAdverseQueueModel; the same idea in the guides of several backtesters).
// Probabilistic  the same, but of what leaves without trading the part ahead / (ahead + behind) stood before it: E. Rigtorp,
//                "Estimating order queue position" (2013), with f(x) = x (hftbacktest's IdentityProbQueueModel). Where a source shows no
//                sizes at all, half of a trade at the price is taken to be before it.
// Exact          order by order data only: its place among the orders of the record, by arrival; a fill of an order that arrived
//                later would have been its own (Databento, "Queue position of an order", market by order).
//
// Where the record has no book (trades and bars), a market order, or a limit order through the last price, trades with the next
// trade at its price; a resting one trades when it is traded through.
#pragma once

#include "domain/order.h"
#include "market/replay/replay_book.h"

#include <string_view>

namespace rialto::market {

enum class QueueModel { Conservative, Probabilistic, Exact };
std::string_view name(QueueModel model);

enum class FillCause { Took, Crossed, TradedThrough, QueueReached };
std::string_view name(FillCause cause);

struct OwnOrder {
    std::uint64_t id = 0;
    rialto::Side side = rialto::Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    Price limit;
    Quantity quantity;
};

struct OwnFill {
    std::uint64_t order = 0;
    Timestamp time;
    Price price;
    Quantity quantity;
    FillCause cause = FillCause::Took;
    Quantity left; // open afterwards
};

/// How an order stands. `ahead`: nothing when it does not rest, or when nothing is known of its queue.
struct OwnStand {
    OwnOrder order;
    Timestamp entered;
    Quantity filled;
    bool open = false;
    std::string_view end; // "", "filled", "cancelled", "no-liquidity", "not-filled-in-full"
    std::optional<Quantity> aheadAtEntry;
    std::optional<Quantity> ahead;
};

class OwnOrderReplay {
public:
    /// `fillsAreTold`: the record names the orders that trade (Fill), so its Trade events are only echoes of them.
    OwnOrderReplay(QueueModel model, bool fillsAreTold) : m_model(model), m_fillsAreTold(fillsAreTold) {}

    /// False when the event did not fit the book.
    bool apply(const MarketEvent& event);
    /// False: the id is in use.
    bool place(const OwnOrder& order, Timestamp now);
    /// False: not open.
    bool cancel(std::uint64_t id);
    /// Keeps its place when the price stays and the quantity (what is to be filled in all) does not grow.
    bool replace(std::uint64_t id, Quantity quantity, Price limit, Timestamp now);

    const ReplayBook& book() const { return m_book; }
    const std::vector<OwnFill>& fills() const { return m_fills; }
    /// In the order of entry.
    std::vector<OwnStand> orders() const;
    std::uint64_t hash() const;

private:
    struct Own {
        OwnOrder order;
        Timestamp entered;
        Quantity filled;
        bool open = true;
        bool aggressive = false;      // wants whatever trades next: no book to take from
        std::string_view end;
        std::uint64_t arrival = 0;
        std::optional<Quantity> ahead; // of the estimates
        std::optional<Quantity> aheadAtEntry;
        Quantity shown;                // at its price, when the book was whole the last time
        Quantity traded;               // at its price since
    };
    static bool isBid(const Own& own) { return own.order.side == rialto::Side::Buy; }
    static Quantity openOf(const Own& own) { return own.order.quantity - own.filled; }
    static bool better(bool bid, Price a, Price b) { return bid ? a > b : a < b; }
    Own* find(std::uint64_t id);
    std::optional<Quantity> aheadOf(const Own& own) const;
    void enter(std::size_t index);
    void join(Own& own);
    Quantity takeable(const Own& own) const;
    void takeShown(Own& own, FillCause cause);
    void onFill(const MarketEvent& event);
    void onTrade(const MarketEvent& event);
    void hit(bool bid, Price price, Quantity size, std::optional<std::uint64_t> arrival);
    Quantity dueAtTouch(Own& own, Quantity size, std::optional<std::uint64_t> arrival) const;
    void bookIsWhole();
    void followQueue(Own& own);
    bool isVisible(bool bid, Price price) const;
    void fill(Own& own, Price price, Quantity quantity, FillCause cause);
    void finish(Own& own, std::string_view end);

    QueueModel m_model;
    bool m_fillsAreTold;
    ReplayBook m_book;
    bool m_quotesOnly = false;
    Timestamp m_now;
    std::optional<Price> m_lastTrade;
    std::vector<Own> m_orders;
    std::unordered_map<std::uint64_t, std::size_t> m_byId;
    std::vector<std::size_t> m_resting; // by entry
    std::vector<OwnFill> m_fills;
    Hasher m_hash;
};

} // namespace rialto::market
