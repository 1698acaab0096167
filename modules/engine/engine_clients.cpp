// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include <set>

namespace rialto {

clients::BookView Engine::bookView() const
{
    return {[this](AccountId id) { return m_accounts.count(id) != 0; }, [this](ClientId id) { return m_clients.count(id) != 0; }};
}

void Engine::handle(const RecordClients& input, StepResult& result)
{
    // Tried on a copy first: the input stands or falls as one.
    std::set<ClientId> newClients;
    std::set<AccountId> newAccounts;
    for (const auto& client : input.clients)
        if (!client.id.valid() || client.name.empty() || m_clients.count(client.id) != 0 || !newClients.insert(client.id).second)
            return refuse(result, "engine.client-incomplete", client.number);
    for (const auto& account : input.accounts) {
        const bool owned = m_clients.count(account.client) != 0 || newClients.count(account.client) != 0;
        if (!account.id.valid() || !owned || !account.base.valid() || m_accounts.count(account.id) != 0 || !newAccounts.insert(account.id).second)
            return refuse(result, "engine.account-incomplete", account.number);
    }
    if (input.clients.empty() && input.accounts.empty() && input.records.empty())
        return refuse(result, "engine.nothing-to-record");
    const clients::BookView view{[&](AccountId id) { return m_accounts.count(id) != 0 || newAccounts.count(id) != 0; },
        [&](ClientId id) { return m_clients.count(id) != 0 || newClients.count(id) != 0; }};
    // A single record needs no copy: apply() itself takes it whole or not at all.
    if (input.records.size() > 1) {
        clients::ClientRegistry tried = m_registry;
        for (const auto& record : input.records)
            if (const auto taken = tried.apply(record, view); !taken)
                return refuse(result, taken.error().code, taken.error().detail);
    } else if (input.records.size() == 1) {
        if (const auto taken = m_registry.check(input.records.front(), view); !taken)
            return refuse(result, taken.error().code, taken.error().detail);
    }
    for (const auto& client : input.clients)
        handle(AddClient{client}, result);
    for (const auto& account : input.accounts)
        handle(AddAccount{account}, result);
    result.reply.accepted = true;
    for (auto record : input.records) {
        record.time = m_now;
        const auto taken = m_registry.apply(record, view);
        RIALTO_CHECK(taken.ok(), "a record that was tried is refused");
        result.facts.emplace_back(std::move(record));
    }
}

void Engine::handle(const PostFees& input, StepResult& result)
{
    std::set<std::string> keys;
    for (const auto& fee : input.fees) {
        if (m_accounts.count(fee.account) == 0)
            return refuse(result, "engine.account-unknown", std::to_string(fee.account.value));
        if (fee.key.empty() || !fee.amount.currency().valid() || fee.amount.minor() <= 0)
            return refuse(result, "engine.amount-zero", fee.key);
        if (!keys.insert(fee.key).second)
            return refuse(result, "engine.fee-twice", fee.key);
    }
    result.reply.accepted = true;
    result.reply.repeated = true;
    for (const auto& fee : input.fees) {
        TransferGroup group;
        group.key = "fee:" + fee.key;
        if (m_ledger.contains(group.key))
            continue;
        result.reply.repeated = false;
        group.kind = GroupKind::Fee;
        group.account = fee.account;
        group.time = fee.date.startUtc();
        group.knownAt = m_now;
        group.tradeDate = fee.date;
        group.settleDate = fee.date;
        group.memo = fee.memo;
        group.transfers.push_back({{fee.account, Bucket::Own}, {fee.account, Bucket::Fees}, AssetId::of(fee.amount.currency()), fee.amount.minor()});
        post(std::move(group), result);
    }
}

} // namespace rialto
