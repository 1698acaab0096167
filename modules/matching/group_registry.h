// SPDX-License-Identifier: GPL-3.0-or-later
// GroupRegistry: which live orders of an engine belong together, and how much of them is held. Bookkeeping only: what follows
// from it is done by MatchingEngine (order_groups.h). Internal to the matching module; the engine's thread.
//
// A member's quantity is in three places: active (its node in a queue or among waiting orders), held beside that (`held`), or
// held as a whole (a node with kHeld, `held` is 0 then).
#pragma once

#include "matching/matching_events.h"
#include "matching/order_group.h"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace rialto::matching {

struct GroupMember {
    NewOrder terms;        // as entered, under its present id
    Lots held = 0;         // not active yet, beside what is active
    std::uint64_t owed = 0; // others traded this much before it was active: so much is not activated again
    bool parent = false;
};

/// Whether an order may be a child, or one of those that cancel each other.
bool fitsGroup(const NewOrder& order);

struct OrderGroup {
    std::uint64_t key = 0; // counts entries
    GroupKind kind = GroupKind::OneCancelsOther;
    BookId book = 0;
    std::uint64_t fresh = 0; // traded by the parent and not yet active in the children
    std::vector<GroupMember> members = {}; // live ones
};

struct GroupRefusal {
    std::size_t order;
    RejectReason reason;
};

class GroupRegistry {
public:
    bool empty() const { return m_groupOf.empty(); }
    OrderGroup& add(OrderGroup group);
    /// Nobody belongs to it any more.
    void dissolve(std::uint64_t key);
    /// The order is no longer among the members.
    void leave(OrderGroup& group, OrderId id);
    /// All of it as plain words; `restore` refuses what cannot be (the caller checks that the members are live).
    std::vector<std::uint64_t> packed() const;
    bool restore(std::span<const std::uint64_t> words);
    const std::map<std::uint64_t, OrderGroup>& all() const { return m_groups; }

    OrderGroup* groupOf(OrderId id);
    GroupMember* memberOf(OrderId id);
    Lots heldOf(OrderId id) const { return m_groupOf.empty() ? 0 : heldInGroup(id); }
    void dropHeld(OrderId id);
    void rename(const Replace& command, bool priced);

    /// Something happened to an order: its group is looked at before the command ends.
    void touch(OrderId id);
    bool hasTouched() const { return m_taken < m_touched.size(); }
    OrderGroup* takeTouched();

    /// What a resting order can give to one who walks along its side, where `taken` holds what its linked orders gave already.
    using Taken = std::map<std::uint64_t, std::uint64_t>;
    Lots offered(OrderId id, Lots open, Taken& taken) const
    {
        return m_groupOf.empty() ? open : offeredInGroup(id, open, taken);
    }
    /// The group, if its orders are linked and this is one of those (no parent).
    std::optional<std::uint64_t> linkedGroupOf(OrderId id) const;

private:
    const GroupMember* member(OrderId id) const;
    Lots heldInGroup(OrderId id) const;
    Lots offeredInGroup(OrderId id, Lots open, Taken& taken) const;

    std::map<std::uint64_t, OrderGroup> m_groups;
    std::unordered_map<OrderId, std::uint64_t> m_groupOf;
    std::vector<std::uint64_t> m_touched; // within one command, in the order of events
    std::size_t m_taken = 0;
};

} // namespace rialto::matching
