// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/statement_posting.h"

namespace rialto {

namespace {

constexpr std::string_view kStatementPrefix = "statement:";
constexpr std::string_view kReversalPrefix = "reversal:";

} // namespace

TransferGroup importedEntryGroup(const std::string& batch, const ImportedEntry& entry, Timestamp knownAt)
{
    TransferGroup group;
    group.key = std::string(kStatementPrefix) + batch + '/' + entry.fingerprint;
    const bool in = !entry.amount.isNegative();
    group.kind = in ? GroupKind::Deposit : GroupKind::Withdrawal;
    group.account = entry.account;
    group.time = entry.booked.startUtc();
    group.knownAt = knownAt;
    group.tradeDate = entry.booked;
    group.settleDate = entry.value;
    group.memo = entry.memo;
    const LedgerAccount own{entry.account, Bucket::Own};
    const LedgerAccount outside{entry.account, Bucket::External};
    const Money magnitude = in ? entry.amount : -entry.amount;
    group.transfers.push_back({in ? outside : own, in ? own : outside, AssetId::of(entry.amount.currency()), magnitude.minor()});
    return group;
}

TransferGroup reversalGroup(const TransferGroup& group, Timestamp knownAt)
{
    TransferGroup reversal = group;
    reversal.key = std::string(kReversalPrefix) + group.key;
    reversal.kind = GroupKind::Reversal;
    reversal.knownAt = knownAt;
    for (auto& transfer : reversal.transfers)
        std::swap(transfer.from, transfer.to);
    return reversal;
}

std::optional<StatementKey> statementKeyOf(std::string_view groupKey)
{
    if (!groupKey.starts_with(kStatementPrefix))
        return std::nullopt;
    groupKey.remove_prefix(kStatementPrefix.size());
    const std::size_t slash = groupKey.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    return StatementKey{std::string(groupKey.substr(0, slash)), std::string(groupKey.substr(slash + 1))};
}

std::map<std::string, ImportedBatch> importedBatches(const Ledger& ledger)
{
    std::map<std::string, ImportedBatch> batches;
    for (const auto& group : ledger.groups()) {
        const auto key = statementKeyOf(group.key);
        if (!key)
            continue;
        auto& batch = batches[key->batch];
        batch.id = key->batch;
        batch.groups.push_back(&group);
        batch.reversed += ledger.contains(std::string(kReversalPrefix) + group.key) ? 1 : 0;
    }
    return batches;
}

std::map<std::string, const TransferGroup*> importedFingerprints(const Ledger& ledger)
{
    std::map<std::string, const TransferGroup*> known;
    for (const auto& group : ledger.groups())
        if (const auto key = statementKeyOf(group.key); key && !ledger.contains(std::string(kReversalPrefix) + group.key))
            known[key->fingerprint] = &group;
    return known;
}

} // namespace rialto
