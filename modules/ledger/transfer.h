// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the ledger. A Transfer moves a positive amount of one asset from one ledger account to another, so every
// transfer balances by itself; a TransferGroup is the atomic, immutable unit with a key that makes posting it idempotent.
// A mistake is corrected by a further group, never by a change.
#pragma once

#include "base/clock.h"
#include "domain/date.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

/// What is counted: a currency (in minor units) or an instrument (in units of 10^-8).
struct AssetId {
    std::uint64_t key = 0;

    static AssetId of(const Currency& currency) { return {currency.key()}; }
    static AssetId of(InstrumentId instrument) { return {(std::uint64_t{1} << 32) | instrument.value}; }
    bool isInstrument() const { return (key >> 32) != 0; }
    InstrumentId instrument() const { return InstrumentId(static_cast<std::uint32_t>(key)); }
    /// Only of currency assets.
    Currency currency() const;

    friend bool operator==(AssetId a, AssetId b) { return a.key == b.key; }
    friend bool operator!=(AssetId a, AssetId b) { return a.key != b.key; }
    friend bool operator<(AssetId a, AssetId b) { return a.key < b.key; }
};

/// Where an amount sits within a client account. Own, Margin and Variation belong to the client; the others are the other
/// side of the client's dealings, so that each account's book sums to zero by asset and tells fees, taxes and flows.
enum class Bucket : std::uint8_t {
    Own,        // free cash and holdings (less what is reserved)
    Margin,     // cash put up for futures
    Variation,  // minus the contract value of open futures: with the position at its mark it is the unsettled gain
    External,   // deposits came from here, withdrawals went there
    Market,     // counterparties of trades
    Fees,
    Taxes,
    Income      // dividends, coupons and interest came from here
};
std::string_view name(Bucket bucket);

struct LedgerAccount {
    AccountId account;
    Bucket bucket = Bucket::Own;
    friend bool operator==(const LedgerAccount& a, const LedgerAccount& b)
    {
        return a.account == b.account && a.bucket == b.bucket;
    }
    friend bool operator<(const LedgerAccount& a, const LedgerAccount& b)
    {
        return a.account != b.account ? a.account < b.account : a.bucket < b.bucket;
    }
};

struct Transfer {
    LedgerAccount from;
    LedgerAccount to;
    AssetId asset;
    std::int64_t amount = 0; // > 0
    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// Raises or lowers what an order has set aside from Own. The remaining reservation is never below zero.
struct ReservationChange {
    OrderId order;
    AccountId account;
    AssetId asset;
    std::int64_t delta = 0;
    friend bool operator==(const ReservationChange&, const ReservationChange&) = default;
};

/// The number is stored and never changes.
enum class GroupKind : std::uint8_t { Deposit, Withdrawal, Trade, Reserve, Release, Settlement, Dividend, Interest, Fee, Reversal, CorporateAction };
std::string_view name(GroupKind kind);

struct TransferGroup {
    std::string key;         // unique for ever, "fill:<execution id>", "deposit:<command id>"
    GroupKind kind = GroupKind::Trade;
    AccountId account;       // whose book it is
    Timestamp time;          // when it is true
    Timestamp knownAt;       // when the book learned it
    Date tradeDate;
    Date settleDate;         // cash and assets of the group count as settled from this day on
    OrderId order;           // trades and reservations
    InstrumentId instrument; // trades, dividends
    Quantity quantity;       // trades: signed, what was bought (+) or sold (-)
    Price price;             // trades
    std::string memo;
    std::vector<Transfer> transfers;
    std::vector<ReservationChange> reservations;
    friend bool operator==(const TransferGroup&, const TransferGroup&) = default;
};

} // namespace rialto
