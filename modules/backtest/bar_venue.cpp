// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/bar_venue.h"

#include "base/wide_math.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace rialto::backtest {

namespace {

/// Ids of the house lie above all order ids.
constexpr matching::OrderId kHouse = matching::OrderId{1} << 62;
constexpr std::int64_t kLargestTicks = 1'000'000'000;
constexpr matching::Lots kLargestLots = 2'000'000'000;

matching::Side sideOf(Side side) { return side == Side::Buy ? matching::Side::Buy : matching::Side::Sell; }

} // namespace

struct BarVenue::Events : matching::MatchingHandler {
    explicit Events(BarVenue& owner) : venue(owner) {}
    void onTrade(const matching::Trade& trade) { venue.onTrade(trade); }
    void onCancelled(const matching::Cancelled& cancelled) { venue.onCancelled(cancelled); }
    void onAccepted(const matching::Accepted&) { ++venue.m_events; }
    BarVenue& venue;
};

BarVenue::BarVenue(std::vector<Instrument> instruments, VenueOptions options, Tell tell)
    : m_options(std::move(options)), m_tell(std::move(tell))
{
    for (Instrument& instrument : instruments) {
        m_places.emplace(instrument.id, m_desks.size());
        Desk desk;
        desk.tick = instrument.spec.tick.raw();
        desk.lot = instrument.spec.lot.raw();
        desk.instrument = std::move(instrument);
        desk.book = m_engine.addBook();
        m_desks.push_back(std::move(desk));
    }
}

void BarVenue::submit(const BrokerOrder& order)
{
    const auto place = m_places.find(order.instrument);
    RIALTO_CHECK(place != m_places.end(), "an order for an instrument that the venue does not list");
    Desk& desk = m_desks[place->second];
    desk.inbox.push_back({desk.bars + std::uint64_t(m_options.latencyBars), order});
}

void BarVenue::cancel(OrderId order)
{
    // A cancel may overtake nothing: it goes to the desk where its order went.
    for (Desk& desk : m_desks) {
        const bool under = std::any_of(desk.inbox.begin(), desk.inbox.end(), [&](const Arrival& arrival) {
            const auto* waiting = std::get_if<BrokerOrder>(&arrival.content);
            return waiting != nullptr && waiting->id == order;
        });
        const auto live = m_live.find(order.value);
        if (!under && (live == m_live.end() || &m_desks[live->second.desk] != &desk))
            continue;
        desk.inbox.push_back({desk.bars + std::uint64_t(m_options.latencyBars), order});
        return;
    }
    tell(order, OrderEvent::CancelRefused, "simulator.order-done");
}

matching::Ticks BarVenue::ticks(const Desk& desk, Price price)
{
    const auto count = narrow(divideRounded(Int128(price.raw()), desk.tick, Rounding::HalfUp)).value_or(kLargestTicks);
    if (count * desk.tick != price.raw())
        ++m_rounded;
    return static_cast<matching::Ticks>(std::clamp(count, -kLargestTicks, kLargestTicks));
}

matching::Lots BarVenue::liquidity(const Desk& desk, const Bar& bar, bool hasVolume) const
{
    if (!hasVolume)
        return kLargestLots;
    if (!bar.volume.isPositive())
        return 0;
    const auto share = mulDiv(bar.volume.raw(), m_options.participationPpm, 4'000'000, Rounding::Down).value_or(std::numeric_limits<std::int64_t>::max());
    return static_cast<matching::Lots>(std::clamp<std::int64_t>(share / desk.lot, 1, kLargestLots));
}

