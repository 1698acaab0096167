// SPDX-License-Identifier: GPL-3.0-or-later
// BinanceAdapter: Binance spot over its REST interface: market, limit (day is not known there; gtc, ioc, fok), cancel, best prices and
// depth of what is subscribed, both asked for once a second. Executions are found by asking too (orders, then trades): a sweep, once a second
// while orders are open, after each cancel, and for requestState. There is no user stream here yet: a fill is told within about a second.
//
// Binance lets a client order id be used again once its order has ended. Therefore an id that was sent in this process is never sent again,
// and in the first minute of a process each new id is looked up first. A 5xx answer and no answer mean "unknown": nothing is said,
// and reconciliation asks. Requests carry recvWindow 5000: what is older when it arrives is refused there.
// Fees in the quote asset become money, rounded up; fees in another asset (BNB) are told as zero.
//
// Settings: {"url":"https://testnet.binance.vision","currency":"USD","quoteAsset":"USDT","instruments":[{"id":1,"symbol":"BTCUSDT"}]}
// Secret: {"key":"...","secret":"..."}. Errors: broker.settings, broker.secret-missing. One thread.
#pragma once

#include "base/result.h"
#include "brokers/binance/binance_text.h"
#include "brokers/binance/http_port.h"
#include "brokers/broker_adapter.h"

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace rialto::binance {

struct Terms {
    std::string url;
    std::string key;
    std::string secret;
    std::string quoteAsset = "USDT";
    Currency currency;
    std::map<InstrumentId, std::string> symbols;
};

Result<Terms> readTerms(const std::string& settings, const std::string& secret);

class BinanceAdapter final : public BrokerAdapter {
public:
    BinanceAdapter(Terms terms, std::unique_ptr<HttpPort> port);

    std::string id() const override { return "binance"; }
    BrokerCapabilities capabilities() const override;
    void start() override;
    void stop() override;
    void submit(const BrokerOrder& order) override;
    void replace(OrderId order, Quantity quantity, Price limit) override;
    void cancel(OrderId order) override;
    void subscribe(InstrumentId instrument) override;
    void unsubscribe(InstrumentId instrument) override { m_subscribed.erase(instrument); }
    void requestState(Timestamp since) override;
    void poll(Timestamp now, BrokerEventSink& sink) override;

private:
    struct Known {
        OrderId id;
        std::string clientId;
        InstrumentId instrument;
        std::uint64_t number = 0;  // Binance's, 0 while it is not known
        Quantity total;
        Quantity filled;           // told
        bool accepted = false;     // told
        bool ended = false;        // told
    };
    /// One look at everything: open orders, then orders, then trades of each symbol.
    struct Sweep;
    using Answer = std::function<void(int status, const std::string& body)>;

    void call(const char* method, const std::string& path, Parameters parameters, bool isSigned, Answer answer);
    void place(const BrokerOrder& order);
    void onPlaced(const BrokerOrder& order, int status, const std::string& body);
    void askTime();
    void beginSweep(Timestamp since, bool forOwner);
    void sweepOrders(const std::shared_ptr<Sweep>& sweep, std::size_t at);
    void sweepTrades(const std::shared_ptr<Sweep>& sweep, std::size_t at);
    void endSweep(Sweep& sweep);
    void wantSweep() { m_sweepWanted = true; }
    void askMarket();
    void onDepth(InstrumentId instrument, const std::string& body);
    void refuse(OrderId order, OrderEvent event, const std::string& reason);
    void accept(Known& known, Timestamp time);
    ExecutionReport report(const Known& known, OrderEvent event, const std::string& executionId, Timestamp time) const;
    void lose(const std::string& reason);
    const std::string* symbolOf(InstrumentId instrument) const;
    bool anyOpen() const;

    Terms m_terms;
    std::unique_ptr<HttpPort> m_port;
    std::map<std::uint64_t, Answer> m_answers;
    std::map<std::string, Known> m_known;   // by client order id
    std::set<InstrumentId> m_subscribed;
    std::vector<BrokerEvent> m_out;
    std::shared_ptr<Sweep> m_sweep;
    std::optional<Timestamp> m_askedSince;  // the owner's question that waits for the sweep in progress
    Timestamp m_now;
    Timestamp m_startedAt;
    Timestamp m_lastTick;
    std::int64_t m_offsetMillis = 0;        // the venue's clock less ours
    std::uint64_t m_request = 0;
    std::uint64_t m_serial = 0;
    bool m_running = false;
    bool m_connected = false;
    bool m_askingTime = false;
    bool m_sweepWanted = false;
};

} // namespace rialto::binance
