// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

namespace rialto::matching {

namespace {
constexpr std::size_t kMostMembers = 64; // each trade of a linked order looks at all the others
}

bool fitsGroup(const NewOrder& order)
{
    const bool lasting = order.timeInForce == TimeInForce::GoodTillCancel || order.timeInForce == TimeInForce::Day
                         || order.timeInForce == TimeInForce::GoodTillDate;
    return lasting && order.kind != OrderKind::Pegged && order.kind != OrderKind::ClosingPrice && order.display == 0 && order.minimum == 0
           && !order.hidden && !order.allOrNone && !order.postOnly && !order.slides && !order.slippage;
}

std::optional<GroupRefusal> MatchingEngine::refusal(GroupKind kind, std::span<const NewOrder> orders) const
{
    const std::size_t children = orders.size() - (hasParent(kind) && !orders.empty() ? 1 : 0);
    if (orders.empty() || orders.size() > kMostMembers || children < (areLinked(kind) ? 2U : 1U))
        return GroupRefusal{0, RejectReason::BadCombination};
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const NewOrder& order = orders[i];
        const bool parent = hasParent(kind) && i == 0;
        if (order.book >= m_bookCount)
            return GroupRefusal{i, RejectReason::UnknownBook};
        if (order.quantity == 0)
            return GroupRefusal{i, RejectReason::ZeroQuantity};
        if (const auto reason = refusalOfTerms(order))
            return GroupRefusal{i, *reason};
        for (std::size_t before = 0; before < i; ++before)
            if (orders[before].id == order.id)
                return GroupRefusal{i, RejectReason::DuplicateId};
        const bool sameSide = parent || !areLinked(kind) || order.side == orders.back().side;
        if (order.book != orders.front().book || !sameSide || specialBook(order.book).proRata
            || (parent ? order.kind == OrderKind::ClosingPrice : !fitsGroup(order)))
            return GroupRefusal{i, RejectReason::BadCombination};
        const bool held = hasParent(kind) && !parent;
        const auto reason = held ? std::nullopt : refusalOfPhase(order);
        if (reason || (specialBook(order.book).phase == Phase::FixedPrice) || !specialBook(order.book).terms.orders)
            return GroupRefusal{i, reason.value_or(RejectReason::NotInThisPhase)};
    }
    return std::nullopt;
}

} // namespace rialto::matching
