// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/order_gateway.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::uint64_t kFaults = 0xFA017FA017FA017FULL; // apart from the jitter's numbers

} // namespace

OrderGateway::OrderGateway(const std::vector<Listing>& listings, BookDoor& door, LatencyModel latency, FeeSchedule fees,
                           std::string runId, std::uint64_t seed, Tell tell)
    : m_listings(&listings), m_door(&door), m_latency(latency), m_fees(std::move(fees)), m_runId(std::move(runId)), m_rng(seed),
      m_faultRng(seed ^ kFaults), m_tell(std::move(tell))
{
    RIALTO_CHECK(!m_runId.empty(), "execution ids need a run id that differs at every start of a book");
}

OrderGateway::OrderGateway(const OrderGateway& other, const std::vector<Listing>& listings, BookDoor& door, Tell tell)
    : OrderGateway(other)
{
    m_listings = &listings;
    m_door = &door;
    m_tell = std::move(tell);
}

void OrderGateway::reseed(std::uint64_t seed)
{
    m_rng = Rng(seed);
    m_faultRng = Rng(seed ^ kFaults);
}

bool OrderGateway::isLost(std::uint32_t perMille, std::uint64_t& count)
{
    const bool lost = perMille > 0 && m_faultRng.chance(perMille);
    count += lost ? 1U : 0U;
    return lost;
}

void OrderGateway::tell(const ExecutionReport& report)
{
    if (!isLost(m_faults.dropReportPerMille, m_lostReports))
        m_tell(report);
}

void OrderGateway::enqueue(Timestamp now, std::int64_t fixedNanos, Message message)
{
    message.arrival = now + m_latency.draw(m_rng, fixedNanos);
    if (!std::holds_alternative<StateRequest>(message.content) && isLost(m_faults.dropPerMille, m_lostMessages))
        return;
    if (!m_inbox.empty() && message.arrival < m_inbox.back().arrival)
        message.arrival = m_inbox.back().arrival;
    m_inbox.push_back(std::move(message));
}

void OrderGateway::submit(const BrokerOrder& order, Timestamp now) { enqueue(now, m_latency.orderNanos, {{}, order}); }

void OrderGateway::submitGroup(Link link, const std::vector<BrokerOrder>& orders, Timestamp now)
{
    enqueue(now, m_latency.orderNanos, {{}, Group{link, orders}});
}

void OrderGateway::replace(rialto::OrderId order, Quantity quantity, Price limit, Timestamp now)
{
    enqueue(now, m_latency.cancelNanos, {{}, Replacement{order, quantity, limit}});
}

void OrderGateway::cancel(rialto::OrderId order, Timestamp now)
{
    enqueue(now, m_latency.cancelNanos, {{}, Cancellation{order}});
}

void OrderGateway::requestState(Timestamp since, Timestamp now)
{
    enqueue(now, m_latency.orderNanos, {{}, StateRequest{since}});
}

void OrderGateway::arrive(Date day)
{
    const Message message = std::move(m_inbox.front());
    m_inbox.pop_front();
    m_now = message.arrival;
    if (const auto* order = std::get_if<BrokerOrder>(&message.content))
        carryOut(*order, day);
    else if (const auto* group = std::get_if<Group>(&message.content))
        carryOut(*group, day);
    else if (const auto* replacement = std::get_if<Replacement>(&message.content))
        carryOut(*replacement);
    else if (const auto* cancellation = std::get_if<Cancellation>(&message.content))
        carryOut(*cancellation);
    else
        carryOut(std::get<StateRequest>(message.content));
}

void OrderGateway::shiftMessages(std::int64_t nanos)
{
    for (Message& message : m_inbox)
        message.arrival = message.arrival + nanos;
}

std::size_t OrderGateway::listingOf(InstrumentId id) const
{
    const auto found = std::find_if(m_listings->begin(), m_listings->end(),
                                    [id](const Listing& listing) { return listing.instrument.id == id; });
    return found == m_listings->end() ? kUnlisted : static_cast<std::size_t>(found - m_listings->begin());
}

OrderGateway::Record* OrderGateway::find(rialto::OrderId order)
{
    const auto found = m_byOrder.find(order);
    return found == m_byOrder.end() ? nullptr : &m_records[found->second];
}

