// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "ledger/lots/lot_keeper.h"

namespace rialto {

Result<void> LotKeeper::check() const
{
    LotAmounts there;
    std::int64_t moved = 0;
    std::int64_t baseMoved = 0;
    for (const auto& [key, holding] : m_holdings) {
        there += holding.pool;
        std::int64_t size = 0;
        for (const auto& [rank, lot] : holding.lots) {
            there += lot.amounts;
            size += lot.size();
        }
        if (size != holding.size)
            return corrupt("lots.basis-not-conserved", "the lots of " + key.symbol + " do not sum to what is held");
    }
    for (const Disposal& disposal : m_disposals)
        for (const LotMatch& match : disposal.matches) {
            there += match.basis;
            moved += match.disallowed;
            baseMoved += match.baseDisallowed;
        }
    if (there.basis() != m_putIn.basis() + moved || there.baseBasis() != m_putIn.baseBasis() + baseMoved || there.dividends != m_putIn.dividends)
        return corrupt("lots.basis-not-conserved", "basis put in and basis accounted for differ");
    return {};
}

std::uint64_t LotKeeper::hash() const
{
    Hasher hasher;
    const auto add = [&](const LotAmounts& amounts) {
        for (const std::int64_t each : {amounts.cost, amounts.fees, amounts.adjustment, amounts.baseCost, amounts.baseFees, amounts.baseAdjustment, amounts.dividends})
            hasher.add(each);
    };
    for (const auto& [key, holding] : m_holdings) {
        hasher.add(key.symbol);
        add(holding.pool);
        for (const auto& [rank, lot] : holding.lots) {
            hasher.add(lot.id);
            hasher.add(lot.quantity);
            add(lot.amounts);
        }
    }
    for (const Disposal& disposal : m_disposals)
        for (const LotMatch& match : disposal.matches) {
            hasher.add(match.quantity);
            hasher.add(match.value);
            hasher.add(match.disallowed);
            add(match.basis);
        }
    return hasher.value();
}

} // namespace rialto
