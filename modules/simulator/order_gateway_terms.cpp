// SPDX-License-Identifier: GPL-3.0-or-later
// What the venue asks of an order before it takes it, and the order as the book knows it; see order_gateway.h.
#include "simulator/order_gateway.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::int64_t kLargestLots = 2'000'000'000;
constexpr std::int64_t kLargestTicks = 2'000'000'000;

matching::Side matchingSide(Side side) { return side == Side::Buy ? matching::Side::Buy : matching::Side::Sell; }

matching::TimeInForce matchingTif(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::Day: return matching::TimeInForce::Day;
    case TimeInForce::Gtc: return matching::TimeInForce::GoodTillCancel;
    case TimeInForce::Ioc: return matching::TimeInForce::ImmediateOrCancel;
    case TimeInForce::Fok: return matching::TimeInForce::FillOrKill;
    case TimeInForce::Gtd: return matching::TimeInForce::GoodTillCancel; // closeDay ends it
    case TimeInForce::AtOpen:
    case TimeInForce::AtClose: return matching::TimeInForce::ImmediateOrCancel; // it has waited outside the book
    }
    return matching::TimeInForce::Day;
}

} // namespace

std::string OrderGateway::priceRefusal(std::size_t listing, Price price) const
{
    const Instrument& instrument = (*m_listings)[listing].instrument;
    if (!price.isPositive() || price.raw() / instrument.spec.tick.raw() > kLargestTicks)
        return "simulator.price-range";
    if (!onTick(instrument, price))
        return "simulator.not-on-tick";
    const auto at = static_cast<matching::Ticks>(price.raw() / instrument.spec.tick.raw());
    return m_door->accepts(static_cast<matching::BookId>(listing), at) ? "" : "simulator.outside-price-limits";
}

std::string OrderGateway::quantityRefusal(std::size_t listing, Quantity quantity) const
{
    const Instrument& instrument = (*m_listings)[listing].instrument;
    if (!wholeLots(instrument, quantity))
        return "simulator.not-whole-lots";
    return quantity.raw() / instrument.spec.lot.raw() > kLargestLots ? "simulator.quantity-range" : "";
}

std::string OrderGateway::refusal(const BrokerOrder& order, std::size_t listing, Date day) const
{
    if (order.clientOrderId.empty())
        return "simulator.client-order-id-missing";
    if (listing == kUnlisted)
        return "simulator.instrument-unknown";
    const Instrument& instrument = (*m_listings)[listing].instrument;
    if (!instrument.tradable())
        return "simulator.not-tradable";
    const auto* future = std::get_if<Future>(&instrument.details);
    const auto* option = std::get_if<Option>(&instrument.details);
    if ((future != nullptr && future->expiry < day) || (option != nullptr && option->expiry < day))
        return "simulator.expired";
    std::string reason = quantityRefusal(listing, order.quantity);
    if (reason.empty() && (needsLimit(order.type) || (order.type == OrderType::Pegged && !order.limit.isZero())))
        reason = priceRefusal(listing, order.limit);
    return reason.empty() ? termsRefusal(order, listing) : reason;
}

std::string OrderGateway::termsRefusal(const BrokerOrder& order, std::size_t listing) const
{
    const Instrument& instrument = (*m_listings)[listing].instrument;
    const OrderTerms& terms = order.terms;
    if (waitsForTrigger(order.type) && !trails(order.type)
        && (!terms.trigger.isPositive() || !onTick(instrument, terms.trigger) || terms.trigger.raw() / instrument.spec.tick.raw() > kLargestTicks))
        return "simulator.trigger-range";
    if (trails(order.type)) {
        const bool byPrice = terms.trail.isPositive() && onTick(instrument, terms.trail) && terms.trailBasisPoints == 0;
        const bool byShare = terms.trail.isZero() && terms.trailBasisPoints > 0 && terms.trailBasisPoints < 10'000;
        if ((!byPrice && !byShare) || (terms.trigger.isZero() && m_door->lastTicks(static_cast<matching::BookId>(listing)) <= 0))
            return "simulator.trail-range";
    }
    if (!terms.display.isZero() && (!wholeLots(instrument, terms.display) || terms.display > order.quantity))
        return "simulator.display-range";
    if (order.tif == TimeInForce::Gtd && terms.goodTill == Date())
        return "simulator.good-till-missing";
    if (order.type == OrderType::Pegged && !onTick(instrument, terms.pegOffset.abs()) && !terms.pegOffset.isZero())
        return "simulator.not-on-tick";
    return "";
}

matching::NewOrder OrderGateway::forBook(const Record& record) const
{
    const BrokerOrder& order = record.order;
    const OrderTerms& terms = order.terms;
    matching::NewOrder entry;
    entry.id = order_ids::ofParticipant(record.number);
    entry.quantity = lots(record, record.total - record.filled);
    entry.book = static_cast<matching::BookId>(record.listing);
    entry.side = matchingSide(order.side);
    entry.timeInForce = matchingTif(order.tif);
    constexpr matching::OrderKind kKinds[] = {matching::OrderKind::Market, matching::OrderKind::Limit, matching::OrderKind::Stop,
        matching::OrderKind::StopLimit, matching::OrderKind::TrailingStop, matching::OrderKind::TrailingStopLimit,
        matching::OrderKind::MarketIfTouched, matching::OrderKind::LimitIfTouched, matching::OrderKind::MarketToLimit,
        matching::OrderKind::Pegged};
    entry.kind = kKinds[static_cast<std::size_t>(order.type)];
    entry.capped = order.type == OrderType::Pegged && !order.limit.isZero();
    if (needsLimit(order.type) || entry.capped)
        entry.price = ticks(record, order.limit);
    entry.trigger = ticks(record, terms.trigger);
    if (trails(order.type)) {
        const std::int64_t last = m_door->lastTicks(entry.book);
        entry.trailInBasisPoints = terms.trailBasisPoints > 0;
        entry.trailDistance = entry.trailInBasisPoints ? terms.trailBasisPoints : ticks(record, terms.trail);
        const std::int64_t away = entry.trailInBasisPoints ? last * entry.trailDistance / 10'000 : entry.trailDistance;
        if (terms.trigger.isZero())
            entry.trigger = static_cast<matching::Ticks>(std::clamp<std::int64_t>(order.side == Side::Buy ? last + away : last - away, 1, kLargestTicks));
    }
    entry.display = lots(record, terms.display);
    if (entry.display >= entry.quantity)
        entry.display = 0;
    entry.hidden = terms.hidden;
    entry.postOnly = terms.postOnly;
    entry.pegTo = terms.pegTo == PegTo::Middle ? matching::PegTo::Middle : matching::PegTo::Primary;
    entry.pegOffset = ticks(record, terms.pegOffset);
    return entry;
}

} // namespace rialto::simulator
