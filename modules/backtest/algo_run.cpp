// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/algo_run.h"

#include "domain/time_zone.h"
#include "market/bar_builder.h"

#include <algorithm>
#include <map>

namespace rialto::backtest {

namespace {

constexpr std::int64_t kLook = kNanosPerSecond; // how often the algorithm looks
constexpr std::size_t kCurveParts = 30;

std::optional<Price> middleOf(const Quote& quote)
{
    if (!quote.bidSize.isPositive() || !quote.askSize.isPositive())
        return std::nullopt;
    return Price::fromRaw((quote.bid.raw() + quote.ask.raw()) / 2);
}

// What the runner hears of one market.
class Listener final : public BrokerEventSink {
public:
    Listener(simulator::SimulatedExchange& exchange, InstrumentId instrument) : m_exchange(exchange), m_instrument(instrument) {}

    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (const auto* print = std::get_if<TradePrint>(&event); print != nullptr && print->instrument == m_instrument) {
            volume += print->quantity;
            everybody.add(print->price, print->quantity);
            if (const auto bar = m_minutes.add(print->time, print->price, print->quantity, Date::ofUtc(print->time)); bar.finished && keepsBars)
                bars.push_back(*bar.finished);
        } else if (const auto* report = std::get_if<ExecutionReport>(&event)) {
            reports.push_back(*report);
        }
    }
    void follow() // the middle that counts is the one before a trade
    {
        if (const auto now = middleOf(m_exchange.quote(m_instrument)))
            middle = *now;
    }

    Quantity volume;
    AveragePrice everybody;
    std::vector<Bar> bars;
    std::vector<ExecutionReport> reports;
    Price middle;
    bool keepsBars = false;

private:
    simulator::SimulatedExchange& m_exchange;
    InstrumentId m_instrument;
    market::BarBuilder m_minutes{BarInterval::Minute};
};

std::int64_t hundredthsOfBp(Int128 difference, Int128 whole)
{
    return whole == 0 ? 0 : narrow(divideRounded(difference * 1'000'000, whole, Rounding::HalfEven)).value_or(0);
}

// One child order of the algorithm at the exchange.
struct Child {
    OrderId id;
    Quantity open;
    Price limit;
    bool cancelling = false;
};

class Worker {
public:
    Worker(simulator::SimulatedExchange& exchange, Listener& ours, Listener& control, const AlgoRunInput& input, AlgoRunResult& result)
        : m_exchange(exchange), m_ours(ours), m_control(control), m_input(input), m_result(result)
    {
    }

    void hear()
    {
        for (const ExecutionReport& report : std::exchange(m_ours.reports, {})) {
            if (report.order != m_child.id)
                continue;
            const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
            if (fill) {
                m_child.open -= report.lastQuantity;
                m_result.filled += report.lastQuantity;
                m_result.fees = m_result.fees.currency().valid() ? m_result.fees + report.fee : report.fee;
                m_result.taxes = m_result.taxes.currency().valid() ? m_result.taxes + report.tax : report.tax;
                m_result.fills.push_back({report.time, report.lastPrice, report.lastQuantity, m_ours.middle, m_control.middle});
            }
            const bool ends = report.event == OrderEvent::LastFill || report.event == OrderEvent::Cancelled || report.event == OrderEvent::Expired
                || report.event == OrderEvent::RejectedByBroker;
            if (ends)
                m_child = Child();
        }
    }

    void look(Algo& algo)
    {
        const AlgoView view{m_exchange.time(), m_exchange.quote(m_input.instrument), m_ours.volume, m_result.filled, m_child.open, m_child.limit};
        const AlgoStep step = algo.onMarket(view);
        if (m_child.id.valid()) {
            if (step.cancel && !m_child.cancelling) {
                m_child.cancelling = true;
                ++m_result.cancels;
                m_exchange.cancel(m_child.id);
            }
            return;
        }
        if (!step.place)
            return;
        BrokerOrder order;
        order.id = OrderId(static_cast<std::uint64_t>(++m_result.orders));
        order.clientOrderId = "algo-" + std::to_string(m_result.orders);
        order.instrument = m_input.instrument;
        order.side = m_input.terms.side;
        order.type = OrderType::Limit;
        order.tif = step.place->tif;
        order.quantity = step.place->quantity;
        order.limit = step.place->limit;
        m_child = {order.id, order.quantity, order.limit, false};
        m_exchange.submit(order);
    }
    void end()
    {
        if (m_child.id.valid() && !m_child.cancelling)
            m_exchange.cancel(m_child.id);
    }

private:
    simulator::SimulatedExchange& m_exchange;
    Listener& m_ours;
    Listener& m_control;
    const AlgoRunInput& m_input;
    AlgoRunResult& m_result;
    Child m_child;
};

void reckonCost(AlgoRunResult& result, Side side, Quantity wanted, const AveragePrice& everybody)
{
    Int128 paid = 0;
    Int128 middles = 0;
    Int128 controls = 0;
    AveragePrice average;
    for (const AlgoFill& fill : result.fills) {
        const Int128 quantity = fill.quantity.raw() / 1000; // a thousandth of the eighth place is enough for weights
        paid += quantity * fill.price.raw();
        middles += quantity * fill.middle.raw();
        controls += quantity * fill.control.raw();
        average.add(fill.price, fill.quantity);
    }
    const int sign = side == Side::Buy ? 1 : -1;
    const Int128 filled = result.filled.raw() / 1000;
    const Int128 base = filled * result.arrival.raw();
    AlgoCost& cost = result.cost;
    cost.spread = hundredthsOfBp(sign * (paid - middles), base);
    cost.impact = hundredthsOfBp(sign * (middles - controls), base);
    cost.drift = hundredthsOfBp(sign * (controls - base), base);
    cost.shortfall = cost.spread + cost.impact + cost.drift;
    if (!result.fills.empty())
        result.average = average.price();
    const Quantity others = everybody.quantity() - result.filled;
    if (others.isPositive()) {
        const Int128 all = Int128(everybody.price().raw()) * (everybody.quantity().raw() / 1000) - paid;
        result.vwap = Price::fromRaw(narrow(divideRounded(all, others.raw() / 1000, Rounding::HalfEven)).value_or(0));
        if (!result.fills.empty())
            cost.againstVwap = hundredthsOfBp(Int128(sign) * (result.average.raw() - result.vwap.raw()), result.vwap.raw());
    }
    result.left = wanted - result.filled;
    result.opportunity = hundredthsOfBp(Int128(sign) * (result.last.raw() - result.arrival.raw()) * (result.left.raw() / 1000),
        Int128(result.arrival.raw()) * (wanted.raw() / 1000));
}

} // namespace

