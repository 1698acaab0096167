// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulated_exchange.h"

#include "simulator/exchange_internal.h"
#include "simulator/integer_math.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::uint16_t kNoListing = 65535;

Side domainSide(matching::Side side) { return side == matching::Side::Buy ? Side::Buy : Side::Sell; }

// The open of the first trading session in which a series has a bar.
std::optional<Timestamp> firstOpen(const SessionClock& clock, const market::ReplaySeries& series)
{
    for (const Bar& bar : series.bars) {
        const Session session = clock.at(bar.start);
        if (bar.start >= session.open)
            return session.open;
    }
    return std::nullopt;
}

} // namespace

SimulatedExchange::SimulatedExchange(SimulatorConfig config)
    : m_config(std::move(config)), m_books(16384), m_fair(m_config.listings, mixedSeed(m_config.seed, 1))
{
    RIALTO_CHECK(m_config.listings.size() < kNoListing, "a venue lists fewer than 65,535 instruments");
    const std::size_t count = m_config.listings.size();
    BookDoor& door = *this;
    m_boards.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Listing& listing = m_config.listings[i];
        const std::uint32_t id = listing.instrument.id.value;
        RIALTO_CHECK(id < 1'000'000 && indexOf(listing.instrument.id) == kUnlisted, "instrument ids are small and unique");
        m_indexById.resize(std::max<std::size_t>(m_indexById.size(), id + 1), kUnlisted);
        m_indexById[id] = i;
        const matching::BookId book = m_books.addBook();
        m_agents.push_back(std::make_unique<InstrumentAgents>(listing, book, door, mixedSeed(m_config.seed, 1000 + id)));
        m_agents.back()->setMix(m_config.mix);
    }
    m_gateway = std::make_unique<OrderGateway>(m_config.listings, door, m_config.latency, m_config.fees, m_config.runId,
                                               mixedSeed(m_config.seed, 2), [this](const BrokerEvent& event) { tell(event); });
    m_gateway->setFaults(m_config.faults);
    Timestamp start = m_config.start;
    for (std::size_t i = m_config.replays.size(); i-- > 0;) {
        const market::ReplaySeries& series = m_config.replays[i];
        const std::size_t listing = indexOf(series.instrument);
        const auto open = firstOpen(m_clock, series);
        if (listing == kUnlisted || !open)
            continue;
        start = *open;
        m_replays.push_back({market::ReplayPath(series), listing, 0, *open, 0});
    }
    if (m_config.checkpoint)
        start = m_config.checkpoint->time;
    m_session = m_clock.at(start);
    m_now = std::max(start, m_session.open);
    for (const auto& [instrument, price] : m_config.lastPrices) {
        const std::size_t i = indexOf(instrument);
        if (i == kUnlisted || !price.isPositive())
            continue;
        FairValues::Memory memory = m_fair.memory(i);
        memory.value = price.raw();
        m_fair.restore(i, memory);
    }
    m_fair.openDay(m_session.day, false);
    for (std::size_t i = 0; i < count; ++i)
        m_boards[i].last = m_boards[i].previousClose = fairTicks(i);
    for (const Replay& replay : m_replays) {
        const auto before = replay.path.lastCloseBefore(m_session.open);
        const Price price = before ? *before : replay.path.bars().front().open;
        Board& board = m_boards[replay.listing];
        board.last = board.previousClose = price.raw() / m_config.listings[replay.listing].instrument.spec.tick.raw();
    }
    if (m_config.checkpoint)
        restore(*m_config.checkpoint);
    // A checkpoint whose session is over: its prices are yesterday's.
    if (m_config.checkpoint && m_now != m_config.checkpoint->time) {
        m_overnight = true;
        turnTheDay();
    }
    m_queue.push_back({m_now.nanos, m_sequence++, kNoListing, Act::Open, 0});
}

SimulatedExchange::~SimulatedExchange() = default;

void SimulatedExchange::restore(const SimulatorCheckpoint& checkpoint)
{
    m_fair.restoreMarket(checkpoint.market);
    m_gateway->restore(checkpoint.latency);
    m_printSequence = checkpoint.printSequence;
    for (const InstrumentMemory& each : checkpoint.instruments) {
        const std::size_t i = indexOf(each.instrument);
        if (i == kUnlisted)
            continue;
        m_fair.restore(i, each.fair);
        m_agents[i]->rng().restore(each.agents);
        const ContractSpec& spec = m_config.listings[i].instrument.spec;
        const auto ticks = [&](Price price) { return price.raw() / spec.tick.raw(); };
        const auto lots = [&](Quantity quantity) { return quantity.raw() / spec.lot.raw(); };
        Board& board = m_boards[i];
        board = {ticks(each.last), lots(each.lastSize), ticks(each.open), ticks(each.high), ticks(each.low),
                 ticks(each.previousClose), lots(each.volume), each.trades, true, false, false, {}, 0};
    }
}

