// SPDX-License-Identifier: GPL-3.0-or-later
// The adapters that the contract runs on, each with what the cases must know about its venue. Time is virtual.
#pragma once

#include "brokers/binance/binance_adapter.h"
#include "brokers/conformance/conformance.h"
#include "brokers/plugin/table_adapter.h"
#include "support/binance_venue.h"
#include "support/simulator_fixture.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

extern "C" const rialto_broker* rialto_broker_plugin(void);

namespace rialto::testing {

struct Venue {
    std::string name;
    std::unique_ptr<BrokerAdapter> adapter;
    InstrumentId instrument;
    Quantity quantity;
    Price resting;
    Price otherResting;
    Price crossing;
    TimeInForce tif = TimeInForce::Day;
    std::function<void()> calm{};     // the venue's own bad weather ends
    std::shared_ptr<void> keep{};     // what the adapter speaks to
};

inline std::unique_ptr<BrokerAdapter> paperAdapter(const std::string& journal = {})
{
    std::string settings = R"({"instruments":[{"id":1,"symbol":"DEMO","price":"100"}],"currency":"USD")";
    settings += journal.empty() ? "}" : R"(,"journal":")" + journal + "\"}";
    auto made = TableAdapter::make(rialto_broker_plugin(), settings);
    RIALTO_CHECK(made.ok(), "the paper broker takes these settings");
    return std::move(*made);
}

inline Venue paperVenue()
{
    return {"paper", paperAdapter(), InstrumentId(1), Quantity::of(10), Price::of(90), Price::of(89), Price::of(101)};
}

/// A large share of the demo market; a few seconds have been traded already.
inline Venue simulatorVenue(std::uint64_t seed = 1)
{
    auto config = demoConfig(seed);
    config.listings.resize(1);
    auto adapter = std::make_unique<simulator::SimulatorAdapter>(std::move(config));
    adapter->start();
    EventLog log;
    for (int i = 0; i < 5; ++i)
        adapter->poll(Timestamp(1 + i * kNanosPerSecond), log);
    adapter->stop();
    adapter->poll(Timestamp(1), log);
    const InstrumentId instrument = adapter->exchange().listings()[0].instrument.id;
    const Quote quote = adapter->exchange().quote(instrument);
    const auto whole = [](Price price, int percent) { return Price::of(price.raw() / kFixedOne * percent / 100); };
    const Quantity lot = adapter->exchange().listings()[0].instrument.spec.lot;
    return {"simulator", std::move(adapter), instrument, Quantity::fromRaw(lot.raw() * 10), whole(quote.bid, 95), whole(quote.bid, 96), whole(quote.ask, 110)};
}

inline std::string binanceSettings(const std::string& url)
{
    using Json = nlohmann::json;
    return Json{{"url", url}, {"currency", "USD"}, {"quoteAsset", "USDT"}, {"instruments", Json::array({Json{{"id", 1}, {"symbol", "BTCUSDT"}}})}}.dump();
}

inline std::string binanceSecret() { return nlohmann::json{{"key", BinanceVenue::kKey}, {"secret", BinanceVenue::kSecret}}.dump(); }

inline binance::Terms binanceTerms(const std::string& url = "http://venue")
{
    const auto terms = binance::readTerms(binanceSettings(url), binanceSecret());
    RIALTO_CHECK(terms.ok(), "these are good settings");
    return *terms;
}

/// With a seed the way to the venue is bad too.
inline Venue binanceVenue(std::int64_t stepMillis, std::uint64_t seed = 0)
{
    auto venue = std::make_shared<BinanceVenue>();
    venue->millis = (demoDay().startUtc() + 15 * 60 * kNanosPerMinute).millis();
    auto port = std::make_unique<VenuePort>(*venue, seed, stepMillis);
    VenuePort* way = port.get();
    if (seed != 0) {
        Rng rng(seed);
        way->weather = {rng.below(40), rng.below(40), rng.below(40), 1 + rng.below(6)};
    }
    Venue made{"binance", std::make_unique<binance::BinanceAdapter>(binanceTerms(), std::move(port)), InstrumentId(1), Quantity::literal("0.5"), Price::of(90), Price::of(89), Price::of(101)};
    made.tif = TimeInForce::Gtc;
    made.calm = [way] { way->weather = {}; };
    made.keep = std::move(venue);
    return made;
}

inline ConformanceTerms termsOf(const Venue& venue, std::int64_t stepNanos = 20 * kNanosPerMilli)
{
    ConformanceTerms terms;
    terms.instrument = venue.instrument;
    terms.quantity = venue.quantity;
    terms.restingBuy = venue.resting;
    terms.otherRestingBuy = venue.otherResting;
    terms.crossingBuy = venue.crossing;
    terms.mayTrade = true;
    auto now = std::make_shared<Timestamp>(Date::of(2026, 3, 2).startUtc() + 15 * 60 * kNanosPerMinute);
    terms.letPass = [now, stepNanos] { return *now = *now + stepNanos; };
    return terms;
}

} // namespace rialto::testing
