// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mandates_in_force.h"

namespace rialto {

MandatesInForce::MandatesInForce(const clients::ClientRegistry& registry, const std::map<AccountId, Account>& accounts)
{
    registry.each<clients::Mandate>([&](const clients::ClientRecord&, const clients::Mandate& mandate) {
        if (!mandate.inForce)
            return;
        auto binding = std::make_shared<BindingMandate>();
        binding->name = mandate.name;
        binding->shares = mandate.subject.account.valid() ? std::map<AccountId, std::int64_t>{{mandate.subject.account, clients::kWhole}}
                                                          : registry.lookThrough(mandate.subject.party, accounts);
        if (auto rules = clients::parseMandate(mandate.rules); rules)
            binding->rules = std::move(*rules);
        else
            binding->malformed = rules.error();
        for (const auto& [account, share] : binding->shares)
            m_byAccount[account].push_back(binding);
    });
}

const MandatesInForce::List* MandatesInForce::of(AccountId account) const
{
    const auto found = m_byAccount.find(account);
    return found == m_byAccount.end() ? nullptr : &found->second;
}

} // namespace rialto