// --- Time ------------------------------------------------------------------------------------------------------------------

void SimulatedExchange::advanceBy(std::int64_t nanos, BrokerEventSink& sink)
{
    m_sink = &sink;
    for (;;) {
        const std::int64_t step = std::min<std::int64_t>(std::max<std::int64_t>(nanos, 0), m_session.close - m_now);
        const Timestamp until = m_now + step;
        drainUntil(until);
        m_now = until;
        nanos -= step;
        if (m_now < m_session.close)
            break;
        closeSession();
    }
    m_sink = nullptr;
}

void SimulatedExchange::advance(Timestamp to, BrokerEventSink& sink)
{
    do
        advanceBy(std::min(to, m_session.close) - m_now, sink);
    while (m_now < to);
}

void SimulatedExchange::stepOnce(BrokerEventSink& sink)
{
    m_sink = &sink;
    if (nextIsDue(Timestamp(m_session.close.nanos - 1))) {
        doNext();
    } else {
        m_now = m_session.close;
        closeSession();
    }
    m_sink = nullptr;
}

void SimulatedExchange::drainUntil(Timestamp until)
{
    // What falls on the very close is too late.
    const Timestamp last = std::min(until, Timestamp(m_session.close.nanos - 1));
    while (nextIsDue(last))
        doNext();
}

bool SimulatedExchange::nextIsDue(Timestamp until) const
{
    return (!m_queue.empty() && m_queue.front().time <= until.nanos)
           || (m_gateway->messagesUnderWay() && m_gateway->nextArrival() <= until);
}

void SimulatedExchange::doNext()
{
    ++m_counters.acts;
    if (m_gateway->messagesUnderWay() && (m_queue.empty() || m_gateway->nextArrival().nanos < m_queue.front().time)) {
        m_now = m_gateway->nextArrival();
        m_gateway->arrive(m_session.day);
        for (std::size_t i = 0; i < m_boards.size(); ++i)
            scheduleReaction(i);
        return;
    }
    const Due due = m_queue.front();
    std::pop_heap(m_queue.begin(), m_queue.end(), Later());
    m_queue.pop_back();
    m_now = Timestamp(due.time);
    perform(due);
}

void SimulatedExchange::schedule(std::size_t listing, Act act, std::int64_t delay, unsigned maker)
{
    const Timestamp at = m_now + delay;
    if (at >= m_session.close)
        return;
    m_queue.push_back({at.nanos, m_sequence++, static_cast<std::uint16_t>(listing), act, static_cast<std::uint8_t>(maker)});
    std::push_heap(m_queue.begin(), m_queue.end(), Later());
}

void SimulatedExchange::perform(const Due& due)
{
    if (due.act == Act::Open)
        return openSession();
    if (due.act == Act::Second)
        return second();
    const std::size_t i = due.listing;
    InstrumentAgents& agents = *m_agents[i];
    const AgentView view = viewOf(i);
    switch (due.act) {
    case Act::Quote:
        schedule(i, Act::Quote, agents.quote(due.maker, view), due.maker);
        break;
    case Act::React:
        m_boards[i].reacting = static_cast<std::uint8_t>(m_boards[i].reacting & ~(1U << due.maker));
        agents.quote(due.maker, view);
        break;
    case Act::Crowd:
        schedule(i, Act::Crowd, agents.actCrowd(view));
        break;
    case Act::Trend:
        schedule(i, Act::Trend, view.replayed ? 60 * kNanosPerSecond : agents.followTrend(view));
        break;
    case Act::Large:
        schedule(i, Act::Large, view.replayed ? 60 * kNanosPerSecond : agents.workLargeOrder(view));
        break;
    case Act::Tape:
        if (Replay* replay = replayOf(i))
            tape(*replay);
        break;
    case Act::Open:
    case Act::Second:
        break;
    }
    scheduleReaction(i);
}

// A maker whose quote was hit looks at its book again soon.
void SimulatedExchange::scheduleReaction(std::size_t listing)
{
    const unsigned maker = m_agents[listing]->takeHitMaker();
    if (maker < InstrumentAgents::kMakers)
        react(listing, maker);
}

void SimulatedExchange::react(std::size_t listing, unsigned maker)
{
    Board& board = m_boards[listing];
    if ((board.reacting >> maker & 1U) != 0)
        return;
    board.reacting = static_cast<std::uint8_t>(board.reacting | 1U << maker);
    schedule(listing, Act::React, m_agents[listing]->reactionDelay(), maker);
}

void SimulatedExchange::hurryTheStale()
{
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        if (!m_boards[i].active)
            continue;
        const AgentView view = viewOf(i);
        for (unsigned maker = 0; maker < InstrumentAgents::kMakers; ++maker)
            if (m_agents[i]->isStale(maker, view))
                react(i, maker);
    }
}

