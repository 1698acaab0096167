// SPDX-License-Identifier: GPL-3.0-or-later
// What a run writes down: reports, fills, round trips, the result.
#include "backtest/backtest_desk.h"

#include "base/hash.h"

#include <algorithm>

namespace rialto::backtest {

void BacktestDesk::onReport(const ExecutionReport& report)
{
    const Order order = *m_engine.orders().find(report.order);
    const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
    if (fill)
        m_equityBefore = equityMoney();
    const StepResult result = step(BrokerSaid{report});
    RIALTO_CHECK(result.alerts.empty(), "the venue told what cannot be");
    if (fill)
        onFill(report, order);
    if (!m_engine.orders().find(report.order)->open()) {
        auto& open = m_series[order.request.instrument.value - 1].open;
        open.erase(std::remove(open.begin(), open.end(), report.order), open.end());
    }
}

void BacktestDesk::onFill(const ExecutionReport& report, const Order& order)
{
    const std::size_t series = order.request.instrument.value - 1;
    SeriesState& state = m_series[series];
    const auto value = valueOf(m_instruments[series], report.lastPrice, report.lastQuantity);
    RIALTO_CHECK(value.ok(), "the value of a fill leaves the range of money");
    m_result.fills.push_back(report);
    m_result.fees += report.fee;
    m_result.taxes += report.tax;
    m_result.turnover += value->isNegative() ? -*value : *value;
    const bool buys = order.request.side == Side::Buy;
    const Quantity before = state.position;
    const Quantity after = buys ? before + report.lastQuantity : before - report.lastQuantity;
    const Money costs = report.fee + report.tax;
    const bool turnsOver = !before.isZero() && !after.isZero() && before.isPositive() != after.isPositive();
    if (!turnsOver) {
        addToTrip(series, order.request.side, report.lastQuantity, *value, costs, report.time);
        state.position = after;
    } else {
        // The part that closes carries its share of value and costs; the rest belongs to the trip that it opens.
        const auto closing = valueOf(m_instruments[series], report.lastPrice, before.abs());
        RIALTO_CHECK(closing.ok(), "the value of a fill leaves the range of money");
        const auto share = scale(costs, before.abs().raw(), report.lastQuantity.raw(), Rounding::HalfEven);
        RIALTO_CHECK(share.ok(), "costs leave the range of money");
        addToTrip(series, order.request.side, before.abs(), *closing, *share, report.time);
        state.position = Quantity();
        m_result.trips[*state.trip].closed = report.time;
        m_result.trips[*state.trip].bars = state.tripBars;
        state.trip.reset();
        addToTrip(series, order.request.side, report.lastQuantity - before.abs(), *value - *closing, costs - *share, report.time);
        state.position = after;
    }
    RoundTrip& trip = m_result.trips[*state.trip];
    trip.largest = std::max(trip.largest, after.abs());
    if (after.isZero()) {
        trip.closed = report.time;
        trip.bars = state.tripBars;
        state.trip.reset();
    }
}

void BacktestDesk::addToTrip(std::size_t series, Side side, Quantity quantity, const Money& value, const Money& costs, Timestamp time)
{
    SeriesState& state = m_series[series];
    if (!state.trip) {
        state.trip = m_result.trips.size();
        state.tripBars = 0;
        const Money zero = Money::zero(m_input.cash.currency());
        RoundTrip trip;
        trip.series = series;
        trip.side = side;
        trip.opened = time;
        trip.largest = quantity;
        trip.equity = m_equityBefore;
        trip.invested = trip.profit = trip.costs = zero;
        m_result.trips.push_back(trip);
    }
    RoundTrip& trip = m_result.trips[*state.trip];
    if (side == trip.side)
        trip.invested += value;
    trip.profit += (side == Side::Buy ? -value : value) - costs;
    trip.costs += costs;
}

Result<BacktestResult> BacktestDesk::finish()
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].trip) {
            RoundTrip& trip = m_result.trips[*m_series[i].trip];
            trip.open = true;
            trip.closed = m_now;
            trip.bars = m_series[i].tripBars;
            trip.profit += worth(i);
        }
    if (const auto balanced = m_engine.ledger().check(); !balanced)
        return balanced.error();
    for (const auto& [id, order] : m_engine.orders().orders())
        m_result.orders.push_back(order);
    if (m_result.barsPlayed > 0)
        m_result.end = equityMoney();
    m_result.events = m_venue.events();
    m_result.roundedPrices = m_venue.roundedPrices();
    m_result.hash = Hasher().add(m_engine.orders().hash()).add(m_engine.ledger().hash()).add(static_cast<std::uint64_t>(m_result.end.minor())).value();
    return std::move(m_result);
}

} // namespace rialto::backtest
