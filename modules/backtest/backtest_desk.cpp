// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/backtest_desk.h"

#include "base/hash.h"
#include "domain/time_zone.h"

#include <algorithm>
#include <cmath>

namespace rialto::backtest {

namespace {

double number(std::int64_t raw) { return double(raw) / double(kFixedOne); }

std::vector<Instrument> numbered(const std::vector<PriceSeries>& series)
{
    std::vector<Instrument> instruments;
    for (const PriceSeries& each : series) {
        instruments.push_back(each.instrument);
        instruments.back().id = InstrumentId(std::uint32_t(instruments.size()));
    }
    return instruments;
}

} // namespace

BacktestDesk::BacktestDesk(const BacktestInput& input)
    : m_input(input), m_instruments(numbered(input.series)), m_engine(input.limits),
      m_venue(m_instruments, input.venue, [this](const ExecutionReport& report) { onReport(report); }), m_series(input.series.size())
{
    const Money zero = Money::zero(input.cash.currency());
    m_result.start = input.cash;
    m_result.end = input.cash;
    m_result.fees = m_result.taxes = m_result.turnover = zero;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        m_result.symbols.push_back(m_instruments[i].symbol);
        m_series[i].hasVolume = std::any_of(input.series[i].bars.begin(), input.series[i].bars.end(), [](const Bar& bar) { return bar.volume.isPositive(); });
    }
}

StepResult BacktestDesk::step(decltype(Input::body) body) { return m_engine.step(Input{m_now, m_day, std::move(body)}); }

void BacktestDesk::begin()
{
    Timestamp first = m_input.series[0].bars[0].start;
    for (const PriceSeries& series : m_input.series)
        first = std::min(first, series.bars[0].start);
    m_now = first;
    m_day = Date::ofUtc(first);
    for (const Instrument& instrument : m_instruments)
        step(AddInstrument{instrument});
    Client client;
    client.id = ClientId(1);
    client.number = "C-1";
    client.name = "Backtest";
    step(AddClient{client});
    step(AddAccount{{m_account, client.id, "A-1", m_input.cash.currency(), m_day}});
    step(MoveCash{"start", m_account, m_input.cash, "starting capital"});
    m_begun = true;
}

bool BacktestDesk::nextTime()
{
    std::optional<Timestamp> next;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const auto& bars = m_input.series[i].bars;
        if (m_series[i].next < bars.size() && (!next || bars[m_series[i].next].start < *next))
            next = bars[m_series[i].next].start;
    }
    if (!next || *next >= m_input.until) {
        if (m_result.barsPlayed > 0)
            endDay();
        return false;
    }
    if (m_input.interval != BarInterval::Day && *next >= m_zoneUntil) {
        // Offsets change on the hour at the earliest.
        m_zoneOffset = utcOffsetSeconds(*next, m_instruments[0].timeZone).valueOr(0);
        m_zoneUntil = Timestamp((next->nanos / (60 * kNanosPerMinute) + 1) * 60 * kNanosPerMinute);
    }
    const Date day = Date::ofUtc(*next, m_input.interval == BarInterval::Day ? 0 : m_zoneOffset);
    m_dayBegan = m_result.barsPlayed == 0 || day != m_day;
    if (m_dayBegan && m_result.barsPlayed > 0)
        endDay();
    m_day = day;
    m_now = *next;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const auto& bars = m_input.series[i].bars;
        m_series[i].now = m_series[i].next < bars.size() && bars[m_series[i].next].start == m_now;
    }
    return true;
}

void BacktestDesk::play(std::size_t series)
{
    SeriesState& state = m_series[series];
    const Bar& bar = m_input.series[series].bars[state.next];
    ++m_result.barsPlayed;
    const auto span = static_cast<std::int64_t>(m_input.interval) * kNanosPerSecond;
    // The venue does not see the bars before trading begins: nobody has an order there.
    m_venue.play(series, bar, span, state.hasVolume);
    ++state.next;
    if (!state.position.isZero())
        ++state.tripBars;
}

void BacktestDesk::endTime()
{
    for (SeriesState& state : m_series)
        state.now = false;
}

