// SPDX-License-Identifier: GPL-3.0-or-later
// MarketStatistics: the facts by which one tells a market from noise, measured while an exchange runs: the stylised facts of
// R. Cont, "Empirical properties of asset returns", Quantitative Finance 1 (2001) 223-236 (heavy tails, no autocorrelation of returns,
// clustered volatility), the U of volume over the day (A. Admati, P. Pfleiderer, Review of Financial Studies 1 (1988) 3-40), spread and
// depth. A sink for the exchange's events; `sample` wants to be called at equal moments, a minute apart or less.
// Statistics are doubles; nothing of them goes back into the market. Pure; one thread.
// Returns: log of the mid price at the end of a minute over that of the minute before, inside days. Kurtosis: m4 / m2^2 (a normal
// distribution has 3). Autocorrelations: of the whole sample's mean and variance. Spread: median over the samples.
#pragma once

#include "simulator/simulated_exchange.h"

#include <array>
#include <vector>

namespace rialto::simulator {

class MarketStatistics : public BrokerEventSink {
public:
    static constexpr std::size_t kLevels = 5;
    static constexpr std::size_t kHalfHours = 13;
    static constexpr std::array<int, 4> kLags = {1, 5, 15, 40};

    struct Figures {
        InstrumentId instrument;
        std::string symbol;
        std::int64_t trades = 0;
        Quantity volume;
        Price first, high, low, last;    // of trades
        std::size_t returns = 0;         // minutes counted
        double kurtosis = 0;             // not a number below 30 returns; so are the others
        double returnMemory = 0;         // autocorrelation of returns at one minute
        std::array<double, 4> sizeMemory{}; // of absolute returns at kLags
        double spreadTicks = 0;          // median
        double spreadBp = 0;             // median, of the mid price
        std::array<double, kLevels> depth{}; // mean quantity at the best levels, both sides
        std::array<double, kHalfHours> volumeShare{}; // of the session's half hours, sum 1
        std::size_t oneSided = 0;        // samples without a bid or an ask
    };

    explicit MarketStatistics(const std::vector<Listing>& listings, BrokerEventSink* next = nullptr);

    void onBrokerEvent(const BrokerEvent& event) override;
    void sample(const SimulatedExchange& exchange);
    std::vector<Figures> figures() const;
    /// Means over the instruments with at least this many trades; those that are all derived (indices) do not trade.
    static Figures average(const std::vector<Figures>& figures, std::int64_t leastTrades);

private:
    struct Series {
        std::int64_t trades = 0;
        Quantity volume;
        Price first, high, low, last;
        double midBefore = 0; // 0: none of this day
        std::vector<double> returns;
        std::vector<float> spreads; // ticks
        std::vector<float> spreadsBp;
        std::array<double, kLevels> depth{};
        std::size_t depthSamples = 0;
        std::array<double, kHalfHours> volumeBy{};
        std::size_t oneSided = 0;
    };
    std::size_t indexOf(InstrumentId instrument) const;
    void count(const TradePrint& print);

    std::vector<Listing> m_listings;
    std::vector<Series> m_series;
    std::vector<std::size_t> m_indexById;
    SessionClock m_clock;
    Session m_session;       // of the trades
    Timestamp m_minute;      // the last minute's end that was sampled
    Date m_sampledDay;
    BrokerEventSink* m_next;
};

} // namespace rialto::simulator
