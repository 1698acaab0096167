// SPDX-License-Identifier: GPL-3.0-or-later
// The wash sales of a LotKeeper: a loss is disallowed for as many shares as were bought within the days of the rule and are
// still held; it goes to their basis, and they take over the holding period (IRC 1091(d), 1223(3); IRS Publication 550).
// Shares of the purchase that was itself sold in part replace nothing (Rev. Rul. 56-602). Each share replaces once; earlier
// purchases come first.
#include "domain/fixed.h"
#include "ledger/lots/lot_keeper.h"

#include <algorithm>

namespace rialto {

void LotKeeper::settleWashSales(const LotEvent& event, std::size_t index)
{
    const Disposal& disposal = m_disposals[index];
    if (!disposal.priced)
        return;
    const BookKey key{event.symbol, disposal.currency, false};
    const std::size_t count = disposal.matches.size();
    for (std::size_t i = 0; i < count; ++i) {
        const LotMatch& match = m_disposals[index].matches[i];
        if (match.isShort || match.gain() >= 0)
            continue;
        PendingLoss loss{event.symbol, event.date, index, i, match.quantity, match.quantity, -match.gain(), -match.baseGain()};
        const auto holding = m_holdings.find(key);
        std::vector<std::pair<Date, Rank>> bought;
        if (holding != m_holdings.end())
            for (const auto& [rank, lot] : holding->second.lots)
                if (lot.replaces == 0 && lot.acquired <= event.date && lot.acquired >= event.date - m_options.washSale->daysBefore && lot.id != match.lotId)
                    bought.emplace_back(lot.acquired, rank);
        std::stable_sort(bought.begin(), bought.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [date, rank] : bought)
            if (loss.shares > 0)
                moveLoss(loss, key, rank);
        if (loss.shares > 0)
            m_pending.push_back(loss);
    }
}

void LotKeeper::replaceLosses(const BookKey& key, const Rank& rank)
{
    const Date bought = m_holdings[key].lots.at(rank).acquired;
    std::erase_if(m_pending, [&](const PendingLoss& loss) { return loss.shares == 0 || loss.date + m_options.washSale->daysAfter < bought; });
    Rank at = rank;
    for (PendingLoss& loss : m_pending) {
        if (loss.symbol != key.symbol || m_disposals[loss.disposal].currency != key.currency)
            continue;
        auto& lots = m_holdings[key].lots;
        const auto free = lots.find(at);
        if (free == lots.end() || free->second.replaces != 0)
            break;
        moveLoss(loss, key, at);
        // A part that was not needed stays behind as a lot of its own, the newest.
        if (const auto rest = m_holdings[key].newest; rest != nullptr && rest->replaces == 0)
            at = rankOf(*rest);
        else
            break;
    }
}

void LotKeeper::moveLoss(PendingLoss& loss, const BookKey& key, const Rank& rank)
{
    Holding& holding = m_holdings[key];
    Lot lot = holding.lots.at(rank);
    holding.lots.erase(rank);
    holding.size -= lot.size();
    holding.newest = nullptr;
    const std::int64_t size = std::min(loss.shares, lot.size());
    Lot rest = lot;
    rest.quantity -= size;
    lot.amounts = lot.amounts.share(size, lot.quantity);
    lot.quantity = size;
    lot.replaces = size;
    rest.amounts -= lot.amounts;

    const std::int64_t amount = mulDiv(loss.loss, size, loss.shares, Rounding::HalfEven).value_or(0);
    const std::int64_t baseAmount = mulDiv(loss.baseLoss, size, loss.shares, Rounding::HalfEven).value_or(0);
    LotMatch& match = m_disposals[loss.disposal].matches[loss.match];
    match.disallowed = addChecked(match.disallowed, amount);
    match.baseDisallowed = addChecked(match.baseDisallowed, baseAmount);
    match.disallowedTo += (match.disallowedTo.empty() ? "" : ", ") + lot.id;
    lot.amounts.adjustment = addChecked(lot.amounts.adjustment, amount);
    lot.amounts.baseAdjustment = addChecked(lot.amounts.baseAdjustment, baseAmount);
    lot.heldFrom = lot.heldFrom - (loss.date - match.heldFrom);
    loss.loss -= amount;
    loss.baseLoss -= baseAmount;
    loss.shares -= size;
    insert(key, std::move(lot));
    holding.newest = nullptr;
    if (rest.quantity > 0) {
        rest.sequence = ++m_sequence;
        insert(key, std::move(rest));
    }
}

} // namespace rialto
