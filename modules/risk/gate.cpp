// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

std::vector<Refusal> Gate::check(const RiskContext& context) const
{
    std::vector<Refusal> refusals;
    for (const auto& rule : m_rules)
        if (auto refusal = rule.check(context))
            refusals.push_back(std::move(*refusal));
    return refusals;
}

} // namespace rialto
