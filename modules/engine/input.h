// SPDX-License-Identifier: GPL-3.0-or-later
// Input: everything that can change the engine. Each carries its time; the engine has no other clock. Ids of new clients,
// accounts and instruments are chosen by the caller. Commands that can be repeated carry a command id.
#pragma once

#include "brokers/broker_adapter.h"
#include "clients/client.h"
#include "clients/records/client_record.h"
#include "domain/instrument.h"
#include "domain/order.h"
#include "ledger/corporate_posting.h"
#include "ledger/statement_posting.h"
#include "ledger/transfer.h"
#include "oms/desk_record.h"

#include <string>
#include <variant>
#include <vector>

namespace rialto {

struct AddInstrument {
    Instrument instrument;
};
struct AddClient {
    Client client;
};
struct AddAccount {
    Account account;
};
/// Positive: deposit; negative: withdrawal, refused when more than is free.
struct MoveCash {
    std::string commandId;
    AccountId account;
    Money amount;
    std::string memo;
};
/// A trade that was made elsewhere or before the book began.
struct BookTrade {
    std::string commandId;
    AccountId account;
    InstrumentId instrument;
    Quantity signedQuantity;
    Price price;
    Money fee;
    Money tax;
};
struct BookIncome {
    std::string commandId;
    AccountId account;
    InstrumentId instrument;
    GroupKind kind = GroupKind::Dividend;
    Money gross;
    Money withheld;
    std::string memo;
};
/// The entries of a bank's or broker's statement as one batch: all of them or none. Entries whose fingerprint stands in the
/// book already are left out; accounts that the book lacks may come along. No check of funds: the bank has booked it.
struct ImportStatement {
    std::string batch;
    std::vector<Client> clients;
    std::vector<Account> accounts;
    std::vector<ImportedEntry> entries;
};
/// Takes a whole batch back by reversing groups.
struct UndoStatement {
    std::string batch;
};
/// What was learned about clients: new clients and accounts and new revisions of records, all of them or none.
struct RecordClients {
    std::vector<Client> clients;
    std::vector<Account> accounts;
    std::vector<clients::ClientRecord> records;
};
struct FeePosting {
    std::string key;     // unique for ever: period, schedule and account
    AccountId account;
    Money amount;        // positive
    Date date;
    std::string memo;
};
/// A billing run: all of it or none. A fee whose key stands in the book already is left out, so billing twice bills once. The
/// account may be overdrawn by it: the fee is owed.
struct PostFees {
    std::vector<FeePosting> fees;
};
/// A corporate action for every account that held the instrument: all of them or none. The same id again does nothing.
struct PostAction {
    std::string id;
    ActionTerms terms;
};
/// Takes it back by reversing groups.
struct UndoAction {
    std::string id;
};
struct PlaceOrder {
    OrderRequest request;
};
struct CancelOrder {
    std::string commandId;
    OrderId order;
};
struct ReplaceOrder {
    std::string commandId;
    OrderId order;
    Quantity quantity;   // new total
    Price limit;
};
/// Orders that hang together: all of them or none. The parent comes first; all are of one account and instrument. Their command
/// ids are made from the group's: "ID/1", "ID/2"...
struct PlaceGroup {
    std::string commandId;   // at most 40 characters
    Link link = Link::Oco;   // Oco, Oto or Bracket
    std::vector<OrderRequest> orders;
};
struct BlockShare {
    AccountId account;
    Quantity quantity;
};
/// One order at the market for many client accounts. It trades for the house account `order.account`, and when it is done every
/// client gets a share of what traded, at the average price, in proportion to what was meant for it; fees and taxes too, to the
/// last cent. What is meant for a client is set aside in its account until then.
struct PlaceBlock {
    OrderRequest order;      // commandId at most 40 characters; not Gtc or Gtd
    std::vector<BlockShare> shares;
    bool leaveOutRefused = false; // else one refusal refuses the block
};
/// Limits and the kill switch. Throwing the switch also cancels what is open.
struct RecordDesk {
    DeskRecordKind kind = DeskRecordKind::Limit;
    std::string id;
    std::string body;
    std::string by;
};
/// At a start: groups and triggers that wait at this workstation go on. `brokerForgot`: the simulator knows nothing any more.
struct Resume {
    bool brokerForgot = false;
};
struct BrokerSaid {
    BrokerEvent event;
};

struct Input {
    Timestamp time;
    Date tradingDay;     // of the venue, at that time
    std::variant<AddInstrument, AddClient, AddAccount, MoveCash, BookTrade, BookIncome, ImportStatement,
        UndoStatement, RecordClients, PostFees, PostAction, UndoAction, PlaceOrder, PlaceGroup, PlaceBlock, CancelOrder, ReplaceOrder,
        RecordDesk, Resume, BrokerSaid>
        body;
};

} // namespace rialto
