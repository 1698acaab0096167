// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen of the exchange: quotes, depth, hashes and the checkpoint. Nothing here changes the market.
#include "simulator/simulated_exchange.h"

#include <algorithm>
#include <utility>

namespace rialto::simulator {

SimulatorCheckpoint SimulatedExchange::checkpoint() const
{
    SimulatorCheckpoint checkpoint;
    checkpoint.time = m_now;
    checkpoint.printSequence = m_printSequence;
    checkpoint.market = m_fair.market();
    checkpoint.latency = m_gateway->rng().state();
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        const Board& board = m_boards[i];
        checkpoint.instruments.push_back({m_config.listings[i].instrument.id, m_fair.memory(i), m_agents[i]->rng().state(),
                                          priceOf(i, board.last), quantityOf(i, board.lastSize), priceOf(i, board.open),
                                          priceOf(i, board.high), priceOf(i, board.low), priceOf(i, board.previousClose),
                                          quantityOf(i, board.volume), board.trades});
    }
    return checkpoint;
}

Price SimulatedExchange::fairValue(InstrumentId instrument) const
{
    const std::size_t i = indexOf(instrument);
    return i == kUnlisted ? Price() : Price::fromRaw(m_fair.fair(i));
}

Quote SimulatedExchange::quote(InstrumentId instrument) const
{
    Quote quote;
    quote.instrument = instrument;
    quote.time = m_now;
    const std::size_t i = indexOf(instrument);
    if (i == kUnlisted)
        return quote;
    const auto book = static_cast<matching::BookId>(i);
    if (const auto bid = m_books.best(book, matching::Side::Buy)) {
        quote.bid = priceOf(i, bid->price);
        quote.bidSize = quantityOf(i, static_cast<std::int64_t>(bid->quantity));
    }
    if (const auto ask = m_books.best(book, matching::Side::Sell)) {
        quote.ask = priceOf(i, ask->price);
        quote.askSize = quantityOf(i, static_cast<std::int64_t>(ask->quantity));
    }
    const Board& board = m_boards[i];
    quote.last = priceOf(i, board.last);
    quote.lastSize = quantityOf(i, board.lastSize);
    quote.open = priceOf(i, board.open);
    quote.high = priceOf(i, board.high);
    quote.low = priceOf(i, board.low);
    quote.previousClose = priceOf(i, board.previousClose);
    quote.volume = quantityOf(i, board.volume);
    quote.trades = board.trades;
    return quote;
}

DepthUpdate SimulatedExchange::depth(InstrumentId instrument, std::size_t levels) const
{
    DepthUpdate update;
    update.instrument = instrument;
    update.time = m_now;
    const std::size_t i = indexOf(instrument);
    if (i == kUnlisted)
        return update;
    std::vector<matching::DepthLevel> found(levels);
    for (const Side side : {Side::Buy, Side::Sell}) {
        const auto bookSide = side == Side::Buy ? matching::Side::Buy : matching::Side::Sell;
        const std::size_t count = m_books.depth(static_cast<matching::BookId>(i), bookSide, found);
        auto& target = side == Side::Buy ? update.bids : update.asks;
        for (std::size_t level = 0; level < count; ++level) {
            const Price price = priceOf(i, found[level].price);
            target.push_back({price, quantityOf(i, static_cast<std::int64_t>(found[level].quantity)),
                              static_cast<int>(found[level].orders), m_gateway->ownAt(i, side, price)});
        }
    }
    return update;
}

std::vector<InstrumentId> SimulatedExchange::takeChanged()
{
    std::vector<InstrumentId> changed;
    for (std::size_t i = 0; i < m_boards.size(); ++i)
        if (std::exchange(m_boards[i].changed, false))
            changed.push_back(m_config.listings[i].instrument.id);
    return changed;
}

std::uint64_t SimulatedExchange::stateHash() const
{
    Hasher hash;
    hash.add(m_now.nanos).add(m_books.stateHash()).add(m_tradeHash.value()).add(m_printSequence);
    for (std::size_t i = 0; i < m_boards.size(); ++i) {
        const FairValues::Memory memory = m_fair.memory(i);
        hash.add(memory.value).add(memory.pressure).add(memory.variance).add(memory.slow);
        for (const std::uint64_t word : memory.rng)
            hash.add(word);
        m_agents[i]->hashInto(hash);
        hash.add(m_boards[i].last).add(m_boards[i].volume).add(m_boards[i].trades).add(std::uint64_t{m_boards[i].halted ? 1U : 0U});
    }
    m_gateway->hashInto(hash);
    for (const Due& due : m_queue)
        hash.add(due.time).add(due.sequence);
    return hash.value();
}

std::size_t SimulatedExchange::indexOf(InstrumentId instrument) const
{
    return instrument.value < m_indexById.size() ? m_indexById[instrument.value] : kUnlisted;
}

Price SimulatedExchange::priceOf(std::size_t listing, std::int64_t ticks) const
{
    return Price::fromRaw(ticks * m_config.listings[listing].instrument.spec.tick.raw());
}

Quantity SimulatedExchange::quantityOf(std::size_t listing, std::int64_t lots) const
{
    return Quantity::fromRaw(lots * m_config.listings[listing].instrument.spec.lot.raw());
}

std::int64_t SimulatedExchange::fairTicks(std::size_t listing) const
{
    const std::int64_t tick = m_config.listings[listing].instrument.spec.tick.raw();
    return std::max<std::int64_t>(1, (m_fair.fair(listing) + tick / 2) / tick);
}

} // namespace rialto::simulator
