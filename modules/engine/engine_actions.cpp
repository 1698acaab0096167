// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "ledger/statement_posting.h"

namespace rialto {

void Engine::handle(const PostAction& input, StepResult& result)
{
    if (!actionGroups(m_ledger, input.id).empty()) {
        if (actionGroups(m_ledger, input.id).front()->memo != input.terms.text())
            return refuse(result, "actions.exists", input.id + " is another action: " + actionGroups(m_ledger, input.id).front()->memo);
        result.reply.accepted = true;
        result.reply.repeated = true;
        return;
    }
    auto previews = previewAction(m_ledger, m_instruments, input.id, input.terms, m_now);
    if (!previews)
        return refuse(result, previews.error().code, previews.error().detail);
    for (const auto& preview : *previews)
        if (preview.refused) {
            const auto account = m_accounts.find(preview.account);
            return refuse(result, preview.refused->code, (account == m_accounts.end() ? std::string() : account->second.number + ": ") + preview.refused->detail);
        }
    result.reply.accepted = true;
    for (auto& preview : *previews)
        post(std::move(preview.group), result);
}

void Engine::handle(const UndoAction& input, StepResult& result)
{
    const auto groups = actionGroups(m_ledger, input.id);
    if (groups.empty())
        return refuse(result, "actions.unknown", input.id);
    std::vector<TransferGroup> reversals;
    for (const TransferGroup* group : groups) {
        if (m_ledger.contains("reversal:" + group->key))
            continue;
        if (const auto allowed = mayUndo(m_ledger, *group); !allowed)
            return refuse(result, allowed.error().code, allowed.error().detail);
        reversals.push_back(reversalGroup(*group, m_now));
    }
    result.reply.accepted = true;
    result.reply.repeated = reversals.empty();
    for (auto& reversal : reversals)
        post(std::move(reversal), result);
}

} // namespace rialto
