// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/rebalancer.h"

#include "base/wide_math.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rialto::advice {

namespace {

constexpr std::array<std::pair<LotOrder, std::string_view>, 5> kOrders{{{LotOrder::FirstIn, "fifo"}, {LotOrder::LastIn, "lifo"}, {LotOrder::HighestCost, "highest-cost"}, {LotOrder::LowestCost, "lowest-cost"}, {LotOrder::LeastTax, "least-tax"}}};

/// Is a's cost per unit above b's? By cross products: nothing is divided.
bool dearer(const HeldLot& a, const HeldLot& b) { return Int128(a.cost.minor()) * b.quantity.raw() > Int128(b.cost.minor()) * a.quantity.raw(); }

/// Tax of selling all of a lot, in minor units x 10^8, before it is spread over its quantity.
Int128 taxOf(const HeldLot& lot, const Money& proceeds, Quantity whole, Date today, const TaxRates& tax)
{
    const Int128 share = divideRounded(Int128(proceeds.minor()) * lot.quantity.raw(), whole.raw(), Rounding::HalfEven);
    return (share - lot.cost.minor()) * (heldLong(lot.acquired, today) ? tax.longTerm : tax.shortTerm);
}

} // namespace

std::string_view name(LotOrder order)
{
    for (const auto& [value, text] : kOrders)
        if (value == order)
            return text;
    return "";
}

std::optional<LotOrder> lotOrder(std::string_view text)
{
    for (const auto& [value, word] : kOrders)
        if (word == text)
            return value;
    return std::nullopt;
}

bool heldLong(Date acquired, Date today)
{
    const bool leapDay = acquired.month() == 2 && acquired.day() == 29;
    const Date anniversary = leapDay ? Date::of(acquired.year() + 1, 3, 1) : Date::of(acquired.year() + 1, acquired.month(), acquired.day());
    return today > anniversary;
}

std::vector<LotSale> chooseLots(const std::vector<HeldLot>& lots, Quantity quantity, const Money& proceeds, LotOrder order, Date today, const TaxRates& tax)
{
    std::vector<HeldLot> left;
    Quantity known;
    for (const auto& lot : lots)
        if (lot.quantity.isPositive()) {
            left.push_back(lot);
            known += lot.quantity;
        }
    std::stable_sort(left.begin(), left.end(), [](const HeldLot& a, const HeldLot& b) { return a.acquired < b.acquired; });
    switch (order) {
    case LotOrder::FirstIn: break;
    case LotOrder::LastIn: std::stable_sort(left.begin(), left.end(), [](const HeldLot& a, const HeldLot& b) { return a.acquired > b.acquired; }); break;
    case LotOrder::HighestCost: std::stable_sort(left.begin(), left.end(), dearer); break;
    case LotOrder::LowestCost: std::stable_sort(left.begin(), left.end(), [](const HeldLot& a, const HeldLot& b) { return dearer(b, a); }); break;
    case LotOrder::LeastTax:
        std::stable_sort(left.begin(), left.end(), [&](const HeldLot& a, const HeldLot& b) {
            // Units of tax a piece, compared without dividing; rounded to thousandths so that the product fits.
            const Int128 one = taxOf(a, proceeds, quantity, today, tax) / 1000;
            const Int128 other = taxOf(b, proceeds, quantity, today, tax) / 1000;
            const double pieceA = static_cast<double>(one) / static_cast<double>(a.quantity.raw());
            const double pieceB = static_cast<double>(other) / static_cast<double>(b.quantity.raw());
            return pieceA < pieceB;
        });
        break;
    }
    const Quantity wanted = std::min(quantity, known, [](Quantity a, Quantity b) { return a < b; });
    std::vector<LotSale> sales;
    Quantity open = wanted;
    Money unspread = proceeds;
    Quantity unspreadQuantity = quantity;
    for (const auto& lot : left) {
        if (!open.isPositive())
            break;
        LotSale sale;
        sale.lot = lot;
        if (open < lot.quantity) {
            sale.lot.quantity = open;
            sale.lot.cost = Money(static_cast<std::int64_t>(divideRounded(Int128(lot.cost.minor()) * open.raw(), lot.quantity.raw(), Rounding::HalfEven)), lot.cost.currency());
        }
        // What is left of the proceeds goes to what is left of the quantity, so that the parts add up.
        sale.proceeds = Money(static_cast<std::int64_t>(divideRounded(Int128(unspread.minor()) * sale.lot.quantity.raw(), unspreadQuantity.raw(), Rounding::HalfEven)), proceeds.currency());
        unspread -= sale.proceeds;
        unspreadQuantity -= sale.lot.quantity;
        sale.longTerm = heldLong(lot.acquired, today);
        open -= sale.lot.quantity;
        sales.push_back(std::move(sale));
    }
    return sales;
}

} // namespace rialto::advice