ExecutionReport& OrderGateway::report(Record& record, OrderEvent event)
{
    ExecutionReport report;
    report.executionId = m_runId + "-" + std::to_string(++m_reportSerial);
    report.order = record.order.id;
    report.event = event;
    report.brokerOrderId = m_runId + "#" + std::to_string(record.number + 1);
    report.time = m_now;
    record.reports.push_back(std::move(report));
    return record.reports.back();
}

void OrderGateway::refuseStranger(rialto::OrderId order, OrderEvent event)
{
    ExecutionReport report;
    report.executionId = m_runId + "-" + std::to_string(++m_reportSerial);
    report.order = order;
    report.event = event;
    report.reason = "simulator.order-unknown";
    report.time = m_now;
    tell(report);
}

void OrderGateway::close(Record& record)
{
    record.open = false;
    m_open.erase(std::remove(m_open.begin(), m_open.end(), record.number), m_open.end());
}

matching::Ticks OrderGateway::ticks(const Record& record, Price price) const
{
    return static_cast<matching::Ticks>(price.raw() / (*m_listings)[record.listing].instrument.spec.tick.raw());
}

matching::Lots OrderGateway::lots(const Record& record, Quantity quantity) const
{
    return static_cast<matching::Lots>(quantity.raw() / (*m_listings)[record.listing].instrument.spec.lot.raw());
}

bool OrderGateway::repeated(const BrokerOrder& order)
{
    const auto known = m_byClientOrderId.find(order.clientOrderId);
    if (known == m_byClientOrderId.end())
        return false;
    for (const ExecutionReport& old : m_records[known->second].reports)
        m_tell(old);
    return true;
}

OrderGateway::Record& OrderGateway::enter(const BrokerOrder& order)
{
    const std::size_t number = m_records.size();
    Record& record = m_records.emplace_back();
    record.order = order;
    record.number = number;
    record.listing = listingOf(order.instrument);
    record.total = order.quantity + order.filled;
    record.filled = order.filled;
    m_byOrder[order.id] = number;
    if (!order.clientOrderId.empty())
        m_byClientOrderId[order.clientOrderId] = number;
    return record;
}

bool OrderGateway::answered(Record& record, const std::string& reason)
{
    if (!reason.empty()) {
        ExecutionReport& told = report(record, OrderEvent::RejectedByBroker);
        told.reason = reason;
        tell(told);
        return false;
    }
    record.open = true;
    m_open.push_back(record.number);
    tell(report(record, OrderEvent::Accepted));
    return true;
}

void OrderGateway::carryOut(const BrokerOrder& order, Date day)
{
    if (repeated(order))
        return;
    Record& record = enter(order);
    std::string reason = refusal(order, record.listing, day);
    if (reason.empty() && m_faults.rejectPerMille > 0 && m_faultRng.chance(m_faults.rejectPerMille))
        reason = "simulator.fault-rejected";
    if (!answered(record, reason))
        return;
    record.waits = order.tif == TimeInForce::AtOpen || order.tif == TimeInForce::AtClose;
    if (!record.waits)
        m_door->submit(forBook(record));
}

void OrderGateway::carryOut(const Group& group, Date day)
{
    if (group.orders.empty() || repeated(group.orders.front())) {
        for (std::size_t i = 1; i < group.orders.size(); ++i)
            static_cast<void>(repeated(group.orders[i]));
        return;
    }
    std::string reason;
    for (const BrokerOrder& order : group.orders)
        if (reason.empty() && (order.tif == TimeInForce::AtOpen || order.tif == TimeInForce::AtClose || order.instrument != group.orders.front().instrument))
            reason = "simulator.bad-combination";
        else if (reason.empty())
            reason = refusal(order, listingOf(order.instrument), day);
    // A group is taken whole or not at all, so a fault that refuses one refuses all.
    if (reason.empty() && m_faults.rejectPerMille > 0 && m_faultRng.chance(m_faults.rejectPerMille))
        reason = "simulator.fault-rejected";
    std::vector<matching::NewOrder> entries;
    for (const BrokerOrder& order : group.orders) {
        Record& record = enter(order);
        if (answered(record, reason))
            entries.push_back(forBook(record));
    }
    if (entries.size() == group.orders.size())
        m_door->submitGroup(group.link == Link::Oco ? matching::GroupKind::OneCancelsOther
                                : group.link == Link::Oto ? matching::GroupKind::OneTriggersOther : matching::GroupKind::Bracket,
                            entries);
}

