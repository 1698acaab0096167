// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/replay/replay_series.h"

#include <algorithm>
#include <array>

namespace rialto::market {

ReplaySeries replayFromTicks(InstrumentId instrument, const std::vector<TradePrint>& ticks)
{
    ReplaySeries series{instrument, kNanosPerSecond, {}};
    for (const TradePrint& tick : ticks) {
        const Timestamp second(tick.time.nanos / kNanosPerSecond * kNanosPerSecond);
        if (series.bars.empty() || series.bars.back().start != second) {
            series.bars.push_back({second, tick.price, tick.price, tick.price, tick.price, tick.quantity});
            continue;
        }
        Bar& bar = series.bars.back();
        bar.high = std::max(bar.high, tick.price);
        bar.low = std::min(bar.low, tick.price);
        bar.close = tick.price;
        bar.volume += tick.quantity;
    }
    return series;
}

ReplayPath::ReplayPath(ReplaySeries series) : m_series(std::move(series))
{
    RIALTO_CHECK(m_series.barNanos > 0, "a bar lasts");
    std::int64_t sum = 0;
    for (const Bar& bar : m_series.bars)
        sum = addChecked(sum, (bar.high - bar.low).raw());
    if (!empty())
        m_meanRange = std::max<std::int64_t>(1, sum / static_cast<std::int64_t>(m_series.bars.size()));
}

bool ReplayPath::over(Timestamp time) const { return empty() || time >= m_series.bars.back().start + m_series.barNanos; }

std::ptrdiff_t ReplayPath::barAt(Timestamp time) const
{
    const auto after = std::upper_bound(m_series.bars.begin(), m_series.bars.end(), time,
                                        [](Timestamp t, const Bar& bar) { return t < bar.start; });
    return after - m_series.bars.begin() - 1;
}

std::optional<Price> ReplayPath::priceAt(Timestamp time) const
{
    const std::ptrdiff_t index = barAt(time);
    if (index < 0)
        return std::nullopt;
    const Bar& bar = m_series.bars[static_cast<std::size_t>(index)];
    const std::int64_t since = time - bar.start;
    if (since >= m_series.barNanos)
        return bar.close;
    const bool rising = bar.close >= bar.open;
    const std::array<Price, 4> corners = {bar.open, rising ? bar.low : bar.high, rising ? bar.high : bar.low, bar.close};
    // Corners at 0, 1/4, 3/4 and the end: the long way between the extremes takes the middle half.
    const std::array<std::int64_t, 4> at = {0, m_series.barNanos / 4, m_series.barNanos - m_series.barNanos / 4, m_series.barNanos};
    std::size_t leg = 0;
    while (leg < 2 && since >= at[leg + 1])
        ++leg;
    const std::int64_t way = (corners[leg + 1] - corners[leg]).raw();
    const auto step = mulDiv(way, since - at[leg], at[leg + 1] - at[leg], Rounding::HalfEven);
    return corners[leg] + Price::fromRaw(*step);
}

Quantity ReplayPath::volumeBetween(Timestamp from, Timestamp to) const
{
    Quantity sum;
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(barAt(from), 0); i < static_cast<std::ptrdiff_t>(m_series.bars.size()); ++i) {
        const Bar& bar = m_series.bars[static_cast<std::size_t>(i)];
        if (bar.start >= to)
            break;
        const auto until = [&](Timestamp t) {
            const std::int64_t part = std::clamp<std::int64_t>(t - bar.start, 0, m_series.barNanos);
            return *mulDiv(bar.volume.raw(), part, m_series.barNanos, Rounding::Down);
        };
        sum += Quantity::fromRaw(until(to) - until(from));
    }
    return sum;
}

std::optional<Price> ReplayPath::lastCloseBefore(Timestamp time) const
{
    const std::ptrdiff_t index = barAt(Timestamp(time.nanos - m_series.barNanos));
    if (index < 0)
        return std::nullopt;
    return m_series.bars[static_cast<std::size_t>(index)].close;
}

std::int64_t ReplayPath::livelinessPerMille(Timestamp time) const
{
    const std::ptrdiff_t index = barAt(time);
    if (index < 0)
        return 1000;
    const Bar& bar = m_series.bars[static_cast<std::size_t>(index)];
    if (time - bar.start >= m_series.barNanos)
        return 1000;
    const auto ratio = mulDiv((bar.high - bar.low).raw(), 1000, m_meanRange, Rounding::Down);
    return ratio ? *ratio : 1000;
}

} // namespace rialto::market
