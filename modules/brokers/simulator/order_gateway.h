// SPDX-License-Identifier: GPL-3.0-or-later
// OrderGateway: the participant's side of the simulated venue: messages that take time to arrive, checks, idempotency by client
// order id, fees, and a report for everything that happens to a participant's order. Every report is kept, so that it can be
// told again word for word. One thread. Refusals: simulator.instrument-unknown, not-tradable, expired, not-on-tick,
// not-whole-lots, quantity-range, price-range, client-order-id-missing, order-unknown, order-done, below-filled;
// ends: simulator.no-liquidity, not-filled-in-full, day-over.
#pragma once

#include "brokers/broker_adapter.h"
#include "brokers/simulator/book_door.h"
#include "brokers/simulator/fee_schedule.h"
#include "brokers/simulator/latency_model.h"
#include "brokers/simulator/listing.h"
#include "matching/matching_events.h"

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace rialto::simulator {

class OrderGateway {
public:
    using Tell = std::function<void(const BrokerEvent&)>;

    OrderGateway(const std::vector<Listing>& listings, BookDoor& door, LatencyModel latency, FeeSchedule fees, std::string runId,
                 std::uint64_t seed, Tell tell);

    // Messages set out now and are carried out by `arrive`.
    void submit(const BrokerOrder& order, Timestamp now);
    void replace(rialto::OrderId order, Quantity quantity, Price limit, Timestamp now);
    void cancel(rialto::OrderId order, Timestamp now);
    void requestState(Timestamp since, Timestamp now);

    bool messagesUnderWay() const { return !m_inbox.empty(); }
    Timestamp nextArrival() const { return m_inbox.front().arrival; }
    /// Carries out the first message; `now` is its arrival.
    void arrive(Date day);
    /// The night takes no time for messages either.
    void shiftMessages(std::int64_t nanos);
    /// Day orders expire.
    void closeDay(Timestamp now);

    // From the books.
    void onTrade(matching::OrderId id, matching::Ticks price, matching::Lots quantity, matching::Lots remaining, Timestamp now);
    void onCancelled(matching::OrderId id, matching::CancelReason reason, Timestamp now);

    /// Open quantity of our orders in a book at a price.
    Quantity ownAt(std::size_t listing, Side side, Price price) const;
    std::size_t openOrders() const { return m_open.size(); }
    std::uint64_t reports() const { return m_reportSerial; }
    const Rng& rng() const { return m_rng; }
    void restore(const std::array<std::uint64_t, 4>& rng) { m_rng.restore(rng); }

private:
    struct Replacement {
        rialto::OrderId order;
        Quantity quantity;
        Price limit;
    };
    struct Cancellation {
        rialto::OrderId order;
    };
    struct StateRequest {
        Timestamp since;
    };
    struct Message {
        Timestamp arrival;
        std::variant<BrokerOrder, Replacement, Cancellation, StateRequest> content;
    };
    struct Record {
        BrokerOrder order;
        std::size_t number = 0;
        std::size_t listing = 0;
        Quantity total;   // with what was filled before a restart
        Quantity filled;
        FeeSoFar fees;
        bool open = false;
        std::string endReason; // when the end is not by request
        std::vector<ExecutionReport> reports;
    };

    void enqueue(Timestamp now, Message message);
    void carryOut(const BrokerOrder& order, Date day);
    void carryOut(const Replacement& replacement);
    void carryOut(const Cancellation& cancellation);
    void carryOut(const StateRequest& request);
    std::string refusal(const BrokerOrder& order, std::size_t listing, Date day) const;
    std::string priceRefusal(std::size_t listing, Price price) const;
    std::string quantityRefusal(std::size_t listing, Quantity quantity) const;
    std::size_t listingOf(InstrumentId id) const;
    Record* find(rialto::OrderId order);
    ExecutionReport& report(Record& record, OrderEvent event);
    void refuseStranger(rialto::OrderId order, OrderEvent event);
    void close(Record& record);
    matching::Ticks ticks(const Record& record, Price price) const;
    matching::Lots lots(const Record& record, Quantity quantity) const;

    const std::vector<Listing>& m_listings;
    BookDoor& m_door;
    LatencyModel m_latency;
    FeeSchedule m_fees;
    std::string m_runId;
    Rng m_rng;
    Tell m_tell;
    Timestamp m_now;
    std::deque<Message> m_inbox;
    std::deque<Record> m_records; // index = participant number; records never move
    std::unordered_map<std::string, std::size_t> m_byClientOrderId;
    std::unordered_map<rialto::OrderId, std::size_t> m_byOrder;
    std::vector<std::size_t> m_open;
    std::uint64_t m_reportSerial = 0;
};

} // namespace rialto::simulator
