// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/plugin/table_adapter.h"

#include "brokers/wire/broker_message.h"

#include <cstring>
#include <utility>

namespace rialto {

namespace {

constexpr std::size_t kMostWaiting = 1'000'000;
constexpr std::size_t kLongestSentence = 500;

} // namespace

TableAdapter::TableAdapter(const rialto_broker& table, BrokerCapabilities capabilities)
    : m_table(table), m_host{this, &TableAdapter::heard}, m_capabilities(std::move(capabilities))
{
}

TableAdapter::~TableAdapter()
{
    if (m_adapter != nullptr)
        m_table.destroy(m_adapter);
}

Result<std::unique_ptr<BrokerAdapter>> TableAdapter::make(const rialto_broker* table, const std::string& settings)
{
    if (table == nullptr || table->abi != RIALTO_BROKER_ABI || table->id == nullptr || table->capabilities == nullptr || table->create == nullptr
        || table->command == nullptr || table->poll == nullptr || table->destroy == nullptr)
        return invalid("broker.plugin-abi", table == nullptr ? "no table" : "it offers ABI " + std::to_string(table->abi) + ", this program runs " + std::to_string(RIALTO_BROKER_ABI));
    auto capabilities = parseCapabilities(table->capabilities);
    if (!capabilities)
        return invalid("broker.plugin-capabilities", capabilities.error().detail);
    std::unique_ptr<TableAdapter> adapter(new TableAdapter(*table, std::move(*capabilities)));
    adapter->m_adapter = table->create(&adapter->m_host, settings.data(), settings.size());
    if (adapter->m_adapter == nullptr)
        return invalid("broker.settings", adapter->m_refusal);
    return std::unique_ptr<BrokerAdapter>(std::move(adapter));
}

void TableAdapter::heard(void* context, const char* json, std::size_t size)
{
    auto& self = *static_cast<TableAdapter*>(context);
    auto event = json == nullptr ? Result<BrokerEvent>(invalid("broker.message-malformed")) : parseEvent({json, size});
    if (event && self.m_events.size() < kMostWaiting)
        self.m_events.push_back(std::move(*event));
    else if (self.m_adapter == nullptr && json != nullptr)
        self.m_refusal.assign(json, size < kLongestSentence ? size : kLongestSentence);
    else
        ++self.m_dropped;
}

template <class Verb>
void TableAdapter::say(Verb verb)
{
    const std::string message = toMessage(BrokerVerb(std::move(verb)));
    m_table.command(m_adapter, message.data(), message.size());
}

void TableAdapter::start() { say(StartVerb{}); }
void TableAdapter::stop() { say(StopVerb{}); }
void TableAdapter::submit(const BrokerOrder& order) { say(SubmitVerb{order}); }
void TableAdapter::replace(OrderId order, Quantity quantity, Price limit) { say(ReplaceVerb{order, quantity, limit}); }
void TableAdapter::cancel(OrderId order) { say(CancelVerb{order}); }
void TableAdapter::subscribe(InstrumentId instrument) { say(SubscribeVerb{instrument}); }
void TableAdapter::unsubscribe(InstrumentId instrument) { say(UnsubscribeVerb{instrument}); }
void TableAdapter::requestState(Timestamp since) { say(StateVerb{since}); }

void TableAdapter::poll(Timestamp now, BrokerEventSink& sink)
{
    m_table.poll(m_adapter, now.nanos);
    for (const BrokerEvent& event : std::exchange(m_events, {}))
        sink.onBrokerEvent(event);
}

} // namespace rialto
