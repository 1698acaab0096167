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
#include "engine/mandates_in_force.h"
#include "ledger/ledger.h"
#include "oms/allocation.h"
#include "oms/order_manager.h"
#include "oms/order_route.h"
#include "oms/trigger_watch.h"
#include "risk/gate.h"
#include "risk/limit_book.h"

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
    std::vector<std::string> notes;    // codes of what is done at this workstation instead of at the broker
    std::vector<Refusal> warnings;     // it was taken all the same
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
struct SubmitGroupCommand {
    Link link = Link::Oco;
    std::vector<BrokerOrder> orders;
};
struct ReplaceCommand {
    OrderId order;
    Quantity quantity;
    Price limit;
};
struct CancelCommand {
    OrderId order;
};
using BrokerCommand = std::variant<SubmitCommand, SubmitGroupCommand, ReplaceCommand, CancelCommand>;

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
    /// What the broker can do; everything, until told.
    void setCapabilities(BrokerCapabilities able) { m_able = std::move(able); }
    const BrokerCapabilities& capabilities() const { return m_able; }

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
    /// Own cash and what is held at the mark, in that currency alone; what has no price counts nothing.
    Money equity(AccountId account, const Currency& currency) const;
    const RiskLimits& limits() const { return m_limits; }
    /// Newest revision of each limit and switch, by kind and id.
    const std::map<std::pair<DeskRecordKind, std::string>, DeskRecord>& deskRecords() const { return m_deskRecords; }
    const LimitBook& limitBook() const { return m_limitBook; }
    /// Where the trigger of an order that waits here stands now.
    std::optional<Price> heldTrigger(const Order& order) const { return m_triggers.level(order); }
    /// What the gate would say now, without placing anything (the ticket's preview).
    std::vector<Refusal> preview(const OrderRequest& request) const;
    /// What the order would set aside; the ticket shows it as cost.
    Result<std::int64_t> previewNeed(const OrderRequest& request) const;
    std::uint64_t hash() const;
    /// The time of the newest input or fact.
    Timestamp now() const { return m_now; }

private:
    struct Prepared;
    /// What the broker has traded for a block, until it is shared out.
    struct BlockSum {
        AveragePrice average;
        Money value;
        Money fee;
        Money tax;
    };
    Prepared prepare(const OrderRequest& request) const;
    RiskTerms riskTerms(const OrderRequest& request, const Instrument& instrument, std::optional<Price> reference) const;
    void gateDesk(const OrderRequest& request, const Instrument& instrument, Prepared& prepared) const;
    // Mandates: engine_mandates.cpp
    struct PendingTrade {
        Quantity quantity; // signed
        Price price;       // for what has no mark
    };
    void gateMandates(const OrderRequest& request, const Instrument& instrument, Prepared& prepared) const;
    void addToMandateBook(clients::MandateBook& book, AccountId account, std::int64_t share, const Currency& base,
        const std::map<InstrumentId, PendingTrade>& trades) const;
    /// At the mark of a pair of the two; nothing when there is none.
    std::optional<std::int64_t> inCurrency(std::int64_t minor, const Currency& from, const Currency& to) const;
    void warn(const Prepared& prepared, OrderId order, StepResult& result) const;
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
    void handle(const PlaceGroup& input, StepResult& result);
    void handle(const PlaceBlock& input, StepResult& result);
    void handle(const RecordDesk& input, StepResult& result);
    void handle(const Resume& input, StepResult& result);
    void handle(const CancelOrder& input, StepResult& result);
    void handle(const ReplaceOrder& input, StepResult& result);
    void handle(const BrokerSaid& input, StepResult& result);
    /// `exact`: what the fill is worth where it is a share of a larger trade.
    void onReport(const ExecutionReport& report, StepResult& result, const std::optional<Money>& exact = std::nullopt);
    ClientId clientOf(AccountId account) const;
    void countEntered(const Order& order);
    void countReport(const Order& before, const Order& after, const ExecutionReport& report, const Money& value);
    void onBrokerState(const BrokerState& state, StepResult& result);
    void onSessionClosed(const SessionClosed& closed, StepResult& result);
    void onQuote(const Quote& quote, StepResult& result);
    void post(TransferGroup group, StepResult& result);
    OrderId enterOrder(const OrderRequest& request, const Instrument& instrument, OrderState state, StepResult& result);
    BrokerOrder brokerOrder(const Order& order) const;
    void send(OrderId id, StepResult& result);
    // Groups: engine_groups.cpp
    /// Refuses when an order of the book has that command id.
    bool commandTaken(const std::string& commandId, StepResult& result) const;
    bool repeatedGroup(const std::string& commandId, StepResult& result) const;
    void fire(OrderId id, StepResult& result);
    void launch(OrderId id, StepResult& result);
    void endHeld(OrderId id, OrderEvent event, const std::string& reason, StepResult& result);
    void manageGroup(const std::string& group, StepResult& result);
    void reserveForGroup(const std::string& group, const std::string& why, StepResult& result);
    void expireHeld(Date day, StepResult& result);
    void askCancel(OrderId id, const std::string& commandId, StepResult& result);
    // Blocks: engine_blocks.cpp
    void noteBlockFill(const Order& order, const ExecutionReport& report);
    void allocateBlock(const Order& parent, StepResult& result);
    void applyDeskRecord(const DeskRecord& record);
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
    mutable std::optional<MandatesInForce> m_mandates; // made when first asked for after a change
    mutable std::uint64_t m_mandatesVersion = 0;
    std::vector<ExecutionReport> m_fills;
    std::unordered_map<InstrumentId, Quote> m_quotes;
    std::map<std::string, TradingCalendar> m_calendars;
    std::set<std::pair<AccountId, InstrumentId>> m_futures; // ever traded: what daily settlement looks at
    std::vector<OrderId> m_askedAbout;
    BrokerCapabilities m_able = everyCapability();
    TriggerWatch m_triggers;
    std::unordered_map<std::string, BlockSum> m_blocks; // by group: what the parent has traded
    std::map<std::pair<DeskRecordKind, std::string>, DeskRecord> m_deskRecords;
    LimitBook m_limitBook;
    struct DayTrade {
        Quantity net;
        Money cash;
    };
    std::map<std::pair<AccountId, InstrumentId>, DayTrade> m_dayTrades; // of m_dayOfTrades, a UTC day
    Date m_dayOfTrades;
    Timestamp m_now;
    Date m_tradingDay;
};


} // namespace rialto
