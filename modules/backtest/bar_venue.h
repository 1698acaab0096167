// SPDX-License-Identifier: GPL-3.0-or-later
// BarVenue: plays bars as a market in the very engine that matches the living exchange (modules/matching), so that orders of a
// backtest are filled as orders are: against liquidity that is there once, behind their own limit, in pieces when they are too
// large. How a bar is played:
//   - Orders arrive before the next bar of their instrument, `latencyBars` later when asked for: never within the bar that was seen.
//   - The bar opens with a call auction with its open as reference price (rule "xetra"); market and crossing limit orders
//     trade there. A gap through a limit is therefore filled at the open, not at the limit.
//   - Then the price walks open, low, high, close or open, high, low, close, the extreme nearer to the open first. At each of
//     the four points the house shows one bid half a spread below and one ask above: `halfSpreadPpm` of the price, a tick at least,
//     nothing when it is 0. A resting order trades when the house comes to its price: but for 0 a mere touch does not fill.
//   - The house shows, a side and a point, a quarter of `participationPpm` of the bar's volume (at least a lot; nothing in a bar
//     without volume, everything in a series that has no volume at all).
// Prices of bars are rounded to the tick, half away from zero; `roundedPrices` counts it. Pure, no clock, no random numbers; one
// thread. Refusals: those of modules/simulator (simulator.not-on-tick, not-whole-lots, quantity-range, price-range, order-done); ends: simulator.no-liquidity, day-over.
#pragma once

#include "brokers/broker_adapter.h"
#include "simulator/fee_schedule.h"
#include "domain/bar.h"
#include "matching/matching_engine.h"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace rialto::backtest {

struct VenueOptions {
    std::int64_t halfSpreadPpm = 100;        // 1 basis point each side
    std::int64_t participationPpm = 100'000; // of a bar's volume: 10 %
    int latencyBars = 0;
    simulator::FeeSchedule fees;
};

class BarVenue {
public:
    using Tell = std::function<void(const ExecutionReport&)>;

    BarVenue(std::vector<Instrument> instruments, VenueOptions options, Tell tell);

    // They set out now and arrive before the next bar that the instrument plays.
    void submit(const BrokerOrder& order);
    void cancel(OrderId order);
    /// Plays a bar of the instrument at this place of the list; `hasVolume` of its series.
    void play(std::size_t instrument, const Bar& bar, std::int64_t barNanos, bool hasVolume);
    /// The end of a trading day: day orders expire.
    void endDay(Timestamp time);

    std::size_t openOrders() const { return m_live.size(); }
    /// Commands to and events from the books, the size of the work.
    std::uint64_t events() const { return m_events; }
    std::uint64_t roundedPrices() const { return m_rounded; }

private:
    struct Arrival {
        std::uint64_t bar; // of the instrument, from which on it is there
        std::variant<BrokerOrder, OrderId> content;
    };
    struct Desk {
        Instrument instrument;
        std::int64_t tick = 1; // raw
        std::int64_t lot = 1;
        matching::BookId book = 0;
        std::uint64_t bars = 0;
        std::vector<Arrival> inbox;
        std::size_t live = 0;
        matching::OrderId bid = 0, ask = 0; // of the house
    };
    struct Live {
        BrokerOrder order;
        std::size_t desk = 0;
        simulator::FeeSoFar fees;
    };
    struct Events;

    void arrive(Desk& desk, std::size_t place);
    void enter(const BrokerOrder& order, std::size_t place);
    void show(Desk& desk, matching::Ticks price, matching::Lots size);
    void hide(Desk& desk);
    matching::Ticks ticks(const Desk& desk, Price price);
    matching::Lots liquidity(const Desk& desk, const Bar& bar, bool hasVolume) const;
    void onTrade(const matching::Trade& trade);
    void onCancelled(const matching::Cancelled& cancelled);
    void fill(matching::OrderId id, matching::Ticks price, matching::Lots lots, matching::Lots left);
    void tell(OrderId order, OrderEvent event, std::string reason = {});
    void withdraw(matching::OrderId id, OrderEvent event, const std::string& reason);
    /// Immediate-or-cancel orders take part in the opening only.
    void endImmediate(std::size_t place);

    std::vector<Desk> m_desks;
    std::unordered_map<InstrumentId, std::size_t> m_places;
    VenueOptions m_options;
    Tell m_tell;
    matching::MatchingEngine m_engine;
    std::map<matching::OrderId, Live> m_live; // by the id in the books, which is that of the order
    std::uint64_t m_houseSerial = 0;
    std::uint64_t m_reports = 0;
    std::uint64_t m_events = 0;
    std::uint64_t m_rounded = 0;
    std::pair<OrderEvent, std::string> m_ending{OrderEvent::Cancelled, ""};
    Timestamp m_now;
};

} // namespace rialto::backtest
