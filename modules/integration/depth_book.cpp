// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/depth_book.h"

namespace rialto::integration {

void DepthBook::set(bool bid, Price price, Quantity size)
{
    Side& side = bid ? bids : asks;
    if (size.isZero())
        side.erase(price);
    else
        side[price] = size;
}

const char* DepthReplay::fault(const DepthLevel& level)
{
    DecimalReading price;
    DecimalReading size;
    if (readDecimal(level.price, {}, price) != DecimalFault::None || readDecimal(level.size, {}, size) != DecimalFault::None)
        return "value-malformed";
    return price.raw <= 0 ? "price-not-positive" : size.raw < 0 ? "volume-negative" : nullptr;
}

const char* DepthReplay::sequence(const DepthMessage& message, DepthBook& book)
{
    if (message.snapshot || message.lastId == 0 || book.lastId == 0)
        return nullptr;
    if (message.lastId <= book.lastId)
        return "sequence-stale";
    const bool follows = message.previousId >= 0 ? message.previousId == book.lastId || message.firstId <= book.lastId + 1 : message.firstId <= book.lastId + 1;
    return follows ? nullptr : "sequence-gap";
}

void DepthReplay::take(const DepthMessage& message, const RowPlace& place)
{
    for (const auto& level : message.levels)
        if (const char* code = fault(level)) {
            m_harvest.reject(place.row, place.line, message.symbol, code, level.price.substr(0, 20) + " " + level.size.substr(0, 20));
            return;
        }
    if (const char* code = sequence(message, m_books[message.symbol])) {
        m_harvest.reject(place.row, place.line, message.symbol, code, "update " + std::to_string(message.firstId) + " to " + std::to_string(message.lastId) + " after "
                + std::to_string(m_books[message.symbol].lastId));
        // What follows a gap is read on, so that one lost message does not cost the rest; the report tells of it.
        if (std::string_view(code) == "sequence-stale")
            return;
        m_books[message.symbol].lastId = message.lastId;
        return;
    }
    m_harvest.accept();
    apply(message, place);
}

void DepthReplay::apply(const DepthMessage& message, const RowPlace&)
{
    DepthBook& book = m_books[message.symbol];
    if (message.snapshot)
        book.clear();
    else if (!book.begun)
        m_harvest.assume(message.symbol + ": the file begins with updates and no snapshot: the book holds only the levels that were told");
    book.begun = true;
    for (const auto& level : message.levels) {
        DecimalReading price;
        DecimalReading size;
        readDecimal(level.price, {}, price);
        readDecimal(level.size, {}, size);
        book.set(level.bid, Price::fromRaw(price.raw), Quantity::fromRaw(size.raw));
    }
    book.lastId = message.lastId;
    tell(message);
    if (message.time == Timestamp() || book.bids.empty() || book.asks.empty())
        return;
    auto& ticks = m_harvest.ticksOf(message.symbol, m_source).ticks;
    const auto& [bid, bidSize] = *book.bids.rbegin();
    const auto& [ask, askSize] = *book.asks.begin();
    const market::Tick tick{message.time, market::TickKind::Quote, bid, ask, bidSize, askSize};
    if (!ticks.empty() && ticks.back().bid == bid && ticks.back().ask == ask && ticks.back().bidSize == bidSize && ticks.back().askSize == askSize)
        return;
    ticks.push_back(tick);
}

void DepthReplay::tell(const DepthMessage& message) const
{
    if (m_events == nullptr)
        return;
    market::MarketEvent event;
    event.time = message.time;
    if (message.snapshot) {
        event.kind = market::MarketEventKind::Clear;
        m_events->onMarketEvent(message.symbol, event);
    }
    event.kind = market::MarketEventKind::Level;
    for (const DepthLevel& level : message.levels) {
        DecimalReading price;
        DecimalReading size;
        readDecimal(level.price, {}, price);
        readDecimal(level.size, {}, size);
        event.bid = level.bid;
        event.price = Price::fromRaw(price.raw);
        event.size = Quantity::fromRaw(size.raw);
        m_events->onMarketEvent(message.symbol, event);
    }
    event = {};
    event.time = message.time;
    event.kind = market::MarketEventKind::End;
    m_events->onMarketEvent(message.symbol, event);
}

void DepthReplay::finish()
{
    for (const auto& [symbol, book] : m_books) {
        if (book.bids.empty() || book.asks.empty())
            continue;
        const auto& [bid, bidSize] = *book.bids.rbegin();
        const auto& [ask, askSize] = *book.asks.begin();
        m_harvest.about["book." + symbol] = std::to_string(book.bids.size()) + " bids, " + std::to_string(book.asks.size()) + " asks, best " + bid.text() + " x " + bidSize.text()
            + " / " + ask.text() + " x " + askSize.text();
        m_harvest.assume(symbol + ": the book at the end has " + m_harvest.about["book." + symbol]);
        if (!(bid < ask))
            m_harvest.assume(symbol + ": the book at the end is crossed");
    }
}

} // namespace rialto::integration
