// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger.h"

#include "base/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace rialto {

namespace {

std::vector<TrialBalanceRow> rows(const std::map<std::pair<LedgerAccount, AssetId>, std::int64_t>& balances)
{
    std::vector<TrialBalanceRow> list;
    for (const auto& [key, balance] : balances)
        if (balance != 0)
            list.push_back({key.first, key.second, balance});
    return list;
}

struct BalanceSlot {
    LedgerAccount account;
    AssetId asset;
    friend bool operator==(const BalanceSlot& a, const BalanceSlot& b) { return a.account == b.account && a.asset == b.asset; }
};
struct BalanceSlotHash {
    std::size_t operator()(const BalanceSlot& slot) const noexcept
    {
        const std::uint64_t word = (slot.account.account.value * 16 + static_cast<std::uint64_t>(slot.account.bucket)) * 0x9E3779B97F4A7C15ULL ^ slot.asset.key * 0xC2B2AE3D27D4EB4FULL;
        return static_cast<std::size_t>(word ^ (word >> 29));
    }
};

void book(std::map<std::pair<LedgerAccount, AssetId>, std::int64_t>& balances, const Transfer& transfer)
{
    auto& from = balances[{transfer.from, transfer.asset}];
    from = addChecked(from, -transfer.amount);
    auto& to = balances[{transfer.to, transfer.asset}];
    to = addChecked(to, transfer.amount);
}

} // namespace

Result<void> Ledger::validate(const TransferGroup& group) const
{
    if (group.key.empty() || (group.transfers.empty() && group.reservations.empty()))
        return invalid("ledger.empty-group", group.key);
    for (const auto& transfer : group.transfers)
        if (transfer.amount <= 0 || transfer.from == transfer.to)
            return invalid("ledger.amount-not-positive", group.key);
    std::map<OrderId, Reservation> touched;
    for (const auto& change : group.reservations) {
        auto [it, fresh] = touched.try_emplace(change.order, Reservation{change.account, change.asset, 0});
        if (fresh)
            if (const auto existing = m_reservations.find(change.order); existing != m_reservations.end())
                it->second = existing->second;
        if (it->second.account != change.account || it->second.asset != change.asset)
            return invalid("ledger.reservation-mismatch", group.key);
        it->second.remaining = addChecked(it->second.remaining, change.delta);
        if (it->second.remaining < 0)
            return invalid("ledger.reservation-negative", group.key);
    }
    return {};
}

Result<Ledger::Outcome> Ledger::apply(TransferGroup group)
{
    if (contains(group.key))
        return Outcome::Duplicate;
    if (const auto valid = validate(group); !valid)
        return valid.error();
    for (const auto& transfer : group.transfers)
        book(m_balances, transfer);
    for (const auto& change : group.reservations) {
        auto [it, fresh] = m_reservations.try_emplace(change.order, Reservation{change.account, change.asset, 0});
        it->second.remaining += change.delta;
        if (it->second.remaining == 0)
            m_reservations.erase(it);
        auto& total = m_reserved[{change.account, change.asset}];
        total = addChecked(total, change.delta);
    }
    m_keys.insert(group.key);
    m_groups.push_back(std::move(group));
    return Outcome::Applied;
}

std::int64_t Ledger::balance(LedgerAccount account, AssetId asset) const
{
    const auto it = m_balances.find({account, asset});
    return it == m_balances.end() ? 0 : it->second;
}

std::int64_t Ledger::reserved(AccountId account, AssetId asset) const
{
    const auto it = m_reserved.find({account, asset});
    return it == m_reserved.end() ? 0 : it->second;
}

std::int64_t Ledger::available(AccountId account, AssetId asset) const
{
    return balance({account, Bucket::Own}, asset) - reserved(account, asset);
}

std::vector<std::pair<AssetId, std::int64_t>> Ledger::holdings(AccountId account) const
{
    std::vector<std::pair<AssetId, std::int64_t>> own;
    const LedgerAccount at{account, Bucket::Own};
    for (auto it = m_balances.lower_bound({at, AssetId()}); it != m_balances.end() && it->first.first == at; ++it)
        if (it->second != 0)
            own.emplace_back(it->first.second, it->second);
    return own;
}

std::optional<Reservation> Ledger::reservation(OrderId order) const
{
    const auto it = m_reservations.find(order);
    if (it == m_reservations.end())
        return std::nullopt;
    return it->second;
}

Money Ledger::cash(AccountId account, const Currency& currency) const
{
    return {balance({account, Bucket::Own}, AssetId::of(currency)), currency};
}

Money Ledger::availableCash(AccountId account, const Currency& currency) const
{
    return {available(account, AssetId::of(currency)), currency};
}

Quantity Ledger::position(AccountId account, InstrumentId instrument) const
{
    return Quantity::fromRaw(balance({account, Bucket::Own}, AssetId::of(instrument)));
}

std::vector<TrialBalanceRow> Ledger::trialBalance() const { return rows(m_balances); }

Result<void> Ledger::check() const
{
    std::map<AssetId, std::int64_t> sums;
    for (const auto& [key, balance] : m_balances) {
        auto& sum = sums[key.second];
        sum = addChecked(sum, balance);
    }
    for (const auto& [asset, sum] : sums)
        if (sum != 0)
            return corrupt("ledger.not-zero", fmt::format("asset {:x} sums to {}", asset.key, sum));
    Ledger again;
    for (const auto& group : m_groups)
        if (const auto applied = again.apply(group); !applied)
            return applied.error();
    if (again.hash() != hash() || again.trialBalance() != trialBalance() || again.m_reservations != m_reservations)
        return corrupt("ledger.rebuild-differs", fmt::format("{} groups", m_groups.size()));
    return {};
}

std::uint64_t Ledger::hash() const
{
    Hasher hasher;
    for (const auto& row : trialBalance())
        hasher.add(row.account.account.value).add(static_cast<std::uint64_t>(row.account.bucket)).add(row.asset.key).add(row.balance);
    for (const auto& [order, reservation] : m_reservations)
        hasher.add(order.value).add(reservation.account.value).add(reservation.asset.key).add(reservation.remaining);
    return hasher.value();
}

std::vector<TrialBalanceRow> trialBalance(const std::vector<TransferGroup>& groups, Timestamp asOf, Timestamp knownAt)
{
    // Hashed while summing and sorted once at the end: a balanced tree of a hundred thousand sums is slow to walk a million times.
    std::unordered_map<BalanceSlot, std::int64_t, BalanceSlotHash> sums;
    const auto add = [&sums](const LedgerAccount& account, AssetId asset, std::int64_t amount) {
        auto& sum = sums[{account, asset}];
        sum = addChecked(sum, amount);
    };
    for (const auto& group : groups)
        if (group.time <= asOf && group.knownAt <= knownAt)
            for (const auto& transfer : group.transfers) {
                add(transfer.from, transfer.asset, -transfer.amount);
                add(transfer.to, transfer.asset, transfer.amount);
            }
    std::vector<TrialBalanceRow> list;
    for (const auto& [slot, balance] : sums)
        if (balance != 0)
            list.push_back({slot.account, slot.asset, balance});
    std::sort(list.begin(), list.end(), [](const TrialBalanceRow& a, const TrialBalanceRow& b) { return a.account == b.account ? a.asset < b.asset : a.account < b.account; });
    return list;
}

} // namespace rialto
