// SPDX-License-Identifier: GPL-3.0-or-later
// MandatesInForce: the mandates that bind, read once and kept by the accounts they speak of, so that an order of an account
// without any costs one lookup. A function of the client records and the accounts. Internal to the engine; its thread.
#pragma once

#include "clients/mandates/mandate_rules.h"
#include "clients/records/client_registry.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct BindingMandate {
    std::string name;
    std::map<AccountId, std::int64_t> shares;   // the accounts it looks at, in 10^-8 of a whole
    std::vector<clients::MandateRule> rules;
    std::optional<Error> malformed;
};

class MandatesInForce {
public:
    MandatesInForce(const clients::ClientRegistry& registry, const std::map<AccountId, Account>& accounts);

    using List = std::vector<std::shared_ptr<const BindingMandate>>;
    /// Those of the account itself and of every party that owns a part of it; nullptr: none.
    const List* of(AccountId account) const;

private:
    std::map<AccountId, List> m_byAccount;
};

} // namespace rialto
