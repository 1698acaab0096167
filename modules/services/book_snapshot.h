// SPDX-License-Identifier: GPL-3.0-or-later
// BookSnapshot: what screens and the console read of the book: an immutable picture, made by the engine thread when something
// changed and shared by pointer. Positions and cash are computed from facts, never stored.
#pragma once

#include "engine/engine.h"
#include "ledger/tax_lots.h"

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace rialto {

struct FillRow {
    ExecutionReport report;
    AccountId account;
    InstrumentId instrument;
    Side side = Side::Buy;
    Money value;
};

struct PositionRow {
    AccountId account;
    InstrumentId instrument;
    Quantity quantity;       // signed
    Quantity reserved;       // set aside by open sell orders
    Money cost;              // of the open lots, fees included
    Money realised;          // since the book began
};

struct CashRow {
    AccountId account;
    Money balance;           // trade-date basis, Own
    Money reserved;          // by open orders
    Money pending;           // part of the balance that settles after today (signed)
    Money margin;
    Money variation;         // with open futures at their mark: the unsettled gain
    Money available() const { return balance - reserved; }
};

struct BookSnapshot {
    std::uint64_t version = 0;
    Timestamp time;
    Date tradingDay;
    std::shared_ptr<const std::vector<Instrument>> instruments; // by id
    std::vector<Client> clients;                                // by id
    std::vector<Account> accounts;
    std::vector<Order> orders;                                  // oldest first
    std::vector<FillRow> fills;                                 // oldest first
    std::vector<PositionRow> positions;                         // by account, instrument; none that are flat and never realised
    std::vector<CashRow> cash;                                  // by account, currency
    std::shared_ptr<const clients::ClientRegistry> registry;    // what is known about clients
    std::size_t ledgerGroups = 0;

    const Instrument* instrument(InstrumentId id) const;
    const Account* account(AccountId id) const;
    const Client* client(ClientId id) const;
};

/// Makes snapshots; keeps lots of unchanged positions. Engine thread.
class SnapshotMaker {
public:
    std::shared_ptr<const BookSnapshot> make(const Engine& engine, std::uint64_t version, Timestamp time, Date tradingDay);

private:
    using PositionKey = std::pair<AccountId, InstrumentId>;
    void readGroups(const Engine& engine);

    std::size_t m_groupsRead = 0;
    std::map<AccountId, std::vector<TransferGroup>> m_trades; // and corporate actions
    std::set<AccountId> m_acted;
    std::map<PositionKey, LotBook> m_lots;
    std::size_t m_instrumentCount = 0;
    std::uint64_t m_registryChanges = 0;
    std::shared_ptr<const clients::ClientRegistry> m_registry;
    std::shared_ptr<const std::vector<Instrument>> m_instruments;
};

} // namespace rialto
