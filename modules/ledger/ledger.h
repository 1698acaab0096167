// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: the running sums over all transfer groups. It is a cache of the facts and can be rebuilt from them to the bit.
// One writer (the engine); a value, so a copy is a snapshot.
#pragma once

#include "base/result.h"
#include "ledger/transfer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace rialto {

struct Reservation {
    AccountId account;
    AssetId asset;
    std::int64_t remaining = 0;
    friend bool operator==(const Reservation&, const Reservation&) = default;
};

struct TrialBalanceRow {
    LedgerAccount account;
    AssetId asset;
    std::int64_t balance = 0;
    friend bool operator==(const TrialBalanceRow&, const TrialBalanceRow&) = default;
};

class Ledger {
public:
    enum class Outcome { Applied, Duplicate };

    /// Applies the whole group or nothing. Errors: ledger.empty-group, ledger.amount-not-positive,
    /// ledger.reservation-negative, ledger.reservation-mismatch.
    Result<Outcome> apply(TransferGroup group);

    /// Minor units of a currency, or 10^-8 units of an instrument.
    std::int64_t balance(LedgerAccount account, AssetId asset) const;
    std::int64_t reserved(AccountId account, AssetId asset) const;
    /// Own balance less what orders have set aside; may be negative after a fill worse than was reserved for.
    std::int64_t available(AccountId account, AssetId asset) const;
    std::optional<Reservation> reservation(OrderId order) const;
    bool contains(const std::string& key) const { return m_keys.count(key) != 0; }

    Money cash(AccountId account, const Currency& currency) const;
    /// Everything in Own, cash and instruments.
    std::vector<std::pair<AssetId, std::int64_t>> holdings(AccountId account) const;
    Money availableCash(AccountId account, const Currency& currency) const;
    Quantity position(AccountId account, InstrumentId instrument) const;

    const std::vector<TransferGroup>& groups() const { return m_groups; }
    /// Every non-zero balance, sorted. Sums to zero by asset.
    std::vector<TrialBalanceRow> trialBalance() const;
    /// Rebuilds from the groups and compares; checks that each asset sums to zero over all accounts.
    /// Errors: ledger.not-zero, ledger.rebuild-differs.
    Result<void> check() const;
    /// Over balances and reservations; equal ledgers have equal hashes.
    std::uint64_t hash() const;

private:
    using BalanceKey = std::pair<LedgerAccount, AssetId>;
    using ReserveKey = std::pair<AccountId, AssetId>;

    Result<void> validate(const TransferGroup& group) const;

    std::vector<TransferGroup> m_groups;
    std::unordered_set<std::string> m_keys;
    std::map<BalanceKey, std::int64_t> m_balances;
    std::map<ReserveKey, std::int64_t> m_reserved;
    std::map<OrderId, Reservation> m_reservations;
};

/// Balances from the groups that are true at `asOf` (time <= asOf) and were known at `knownAt`.
std::vector<TrialBalanceRow> trialBalance(const std::vector<TransferGroup>& groups, Timestamp asOf, Timestamp knownAt);

} // namespace rialto
