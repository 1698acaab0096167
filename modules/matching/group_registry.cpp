// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/group_registry.h"

#include "matching/special_book.h"

#include <algorithm>
#include <utility>

namespace rialto::matching {

namespace {

template <class Group>
auto memberIn(Group& group, OrderId id) -> decltype(group.members.data())
{
    for (auto& member : group.members)
        if (member.terms.id == id)
            return &member;
    return nullptr;
}

} // namespace

OrderGroup& GroupRegistry::add(OrderGroup group)
{
    for (const GroupMember& member : group.members)
        m_groupOf.emplace(member.terms.id, group.key);
    const std::uint64_t key = group.key;
    return m_groups.emplace(key, std::move(group)).first->second;
}

void GroupRegistry::dissolve(std::uint64_t key)
{
    const auto found = m_groups.find(key);
    for (const GroupMember& member : found->second.members)
        m_groupOf.erase(member.terms.id);
    m_groups.erase(found);
}

void GroupRegistry::leave(OrderGroup& group, OrderId id)
{
    std::erase_if(group.members, [&](const GroupMember& member) { return member.terms.id == id; });
    m_groupOf.erase(id);
}

OrderGroup* GroupRegistry::groupOf(OrderId id)
{
    const auto found = m_groupOf.find(id);
    return found == m_groupOf.end() ? nullptr : &m_groups.at(found->second);
}

GroupMember* GroupRegistry::memberOf(OrderId id)
{
    OrderGroup* group = groupOf(id);
    return group == nullptr ? nullptr : memberIn(*group, id);
}

const GroupMember* GroupRegistry::member(OrderId id) const
{
    const auto found = m_groupOf.find(id);
    return found == m_groupOf.end() ? nullptr : memberIn(m_groups.at(found->second), id);
}

Lots GroupRegistry::heldInGroup(OrderId id) const
{
    const GroupMember* found = member(id);
    return found == nullptr ? 0 : found->held;
}

void GroupRegistry::dropHeld(OrderId id)
{
    if (GroupMember* found = memberOf(id))
        found->held = 0;
}

void GroupRegistry::rename(const Replace& command, bool priced)
{
    GroupMember* found = memberOf(command.id);
    if (found == nullptr)
        return;
    found->terms.id = command.newId;
    if (priced)
        found->terms.price = command.price;
    const std::uint64_t key = m_groupOf.at(command.id);
    m_groupOf.erase(command.id);
    m_groupOf.emplace(command.newId, key);
}

void GroupRegistry::touch(OrderId id)
{
    const auto found = m_groupOf.find(id);
    if (found == m_groupOf.end())
        return;
    const auto waiting = m_touched.begin() + static_cast<std::ptrdiff_t>(m_taken);
    if (std::find(waiting, m_touched.end(), found->second) == m_touched.end())
        m_touched.push_back(found->second);
}

OrderGroup* GroupRegistry::takeTouched()
{
    while (m_taken < m_touched.size()) {
        const auto found = m_groups.find(m_touched[m_taken++]);
        if (found != m_groups.end())
            return &found->second;
    }
    m_touched.clear();
    m_taken = 0;
    return nullptr;
}

namespace {
constexpr std::size_t kWordsPerGroup = 3;
constexpr std::size_t kWordsPerMember = 10;
}

std::vector<std::uint64_t> GroupRegistry::packed() const
{
    std::vector<std::uint64_t> words = {m_groups.size()};
    for (const auto& [key, group] : m_groups) {
        words.push_back(key);
        words.push_back(std::uint64_t{group.book} << 8U | static_cast<std::uint64_t>(group.kind));
        words.push_back(group.members.size());
        for (const GroupMember& member : group.members) {
            words.push_back(std::uint64_t{member.held} << 1U | std::uint64_t{member.parent});
            words.push_back(member.owed);
            for (const std::uint64_t word : packedTerms(member.terms))
                words.push_back(word);
        }
    }
    return words;
}

bool GroupRegistry::restore(std::span<const std::uint64_t> words)
{
    if (words.empty())
        return false;
    const std::uint64_t groups = words[0];
    words = words.subspan(1);
    for (std::uint64_t i = 0; i < groups; ++i) {
        if (words.size() < kWordsPerGroup || (words[1] & 0xFFU) > static_cast<std::uint64_t>(GroupKind::Bracket) || words[1] >> 24U != 0
            || words[2] == 0 || words[2] > words.size() / kWordsPerMember || m_groups.contains(words[0]))
            return false;
        OrderGroup group{.key = words[0], .kind = static_cast<GroupKind>(words[1] & 0xFFU), .book = static_cast<BookId>(words[1] >> 8U)};
        const std::uint64_t members = words[2];
        words = words.subspan(kWordsPerGroup);
        for (std::uint64_t m = 0; m < members; ++m, words = words.subspan(kWordsPerMember)) {
            if (words.size() < kWordsPerMember || words[0] >> 33U != 0)
                return false;
            const auto terms = unpackedTerms(words.subspan(2, kWordsPerMember - 2));
            const bool parent = (words[0] & 1U) != 0;
            if (!terms || (parent && m != 0) || m_groupOf.contains(terms->id))
                return false;
            for (const GroupMember& before : group.members)
                if (before.terms.id == terms->id)
                    return false;
            group.members.push_back({*terms, static_cast<Lots>(words[0] >> 1U), words[1], parent});
        }
        add(std::move(group));
    }
    return words.empty();
}

Lots GroupRegistry::offeredInGroup(OrderId id, Lots open, Taken& taken) const
{
    const auto key = linkedGroupOf(id);
    if (!key)
        return open;
    std::uint64_t& before = taken[*key];
    const Lots offered = open > before ? static_cast<Lots>(open - before) : 0;
    before += offered;
    return offered;
}

std::optional<std::uint64_t> GroupRegistry::linkedGroupOf(OrderId id) const
{
    const auto found = m_groupOf.find(id);
    if (found == m_groupOf.end() || !areLinked(m_groups.at(found->second).kind) || member(id)->parent)
        return std::nullopt;
    return found->second;
}

} // namespace rialto::matching