std::vector<std::int64_t> volumeCurve(std::span<const Bar> bars, const std::string& zone, std::int64_t from, std::int64_t to, std::size_t parts)
{
    std::vector<std::int64_t> curve(parts, 0);
    std::map<std::int32_t, std::int64_t> offsets; // of a UTC day, in seconds
    for (const Bar& bar : bars) {
        const auto [it, fresh] = offsets.try_emplace(Date::ofUtc(bar.start).days, 0);
        if (fresh)
            it->second = utcOffsetSeconds(bar.start, zone).valueOr(0);
        const std::int64_t local = bar.start.nanos + it->second * kNanosPerSecond;
        const std::int64_t ofDay = ((local % kNanosPerDay) + kNanosPerDay) % kNanosPerDay;
        if (ofDay < from || ofDay >= to || to <= from)
            continue;
        const auto part = static_cast<std::size_t>(mulDiv(ofDay - from, static_cast<std::int64_t>(parts), to - from, Rounding::Down).value_or(0));
        curve[std::min(part, parts - 1)] += bar.volume.raw() / kFixedOne;
    }
    return curve;
}

Result<AlgoRunResult> runAlgo(const AlgoRunInput& input)
{
    const auto algos = allAlgos();
    const auto definition = std::find_if(algos.begin(), algos.end(), [&](const AlgoDefinition& each) { return each.id == input.algo; });
    const auto listing = std::find_if(input.market.listings.begin(), input.market.listings.end(),
        [&](const simulator::Listing& each) { return each.instrument.id == input.instrument; });
    if (definition == algos.end())
        return invalid("oms.algo-terms", "there is no algorithm " + input.algo.substr(0, 40));
    if (listing == input.market.listings.end() || !listing->instrument.tradable())
        return notFound("desk.no-price", std::to_string(input.instrument.value));
    constexpr std::int64_t kLongest = 390 * kNanosPerMinute;
    if (input.startAfterOpen < 0 || input.duration <= 0 || input.startAfterOpen > kLongest || input.duration > kLongest - input.startAfterOpen)
        return invalid("oms.algo-terms", "start and duration do not fit a session of 390 minutes");

    simulator::SimulatedExchange exchange(input.market);
    Listener ours(exchange, input.instrument);
    std::vector<Bar> bars = input.bars;
    if (bars.empty() && input.algo == "vwap") { // a day of the same market
        ours.keepsBars = true;
        const Date first = exchange.session().day;
        while (exchange.session().day == first)
            exchange.advanceBy(kNanosPerMinute, ours);
        bars = std::exchange(ours.bars, {});
        ours.keepsBars = false;
    }
    const Timestamp start = exchange.session().open + input.startAfterOpen;
    if (exchange.time() < start)
        exchange.advance(start, ours);
    const auto arrival = middleOf(exchange.quote(input.instrument));
    if (!arrival)
        return unavailable("backtest.algo-market", listing->instrument.symbol);

    AlgoRunResult result;
    result.start = exchange.time();
    result.end = result.start + input.duration;
    result.arrival = *arrival;
    AlgoTerms terms = input.terms;
    terms.start = result.start;
    terms.end = result.end;
    terms.lot = listing->instrument.spec.lot;
    terms.tick = listing->instrument.spec.tick;
    if (!bars.empty()) {
        const std::string& zone = listing->instrument.timeZone;
        const std::int64_t offset = utcOffsetSeconds(result.start, zone).valueOr(0) * kNanosPerSecond;
        const std::int64_t from = (result.start.nanos + offset) % kNanosPerDay;
        terms.curve = volumeCurve(bars, zone, from, from + input.duration, kCurveParts);
    }
    result.curve = terms.curve;
    auto algo = definition->make(terms);
    if (!algo)
        return algo.error();

    const auto without = exchange.clone();
    Listener control(*without, input.instrument);
    ours.volume = Quantity();
    ours.everybody = AveragePrice();
    ours.reports.clear();
    Worker worker(exchange, ours, control, input, result);
    while (exchange.time() < result.end) {
        ours.follow();
        control.follow();
        exchange.advanceBy(kLook, ours);
        without->advanceBy(kLook, control);
        worker.hear();
        worker.look(**algo);
    }
    worker.look(**algo); // time is up: what is left
    for (int i = 0; i < 3; ++i) { // messages that are under way arrive
        ours.follow();
        control.follow();
        exchange.advanceBy(kLook, ours);
        without->advanceBy(kLook, control);
        worker.hear();
        if (i == 0)
            worker.look(**algo);
        else
            worker.end();
    }
    ours.follow();
    result.last = ours.middle;
    result.marketVolume = ours.volume;
    reckonCost(result, input.terms.side, input.terms.quantity, ours.everybody);
    return result;
}

} // namespace rialto::backtest
