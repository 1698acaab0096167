// SPDX-License-Identifier: GPL-3.0-or-later
// TableAdapter: a broker behind the C interface of the SDK (sdk/broker/rialto_broker.h) as a BrokerAdapter. Messages that cannot be
// read are dropped and counted. One thread, the one that made it. Run it in an adapter host: it shares its process with the library.
#pragma once

#include "base/result.h"
#include "brokers/broker_adapter.h"
#include "rialto_broker.h"

#include <memory>
#include <string>
#include <vector>

namespace rialto {

class TableAdapter : public BrokerAdapter {
public:
    /// `settings` is JSON. Errors: broker.plugin-abi, broker.plugin-capabilities, broker.settings (what the library says).
    static Result<std::unique_ptr<BrokerAdapter>> make(const rialto_broker* table, const std::string& settings);
    ~TableAdapter() override;

    std::string id() const override { return m_table.id; }
    BrokerCapabilities capabilities() const override { return m_capabilities; }
    void start() override;
    void stop() override;
    void submit(const BrokerOrder& order) override;
    void replace(OrderId order, Quantity quantity, Price limit) override;
    void cancel(OrderId order) override;
    void subscribe(InstrumentId instrument) override;
    void unsubscribe(InstrumentId instrument) override;
    void requestState(Timestamp since) override;
    void poll(Timestamp now, BrokerEventSink& sink) override;

    std::uint64_t dropped() const { return m_dropped; }

private:
    TableAdapter(const rialto_broker& table, BrokerCapabilities capabilities);
    static void heard(void* context, const char* json, std::size_t size);
    template <class Verb>
    void say(Verb verb);

    rialto_broker m_table;
    rialto_broker_host m_host;
    BrokerCapabilities m_capabilities;
    void* m_adapter = nullptr;
    std::vector<BrokerEvent> m_events; // told inside a verb
    std::string m_refusal;
    std::uint64_t m_dropped = 0;
};

} // namespace rialto
