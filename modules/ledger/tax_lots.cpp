// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/tax_lots.h"

#include <algorithm>
#include <deque>

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

LotBook lotsOf(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date asOf)
{
    const Currency currency = instrument.spec.currency;
    std::deque<TaxLot> lots;
    LotBook result;
    for (const auto& group : groups) {
        if (group.account != account || group.kind != GroupKind::Trade || group.instrument != instrument.id || group.tradeDate > asOf)
            continue;
        std::int64_t quantityLeft = group.quantity.raw();             // signed
        std::int64_t amountLeft = tradeAmount(group, currency).minor(); // of the part not yet matched, unsigned meaning
        while (quantityLeft != 0 && !lots.empty() && (lots.front().quantity.raw() < 0) != (quantityLeft < 0)) {
            TaxLot& lot = lots.front();
            const std::int64_t size = std::min(std::abs(lot.quantity.raw()), std::abs(quantityLeft));
            const std::int64_t amount = share(amountLeft, size, std::abs(quantityLeft));
            const std::int64_t cost = share(lot.cost.minor(), size, std::abs(lot.quantity.raw()));
            // Closing a short: the lot's (negative) cost is what was received, the purchase is what it cost.
            const bool closesShort = lot.quantity.isNegative();
            const Money proceeds(closesShort ? -cost : amount, currency);
            const Money paid(closesShort ? amount : cost, currency);
            result.realised.push_back({lot.acquired, group.tradeDate, lot.groupKey, group.key, Quantity::fromRaw(size), proceeds, paid});
            amountLeft -= amount;
            lot.cost -= Money(cost, currency);
            lot.quantity = Quantity::fromRaw(lot.quantity.raw() + (closesShort ? size : -size));
            quantityLeft += closesShort ? -size : size;
            if (lot.quantity.isZero())
                lots.pop_front();
        }
        if (quantityLeft != 0)
            lots.push_back({group.tradeDate, group.key, Quantity::fromRaw(quantityLeft),
                Money(quantityLeft > 0 ? amountLeft : -amountLeft, currency)});
    }
    result.open.assign(lots.begin(), lots.end());
    return result;
}

} // namespace rialto
