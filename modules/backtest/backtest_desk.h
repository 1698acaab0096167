// SPDX-License-Identifier: GPL-3.0-or-later
// BacktestDesk: the host of one run (backtest.h): the engine, the venue, the strategy's view of both, and the record of what
// happened. Used by runBacktest only; one thread.
#pragma once

#include "backtest/backtest.h"
#include "engine/engine.h"

#include <deque>
#include <optional>

namespace rialto::backtest {

class BacktestDesk final : public Desk {
public:
    explicit BacktestDesk(const BacktestInput& input);

    // The run's loop.
    void begin();
    /// Goes to the next time at which a series has a bar; ends the day before when that is on another.
    bool nextTime();
    bool dayBegan() const { return m_dayBegan; }
    bool trading() const { return m_now >= m_input.tradeFrom; }
    bool hasBarNow(std::size_t series) const { return m_series[series].now; }
    void play(std::size_t series);
    void endTime();
    Result<BacktestResult> finish();

    // What the strategy sees.
    std::size_t seriesCount() const override { return m_series.size(); }
    const std::string& symbol(std::size_t series) const override { return m_instruments[series].symbol; }
    std::size_t bars(std::size_t series) const override { return m_series[series].next; }
    const Bar& bar(std::size_t series, std::size_t ago) const override;
    double close(std::size_t series, std::size_t ago) const override;
    Date day() const override { return m_day; }
    Result<Line> indicator(std::size_t series, std::string_view name, const std::vector<std::string>& parameters, std::string_view output) override;
    double value(Line line, std::size_t ago) const override;
    Quantity position(std::size_t series) const override { return m_series[series].position; }
    double cash() const override;
    double equity() const override;
    OrderId market(std::size_t series, Side side, Quantity quantity) override;
    OrderId limit(std::size_t series, Side side, Quantity quantity, double price, TimeInForce tif) override;
    void cancel(OrderId order) override;
    void cancelAll(std::size_t series) override;
    int openOrders(std::size_t series) const override;
    void target(std::size_t series, double weight) override;

private:
    struct SeriesState {
        std::size_t next = 0;   // bars seen
        bool now = false;       // has a bar at the present time
        bool hasVolume = false;
        Quantity position;
        std::vector<OrderId> open;
        std::optional<std::size_t> trip;
        std::int64_t tripBars = 0;
        std::vector<double> columns[5]; // open high low close volume, made when an indicator asks
        std::vector<std::int64_t> times;
    };
    struct LineState {
        std::size_t series;
        std::vector<double> values;
    };

    OrderId place(OrderRequest request);
    StepResult step(decltype(Input::body) body);
    void send(const StepResult& result);
    void onReport(const ExecutionReport& report);
    void onFill(const ExecutionReport& report, const Order& order);
    void addToTrip(std::size_t series, Side side, Quantity quantity, const Money& value, const Money& costs, Timestamp time);
    void endDay();
    Money worth(std::size_t series) const;   // of the position at the last close
    Money equityMoney() const;
    Money marked(std::size_t series, Quantity quantity) const;
    void makeColumns(std::size_t series);

    const BacktestInput& m_input;
    std::vector<Instrument> m_instruments;
    Engine m_engine;
    BarVenue m_venue;
    AccountId m_account{1};
    std::vector<SeriesState> m_series;
    std::vector<LineState> m_lines;
    Timestamp m_now;
    Timestamp m_zoneUntil{std::numeric_limits<std::int64_t>::min()};
    std::int64_t m_zoneOffset = 0;
    Date m_day;
    bool m_dayBegan = false;
    bool m_begun = false;
    Money m_equityBefore; // the fill that is being told
    std::int64_t m_commands = 0;
    BacktestResult m_result;
};

} // namespace rialto::backtest