// At-open and at-close orders are participants' alone: they wait here, and take what the moment gives.
void OrderGateway::enterWaiting(TimeInForce which)
{
    for (std::size_t number = 0; number < m_records.size(); ++number) {
        Record& record = m_records[number];
        if (!record.open || !record.waits || record.order.tif != which)
            continue;
        record.waits = false;
        m_door->submit(forBook(record));
    }
}

void OrderGateway::openDay(Timestamp now)
{
    m_now = now;
    enterWaiting(TimeInForce::AtOpen);
}

void OrderGateway::end(Record& record)
{
    close(record);
    ExecutionReport& told = report(record, record.endReason.empty() ? OrderEvent::Cancelled : OrderEvent::Expired);
    told.reason = record.endReason;
    tell(told);
}

void OrderGateway::carryOut(const Replacement& replacement)
{
    Record* record = find(replacement.order);
    if (record == nullptr)
        return refuseStranger(replacement.order, OrderEvent::ReplaceRefused);
    std::string reason;
    const Quantity open = replacement.quantity - record->filled;
    if (!record->open)
        reason = "simulator.order-done";
    else if (!open.isPositive())
        reason = "simulator.below-filled";
    else if (reason = quantityRefusal(record->listing, open); reason.empty() && (needsLimit(record->order.type) || !replacement.limit.isZero()))
        reason = priceRefusal(record->listing, replacement.limit);
    if (!reason.empty()) {
        ExecutionReport& refused = report(*record, OrderEvent::ReplaceRefused);
        refused.reason = reason;
        tell(refused);
        return;
    }
    record->total = replacement.quantity;
    record->order.limit = replacement.limit;
    ExecutionReport& replaced = report(*record, OrderEvent::Replaced);
    replaced.newQuantity = replacement.quantity;
    replaced.newLimit = replacement.limit;
    tell(replaced);
    if (record->waits)
        return;
    const matching::OrderId id = order_ids::ofParticipant(record->number);
    m_door->replace({id, id, ticks(*record, replacement.limit), lots(*record, open), matching::QueuePlace::KeepWhenReduced});
}

void OrderGateway::carryOut(const Cancellation& cancellation)
{
    Record* record = find(cancellation.order);
    if (record == nullptr)
        return refuseStranger(cancellation.order, OrderEvent::CancelRefused);
    if (!record->open) {
        ExecutionReport& refused = report(*record, OrderEvent::CancelRefused);
        refused.reason = "simulator.order-done";
        tell(refused);
        return;
    }
    if (record->waits)
        return end(*record);
    m_door->cancel(order_ids::ofParticipant(record->number));
}

void OrderGateway::carryOut(const StateRequest& request)
{
    BrokerState state;
    for (const Record& record : m_records)
        for (const ExecutionReport& old : record.reports)
            if (old.time >= request.since) {
                m_tell(old);
                state.executions.push_back(old.executionId);
            }
    for (const std::size_t number : m_open)
        state.openOrders.push_back(m_records[number].order.id);
    state.time = m_now;
    m_tell(state);
}

void OrderGateway::closeDay(Date day, Timestamp now)
{
    m_now = now;
    enterWaiting(TimeInForce::AtClose);
    const std::vector<std::size_t> open = m_open;
    for (const std::size_t number : open) {
        Record& record = m_records[number];
        const bool over = record.order.tif == TimeInForce::Day || (record.order.tif == TimeInForce::Gtd && record.order.terms.goodTill <= day);
        if (!record.open || !over) // one of a group may have ended with another
            continue;
        record.endReason = "simulator.day-over";
        m_door->cancel(order_ids::ofParticipant(number));
    }
}

void OrderGateway::onTrade(matching::OrderId id, matching::Ticks price, matching::Lots quantity, matching::Lots remaining,
                           Timestamp now)
{
    m_now = now;
    Record& record = m_records[order_ids::participantNumber(id)];
    const Instrument& instrument = (*m_listings)[record.listing].instrument;
    const Price at = Price::fromRaw(price * instrument.spec.tick.raw());
    const Quantity traded = Quantity::fromRaw(quantity * instrument.spec.lot.raw());
    record.filled += traded;
    const Fee fee = m_fees.charge(instrument, record.order.side, at, traded, record.fees);
    ExecutionReport& fill = report(record, remaining == 0 ? OrderEvent::LastFill : OrderEvent::PartFill);
    fill.lastQuantity = traded;
    fill.lastPrice = at;
    fill.fee = fee.commission;
    fill.tax = fee.tax;
    if (remaining == 0)
        close(record);
    tell(fill);
}

