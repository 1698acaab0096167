// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/trading_session.h"

#include <algorithm>

namespace rialto::matching {

TradingSession::TradingSession(const TradingDay& day, MatchingEngine& engine, BookId book, const UncrossOptions& options, std::uint64_t draw)
    : m_day(&day), m_book(book), m_options(options)
{
    m_state.seed = m_state.draw = draw;
    engine.setPriceGuard(book, day.volatility.guard);
}

/// The same for every run with the same `draw`, and spread evenly enough for seconds.
std::int32_t TradingSession::drawn(std::int32_t most)
{
    m_state.draw = m_state.draw * 6364136223846793005ULL + 1442695040888963407ULL;
    return most <= 0 ? 0 : static_cast<std::int32_t>((m_state.draw >> 33U) % (static_cast<std::uint64_t>(most) + 1));
}

/// A phase begins when the one before ends: at its time, or later by the random end of that one, but not after the next.
std::int32_t TradingSession::startOf(std::size_t index) const
{
    const std::int32_t from = m_day->phases[index].from;
    const std::int32_t most = index == 0 ? 0 : m_day->phases[index - 1].randomEnd;
    if (most == 0)
        return from;
    const std::uint64_t draw = (m_state.seed ^ (index + 1) * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
    const auto later = static_cast<std::int32_t>((draw >> 33U) % (static_cast<std::uint64_t>(most) + 1));
    const std::int32_t next = index + 1 < m_day->phases.size() ? m_day->phases[index + 1].from : kSecondsPerDay;
    return std::min(from + later, next);
}

std::optional<std::int32_t> TradingSession::pauseDue() const
{
    if (!m_state.heldSince || m_day->volatility.limitState == 0)
        return std::nullopt;
    return *m_state.heldSince + m_day->volatility.limitState;
}

std::optional<std::int32_t> TradingSession::nextChange() const
{
    std::optional<std::int32_t> next = m_state.callEnd;
    const auto sooner = [&](std::optional<std::int32_t> second) {
        if (second && (!next || *second < *next))
            next = second;
    };
    sooner(pauseDue());
    if (m_state.nextPhase < m_day->phases.size())
        sooner(startOf(m_state.nextPhase));
    return next;
}

bool TradingSession::mustExtend(const MatchingEngine& engine)
{
    const VolatilityRule& rule = m_day->volatility;
    const auto last = engine.lastPrice(m_book);
    const auto price = engine.indicative(m_book, m_options).price;
    if (m_state.extended || rule.extension == 0 || !last || !price)
        return false;
    const std::int64_t away = std::abs(std::int64_t{*price} - *last);
    m_state.extended = away * 10'000 > std::abs(std::int64_t{*last}) * rule.wideBasisPoints;
    return m_state.extended;
}

void TradingSession::watch(const MatchingEngine& engine, std::int32_t second)
{
    const bool scheduled = current().phase == Phase::VolatilityAuction;
    if (engine.phase(m_book) == Phase::VolatilityAuction && !m_state.callEnd && !scheduled) {
        const std::int32_t began = std::max(m_state.now, 0);
        m_state.extended = false;
        m_state.callEnd = began + m_day->volatility.seconds + drawn(m_day->volatility.randomEnd);
    }
    if (m_day->volatility.limitState == 0 || engine.phase(m_book) != Phase::Continuous)
        return;
    const PriceBand range = engine.allowedRange(m_book);
    const auto bid = engine.best(m_book, Side::Buy);
    const auto ask = engine.best(m_book, Side::Sell);
    const bool held = (bid && bid->price >= range.highest) || (ask && ask->price <= range.lowest);
    if (!held)
        m_state.heldSince.reset();
    else if (!m_state.heldSince)
        m_state.heldSince = second;
}

} // namespace rialto::matching