void BacktestDesk::endDay()
{
    m_venue.endDay(m_now);
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_instruments[i].assetClass() == AssetClass::Future && !m_series[i].position.isZero()) {
            Quote quote;
            quote.instrument = m_instruments[i].id;
            quote.last = bar(i, 0).close;
            quote.trades = 1;
            quote.time = m_now;
            step(BrokerSaid{quote});
        }
    step(BrokerSaid{SessionClosed{m_day, m_now}});
    if (!trading())
        return;
    EquityPoint point{m_day, equityMoney(), m_engine.ledger().cash(m_account, m_input.cash.currency()), 0};
    double gross = 0;
    for (std::size_t i = 0; i < m_series.size(); ++i)
        gross += std::fabs(major(worth(i)));
    const double equity = major(point.equity);
    point.exposure = equity > 0 ? gross / equity : 0;
    m_result.days.push_back(point);
}

const Bar& BacktestDesk::bar(std::size_t series, std::size_t ago) const
{
    RIALTO_CHECK(ago < m_series[series].next, "a bar that was not seen yet");
    return m_input.series[series].bars[m_series[series].next - 1 - ago];
}

double BacktestDesk::close(std::size_t series, std::size_t ago) const { return number(bar(series, ago).close.raw()); }

void BacktestDesk::makeColumns(std::size_t series)
{
    SeriesState& state = m_series[series];
    if (!state.times.empty())
        return;
    for (const Bar& bar : m_input.series[series].bars) {
        const std::int64_t raw[] = {bar.open.raw(), bar.high.raw(), bar.low.raw(), bar.close.raw(), bar.volume.raw()};
        for (std::size_t k = 0; k < 5; ++k)
            state.columns[k].push_back(number(raw[k]));
        state.times.push_back(bar.start.millis());
    }
}

// The batch gives the bits of the stream, which knows nothing of later bars (test: indicators), so it may run ahead.
Result<Line> BacktestDesk::indicator(std::size_t series, std::string_view name, const std::vector<std::string>& parameters, std::string_view output)
{
    if (m_begun || series >= m_series.size())
        return invalid("backtest.indicator-late", std::string(name));
    const analytics::Indicator* indicator = analytics::findIndicator(name);
    if (indicator == nullptr)
        return notFound("backtest.indicator-unknown", std::string(name));
    const auto values = analytics::indicatorValues(*indicator, parameters);
    if (!values)
        return values.error();
    std::size_t place = 0;
    if (!output.empty()) {
        while (place < indicator->outputs.size() && indicator->outputs[place].name != output)
            ++place;
        if (place == indicator->outputs.size())
            return notFound("backtest.indicator-unknown", std::string(name) + " has no output " + std::string(output));
    }
    makeColumns(series);
    const SeriesState& state = m_series[series];
    analytics::Series columns{state.columns[0], state.columns[1], state.columns[2], state.columns[3], state.columns[4], {}, {}, state.times, state.times.size()};
    const auto source = analytics::sourceColumn(columns, indicator->source);
    const auto second = analytics::sourceColumn(columns, indicator->secondSource);
    columns.value = source;
    columns.second = second;
    auto outputs = analytics::computeIndicator(*indicator, *values, columns);
    if (!outputs)
        return outputs.error();
    m_lines.push_back({series, std::move((*outputs)[place])});
    return Line{m_lines.size() - 1};
}

double BacktestDesk::value(Line line, std::size_t ago) const
{
    const LineState& state = m_lines[line.place];
    const std::size_t seen = m_series[state.series].next;
    return ago < seen ? state.values[seen - 1 - ago] : analytics::kNone;
}

double BacktestDesk::cash() const { return major(m_engine.ledger().availableCash(m_account, m_input.cash.currency())); }
double BacktestDesk::equity() const { return major(equityMoney()); }

Money BacktestDesk::marked(std::size_t series, Quantity quantity) const
{
    const auto value = valueOf(m_instruments[series], bar(series, 0).close, quantity);
    RIALTO_CHECK(value.ok(), "the value of a position leaves the range of money");
    return *value;
}

Money BacktestDesk::worth(std::size_t series) const
{
    const SeriesState& state = m_series[series];
    return state.position.isZero() ? Money::zero(m_input.cash.currency()) : marked(series, state.position);
}

Money BacktestDesk::equityMoney() const
{
    const Ledger& ledger = m_engine.ledger();
    const AssetId cash = AssetId::of(m_input.cash.currency());
    std::int64_t total = 0;
    // Margin is the account's own; Variation is minus the contract value, so that with the position it is the gain.
    for (const Bucket bucket : {Bucket::Own, Bucket::Margin, Bucket::Variation})
        total = addChecked(total, ledger.balance({m_account, bucket}, cash));
    Money equity(total, m_input.cash.currency());
    for (std::size_t i = 0; i < m_series.size(); ++i)
        equity += worth(i);
    return equity;
}