void OrderGateway::onCancelled(matching::OrderId id, matching::Lots quantity, matching::CancelReason reason, Timestamp now)
{
    m_now = now;
    Record& record = m_records[order_ids::participantNumber(id)];
    const Quantity off = Quantity::fromRaw(quantity * (*m_listings)[record.listing].instrument.spec.lot.raw());
    if (reason == matching::CancelReason::GroupDone && off < record.total - record.filled) {
        record.total -= off; // another of its group traded so much
        ExecutionReport& reduced = report(record, OrderEvent::Replaced);
        reduced.newQuantity = record.total;
        reduced.newLimit = record.order.limit;
        return tell(reduced);
    }
    if (reason == matching::CancelReason::NotFilledAtOnce)
        record.endReason = "simulator.no-liquidity";
    else if (reason == matching::CancelReason::NotFilledInFull)
        record.endReason = "simulator.not-filled-in-full";
    else if (reason == matching::CancelReason::WouldTake)
        record.endReason = "simulator.would-take";
    else if (reason == matching::CancelReason::GroupDone && record.endReason.empty())
        record.endReason = "simulator.group-done";
    else if (reason == matching::CancelReason::NoReference)
        record.endReason = "simulator.no-reference";
    end(record);
}

void OrderGateway::onTriggered(matching::OrderId id, Timestamp now)
{
    m_now = now;
    Record& record = m_records[order_ids::participantNumber(id)];
    record.order.type = triggeredType(record.order.type);
    tell(report(record, OrderEvent::Triggered));
}

void OrderGateway::onRepriced(matching::OrderId id, matching::Ticks price, Timestamp now)
{
    Record& record = m_records[order_ids::participantNumber(id)];
    if (record.order.type != OrderType::MarketToLimit)
        return; // a peg moves with every quote: its price is the market's, not a term of the order
    m_now = now;
    record.order.type = OrderType::Limit;
    record.order.limit = Price::fromRaw(price * (*m_listings)[record.listing].instrument.spec.tick.raw());
    ExecutionReport& priced = report(record, OrderEvent::Replaced);
    priced.newQuantity = record.total;
    priced.newLimit = record.order.limit;
    tell(priced);
}

void OrderGateway::onRejected(matching::OrderId id, matching::RejectReason reason, Timestamp now)
{
    m_now = now;
    Record& record = m_records[order_ids::participantNumber(id)];
    // A command about an order that lives no longer was answered when it ended.
    if (!record.open || reason == matching::RejectReason::UnknownOrder)
        return;
    record.endReason = reason == matching::RejectReason::PriceOutsideBand ? "simulator.outside-price-limits"
                       : reason == matching::RejectReason::BadCombination ? "simulator.bad-combination"
                       : reason == matching::RejectReason::GroupRefused   ? "simulator.group-refused"
                                                                          : "simulator.not-in-this-phase";
    end(record);
}

std::optional<std::size_t> OrderGateway::numberOf(rialto::OrderId order) const
{
    const auto found = m_byOrder.find(order);
    if (found == m_byOrder.end() || !m_records[found->second].open)
        return std::nullopt;
    return found->second;
}

void OrderGateway::hashInto(Hasher& hash) const
{
    hash.add(m_reportSerial).add(m_lostMessages).add(m_lostReports);
    for (const Rng* rng : {&m_rng, &m_faultRng})
        for (const std::uint64_t word : rng->state())
            hash.add(word);
    for (const Message& message : m_inbox)
        hash.add(message.arrival.nanos).add(static_cast<std::uint64_t>(message.content.index()));
    for (const std::size_t number : m_open)
        hash.add(std::uint64_t{number}).add(m_records[number].filled.raw()).add(m_records[number].total.raw());
}

Quantity OrderGateway::ownAt(std::size_t listing, Side side, Price price) const
{
    Quantity sum;
    for (const std::size_t number : m_open) {
        const Record& record = m_records[number];
        if (record.listing == listing && record.order.side == side && record.order.type == OrderType::Limit
            && record.order.limit == price)
            sum += record.total - record.filled;
    }
    return sum;
}

} // namespace rialto::simulator
