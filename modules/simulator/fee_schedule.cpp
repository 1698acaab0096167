// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fee_schedule.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

Money part(const Money& value, std::int64_t ppm)
{
    const auto money = scale(value, ppm, 1'000'000, Rounding::HalfEven);
    RIALTO_CHECK(money.ok(), "a fee leaves the range of money");
    return *money;
}

} // namespace

FeeSchedule::FeeSchedule()
{
    set(AssetClass::Equity, "", {500, 100, 0, 0, 0});
    set(AssetClass::Equity, "EUR", {600, 150, 0, 0, 0});
    set(AssetClass::Equity, "CNY", {250, 500, 0, 0, 500});
    set(AssetClass::Equity, "HKD", {300, 300, 0, 1000, 1000});
    set(AssetClass::Fund, "", {500, 100, 0, 0, 0});
    set(AssetClass::Fund, "CNY", {200, 500, 0, 0, 0});
    set(AssetClass::Bond, "", {300, 200, 0, 0, 0});
    set(AssetClass::Future, "", {0, 0, 220, 0, 0});
    set(AssetClass::Future, "CNY", {0, 0, 1500, 0, 0});
    set(AssetClass::Option, "", {0, 100, 65, 0, 0});
    set(AssetClass::FxPair, "", {20, 0, 0, 0, 0});
    set(AssetClass::Crypto, "", {1000, 0, 0, 0, 0});
}

FeeSchedule FeeSchedule::free()
{
    FeeSchedule schedule;
    schedule.m_entries.clear();
    return schedule;
}

void FeeSchedule::set(AssetClass assetClass, std::string currency, FeeRule rule)
{
    m_entries.push_back({assetClass, std::move(currency), rule});
}

FeeRule FeeSchedule::ruleFor(const Instrument& instrument) const
{
    FeeRule found;
    bool exact = false;
    for (const Entry& entry : m_entries) {
        if (entry.assetClass != instrument.assetClass())
            continue;
        const bool same = entry.currency == instrument.spec.currency.code();
        if (same || (entry.currency.empty() && !exact)) {
            found = entry.rule;
            exact = same;
        }
    }
    return found;
}

Fee FeeSchedule::charge(const Instrument& instrument, Side side, Price price, Quantity quantity, FeeSoFar& soFar) const
{
    const FeeRule rule = ruleFor(instrument);
    const Currency& currency = instrument.spec.currency;
    const auto traded = valueOf(instrument, price, quantity);
    RIALTO_CHECK(traded.ok(), "the value of a fill leaves the range of money");
    const Money value = traded->isNegative() ? -*traded : *traded;
    if (!soFar.value.currency().valid())
        soFar = {Money::zero(currency), Quantity(), Money::zero(currency)};
    soFar.value += value;
    soFar.quantity += quantity;
    const auto units = mulDiv(soFar.quantity.raw(), rule.perUnitMinor, kFixedOne, Rounding::HalfEven);
    RIALTO_CHECK(units.has_value(), "a fee leaves the range of money");
    const Money owed = std::max(part(soFar.value, rule.commissionPpm) + Money(*units, currency), Money(rule.minimumMinor, currency));
    Fee fee{owed - soFar.commission, part(value, side == Side::Buy ? rule.buyTaxPpm : rule.sellTaxPpm)};
    soFar.commission = owed;
    return fee;
}

} // namespace rialto::simulator
