// SPDX-License-Identifier: GPL-3.0-or-later
// How an imported statement stands in the ledger: every entry is a group whose key holds the batch and the entry's fingerprint
// ("statement:<batch>/<fingerprint>"), and undoing a batch is one reversing group for each ("reversal:<key>"). What is known and
// what was undone is read from the groups; nothing else is stored. Pure; any thread.
#pragma once

#include "ledger/ledger.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

struct ImportedEntry {
    std::string fingerprint;
    AccountId account;
    Money amount;        // signed, never zero
    Date booked;
    Date value;
    std::string memo;
};

TransferGroup importedEntryGroup(const std::string& batch, const ImportedEntry& entry, Timestamp knownAt);
/// The group that takes it back, true at the same time and known now.
TransferGroup reversalGroup(const TransferGroup& group, Timestamp knownAt);

struct ImportedBatch {
    std::string id;
    std::vector<const TransferGroup*> groups; // of the batch, without reversals
    std::size_t reversed = 0;
    bool undone() const { return !groups.empty() && reversed == groups.size(); }
};

/// All batches by id. The pointers are those of `ledger` and live as long as it is not changed.
std::map<std::string, ImportedBatch> importedBatches(const Ledger& ledger);
/// Fingerprints that stand in the book and were not taken back, with their groups.
std::map<std::string, const TransferGroup*> importedFingerprints(const Ledger& ledger);

struct StatementKey {
    std::string batch;
    std::string fingerprint;
};
std::optional<StatementKey> statementKeyOf(std::string_view groupKey);

} // namespace rialto