void BarVenue::show(Desk& desk, matching::Ticks price, matching::Lots size)
{
    hide(desk);
    if (size == 0)
        return;
    Events events(*this);
    desk.ask = kHouse + ++m_houseSerial;
    desk.bid = kHouse + ++m_houseSerial;
    const std::int64_t share = (std::abs(std::int64_t{price}) * m_options.halfSpreadPpm + 500'000) / 1'000'000;
    const auto half = static_cast<matching::Ticks>(m_options.halfSpreadPpm == 0 ? 0 : std::clamp<std::int64_t>(share, 1, kLargestTicks));
    matching::NewOrder order;
    order.quantity = size;
    order.book = desk.book;
    order.id = desk.ask;
    order.side = matching::Side::Sell;
    order.price = price + half;
    m_engine.submit(order, events);
    order.id = desk.bid;
    order.side = matching::Side::Buy;
    order.price = price - half;
    m_engine.submit(order, events);
}

void BarVenue::hide(Desk& desk)
{
    Events events(*this);
    for (matching::OrderId* id : {&desk.bid, &desk.ask})
        if (*id != 0) {
            if (m_engine.find(*id))
                m_engine.cancel(*id, events);
            *id = 0;
        }
}

void BarVenue::enter(const BrokerOrder& order, std::size_t place)
{
    const Desk& desk = m_desks[place];
    const auto refuse = [&](const char* code) { tell(order.id, OrderEvent::RejectedByBroker, code); };
    const std::int64_t lots = order.quantity.raw() / desk.lot;
    if (order.quantity.raw() % desk.lot != 0 || lots <= 0)
        return refuse("simulator.not-whole-lots");
    if (lots > kLargestLots)
        return refuse("simulator.quantity-range");
    const bool market = order.type == OrderType::Market;
    const std::int64_t price = market ? 0 : order.limit.raw() / desk.tick;
    if (!market && order.limit.raw() % desk.tick != 0)
        return refuse("simulator.not-on-tick");
    if (price > kLargestTicks || price < -kLargestTicks)
        return refuse("simulator.price-range");
    m_live.emplace(order.id.value, Live{order, place, {}});
    ++m_desks[place].live;
    tell(order.id, OrderEvent::Accepted);
    matching::NewOrder entry;
    entry.id = order.id.value;
    entry.book = desk.book;
    entry.quantity = static_cast<matching::Lots>(lots);
    entry.side = sideOf(order.side);
    entry.kind = market ? matching::OrderKind::Market : matching::OrderKind::Limit;
    entry.price = static_cast<matching::Ticks>(price);
    entry.rests = market; // what the open cannot fill is worked on through the bar
    Events events(*this);
    m_engine.submit(entry, events);
}

void BarVenue::endImmediate(std::size_t place)
{
    std::vector<matching::OrderId> unfilled;
    for (const auto& [id, live] : m_live)
        if (live.desk == place && live.order.tif == TimeInForce::Ioc)
            unfilled.push_back(id);
    for (const matching::OrderId id : unfilled)
        withdraw(id, OrderEvent::Cancelled, "simulator.no-liquidity");
}

void BarVenue::withdraw(matching::OrderId id, OrderEvent event, const std::string& reason)
{
    Events events(*this);
    m_ending = {event, reason};
    m_engine.cancel(id, events);
    m_ending = {OrderEvent::Cancelled, ""};
}

void BarVenue::endDay(Timestamp time)
{
    m_now = time;
    std::vector<matching::OrderId> over;
    for (const auto& [id, live] : m_live)
        if (live.order.tif == TimeInForce::Day)
            over.push_back(id);
    for (const matching::OrderId id : over)
        withdraw(id, OrderEvent::Expired, "simulator.day-over");
}

void BarVenue::onTrade(const matching::Trade& trade)
{
    ++m_events;
    fill(trade.maker, trade.price, trade.quantity, trade.makerRemaining);
    fill(trade.taker, trade.price, trade.quantity, trade.takerRemaining);
}

void BarVenue::onCancelled(const matching::Cancelled& cancelled)
{
    ++m_events;
    const auto live = m_live.find(cancelled.id);
    if (live == m_live.end())
        return;
    --m_desks[live->second.desk].live;
    m_live.erase(live);
    tell(OrderId(cancelled.id), m_ending.first, m_ending.second);
}

void BarVenue::fill(matching::OrderId id, matching::Ticks price, matching::Lots lots, matching::Lots left)
{
    const auto found = m_live.find(id);
    if (found == m_live.end())
        return; // the house
    Live& live = found->second;
    Desk& desk = m_desks[live.desk];
    ExecutionReport report;
    report.executionId = "bt:" + std::to_string(++m_reports);
    report.order = OrderId(id);
    report.event = left == 0 ? OrderEvent::LastFill : OrderEvent::PartFill;
    report.lastQuantity = Quantity::fromRaw(std::int64_t{lots} * desk.lot);
    report.lastPrice = Price::fromRaw(std::int64_t{price} * desk.tick);
    const auto fee = m_options.fees.charge(desk.instrument, live.order.side, report.lastPrice, report.lastQuantity, live.fees);
    report.fee = fee.commission;
    report.tax = fee.tax;
    report.time = m_now;
    if (left == 0) {
        --desk.live;
        m_live.erase(found);
    }
    m_tell(report);
}

void BarVenue::tell(OrderId order, OrderEvent event, std::string reason)
{
    ExecutionReport report;
    report.executionId = "bt:" + std::to_string(++m_reports);
    report.order = order;
    report.event = event;
    report.reason = std::move(reason);
    report.time = m_now;
    m_tell(report);
}

void BarVenue::arrive(Desk& desk, std::size_t place)
{
    std::vector<Arrival> inbox;
    inbox.swap(desk.inbox);
    Events events(*this);
    for (Arrival& arrival : inbox) {
        if (arrival.bar >= desk.bars) {
            desk.inbox.push_back(std::move(arrival));
        } else if (const auto* order = std::get_if<BrokerOrder>(&arrival.content)) {
            enter(*order, place);
        } else {
            const OrderId id = std::get<OrderId>(arrival.content);
            if (m_live.count(id.value) != 0)
                m_engine.cancel(id.value, events);
            else
                tell(id, OrderEvent::CancelRefused, "simulator.order-done");
        }
    }
}

void BarVenue::play(std::size_t place, const Bar& bar, std::int64_t barNanos, bool hasVolume)
{
    Desk& desk = m_desks[place];
    ++desk.bars;
    m_events += 4;
    if (desk.inbox.empty() && desk.live == 0)
        return;
    m_now = bar.start;
    const matching::Ticks open = ticks(desk, bar.open), high = ticks(desk, bar.high), low = ticks(desk, bar.low), close = ticks(desk, bar.close);
    const matching::Lots size = liquidity(desk, bar, hasVolume);
    Events events(*this);
    m_engine.startCall(desk.book);
    show(desk, open, size);
    arrive(desk, place);
    matching::UncrossOptions call;
    call.rule = matching::UncrossRule::Xetra;
    call.reference = open;
    m_engine.uncross(desk.book, call, events);
    m_engine.endCall(desk.book, events);
    endImmediate(place);
    const bool lowFirst = std::int64_t{open} - low <= std::int64_t{high} - open;
    const matching::Ticks path[] = {lowFirst ? low : high, lowFirst ? high : low, close};
    for (int i = 0; i < 3 && desk.live != 0; ++i) {
        m_now = bar.start + barNanos / 4 * (i + 1);
        show(desk, path[i], size);
    }
    hide(desk);
}

} // namespace rialto::backtest
