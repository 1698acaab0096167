// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/loss_harvest.h"

#include "base/wide_math.h"

#include <algorithm>

namespace rialto::advice {

namespace {

Money portion(const Money& amount, std::int64_t numerator, std::int64_t denominator)
{
    return Money(static_cast<std::int64_t>(divideRounded(Int128(amount.minor()) * numerator, denominator, Rounding::HalfEven)), amount.currency());
}

bool deeper(const HarvestLot& a, const HarvestLot& b) { return Int128(a.loss.minor()) * b.lot.quantity.raw() < Int128(b.loss.minor()) * a.lot.quantity.raw(); }

} // namespace

Result<Harvest> findLosses(const std::vector<PlanPosition>& positions, const HarvestOptions& options)
{
    Harvest harvest;
    harvest.loss = harvest.usable = harvest.saving = harvest.unrealisedGain = Money::zero(options.base);
    for (const auto& position : positions) {
        if (!position.price.isPositive() || !position.fxRate.isPositive())
            return invalid("advice.price-missing", position.symbol + " has no price");
        HarvestPosition found;
        found.symbol = position.symbol;
        found.assetClass = position.assetClass;
        found.price = position.price;
        found.proceeds = found.loss = found.usable = found.saving = Money::zero(options.base);
        for (const auto& lot : position.lots) {
            if (!lot.quantity.isPositive())
                continue;
            const auto value = worthOf(position, lot.quantity, options.base);
            if (!value)
                return value.error();
            const Money gain = *value - lot.cost;
            if (gain.minor() > 0)
                harvest.unrealisedGain += gain;
            if (gain.minor() >= 0 || lot.cost.minor() <= 0)
                continue;
            HarvestLot row;
            row.lot = lot;
            row.value = *value;
            row.loss = gain;
            row.part = static_cast<std::int64_t>(divideRounded(Int128(gain.minor()) * kFixedOne, lot.cost.minor(), Rounding::HalfEven));
            if (-gain < options.leastLoss || -row.part < options.leastPart)
                continue;
            row.longTerm = heldLong(lot.acquired, options.today);
            found.lots.push_back(std::move(row));
        }
        if (found.lots.empty())
            continue;
        std::stable_sort(found.lots.begin(), found.lots.end(), deeper);
        Quantity washing;
        if (options.washDays > 0) {
            for (const auto& lot : position.lots) {
                if (!lot.quantity.isPositive() || options.today - lot.acquired > options.washDays || lot.acquired > options.today)
                    continue;
                found.lastPurchase = std::max(found.lastPurchase.value_or(lot.acquired), lot.acquired);
                found.boughtLately += lot.quantity;
                // A lot that is sold itself replaces nothing.
                const bool sold = std::any_of(found.lots.begin(), found.lots.end(), [&](const HarvestLot& row) { return row.lot.id == lot.id && row.lot.acquired == lot.acquired; });
                if (!sold)
                    washing += lot.quantity;
            }
            if (const auto planned = options.planned.find(position.symbol); planned != options.planned.end())
                washing += planned->second;
        }
        for (auto& row : found.lots) {
            row.washed = std::min(washing, row.lot.quantity, [](Quantity a, Quantity b) { return a < b; });
            washing -= row.washed;
            row.disallowed = portion(row.loss, row.washed.raw(), row.lot.quantity.raw());
            row.usable = row.loss - row.disallowed;
            row.saving = portion(-row.usable, row.longTerm ? options.tax.longTerm : options.tax.shortTerm, kFixedOne);
            found.quantity += row.lot.quantity;
            found.proceeds += row.value;
            found.loss += row.loss;
            found.usable += row.usable;
            found.saving += row.saving;
        }
        std::stable_sort(found.lots.begin(), found.lots.end(), [](const HarvestLot& a, const HarvestLot& b) { return a.usable < b.usable; });
        found.notBefore = options.today + (options.washDays > 0 ? options.washDays + 1 : 1);
        if (const auto other = options.replacements.find(position.symbol); other != options.replacements.end())
            found.replacement = other->second;
        harvest.loss += found.loss;
        harvest.usable += found.usable;
        harvest.saving += found.saving;
        harvest.positions.push_back(std::move(found));
    }
    std::stable_sort(harvest.positions.begin(), harvest.positions.end(), [](const HarvestPosition& a, const HarvestPosition& b) { return a.saving != b.saving ? a.saving > b.saving : a.usable < b.usable; });
    return harvest;
}

} // namespace rialto::advice
