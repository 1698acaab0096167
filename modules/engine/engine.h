// SPDX-License-Identifier: GPL-3.0-or-later
// Engine: the deterministic heart. `step(input)` changes the state and says what must be journalled, what must then be sent
// to the broker, and what to answer. It does no I/O and reads no clock: the host (services/engine_host) journals the facts,
// and only when they are durable sends the commands. Single writer, one thread; the same inputs give the same facts.
#pragma once

#include "brokers/broker_adapter.h"
#include "clients/records/client_registry.h"
#include "domain/calendar.h"
#include "engine/fact.h"
#include "engine/input.h"
#include "ledger/ledger.h"
#include "oms/order_manager.h"
#include "risk/gate.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rialto {

struct Reply {
    bool accepted = false;
    OrderId order;                     // of PlaceOrder, also when it was refused by risk or repeated
    bool repeated = false;             // the command id was known: nothing new happened
    std::vector<Refusal> refusals;     // why not
};

/// Something the user should be told although nobody asked.
struct Alert {
    std::string code;                  // "oms.fill-after-cancel"
    std::string detail;
    OrderId order;
    Timestamp time;
};

struct SubmitCommand {
    BrokerOrder order;
};
struct ReplaceCommand {
    OrderId order;
    Quantity quantity;
    Price limit;
};
struct CancelCommand {
    OrderId order;
};
using BrokerCommand = std::variant<SubmitCommand, ReplaceCommand, CancelCommand>;

struct StepResult {
    Reply reply;
    std::vector<Fact> facts;
    std::vector<BrokerCommand> send;   // only after the facts are durable
    std::vector<Alert> alerts;
};

class Engine {
public:
    explicit Engine(RiskLimits limits = {});

    StepResult step(const Input& input);

    /// Replays one stored fact. Errors: engine.fact-contradiction and those of ledger and oms: the journal is damaged.
    Result<void> restore(Fact&& fact);
    /// The host asks the broker for its state: the answer speaks only of the orders that are open now, not of later ones.
    void noteStateAsked();
    /// Open orders as they must be told to a broker that forgets them on restart (the simulator).
    std::vector<BrokerCommand> resubmissions() const;

    const Ledger& ledger() const { return m_ledger; }
    const OrderManager& orders() const { return m_orders; }
    const std::map<InstrumentId, Instrument>& instruments() const { return m_instruments; }
    const std::map<ClientId, Client>& clients() const { return m_clients; }
    const std::map<AccountId, Account>& accounts() const { return m_accounts; }
    const clients::ClientRegistry& registry() const { return m_registry; }
    const std::vector<ExecutionReport>& fills() const { return m_fills; }
    const Instrument* findInstrument(const std::string& symbol) const;
    const TradingCalendar& calendar(const Instrument& instrument) const;
    /// Last trade, else the middle of the quote, else the previous close.
    std::optional<Price> mark(InstrumentId instrument) const;
    const RiskLimits& limits() const { return m_limits; }
    /// What the gate would say now, without placing anything (the ticket's preview).
    std::vector<Refusal> preview(const OrderRequest& request) const;
    /// What the order would set aside; the ticket shows it as cost.
    Result<std::int64_t> previewNeed(const OrderRequest& request) const;
    std::uint64_t hash() const;
    /// The time of the newest input or fact.
    Timestamp now() const { return m_now; }

private:
    struct Prepared;
    Prepared prepare(const OrderRequest& request) const;
    void handle(const AddInstrument& input, StepResult& result);
    void handle(const AddClient& input, StepResult& result);
    void handle(const AddAccount& input, StepResult& result);
    void handle(const MoveCash& input, StepResult& result);
    void handle(const BookTrade& input, StepResult& result);
    void handle(const BookIncome& input, StepResult& result);
    void handle(const ImportStatement& input, StepResult& result);
    void handle(const UndoStatement& input, StepResult& result);
    void handle(const RecordClients& input, StepResult& result);
    void handle(const PostFees& input, StepResult& result);
    void handle(const PostAction& input, StepResult& result);
    void handle(const UndoAction& input, StepResult& result);
    void handle(const PlaceOrder& input, StepResult& result);
    void handle(const CancelOrder& input, StepResult& result);
    void handle(const ReplaceOrder& input, StepResult& result);
    void handle(const BrokerSaid& input, StepResult& result);
    void onReport(const ExecutionReport& report, StepResult& result);
    void onBrokerState(const BrokerState& state, StepResult& result);
    void onSessionClosed(const SessionClosed& closed, StepResult& result);
    void post(TransferGroup group, StepResult& result);
    clients::BookView bookView() const;
    void noteFuture(const TransferGroup& group);
    void refuse(StepResult& result, std::string code, std::string detail = {}) const;
    ExecutionReport ownReport(const std::string& executionId, OrderId order, OrderEvent event) const;
    void release(OrderId order, const std::string& why, StepResult& result);

    RiskLimits m_limits;
    Gate m_gate;
    Ledger m_ledger;
    OrderManager m_orders;
    std::map<InstrumentId, Instrument> m_instruments;
    std::unordered_map<std::string, InstrumentId> m_bySymbol;
    std::map<ClientId, Client> m_clients;
    std::map<AccountId, Account> m_accounts;
    clients::ClientRegistry m_registry;
    std::vector<ExecutionReport> m_fills;
    std::unordered_map<InstrumentId, Quote> m_quotes;
    std::map<std::string, TradingCalendar> m_calendars;
    std::set<std::pair<AccountId, InstrumentId>> m_futures; // ever traded: what daily settlement looks at
    std::vector<OrderId> m_askedAbout;
    Timestamp m_now;
    Date m_tradingDay;
};

} // namespace rialto
