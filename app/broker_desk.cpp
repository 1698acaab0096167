// SPDX-License-Identifier: GPL-3.0-or-later
#include "broker_desk.h"

#include "brokers/host/remote_adapter.h"
#include "brokers/reconcile/reconciling_adapter.h"
#include "brokers/simulator/simulator_adapter.h"
#include "simulator/demo_instruments.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <thread>

namespace rialto::app {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kVirtualStep = 20 * kNanosPerMilli;

Timestamp wallTime()
{
    return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

Price wholePercent(Price price, int percent) { return Price::of(price.raw() / kFixedOne * percent / 100); }

OpenedBroker openSimulator()
{
    const Date day = Date::of(2026, 3, 2);
    simulator::SimulatorConfig config;
    config.runId = "check";
    config.start = day.startUtc();
    config.listings = simulator::demoListings(day);
    config.listings.resize(1);
    const Instrument& instrument = config.listings[0].instrument;
    OpenedBroker opened;
    opened.check.instrument = instrument.id;
    opened.check.quantity = Quantity::fromRaw(instrument.spec.lot.raw() * 10);
    opened.check.mayTrade = true; // nothing is at stake
    auto adapter = std::make_unique<simulator::SimulatorAdapter>(std::move(config));
    struct Nobody : BrokerEventSink {
        void onBrokerEvent(const BrokerEvent&) override {}
    } nobody;
    adapter->start();
    for (int second = 0; second < 5; ++second) // prices need a market first
        adapter->poll(Timestamp(1 + second * kNanosPerSecond), nobody);
    adapter->stop();
    adapter->poll(Timestamp(1 + 5 * kNanosPerSecond), nobody);
    const Quote quote = adapter->exchange().quote(opened.check.instrument);
    opened.check.restingBuy = wholePercent(quote.bid, 95);
    opened.check.otherRestingBuy = wholePercent(quote.bid, 96);
    opened.check.crossingBuy = wholePercent(quote.ask, 110);
    auto now = std::make_shared<Timestamp>(day.startUtc());
    opened.check.letPass = [now] { return *now = *now + kVirtualStep; };
    opened.adapter = std::move(adapter);
    return opened;
}

// A vendor's code never runs in this process.
Result<std::unique_ptr<BrokerAdapter>> openHosted(const BrokerOpening& opening)
{
    HostTerms terms;
    terms.program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("rialto-adapter-host")).toStdString();
    terms.adapter = opening.id;
    terms.library = opening.library.empty() ? "" : QFileInfo(QString::fromStdString(opening.library)).absoluteFilePath().toStdString();
    terms.settings = opening.settings.empty() ? "{}" : opening.settings;
    terms.secret = opening.secret;
    auto remote = RemoteAdapter::open(std::move(terms));
    if (!remote)
        return remote.error();
    return std::unique_ptr<BrokerAdapter>(std::move(*remote));
}

// What the settings say about the check: {"check":{"instrument":1,"quantity":"10","restingBuy":"90","otherRestingBuy":"89","crossingBuy":"101"}}
Result<void> readCheck(const std::string& settings, ConformanceTerms& check)
{
    const Json json = Json::parse(settings.empty() ? "{}" : settings, nullptr, false);
    if (!json.is_object())
        return invalid("broker.settings", "the settings are no JSON object");
    const auto it = json.find("check");
    if (it == json.end())
        return {};
    if (!it->is_object() || !it->contains("instrument") || !(*it)["instrument"].is_number_unsigned())
        return invalid("broker.settings", "\"check\" needs an \"instrument\"");
    check.instrument = InstrumentId((*it)["instrument"].get<std::uint32_t>());
    const auto decimal = [&](const char* key, auto& value) {
        const auto found = it->find(key);
        if (found == it->end())
            return true;
        const auto parsed = std::decay_t<decltype(value)>::parse(found->is_string() ? found->template get<std::string>() : "");
        if (parsed)
            value = *parsed;
        return parsed.ok();
    };
    if (!decimal("quantity", check.quantity) || !decimal("restingBuy", check.restingBuy) || !decimal("otherRestingBuy", check.otherRestingBuy)
        || !decimal("crossingBuy", check.crossingBuy))
        return invalid("broker.settings", "the decimals of \"check\" are texts such as \"10.5\"");
    return {};
}

} // namespace

std::vector<BrokerEntry> BrokerDesk::entries() const
{
    return {
        {"binance", "Binance spot, over REST", "adapter host", "conformance suite and chaos runs against a loopback server of ours; never against the live endpoint", true, true},
        {"plugin", "Any library of the broker SDK", "adapter host", "by the suite that you run; the example library scores 100, also when its host is killed under load", true, false},
        {"simulator", "The exchange in a box", "this process", "conformance suite and chaos runs in the tests", false, false},
    };
}

Result<OpenedBroker> BrokerDesk::open(const BrokerOpening& opening)
{
    OpenedBroker opened;
    if (opening.id == "simulator") {
        opened = openSimulator();
    } else if (opening.id == "plugin" || opening.id == "binance") {
        if (opening.id == "plugin" && opening.library.empty())
            return invalid("broker.library", "name the library with --library FILE");
        if (const auto read = readCheck(opening.settings, opened.check); !read)
            return read.error();
        auto loaded = openHosted(opening);
        if (!loaded)
            return loaded.error();
        opened.adapter = std::move(*loaded);
        opened.check.letPass = [] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return wallTime();
        };
        // Unique for ever at the broker, also when the check is run again.
        opened.check.firstOrderId = static_cast<std::uint64_t>(wallTime().millis());
        opened.check.clientOrderPrefix = "RK";
    } else {
        return notFound("broker.unknown", opening.id + "; rialtoctl broker list names those there are");
    }
    if (opening.faults.any())
        opened.adapter = std::make_unique<ReconcilingAdapter>(std::make_unique<FaultInjector>(std::move(opened.adapter), opening.faults, opening.faultSeed));
    return opened;
}

} // namespace rialto::app
