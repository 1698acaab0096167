// SPDX-License-Identifier: GPL-3.0-or-later
// OrderGateway: the participant's side of the simulated venue: messages that take time to arrive, checks, idempotency by client
// order id, fees, and a report for everything that happens to a participant's order. Every report is kept, so that it can be
// told again word for word. One thread. Refusals: simulator.instrument-unknown, not-tradable, expired, not-on-tick,
// not-whole-lots, quantity-range, price-range, outside-price-limits, client-order-id-missing, order-unknown, order-done,
// below-filled, fault-rejected, trigger-range, trail-range, display-range, good-till-missing, no-peg-price, bad-combination, group-refused;
// ends: simulator.no-liquidity, not-filled-in-full, day-over, not-in-this-phase, would-take, group-done, no-reference.
// The demo venue has no call auctions of its own: at-open orders enter with the first moment of the next session and at-close
// orders with the last moment of theirs, and what does not trade then expires.
#pragma once

#include "base/hash.h"
#include "brokers/broker_adapter.h"
#include "simulator/book_door.h"
#include "simulator/fault_model.h"
#include "simulator/fee_schedule.h"
#include "simulator/latency_model.h"
#include "simulator/listing.h"
#include "matching/matching_events.h"

#include <deque>
#include <functional>
#include <optional>
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
    /// The same orders and messages at another exchange.
    OrderGateway(const OrderGateway& other, const std::vector<Listing>& listings, BookDoor& door, Tell tell);

    void setLatency(const LatencyModel& latency) { m_latency = latency; }
    void setFaults(const FaultModel& faults) { m_faults = faults; }
    const LatencyModel& latency() const { return m_latency; }
    const FaultModel& faults() const { return m_faults; }
    void reseed(std::uint64_t seed);

    // Messages set out now and are carried out by `arrive`.
    void submit(const BrokerOrder& order, Timestamp now);
    void submitGroup(Link link, const std::vector<BrokerOrder>& orders, Timestamp now);
    void replace(rialto::OrderId order, Quantity quantity, Price limit, Timestamp now);
    void cancel(rialto::OrderId order, Timestamp now);
    void requestState(Timestamp since, Timestamp now);

    bool messagesUnderWay() const { return !m_inbox.empty(); }
    Timestamp nextArrival() const { return m_inbox.front().arrival; }
    /// Carries out the first message; `now` is its arrival.
    void arrive(Date day);
    /// The night takes no time for messages either.
    void shiftMessages(std::int64_t nanos);
    /// At-close orders enter; then day orders expire, and those whose last day it is.
    void closeDay(Date day, Timestamp now);
    /// At-open orders enter.
    void openDay(Timestamp now);

    // From the books.
    void onTrade(matching::OrderId id, matching::Ticks price, matching::Lots quantity, matching::Lots remaining, Timestamp now);
    void onCancelled(matching::OrderId id, matching::Lots quantity, matching::CancelReason reason, Timestamp now);
    void onTriggered(matching::OrderId id, Timestamp now);
    void onRepriced(matching::OrderId id, matching::Ticks price, Timestamp now);
    /// The book did not take what the gateway had accepted.
    void onRejected(matching::OrderId id, matching::RejectReason reason, Timestamp now);

    /// Open quantity of our orders in a book at a price.
    Quantity ownAt(std::size_t listing, Side side, Price price) const;
    std::size_t openOrders() const { return m_open.size(); }
    std::uint64_t reports() const { return m_reportSerial; }
    std::uint64_t lostMessages() const { return m_lostMessages; }
    std::uint64_t lostReports() const { return m_lostReports; }
    /// The participant number of an order that is open.
    std::optional<std::size_t> numberOf(rialto::OrderId order) const;
    void hashInto(Hasher& hash) const;
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
    struct Group {
        Link link = Link::None;
        std::vector<BrokerOrder> orders;
    };
    struct Message {
        Timestamp arrival;
        std::variant<BrokerOrder, Replacement, Cancellation, StateRequest, Group> content;
    };
    struct Record {
        BrokerOrder order;
        std::size_t number = 0;
        std::size_t listing = 0;
        Quantity total;   // with what was filled before a restart
        Quantity filled;
        FeeSoFar fees;
        bool open = false;
        bool waits = false; // for the open or the close, outside the book
        std::string endReason; // when the end is not by request
        std::vector<ExecutionReport> reports;
    };

    void enqueue(Timestamp now, std::int64_t fixedNanos, Message message);
    bool isLost(std::uint32_t perMille, std::uint64_t& count);
    void tell(const ExecutionReport& report);
    void carryOut(const BrokerOrder& order, Date day);
    void carryOut(const Group& group, Date day);
    bool repeated(const BrokerOrder& order);
    Record& enter(const BrokerOrder& order);
    bool answered(Record& record, const std::string& reason);
    void enterWaiting(TimeInForce which);
    std::string termsRefusal(const BrokerOrder& order, std::size_t listing) const;
    matching::NewOrder forBook(const Record& record) const;
    void end(Record& record);
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

    const std::vector<Listing>* m_listings;
    BookDoor* m_door;
    LatencyModel m_latency;
    FaultModel m_faults;
    FeeSchedule m_fees;
    std::string m_runId;
    Rng m_rng;
    Rng m_faultRng;
    Tell m_tell;
    Timestamp m_now;
    std::deque<Message> m_inbox;
    std::deque<Record> m_records; // index = participant number; records never move
    std::unordered_map<std::string, std::size_t> m_byClientOrderId;
    std::unordered_map<rialto::OrderId, std::size_t> m_byOrder;
    std::vector<std::size_t> m_open;
    std::uint64_t m_reportSerial = 0;
    std::uint64_t m_lostMessages = 0;
    std::uint64_t m_lostReports = 0;
};

} // namespace rialto::simulator
