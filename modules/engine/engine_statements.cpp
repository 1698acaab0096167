// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "ledger/statement_posting.h"

#include <set>

namespace rialto {

void Engine::handle(const ImportStatement& input, StepResult& result)
{
    if (input.batch.empty() || input.batch.find('/') != std::string::npos)
        return refuse(result, "engine.batch-malformed", input.batch);
    if (importedBatches(m_ledger).count(input.batch) != 0)
        return refuse(result, "engine.batch-exists", input.batch);
    // Everything is looked at before anything is changed: the batch stands or falls as one.
    std::set<ClientId> clients;
    for (const auto& client : input.clients) {
        if (!client.id.valid() || client.name.empty() || m_clients.count(client.id) != 0 || !clients.insert(client.id).second)
            return refuse(result, "engine.client-incomplete", client.number);
    }
    std::set<AccountId> accounts;
    for (const auto& account : input.accounts) {
        const bool owned = m_clients.count(account.client) != 0 || clients.count(account.client) != 0;
        if (!account.id.valid() || !owned || !account.base.valid() || m_accounts.count(account.id) != 0 || !accounts.insert(account.id).second)
            return refuse(result, "engine.account-incomplete", account.number);
    }
    for (const auto& entry : input.entries) {
        if (m_accounts.count(entry.account) == 0 && accounts.count(entry.account) == 0)
            return refuse(result, "engine.account-unknown", std::to_string(entry.account.value));
        if (entry.amount.isZero() || entry.fingerprint.empty())
            return refuse(result, "engine.amount-zero");
    }
    result.reply.accepted = true;
    auto known = importedFingerprints(m_ledger);
    std::vector<TransferGroup> fresh;
    for (const auto& entry : input.entries) {
        if (!known.try_emplace(entry.fingerprint, nullptr).second)
            continue;
        fresh.push_back(importedEntryGroup(input.batch, entry, m_now));
    }
    if (fresh.empty()) {
        result.reply.repeated = true;
        return;
    }
    for (const auto& client : input.clients)
        handle(AddClient{client}, result);
    for (const auto& account : input.accounts)
        handle(AddAccount{account}, result);
    for (auto& group : fresh)
        post(std::move(group), result);
}

void Engine::handle(const UndoStatement& input, StepResult& result)
{
    const auto batches = importedBatches(m_ledger);
    const auto found = batches.find(input.batch);
    if (found == batches.end())
        return refuse(result, "engine.batch-unknown", input.batch);
    result.reply.accepted = true;
    if (found->second.undone()) {
        result.reply.repeated = true;
        return;
    }
    std::vector<TransferGroup> reversals;
    for (const auto* group : found->second.groups)
        reversals.push_back(reversalGroup(*group, m_now));
    for (auto& reversal : reversals)
        post(std::move(reversal), result);
}

} // namespace rialto
