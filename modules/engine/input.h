// SPDX-License-Identifier: GPL-3.0-or-later
// Input: everything that can change the engine. Each carries its time; the engine has no other clock. Ids of new clients,
// accounts and instruments are chosen by the caller. Commands that can be repeated carry a command id.
#pragma once

#include "brokers/broker_adapter.h"
#include "clients/client.h"
#include "domain/instrument.h"
#include "domain/order.h"
#include "ledger/transfer.h"

#include <string>
#include <variant>

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
struct BrokerSaid {
    BrokerEvent event;
};

struct Input {
    Timestamp time;
    Date tradingDay;     // of the venue, at that time
    std::variant<AddInstrument, AddClient, AddAccount, MoveCash, BookTrade, BookIncome, PlaceOrder, CancelOrder, ReplaceOrder, BrokerSaid>
        body;
};

} // namespace rialto