// --- The day ---------------------------------------------------------------------------------------------------------------

void SimulatedExchange::openSession()
{
    m_liveliness = livelinessPerMille(m_session, m_now);
    for (Replay& replay : m_replays) {
        const auto price = replay.path.priceAt(m_now);
        const Price first = price ? *price : replay.path.bars().front().open;
        if (!replay.path.over(m_now))
            m_fair.drive(replay.listing, first.raw(), 1000);
        replay.volumeUntil = m_now;
        replay.fairBefore = first.raw();
        replay.left = 0;
    }
    m_fair.openDay(m_session.day, m_overnight);
    setPriceBands();
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        m_boards[i].changed = true;
        m_boards[i].reacting = 0;
        m_boards[i].active = tradableOn(m_config.listings[i], m_session.day);
        if (!m_boards[i].active)
            continue;
        InstrumentAgents& agents = *m_agents[i];
        const AgentView view = viewOf(i);
        for (unsigned maker = 0; maker < InstrumentAgents::kMakers; ++maker)
            schedule(i, Act::Quote, agents.quote(maker, view), maker);
        schedule(i, Act::Crowd, agents.firstDelay(agents.crowdWait()));
        schedule(i, Act::Trend, agents.firstDelay(agents.crowdWait() * 7));
        schedule(i, Act::Large, agents.firstDelay(80 * kNanosPerMinute));
        if (replayOf(i) != nullptr)
            schedule(i, Act::Tape, 1);
        scheduleReaction(i);
    }
    m_gateway->openDay(m_now);
    publishIndices();
    const std::int64_t sinceOpen = m_now - m_session.open;
    schedule(kNoListing, Act::Second, kNanosPerSecond - sinceOpen % kNanosPerSecond);
}

void SimulatedExchange::closeSession()
{
    endHalts();
    m_gateway->closeDay(m_session.day, m_session.close);
    ++m_counters.sessions;
    tell(SessionClosed{m_session.day, m_session.close});
    for (auto& agents : m_agents)
        agents->cancelAll();
    m_queue.clear();
    turnTheDay();
    const Timestamp closed = m_session.close;
    m_session = m_clock.after(m_session.day);
    m_gateway->shiftMessages(m_session.open - closed);
    m_now = m_session.open;
    m_overnight = true;
    m_queue.push_back({m_now.nanos, m_sequence++, kNoListing, Act::Open, 0});
}

void SimulatedExchange::turnTheDay()
{
    for (Board& board : m_boards) {
        board.previousClose = board.last;
        board.open = board.high = board.low = board.volume = board.trades = board.lastSize = 0;
        board.changed = true;
    }
}

void SimulatedExchange::second()
{
    m_liveliness = livelinessPerMille(m_session, m_now);
    for (const Replay& replay : m_replays)
        if (const auto price = replay.path.priceAt(m_now); price && !replay.path.over(m_now))
            m_fair.drive(replay.listing, price->raw(), replay.path.livelinessPerMille(m_now));
    // The walk is livelier by the root of what trading is.
    m_fair.step(squareRoot(m_liveliness * 1000));
    for (const Replay& replay : m_replays) {
        if (!m_boards[replay.listing].active || replay.path.over(m_now))
            continue;
        // Nobody stays behind a path that is known: makers follow it at once.
        for (unsigned maker = 0; maker < InstrumentAgents::kMakers; ++maker)
            m_agents[replay.listing]->quote(maker, viewOf(replay.listing));
    }
    hurryTheStale();
    publishIndices();
    schedule(kNoListing, Act::Second, kNanosPerSecond);
}

void SimulatedExchange::tape(Replay& replay)
{
    const std::size_t i = replay.listing;
    if (replay.path.over(m_now))
        return;
    const AgentView view = viewOf(i);
    const std::int64_t lot = m_config.listings[i].instrument.spec.lot.raw();
    // Whole lots only: what is left of a lot waits for the next time.
    const std::int64_t due = replay.path.volumeBetween(replay.volumeUntil, m_now).raw() / lot;
    constexpr std::int64_t kMost = 1'000'000'000;
    if (due > 0) {
        replay.volumeUntil = m_now;
        const auto lots = static_cast<matching::Lots>(std::min(due + std::int64_t{replay.left}, kMost));
        replay.left = m_agents[i]->trade(lots, replay.fairBefore, view);
    }
    replay.fairBefore = view.fair;
    schedule(i, Act::Tape, m_agents[i]->reactionDelay());
}

void SimulatedExchange::publishIndices()
{
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        if (m_config.listings[i].instrument.tradable())
            continue;
        const std::int64_t level = fairTicks(i);
        if (level == m_boards[i].last && m_boards[i].trades > 0)
            continue;
        traded(m_boards[i], level, 0);
    }
}

