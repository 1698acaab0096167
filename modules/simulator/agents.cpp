// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/agents.h"

#include "simulator/integer_math.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::int64_t kSessionNanos = 23'400 * kNanosPerSecond;
constexpr std::int64_t kLargestSize = 2'000'000'000;
constexpr std::int64_t kAway = 60 * kNanosPerMinute;

} // namespace

InstrumentAgents::InstrumentAgents(const Listing& listing, matching::BookId book, BookDoor& door, std::uint64_t seed)
    : m_door(&door), m_book(book), m_rng(seed), m_tick(listing.instrument.spec.tick.raw()),
      m_usualHalfSpread(std::max<std::int64_t>(1, listing.spreadTicks * m_tick / 2)),
      m_dailyLots(std::max<std::int64_t>(1, listing.dailyVolume.raw() / listing.instrument.spec.lot.raw()))
{
    const std::int64_t trades = std::max(listing.tradesPerDay, 1);
    m_meanLots = std::clamp<std::int64_t>(m_dailyLots / trades, 1, 100'000'000);
    // Four in ten of the crowd's acts take, and what takes meets two orders on average.
    m_crowdWait = kSessionNanos / trades * 72 / 100;
    m_makerWait = std::clamp<std::int64_t>(kSessionNanos / trades / 2, 400 * kNanosPerMilli, 20 * kNanosPerSecond);
    for (unsigned i = 0; i < kMakers; ++i)
        m_makers[i].patience = 2 + i;
}

std::int64_t InstrumentAgents::drawWait(std::int64_t mean, std::int64_t liveliness)
{
    return exponential(m_rng, mean) * 1000 / std::max<std::int64_t>(liveliness, 50) + 1;
}

// Somebody who stays away looks in once an hour, to see whether it is wanted again.
std::int64_t InstrumentAgents::paced(std::int64_t wait, std::int64_t perMille) const
{
    return perMille <= 0 ? kAway : std::max<std::int64_t>(wait * 1000 / perMille, 1);
}

// Exponential, with one in forty eight times as large; large enough sizes are mostly whole hundreds, as people type them.
matching::Lots InstrumentAgents::drawSize(std::int64_t mean)
{
    std::int64_t lots = exponential(m_rng, mean * 4 / 5) + 1;
    if (m_rng.below(40) == 0)
        lots *= 8;
    if (lots >= 120 && m_rng.chance(700))
        lots = (lots + 50) / 100 * 100;
    return static_cast<matching::Lots>(std::clamp<std::int64_t>(lots, 1, kLargestSize));
}

std::int64_t InstrumentAgents::halfSpread(const AgentView& view) const
{
    return m_usualHalfSpread * std::clamp<std::int64_t>(view.volatility, 600, 6000) / 1000;
}

