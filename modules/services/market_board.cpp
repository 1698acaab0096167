// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/market_board.h"

#include <utility>

namespace rialto {

void MarketBoard::publish(const std::vector<Quote>& quotes, const std::vector<TradePrint>& prints,
    const std::vector<DepthUpdate>& depths)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& quote : quotes) {
        const auto [it, fresh] = m_slots.try_emplace(quote.instrument, m_quotes.size());
        if (fresh) {
            m_quotes.push_back(quote);
            m_dirty.push_back(0);
        } else {
            m_quotes[it->second] = quote;
        }
        if (m_dirty[it->second] == 0) {
            m_dirty[it->second] = 1;
            m_changed.push_back(it->second);
        }
    }
    m_prints.insert(m_prints.end(), prints.begin(), prints.end());
    if (m_prints.size() > kTapeWindow) {
        const std::size_t excess = m_prints.size() - kTapeWindow;
        m_prints.erase(m_prints.begin(), m_prints.begin() + static_cast<std::ptrdiff_t>(excess));
        m_dropped += excess;
    }
    for (const auto& depth : depths)
        m_depths[depth.instrument] = depth;
}

MarketBoard::Changes MarketBoard::drain()
{
    Changes changes;
    const std::lock_guard lock(m_mutex);
    changes.quotes.reserve(m_changed.size());
    for (const std::size_t slot : m_changed) {
        changes.quotes.push_back(m_quotes[slot]);
        m_dirty[slot] = 0;
    }
    m_changed.clear();
    changes.prints = std::exchange(m_prints, {});
    changes.printsDropped = std::exchange(m_dropped, 0);
    for (auto& [instrument, depth] : m_depths)
        changes.depths.push_back(std::move(depth));
    m_depths.clear();
    return changes;
}

bool MarketBoard::latest(InstrumentId instrument, Quote& quote) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_slots.find(instrument);
    if (it == m_slots.end())
        return false;
    quote = m_quotes[it->second];
    return true;
}

} // namespace rialto
