// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/market_statistics.h"

#include "numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::simulator {

namespace {

constexpr std::size_t kFewestReturns = 30;

double number(std::int64_t raw) { return static_cast<double>(raw) / static_cast<double>(kFixedOne); }

double median(const std::vector<float>& values)
{
    const std::vector<double> copy(values.begin(), values.end());
    return copy.empty() ? std::numeric_limits<double>::quiet_NaN() : numerics::quantile(copy, 0.5);
}

std::vector<double> sizesOf(const std::vector<double>& returns)
{
    std::vector<double> sizes;
    sizes.reserve(returns.size());
    for (const double each : returns)
        sizes.push_back(std::fabs(each));
    return sizes;
}

} // namespace

MarketStatistics::MarketStatistics(const std::vector<Listing>& listings, BrokerEventSink* next)
    : m_listings(listings), m_series(listings.size()), m_next(next)
{
    for (std::size_t i = 0; i < listings.size(); ++i) {
        const std::size_t id = listings[i].instrument.id.value;
        m_indexById.resize(std::max(m_indexById.size(), id + 1), kUnlisted);
        m_indexById[id] = i;
    }
}

std::size_t MarketStatistics::indexOf(InstrumentId instrument) const
{
    return instrument.value < m_indexById.size() ? m_indexById[instrument.value] : kUnlisted;
}

void MarketStatistics::onBrokerEvent(const BrokerEvent& event)
{
    if (const auto* print = std::get_if<TradePrint>(&event))
        count(*print);
    if (m_next != nullptr)
        m_next->onBrokerEvent(event);
}

void MarketStatistics::count(const TradePrint& print)
{
    const std::size_t i = indexOf(print.instrument);
    if (i == kUnlisted)
        return;
    if (print.time >= m_session.close)
        m_session = m_clock.at(print.time);
    Series& series = m_series[i];
    if (series.trades++ == 0)
        series.first = series.high = series.low = print.price;
    series.high = std::max(series.high, print.price);
    series.low = std::min(series.low, print.price);
    series.last = print.price;
    series.volume += print.quantity;
    const std::int64_t part = std::max<std::int64_t>(print.time - m_session.open, 0) / (30 * kNanosPerMinute);
    series.volumeBy[std::min<std::size_t>(static_cast<std::size_t>(part), kHalfHours - 1)] += number(print.quantity.raw());
}

void MarketStatistics::sample(const SimulatedExchange& exchange)
{
    const Session& session = exchange.session();
    const bool freshDay = session.day != m_sampledDay;
    m_sampledDay = session.day;
    const Timestamp minute(exchange.time().nanos / kNanosPerMinute * kNanosPerMinute);
    const bool endsMinute = freshDay || minute != m_minute;
    m_minute = minute;
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
        const Instrument& instrument = m_listings[i].instrument;
        Series& series = m_series[i];
        if (freshDay)
            series.midBefore = 0;
        if (!instrument.tradable())
            continue;
        const DepthUpdate depth = exchange.depth(instrument.id, kLevels);
        if (depth.bids.empty() || depth.asks.empty()) {
            // Just after the open, before anybody quotes, a book is empty and no matter.
            series.oneSided += exchange.time() > session.open ? 1 : 0;
            continue;
        }
        const double bid = number(depth.bids.front().price.raw());
        const double ask = number(depth.asks.front().price.raw());
        const double mid = (bid + ask) / 2;
        series.spreads.push_back(static_cast<float>((ask - bid) / number(instrument.spec.tick.raw())));
        series.spreadsBp.push_back(static_cast<float>((ask - bid) / mid * 1e4));
        for (std::size_t level = 0; level < kLevels; ++level) {
            series.depth[level] += level < depth.bids.size() ? number(depth.bids[level].quantity.raw()) / 2 : 0;
            series.depth[level] += level < depth.asks.size() ? number(depth.asks[level].quantity.raw()) / 2 : 0;
        }
        ++series.depthSamples;
        if (!endsMinute)
            continue;
        if (series.midBefore > 0)
            series.returns.push_back(std::log(mid / series.midBefore));
        series.midBefore = mid;
    }
}

std::vector<MarketStatistics::Figures> MarketStatistics::figures() const
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::vector<Figures> all;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (!m_listings[i].instrument.tradable())
            continue;
        const Series& series = m_series[i];
        Figures figures;
        figures.instrument = m_listings[i].instrument.id;
        figures.symbol = m_listings[i].instrument.symbol;
        figures.trades = series.trades;
        figures.volume = series.volume;
        figures.first = series.first;
        figures.high = series.high;
        figures.low = series.low;
        figures.last = series.last;
        figures.returns = series.returns.size();
        const bool enough = series.returns.size() >= kFewestReturns;
        figures.kurtosis = enough ? numerics::kurtosis(series.returns, numerics::KurtosisKind::Moment) : kNone;
        figures.returnMemory = enough ? numerics::autocorrelation(series.returns, 1) : kNone;
        const std::vector<double> sizes = sizesOf(series.returns);
        for (std::size_t lag = 0; lag < kLags.size(); ++lag)
            figures.sizeMemory[lag] =
                series.returns.size() >= kFewestReturns + static_cast<std::size_t>(kLags[lag]) ? numerics::autocorrelation(sizes, kLags[lag]) : kNone;
        figures.spreadTicks = median(series.spreads);
        figures.spreadBp = median(series.spreadsBp);
        for (std::size_t level = 0; level < kLevels; ++level)
            figures.depth[level] = series.depthSamples > 0 ? series.depth[level] / static_cast<double>(series.depthSamples) : kNone;
        const double traded = number(series.volume.raw());
        for (std::size_t part = 0; part < kHalfHours; ++part)
            figures.volumeShare[part] = traded > 0 ? series.volumeBy[part] / traded : kNone;
        figures.oneSided = series.oneSided;
        all.push_back(std::move(figures));
    }
    return all;
}

MarketStatistics::Figures MarketStatistics::average(const std::vector<Figures>& figures, std::int64_t leastTrades)
{
    Figures mean;
    mean.symbol = "average";
    double counted = 0;
    for (const Figures& each : figures) {
        if (each.trades < leastTrades || std::isnan(each.kurtosis))
            continue;
        ++counted;
        mean.trades += each.trades;
        mean.returns += each.returns;
        mean.oneSided += each.oneSided;
        mean.kurtosis += each.kurtosis;
        mean.returnMemory += each.returnMemory;
        mean.spreadTicks += each.spreadTicks;
        mean.spreadBp += each.spreadBp;
        for (std::size_t i = 0; i < kLags.size(); ++i)
            mean.sizeMemory[i] += each.sizeMemory[i];
        for (std::size_t i = 0; i < kLevels; ++i)
            mean.depth[i] += each.depth[i] / each.depth[0]; // of the best level
        for (std::size_t i = 0; i < kHalfHours; ++i)
            mean.volumeShare[i] += each.volumeShare[i];
    }
    const double by = counted > 0 ? counted : std::numeric_limits<double>::quiet_NaN();
    mean.kurtosis /= by;
    mean.returnMemory /= by;
    mean.spreadTicks /= by;
    mean.spreadBp /= by;
    for (double& each : mean.sizeMemory)
        each /= by;
    for (double& each : mean.depth)
        each /= by;
    for (double& each : mean.volumeShare)
        each /= by;
    return mean;
}

} // namespace rialto::simulator
