// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/tax_lots.h"

#include "ledger/corporate_posting.h"
#include "ledger/lots_before.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace rialto {

namespace {

// What the trade cost, all in: contract value plus fees and taxes for a purchase, minus them for a sale (a positive number
// in both cases for ordinary prices).
Money tradeAmount(const TransferGroup& group, const Currency& currency)
{
    const AssetId cash = AssetId::of(currency);
    const bool bought = group.quantity.isPositive();
    std::int64_t paid = 0;
    for (const auto& transfer : group.transfers) {
        if (transfer.asset != cash)
            continue;
        const auto counts = [](Bucket bucket) {
            return bucket == Bucket::Market || bucket == Bucket::Fees || bucket == Bucket::Taxes;
        };
        if (counts(transfer.to.bucket))
            paid = addChecked(paid, transfer.amount);
        if (counts(transfer.from.bucket))
            paid = addChecked(paid, -transfer.amount);
    }
    return {bought ? paid : -paid, currency};
}

std::int64_t share(std::int64_t amount, std::int64_t part, std::int64_t whole)
{
    if (part == whole)
        return amount;
    const auto value = mulDiv(amount, part, whole, Rounding::HalfEven);
    RIALTO_CHECK(value.has_value(), "share of a lot overflows");
    return *value;
}

// The lots of one account in one instrument and in those whose corporate actions gave it its shares.
class LotMaker {
public:
    LotMaker(const Currency& currency, InstrumentId wanted) : m_currency(currency), m_wanted(wanted) {}

    void trade(const TransferGroup& group)
    {
        std::deque<TaxLot>& lots = m_lots[group.instrument];
        std::int64_t quantityLeft = group.quantity.raw();                  // signed
        std::int64_t amountLeft = tradeAmount(group, m_currency).minor();  // of the part not yet matched, unsigned meaning
        while (quantityLeft != 0 && !lots.empty() && (lots.front().quantity.raw() < 0) != (quantityLeft < 0)) {
            TaxLot& lot = lots.front();
            const std::int64_t size = std::min(std::abs(lot.quantity.raw()), std::abs(quantityLeft));
            const std::int64_t amount = share(amountLeft, size, std::abs(quantityLeft));
            const std::int64_t cost = share(lot.cost.minor(), size, std::abs(lot.quantity.raw()));
            // Closing a short: the lot's (negative) cost is what was received, the purchase is what it cost.
            const bool closesShort = lot.quantity.isNegative();
            const Money proceeds(closesShort ? -cost : amount, m_currency);
            const Money paid(closesShort ? amount : cost, m_currency);
            if (group.instrument == m_wanted)
                m_realised.push_back({lot.acquired, group.tradeDate, lot.groupKey, group.key, Quantity::fromRaw(size), proceeds, paid});
            amountLeft -= amount;
            lot.cost -= Money(cost, m_currency);
            lot.quantity = Quantity::fromRaw(lot.quantity.raw() + (closesShort ? size : -size));
            quantityLeft += closesShort ? -size : size;
            if (lot.quantity.isZero())
                lots.pop_front();
        }
        if (quantityLeft != 0)
            lots.push_back({group.tradeDate, group.key, Quantity::fromRaw(quantityLeft), Money(quantityLeft > 0 ? amountLeft : -amountLeft, m_currency)});
    }

    void act(const TransferGroup& group)
    {
        const auto terms = ActionTerms::parse(group.memo, group.tradeDate);
        RIALTO_CHECK(terms.ok(), "a corporate action in the ledger has no terms");
        const LotBook before{{m_lots[group.instrument].begin(), m_lots[group.instrument].end()}, {}};
        const auto outcome = applyAction(openLots(before, terms->symbol, m_currency), toCorporateAction(*terms), m_currency.digits(), 1);
        if (!outcome)
            return; // the group was posted on other lots than these are now: a trade was booked late, before its day
        InstrumentId target;
        for (const auto& transfer : group.transfers)
            if (transfer.asset.isInstrument() && transfer.asset.instrument() != group.instrument)
                target = transfer.asset.instrument();
        m_lots[group.instrument].clear();
        for (const Lot& lot : outcome->after) {
            const bool isTarget = lot.symbol != terms->symbol && target.valid();
            m_lots[isTarget ? target : group.instrument].push_back({lot.acquired, lot.id, Quantity::fromRaw(lot.quantity), Money(lot.amounts.basis(), m_currency)});
        }
        if (target.valid()) { // what is held longest is sold first, wherever it came from
            auto& lots = m_lots[target];
            std::stable_sort(lots.begin(), lots.end(), [](const TaxLot& a, const TaxLot& b) { return a.acquired < b.acquired; });
        }
        if (group.instrument == m_wanted)
            for (const Disposal& disposal : outcome->disposals)
                for (const LotMatch& match : disposal.matches)
                    m_realised.push_back({match.acquired, group.tradeDate, match.lotId, group.key, Quantity::fromRaw(match.quantity), Money(match.value, m_currency),
                        Money(match.basis.basis(), m_currency)});
    }