bool SimulatedExchange::tradableOn(const Listing& listing, Date day) const
{
    if (const auto* future = std::get_if<Future>(&listing.instrument.details))
        return day <= future->expiry;
    if (const auto* option = std::get_if<Option>(&listing.instrument.details))
        return day <= option->expiry;
    return listing.instrument.tradable();
}

SimulatedExchange::Replay* SimulatedExchange::replayOf(std::size_t listing)
{
    for (Replay& replay : m_replays)
        if (replay.listing == listing)
            return &replay;
    return nullptr;
}

AgentView SimulatedExchange::viewOf(std::size_t listing)
{
    const Replay* replay = replayOf(listing);
    return {m_fair.fair(listing), m_fair.volatilityPerMille(listing), m_liveliness, replay != nullptr && !replay->path.over(m_now)};
}

// --- Books -----------------------------------------------------------------------------------------------------------------

std::optional<matching::Ticks> SimulatedExchange::best(matching::BookId book, matching::Side side) const
{
    const auto level = m_books.best(book, side);
    return level ? std::optional(level->price) : std::nullopt;
}

matching::Lots SimulatedExchange::submit(const matching::NewOrder& order)
{
    BookEvents events(*this, order.id);
    ++m_counters.commands;
    m_boards[order.book].changed = true;
    m_books.submit(order, events);
    return events.taken;
}

void SimulatedExchange::cancel(matching::OrderId id)
{
    BookEvents events(*this, 0);
    ++m_counters.commands;
    m_books.cancel(id, events);
}

void SimulatedExchange::replace(const matching::Replace& command)
{
    BookEvents events(*this, command.newId);
    ++m_counters.commands;
    if (const auto order = m_books.find(command.id))
        m_boards[order->book].changed = true;
    m_books.replace(command, events);
}

void SimulatedExchange::traded(Board& board, std::int64_t price, std::int64_t size) const
{
    if (board.trades == 0)
        board.open = board.high = board.low = price;
    board.high = std::max(board.high, price);
    board.low = std::min(board.low, price);
    board.last = price;
    board.lastSize = size;
    board.volume += size;
    ++board.trades;
    board.changed = true;
}

void SimulatedExchange::onTrade(const matching::Trade& trade)
{
    const std::size_t i = trade.book;
    const Listing& listing = m_config.listings[i];
    traded(m_boards[i], trade.price, trade.quantity);
    ++m_counters.trades;
    m_tradeHash.add(m_now.nanos)
        .add(std::uint64_t{trade.book})
        .add(std::int64_t{trade.price})
        .add(std::uint64_t{trade.quantity})
        .add(static_cast<std::uint64_t>(trade.takerSide));
    tell(TradePrint{listing.instrument.id, priceOf(i, trade.price), quantityOf(i, trade.quantity), domainSide(trade.takerSide),
                    m_now, ++m_printSequence});
    // A hundredth of a day's volume moves the value by a twentieth of a usual day (153 usual seconds).
    const std::int64_t dailyLots = std::max<std::int64_t>(1, listing.dailyVolume.raw() / listing.instrument.spec.lot.raw());
    const std::int64_t push =
        std::min(product(m_fair.usualMove(i) * 765, trade.quantity, dailyLots), m_fair.fair(i) / 50);
    m_fair.press(i, trade.takerSide == matching::Side::Buy ? push : -push);

    const auto pass = [&](matching::OrderId id, matching::Side side, matching::Lots remaining) {
        if (order_ids::isParticipant(id))
            m_gateway->onTrade(id, trade.price, trade.quantity, remaining, m_now);
        else
            m_agents[i]->onTrade(id, side, trade.quantity, remaining);
    };
    pass(trade.maker, matching::opposite(trade.takerSide), trade.makerRemaining);
    pass(trade.taker, trade.takerSide, trade.takerRemaining);
}

void SimulatedExchange::onCancelled(const matching::Cancelled& cancelled)
{
    m_boards[cancelled.book].changed = true;
    if (order_ids::isParticipant(cancelled.id))
        m_gateway->onCancelled(cancelled.id, cancelled.quantity, cancelled.reason, m_now);
    else
        m_agents[cancelled.book]->onCancelled(cancelled.id);
}

void SimulatedExchange::onRejected(const matching::Rejected& rejected)
{
    if (order_ids::isParticipant(rejected.id))
        m_gateway->onRejected(rejected.id, rejected.reason, m_now);
    else if (rejected.reason != matching::RejectReason::UnknownOrder)
        m_agents[rejected.book]->onCancelled(rejected.id);
}

void SimulatedExchange::tell(const BrokerEvent& event)
{
    RIALTO_CHECK(m_sink != nullptr, "nothing happens at the exchange while no time passes");
    m_sink->onBrokerEvent(event);
}

} // namespace rialto::simulator