OrderId BacktestDesk::place(OrderRequest request)
{
    const std::size_t series = request.instrument.value - 1;
    Quote quote;
    quote.instrument = request.instrument;
    quote.last = bar(series, 0).close;
    quote.trades = 1;
    quote.time = m_now;
    step(BrokerSaid{quote});
    request.commandId = "b" + std::to_string(++m_commands);
    request.account = m_account;
    const StepResult result = step(PlaceOrder{std::move(request)});
    for (const Refusal& refusal : result.reply.refusals)
        ++m_result.refusals[refusal.code];
    if (!result.reply.accepted)
        return OrderId();
    m_series[series].open.push_back(result.reply.order);
    send(result);
    return result.reply.order;
}

void BacktestDesk::send(const StepResult& result)
{
    for (const BrokerCommand& command : result.send) {
        if (const auto* submit = std::get_if<SubmitCommand>(&command))
            m_venue.submit(submit->order);
        else if (const auto* cancel = std::get_if<CancelCommand>(&command))
            m_venue.cancel(cancel->order);
    }
}

OrderId BacktestDesk::market(std::size_t series, Side side, Quantity quantity)
{
    if (series >= m_series.size() || bars(series) == 0)
        return OrderId();
    OrderRequest request;
    request.instrument = m_instruments[series].id;
    request.side = side;
    request.type = OrderType::Market;
    request.quantity = quantity;
    return place(std::move(request));
}

OrderId BacktestDesk::limit(std::size_t series, Side side, Quantity quantity, double price, TimeInForce tif)
{
    const std::int64_t tick = series < m_series.size() ? m_instruments[series].spec.tick.raw() : 1;
    const double ticks = price * double(kFixedOne) / double(tick);
    if (series >= m_series.size() || bars(series) == 0 || !std::isfinite(ticks) || std::fabs(ticks) > 1e9)
        return OrderId();
    // A price that is meant to be on a tick stays there although it came as a double.
    const double nearest = std::round(ticks);
    const double passive = std::fabs(ticks - nearest) < 1e-6 ? nearest : side == Side::Buy ? std::floor(ticks) : std::ceil(ticks);
    OrderRequest request;
    request.instrument = m_instruments[series].id;
    request.side = side;
    request.type = OrderType::Limit;
    request.tif = tif;
    request.quantity = quantity;
    request.limit = Price::fromRaw(std::int64_t(passive) * tick);
    return place(std::move(request));
}

void BacktestDesk::cancel(OrderId order) { send(step(CancelOrder{"c" + std::to_string(++m_commands), order})); }

void BacktestDesk::cancelAll(std::size_t series)
{
    for (const OrderId order : std::vector<OrderId>(m_series[series].open))
        cancel(order);
}

int BacktestDesk::openOrders(std::size_t series) const { return static_cast<int>(m_series[series].open.size()); }

void BacktestDesk::target(std::size_t series, double weight)
{
    if (series >= m_series.size() || bars(series) == 0 || !std::isfinite(weight))
        return;
    cancelAll(series);
    const Instrument& instrument = m_instruments[series];
    const std::int64_t lot = instrument.spec.lot.raw();
    const double lotValue = major(marked(series, instrument.spec.lot));
    if (!(lotValue > 0))
        return;
    const auto lotsOf = [&](double lots) { return static_cast<std::int64_t>(std::clamp(lots, -9e9, 9e9)); };
    const std::int64_t held = m_series[series].position.raw() / lot;
    std::int64_t lots = lotsOf(equity() * weight / lotValue) - held;
    if (lots > 0 && instrument.assetClass() != AssetClass::Future) {
        const double room = cash() / (1 + double(m_input.limits.feeAllowancePerMille) / 1000);
        lots = std::min(lots, lotsOf(std::floor(std::max(0.0, room) / lotValue)));
    } else if (instrument.assetClass() != AssetClass::Future) {
        lots = std::max(lots, -held);
    }
    if (lots != 0)
        market(series, lots > 0 ? Side::Buy : Side::Sell, Quantity::fromRaw((lots > 0 ? lots : -lots) * lot));
}

} // namespace rialto::backtest