matching::Ticks InstrumentAgents::floorTicks(std::int64_t raw) const
{
    std::int64_t ticks = raw / m_tick;
    if (raw % m_tick < 0)
        --ticks;
    return static_cast<matching::Ticks>(std::clamp<std::int64_t>(ticks, 0, 2'000'000'000));
}

void InstrumentAgents::place(unsigned slot, matching::Side side, matching::Ticks price, matching::Lots lots)
{
    if (price < 1)
        return;
    m_slots[slot] = {order_ids::ofAgent(++m_serial, m_book, slot), price, lots, side};
    m_door->submit({m_slots[slot].id, price, lots, 0, m_book, side, matching::OrderKind::Limit,
                   matching::TimeInForce::GoodTillCancel});
}

void InstrumentAgents::withdraw(unsigned slot)
{
    if (m_slots[slot].id != 0)
        m_door->cancel(m_slots[slot].id);
}

matching::Lots InstrumentAgents::take(matching::Side side, matching::Ticks limit, matching::Lots lots)
{
    if (limit < 1)
        return 0;
    return m_door->submit({order_ids::ofAgent(++m_serial, m_book, order_ids::kNoSlot), limit, lots, 0, m_book, side,
                          matching::OrderKind::Limit, matching::TimeInForce::ImmediateOrCancel});
}

void InstrumentAgents::cancelAll()
{
    for (unsigned slot = 0; slot < kSlots; ++slot)
        withdraw(slot);
    // Makers come home flat.
    for (Maker& maker : m_makers)
        maker.inventory = 0;
    m_largeLeft = 0;
}

void InstrumentAgents::onTrade(matching::OrderId id, matching::Side side, matching::Lots quantity, matching::Lots remaining)
{
    const unsigned slot = order_ids::slotOf(id);
    if (slot >= kSlots || m_slots[slot].id != id)
        return;
    m_slots[slot].open = remaining;
    if (remaining == 0)
        m_slots[slot].id = 0;
    if (slot < kCrowdFirst) {
        const unsigned maker = slot / (kLevels * 2);
        m_makers[maker].inventory += side == matching::Side::Buy ? std::int64_t{quantity} : -std::int64_t{quantity};
        m_hitMaker = maker;
    }
}

void InstrumentAgents::onCancelled(matching::OrderId id)
{
    const unsigned slot = order_ids::slotOf(id);
    if (slot < kSlots && m_slots[slot].id == id)
        m_slots[slot].id = 0;
}

unsigned InstrumentAgents::takeHitMaker() { return std::exchange(m_hitMaker, kMakers); }

std::int64_t InstrumentAgents::reactionDelay() { return m_rng.between(40, 350) * kNanosPerMilli; }

std::int64_t InstrumentAgents::quote(unsigned maker, const AgentView& view)
{
    Maker& self = m_makers[maker];
    const std::int64_t half = halfSpread(view) * self.patience / 2;
    // Leaning: at the limit of what it wants to hold, a maker moves its quotes by a whole spread. What it holds it also lays off
    // elsewhere, slowly.
    const std::int64_t wanted = m_meanLots * 60;
    self.inventory -= self.inventory / 40;
    const std::int64_t lean = std::clamp(-self.inventory * 1000 / wanted, std::int64_t{-1500}, std::int64_t{1500}) * half * 2 / 1000;
    const std::int64_t opinion = m_rng.gaussian(half / 5 + 1);
    const std::int64_t centre = view.fair + lean + opinion;
    self.quotedAround = view.fair;
    matching::Ticks bid = floorTicks(centre - half);
    matching::Ticks ask = std::max(floorTicks(centre + half + m_tick - 1), bid + 1);
    // The more patient a maker, the wider apart its levels, so that together they fill the book.
    const auto step = static_cast<matching::Ticks>(std::clamp<std::int64_t>(half / m_tick, self.patience - 1, 1'000'000));
    // Out with what stands in the way first, so that a maker never trades with itself.
    for (unsigned i = 0; i < kLevels * 2; ++i) {
        const unsigned slot = maker * kLevels * 2 + i;
        const Slot& order = m_slots[slot];
        if (order.id != 0 && (order.side == matching::Side::Buy ? order.price > bid : order.price < ask))
            withdraw(slot);
    }
    takeGift(matching::Side::Buy, centre, half);
    takeGift(matching::Side::Sell, centre, half);
    // Makers wait for others to come: a quote that would trade at once steps back.
    if (const auto lowestAsk = m_door->best(m_book, matching::Side::Sell))
        bid = std::min(bid, *lowestAsk - 1);
    if (const auto highestBid = m_door->best(m_book, matching::Side::Buy))
        ask = std::max(ask, *highestBid + 1);
    quoteSide(maker, matching::Side::Buy, bid, step);
    quoteSide(maker, matching::Side::Sell, ask, step);
    return drawWait(m_makerWait * self.patience / 2, std::min(view.liveliness * (500 + view.volatility / 2) / 1000, std::int64_t{6000}));
}

bool InstrumentAgents::isStale(unsigned maker, const AgentView& view) const
{
    const std::int64_t moved = view.fair - m_makers[maker].quotedAround;
    return (moved < 0 ? -moved : moved) * 2 > std::max(halfSpread(view) * m_makers[maker].patience / 2, m_tick);
}

// Somebody asks far less, or bids far more, than it is worth.
void InstrumentAgents::takeGift(matching::Side side, std::int64_t centre, std::int64_t half)
{
    const auto offer = m_door->best(m_book, matching::opposite(side));
    if (!offer)
        return;
    const std::int64_t price = *offer * m_tick;
    const std::int64_t gain = side == matching::Side::Buy ? centre - price : price - centre;
    if (gain > half * 2 + m_tick)
        take(side, *offer, drawSize(m_meanLots * 3));
}

void InstrumentAgents::quoteSide(unsigned maker, matching::Side side, matching::Ticks price, matching::Ticks step)
{
    const unsigned first = maker * kLevels * 2 + (side == matching::Side::Sell ? kLevels : 0);
    const matching::Ticks away = side == matching::Side::Buy ? -step : step;
    std::array<bool, kLevels> covered{};
    std::array<bool, kLevels> kept{};
    for (unsigned i = 0; i < kLevels; ++i) {
        const Slot& order = m_slots[first + i];
        if (order.id == 0)
            continue;
        // An order that stands where a level is wanted stays and keeps its place in the queue.
        const matching::Ticks distance = order.price - price;
        const auto level = static_cast<unsigned>(std::abs(distance / step));
        if (distance % step == 0 && (distance == 0 || (distance > 0) == (away > 0)) && level < kLevels && !covered[level]
            && order.open >= m_meanLots / 2) {
            covered[level] = true;
            kept[i] = true;
        }
    }
    for (unsigned i = 0; i < kLevels; ++i)
        if (!kept[i])
            withdraw(first + i);
    unsigned level = 0;
    for (unsigned i = 0; i < kLevels; ++i) {
        if (kept[i])
            continue;
        while (level < kLevels && covered[level])
            ++level;
        if (level == kLevels)
            break;
        const std::int64_t share = std::max<std::int64_t>(m_mix.makers, 100);
        const std::int64_t mean = std::max<std::int64_t>(m_meanLots * (2 + std::int64_t{level}) * (m_makers[maker].patience) / 2 * share / 1000, 1);
        place(first + i, side, price + away * static_cast<matching::Ticks>(level), drawSize(mean));
        ++level;
    }
}

matching::Ticks InstrumentAgents::limitBeyond(matching::Side side, std::int64_t spreads, const AgentView& view) const
{
    const std::int64_t room = std::max(halfSpread(view) * 2, m_tick) * spreads;
    return side == matching::Side::Buy ? floorTicks(view.fair + room) + 1 : floorTicks(view.fair - room);
}

std::int64_t InstrumentAgents::actCrowd(const AgentView& view)
{
    if (m_mix.crowd <= 0)
        return kAway;
    // People follow each other: the side changes in three of ten acts.
    if (m_rng.chance(300))
        m_crowdSide = matching::opposite(m_crowdSide);
    const matching::Side side = m_crowdSide;
    const std::uint32_t act = m_rng.below(100);
    const unsigned slot = kCrowdFirst + m_rng.below(kCrowdSlots);
    if (act < 42 && view.replayed) {
        withdraw(slot);
    } else if (act < 42) {
        take(side, limitBeyond(side, 4, view), drawSize(m_meanLots * 7 / 5));
    } else if (act < 80) {
        withdraw(slot);
        const auto touch = m_door->best(m_book, side);
        const auto other = m_door->best(m_book, matching::opposite(side));
        if (touch) {
            // At the best price, a little behind it, or, where there is room, one tick before it.
            auto behind = static_cast<matching::Ticks>(exponential(m_rng, 2 + m_usualHalfSpread / m_tick));
            if (other && std::abs(*other - *touch) > 1 && m_rng.chance(250))
                behind = -1;
            place(slot, side, side == matching::Side::Buy ? *touch - behind : *touch + behind, drawSize(m_meanLots));
        }
    } else {
        withdraw(slot);
    }
    return drawWait(paced(m_crowdWait, m_mix.crowd), std::min(view.liveliness * (400 + view.volatility * 6 / 10) / 1000, std::int64_t{8000}));
}

std::int64_t InstrumentAgents::followTrend(const AgentView& view)
{
    if (m_mix.trend <= 0)
        return kAway;
    if (m_slow == 0)
        m_fast = m_slow = view.fair;
    m_fast += (view.fair - m_fast) / 4;
    m_slow += (view.fair - m_slow) / 20;
    const std::int64_t threshold = std::max(halfSpread(view) * 3, m_tick * 2);
    const std::int64_t most = m_meanLots * 30;
    const std::int64_t trend = m_fast - m_slow;
    const auto go = [&](matching::Side side) {
        const std::int64_t filled = take(side, limitBeyond(side, 3, view), drawSize(m_meanLots * 3));
        m_trendPosition += side == matching::Side::Buy ? filled : -filled;
    };
    if (trend > threshold && m_trendPosition < most)
        go(matching::Side::Buy);
    else if (trend < -threshold && m_trendPosition > -most)
        go(matching::Side::Sell);
    else if (m_trendPosition > 0 && trend < 0)
        go(matching::Side::Sell);
    else if (m_trendPosition < 0 && trend > 0)
        go(matching::Side::Buy);
    return drawWait(paced(m_crowdWait * 7, m_mix.trend), 1000);
}

std::int64_t InstrumentAgents::workLargeOrder(const AgentView& view)
{
    constexpr std::int64_t kMeanBetween = 80 * kNanosPerMinute;
    if (m_mix.large <= 0)
        return kAway;
    if (m_largeLeft <= 0) {
        m_largeSide = m_rng.chance(500) ? matching::Side::Buy : matching::Side::Sell;
        m_largeLeft = m_dailyLots * m_rng.between(2, 12) / 1000;
    }
    const matching::Lots slice = drawSize(std::max<std::int64_t>(m_meanLots * 4, m_largeLeft / 30));
    const auto lots = static_cast<matching::Lots>(std::min<std::int64_t>(slice, m_largeLeft));
    if (lots > 0)
        take(m_largeSide, limitBeyond(m_largeSide, 6, view), lots);
    // What found nobody at a fair price is given up as well: the order ends in any case.
    m_largeLeft -= lots;
    return m_largeLeft > 0 ? drawWait(2500 * kNanosPerMilli, 1000) : drawWait(paced(kMeanBetween, m_mix.large), 1000);
}

matching::Lots InstrumentAgents::trade(matching::Lots lots, std::int64_t fairBefore, const AgentView& view)
{
    matching::Side side = view.fair > fairBefore ? matching::Side::Buy : matching::Side::Sell;
    if (view.fair == fairBefore || m_rng.chance(250))
        side = m_rng.chance(500) ? matching::Side::Buy : matching::Side::Sell;
    while (lots > 0) {
        const matching::Lots piece = std::min(lots, drawSize(m_meanLots));
        const matching::Lots filled = take(side, limitBeyond(side, 1, view), piece);
        lots -= filled;
        if (filled < piece)
            return lots;
    }
    return 0;
}

void InstrumentAgents::hashInto(Hasher& hash) const
{
    for (const std::uint64_t word : m_rng.state())
        hash.add(word);
    hash.add(m_serial).add(m_fast).add(m_slow).add(m_trendPosition).add(m_largeLeft);
    hash.add(std::uint64_t{m_hitMaker} << 2U | static_cast<std::uint64_t>(m_crowdSide) << 1U | static_cast<std::uint64_t>(m_largeSide));
    for (const Maker& maker : m_makers)
        hash.add(maker.inventory).add(maker.quotedAround);
    for (const Slot& slot : m_slots)
        hash.add(slot.id).add(std::uint64_t{slot.open});
    hash.add(m_mix.makers).add(m_mix.crowd).add(m_mix.trend).add(m_mix.large);
}

} // namespace rialto::simulator
