// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/bar_builder.h"

#include <algorithm>
#include <utility>

namespace rialto::market {

Timestamp BarBuilder::startOf(Timestamp time, Date tradingDay) const
{
    if (m_interval == BarInterval::Day)
        return tradingDay.startUtc();
    const std::int64_t length = static_cast<std::int64_t>(m_interval) * kNanosPerSecond;
    std::int64_t into = time.nanos % length;
    if (into < 0)
        into += length;
    return time + -into;
}

BarBuilder::Update BarBuilder::add(Timestamp time, Price price, Quantity quantity, Date tradingDay)
{
    Update update;
    const Timestamp start = startOf(time, tradingDay);
    if (m_current && start < m_current->start) {
        update.late = true;
        return update;
    }
    if (m_current && start == m_current->start) {
        m_current->high = std::max(m_current->high, price);
        m_current->low = std::min(m_current->low, price);
        m_current->close = price;
        m_current->volume += quantity;
        return update;
    }
    update.finished = std::exchange(m_current, Bar{start, price, price, price, price, quantity});
    return update;
}

std::optional<Bar> BarBuilder::finish() { return std::exchange(m_current, std::nullopt); }

Bar merged(const Bar& earlier, const Bar& later)
{
    return {earlier.start, earlier.open, std::max(earlier.high, later.high), std::min(earlier.low, later.low), later.close,
        earlier.volume + later.volume};
}

} // namespace rialto::market