    LotBook take()
    {
        auto& lots = m_lots[m_wanted];
        std::stable_sort(lots.begin(), lots.end(), [](const TaxLot& a, const TaxLot& b) { return a.acquired < b.acquired; });
        return {{lots.begin(), lots.end()}, std::move(m_realised)};
    }

private:
    Currency m_currency;
    InstrumentId m_wanted;
    std::map<InstrumentId, std::deque<TaxLot>> m_lots;
    std::vector<RealisedGain> m_realised;
};

constexpr std::string_view kReversed = "reversal:";

// The instrument, and those from whose actions its shares came.
std::set<InstrumentId> sources(const std::vector<const TransferGroup*>& actions, InstrumentId instrument)
{
    std::set<InstrumentId> known{instrument};
    for (std::size_t size = 0; size != known.size();) {
        size = known.size();
        for (const TransferGroup* action : actions)
            for (const auto& transfer : action->transfers)
                if (transfer.asset.isInstrument() && known.count(transfer.asset.instrument()) != 0)
                    known.insert(action->instrument);
    }
    return known;
}

} // namespace

Quantity LotBook::quantity() const
{
    Quantity sum;
    for (const auto& lot : open)
        sum += lot.quantity;
    return sum;
}

Money LotBook::cost(const Currency& currency) const
{
    Money sum = Money::zero(currency);
    for (const auto& lot : open)
        sum += lot.cost;
    return sum;
}

Money LotBook::realisedGain(const Currency& currency) const
{
    Money sum = Money::zero(currency);
    for (const auto& gain : realised)
        sum += gain.gain();
    return sum;
}

namespace {

// Trades up to `lastTrade`, corporate actions up to `lastAction`.
LotBook lotsUpTo(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date lastTrade, Date lastAction)
{
    std::set<std::string_view> reversed;
    std::vector<const TransferGroup*> own;
    std::vector<const TransferGroup*> actions;
    for (const auto& group : groups) { // one pass: a book may hold a million groups of others
        if (group.account != account)
            continue;
        if (group.kind == GroupKind::Reversal && group.key.starts_with(kReversed)) {
            reversed.insert(std::string_view(group.key).substr(kReversed.size()));
        } else if ((group.kind == GroupKind::Trade && group.tradeDate <= lastTrade) || (group.kind == GroupKind::CorporateAction && group.tradeDate <= lastAction)) {
            own.push_back(&group);
            if (group.kind == GroupKind::CorporateAction)
                actions.push_back(&group);
        }
    }
    std::erase_if(actions, [&](const TransferGroup* action) { return reversed.count(action->key) != 0; });
    const std::set<InstrumentId> wanted = sources(actions, instrument.id);
    std::vector<const TransferGroup*> events;
    bool acts = false;
    for (const TransferGroup* group : own) {
        const bool action = group->kind == GroupKind::CorporateAction;
        if (wanted.count(group->instrument) == 0 || (action && reversed.count(group->key) != 0))
            continue;
        events.push_back(group);
        acts = acts || action;
    }
    // An action counts as its day begins, whenever the book learned of it.
    if (acts)
        std::stable_sort(events.begin(), events.end(), [](const TransferGroup* a, const TransferGroup* b) {
            if (a->tradeDate != b->tradeDate)
                return a->tradeDate < b->tradeDate;
            return a->kind == GroupKind::CorporateAction && b->kind != GroupKind::CorporateAction;
        });
    LotMaker maker(instrument.spec.currency, instrument.id);
    for (const TransferGroup* group : events)
        group->kind == GroupKind::Trade ? maker.trade(*group) : maker.act(*group);
    return maker.take();
}

} // namespace

LotBook lotsOf(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date asOf) { return lotsUpTo(groups, account, instrument, asOf, asOf); }

LotBook lotsBefore(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date day)
{
    return lotsUpTo(groups, account, instrument, day - 1, day);
}

} // namespace rialto
