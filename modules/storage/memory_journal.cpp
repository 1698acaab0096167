// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memory_journal.h"

#include "storage/fact_cells.h"

namespace rialto::storage {

namespace {

std::vector<std::string> keysOf(const Fact& fact)
{
    // An order is unique twice over: by its number and by the command that placed it.
    if (const auto* order = std::get_if<Order>(&fact))
        return {"order " + std::to_string(order->id.value), "command " + order->request.commandId};
    return {uniqueKey(fact)};
}

} // namespace

Result<void> MemoryJournal::append(const std::vector<Fact>& facts)
{
    std::set<std::string> added;
    for (const Fact& fact : facts)
        for (auto& key : keysOf(fact))
            if (m_keys.count(key) != 0 || !added.insert(key).second)
                return conflict("journal.duplicate", uniqueKey(fact));
    m_keys.merge(added);
    m_facts.insert(m_facts.end(), facts.begin(), facts.end());
    return {};
}

Result<void> MemoryJournal::load(const std::function<Result<void>(Fact&&)>& visit)
{
    for (const Fact& fact : m_facts)
        if (auto taken = visit(Fact(fact)); !taken)
            return taken;
    return {};
}

Result<std::optional<std::string>> MemoryJournal::setting(const std::string& key)
{
    const auto found = m_settings.find(key);
    return found == m_settings.end() ? std::optional<std::string>() : std::optional(found->second);
}

Result<void> MemoryJournal::setSetting(const std::string& key, const std::string& value)
{
    m_settings[key] = value;
    return {};
}

} // namespace rialto::storage
