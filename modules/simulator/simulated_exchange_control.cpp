// SPDX-License-Identifier: GPL-3.0-or-later
// What a supervisor does with the exchange: a copy of it, halts and auctions, other agents, other numbers, price limits.
#include "simulator/simulated_exchange.h"

#include "simulator/exchange_internal.h"
#include "simulator/integer_math.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr matching::UncrossRule kAuction = matching::UncrossRule::Euronext;

matching::UncrossOptions auctionAround(std::int64_t lastTicks)
{
    matching::UncrossOptions options;
    options.rule = kAuction;
    if (lastTicks > 0 && lastTicks <= 2'000'000'000)
        options.reference = static_cast<matching::Ticks>(lastTicks);
    return options;
}

} // namespace

SimulatedExchange::SimulatedExchange(const SimulatedExchange& other)
    : m_config(other.m_config), m_clock(other.m_clock), m_session(other.m_session), m_now(other.m_now), m_overnight(other.m_overnight),
      m_books(*matching::MatchingEngine::restored(other.m_books.snapshot())), m_fair(other.m_fair), m_boards(other.m_boards),
      m_replays(other.m_replays), m_queue(other.m_queue), m_sequence(other.m_sequence), m_printSequence(other.m_printSequence),
      m_liveliness(other.m_liveliness), m_tradeHash(other.m_tradeHash), m_counters(other.m_counters), m_indexById(other.m_indexById)
{
    BookDoor& door = *this;
    for (const auto& agents : other.m_agents)
        m_agents.push_back(std::make_unique<InstrumentAgents>(*agents, door));
    m_gateway = std::make_unique<OrderGateway>(*other.m_gateway, m_config.listings, door, [this](const BrokerEvent& event) { tell(event); });
}

std::unique_ptr<SimulatedExchange> SimulatedExchange::clone() const
{
    return std::unique_ptr<SimulatedExchange>(new SimulatedExchange(*this));
}

void SimulatedExchange::submitGroup(matching::GroupKind kind, std::span<const matching::NewOrder> orders)
{
    BookEvents events(*this, 0);
    ++m_counters.commands;
    m_boards[orders.front().book].changed = true;
    m_books.submitGroup(kind, orders, events);
}

void SimulatedExchange::setMix(const AgentMix& mix)
{
    m_config.mix = mix;
    for (auto& agents : m_agents)
        agents->setMix(mix);
}

void SimulatedExchange::reseed(std::uint64_t seed)
{
    m_fair.reseed(mixedSeed(seed, 1));
    m_gateway->reseed(mixedSeed(seed, 2));
    for (std::size_t i = 0; i < m_agents.size(); ++i)
        m_agents[i]->reseed(mixedSeed(seed, 1000 + m_config.listings[i].instrument.id.value));
}

bool SimulatedExchange::halted(InstrumentId instrument) const
{
    const std::size_t i = indexOf(instrument);
    return i != kUnlisted && m_boards[i].halted;
}

bool SimulatedExchange::halt(InstrumentId instrument)
{
    const std::size_t i = indexOf(instrument);
    if (i == kUnlisted || !m_boards[i].active || m_boards[i].halted)
        return false;
    m_books.startCall(static_cast<matching::BookId>(i));
    m_boards[i].halted = m_boards[i].changed = true;
    return true;
}

matching::AuctionResult SimulatedExchange::indicative(InstrumentId instrument) const
{
    const std::size_t i = indexOf(instrument);
    if (i == kUnlisted || !m_boards[i].halted)
        return {};
    return m_books.indicative(static_cast<matching::BookId>(i), auctionAround(m_boards[i].last));
}

bool SimulatedExchange::resume(InstrumentId instrument, BrokerEventSink& sink)
{
    const std::size_t i = indexOf(instrument);
    if (i == kUnlisted || !m_boards[i].halted)
        return false;
    m_sink = &sink;
    resumeBook(i);
    m_sink = nullptr;
    return true;
}

void SimulatedExchange::resumeBook(std::size_t listing)
{
    const auto book = static_cast<matching::BookId>(listing);
    BookEvents events(*this, 0);
    m_books.uncross(book, auctionAround(m_boards[listing].last), events);
    m_books.endCall(book, events);
    m_boards[listing].halted = false;
    m_boards[listing].changed = true;
}

// A halt does not outlive its day: what crosses trades in a last auction.
void SimulatedExchange::endHalts()
{
    for (std::size_t i = 0; i < m_boards.size(); ++i)
        if (m_boards[i].halted)
            resumeBook(i);
}

bool SimulatedExchange::accepts(matching::BookId book, matching::Ticks price) const
{
    const matching::PriceBand& band = m_boards[book].band;
    return price >= band.lowest && price <= band.highest;
}

// Rounded half away from zero to whole ticks, and at least one tick from the previous close, as the Chinese exchanges do.
void SimulatedExchange::setPriceBands()
{
    if (m_config.priceLimitBp <= 0)
        return;
    constexpr std::int64_t kMost = 2'000'000'000;
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        const std::int64_t close = m_boards[i].previousClose;
        if (close <= 0 || close > kMost / 2)
            continue;
        const std::int64_t room = std::max<std::int64_t>((close * m_config.priceLimitBp + 5000) / 10'000, 1);
        m_boards[i].band = {static_cast<matching::Ticks>(std::max<std::int64_t>(close - room, 1)),
                            static_cast<matching::Ticks>(std::min(close + room, kMost))};
        m_books.setPriceBand(static_cast<matching::BookId>(i), m_boards[i].band);
    }
}

std::optional<SimulatedExchange::QueueStand> SimulatedExchange::queueStand(rialto::OrderId order) const
{
    const auto number = m_gateway->numberOf(order);
    if (!number)
        return std::nullopt;
    const auto view = m_books.find(order_ids::ofParticipant(*number));
    if (!view)
        return std::nullopt;
    const std::size_t i = view->book;
    std::uint64_t all = 0;
    for (const matching::OrderView& each : m_books.ordersAt(view->book, view->price))
        all += each.quantity;
    return QueueStand{priceOf(i, view->price), quantityOf(i, static_cast<std::int64_t>(m_books.quantityAhead(view->id))),
                      quantityOf(i, static_cast<std::int64_t>(all)), quantityOf(i, view->quantity)};
}

} // namespace rialto::simulator
