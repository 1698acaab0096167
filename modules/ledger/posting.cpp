// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/posting.h"

namespace rialto {

namespace {

LedgerAccount at(AccountId account, Bucket bucket) { return {account, bucket}; }

void move(TransferGroup& group, Bucket from, Bucket to, AssetId asset, std::int64_t amount)
{
    if (amount > 0)
        group.transfers.push_back({at(group.account, from), at(group.account, to), asset, amount});
    else if (amount < 0)
        group.transfers.push_back({at(group.account, to), at(group.account, from), asset, -amount});
}

// Base currency amount of an FX trade: the quantity is a number of base currency units.
Result<Money> baseAmount(const FxPair& pair, Quantity quantity)
{
    const auto minor = narrow(divideRounded(Int128(quantity.raw()) * pair.base.minorPerMajor(), kFixedOne, Rounding::HalfEven));
    if (!minor)
        return invalid("domain.notional-range", quantity.text());
    return Money(*minor, pair.base);
}

Result<std::int64_t> marginOf(const Future& future, std::int64_t positionRaw)
{
    const auto minor = mulDiv(future.initialMargin.minor(), positionRaw < 0 ? -positionRaw : positionRaw, kFixedOne, Rounding::Up);
    if (!minor)
        return invalid("domain.notional-range", "margin");
    return *minor;
}

// The legs of a trade by kind of instrument; `quantity` is signed, + bought.
Result<void> addTradeLegs(TransferGroup& group, const Ledger& ledger, const Instrument& instrument, Quantity quantity, Price price,
    const std::optional<Money>& exact = std::nullopt)
{
    const auto value = exact ? Result<Money>(*exact) : valueOf(instrument, price, quantity); // signed like the quantity
    if (!value)
        return value.error();
    const AssetId cash = AssetId::of(instrument.spec.currency);
    if (const auto* pair = std::get_if<FxPair>(&instrument.details)) {
        const auto base = baseAmount(*pair, quantity);
        if (!base)
            return base.error();
        move(group, Bucket::Own, Bucket::Market, cash, value->minor());
        move(group, Bucket::Market, Bucket::Own, AssetId::of(pair->base), base->minor());
        return {};
    }
    const AssetId asset = AssetId::of(instrument.id);
    move(group, Bucket::Market, Bucket::Own, asset, quantity.raw());
    const auto* future = std::get_if<Future>(&instrument.details);
    if (future == nullptr) {
        move(group, Bucket::Own, Bucket::Market, cash, value->minor());
        return {};
    }
    move(group, Bucket::Variation, Bucket::Market, cash, value->minor());
    const std::int64_t before = ledger.position(group.account, instrument.id).raw();
    const std::int64_t after = before + quantity.raw();
    const auto held = marginOf(*future, before);
    const auto needed = marginOf(*future, after);
    if (!held || !needed)
        return held ? needed.error() : held.error();
    move(group, Bucket::Own, Bucket::Margin, cash, *needed - *held);
    return {};
}

void addCosts(TransferGroup& group, const Money& fee, const Money& tax)
{
    if (fee.minor() != 0)
        move(group, Bucket::Own, Bucket::Fees, AssetId::of(fee.currency()), fee.minor());
    if (tax.minor() != 0)
        move(group, Bucket::Own, Bucket::Taxes, AssetId::of(tax.currency()), tax.minor());
}

TransferGroup groupOf(std::string key, GroupKind kind, AccountId account, Timestamp time, Date date)
{
    TransferGroup group;
    group.key = std::move(key);
    group.kind = kind;
    group.account = account;
    group.time = time;
    group.knownAt = time;
    group.tradeDate = date;
    group.settleDate = date;
    return group;
}

} // namespace

TransferGroup depositGroup(const std::string& commandId, AccountId account, const Money& amount, Timestamp time, Date date,
    std::string memo)
{
    const bool deposit = !amount.isNegative();
    auto group = groupOf("cash:" + commandId, deposit ? GroupKind::Deposit : GroupKind::Withdrawal, account, time, date);
    group.memo = std::move(memo);
    move(group, Bucket::External, Bucket::Own, AssetId::of(amount.currency()), amount.minor());
    return group;
}

Result<ReservationNeed> reservationFor(const Instrument& instrument, Side side, Quantity quantity, Price worstPrice,
    const Money& feeAllowance)
{
    const AssetId cash = AssetId::of(instrument.spec.currency);
    if (const auto* future = std::get_if<Future>(&instrument.details)) {
        const auto margin = marginOf(*future, quantity.raw());
        if (!margin)
            return margin.error();
        return ReservationNeed{cash, *margin + feeAllowance.minor()};
    }
    if (side == Side::Buy) {
        const auto value = notional(worstPrice, quantity, instrument.spec.multiplier, instrument.spec.currency, Rounding::Up);
        if (!value)
            return value.error();
        const std::int64_t cost = value->isNegative() ? 0 : value->minor();
        return ReservationNeed{cash, addChecked(cost, feeAllowance.minor())};
    }
    if (const auto* pair = std::get_if<FxPair>(&instrument.details)) {
        const auto base = baseAmount(*pair, quantity);
        if (!base)
            return base.error();
        return ReservationNeed{AssetId::of(pair->base), base->minor()};
    }
    return ReservationNeed{AssetId::of(instrument.id), quantity.raw()};
}

TransferGroup reserveGroup(const Order& order, const std::string& commandId, const ReservationNeed& need, Timestamp time, Date date)
{
    auto group = groupOf("reserve:" + commandId, GroupKind::Reserve, order.request.account, time, date);
    group.order = order.id;
    group.instrument = order.request.instrument;
    group.reservations.push_back({order.id, order.request.account, need.asset, need.amount});
    return group;
}

TransferGroup releaseGroup(OrderId order, const Reservation& held, const std::string& why, Timestamp time, Date date)
{
    auto group = groupOf("release:" + std::to_string(order.value) + ":" + why, GroupKind::Release, held.account, time, date);
    group.order = order;
    group.reservations.push_back({order, held.account, held.asset, -held.remaining});
    return group;
}

Result<TransferGroup> fillGroup(const Ledger& ledger, const FillContext& fill)
{
    const Order& order = fill.order;
    auto group = groupOf("fill:" + fill.report.executionId, GroupKind::Trade, order.request.account, fill.report.time, fill.tradeDate);
    group.knownAt = fill.knownAt;
    group.settleDate = fill.settleDate;
    group.order = order.id;
    group.instrument = order.request.instrument;
    group.quantity = order.request.side == Side::Buy ? fill.report.lastQuantity : -fill.report.lastQuantity;
    group.price = fill.report.lastPrice;
    std::optional<Money> exact = fill.value;
    if (exact && group.quantity.isNegative())
        exact = -*exact;
    if (const auto legs = addTradeLegs(group, ledger, fill.instrument, group.quantity, group.price, exact); !legs)
        return legs.error();
    addCosts(group, fill.report.fee, fill.report.tax);
    if (const auto held = ledger.reservation(order.id)) {
        // A share of what is left, rounded down, so that the last fill gives back exactly the rest.
        const std::int64_t leaves = order.leaves().raw();
        const bool last = fill.report.lastQuantity.raw() >= leaves;
        const auto share = last ? std::optional(held->remaining)
                                : mulDiv(held->remaining, fill.report.lastQuantity.raw(), leaves, Rounding::Down);
        if (share && *share > 0)
            group.reservations.push_back({order.id, held->account, held->asset, -*share});
    }
    return group;
}

Result<TransferGroup> allocatedAwayGroup(const Ledger& ledger, const std::string& key, AccountId account, const Instrument& instrument,
    Quantity signedQuantity, Price price, const Money& value, const Money& fee, const Money& tax, Timestamp time, Date tradeDate,
    Date settleDate)
{
    auto group = groupOf("allocated:" + key, GroupKind::Trade, account, time, tradeDate);
    group.settleDate = settleDate;
    group.instrument = instrument.id;
    group.quantity = signedQuantity;
    group.price = price;
    if (const auto legs = addTradeLegs(group, ledger, instrument, signedQuantity, price, signedQuantity.isNegative() ? -value : value); !legs)
        return legs.error();
    addCosts(group, -fee, -tax);
    return group;
}

TransferGroup adjustGroup(const Order& order, const std::string& why, AssetId asset, std::int64_t delta, Timestamp time, Date date)
{
    auto group = groupOf("adjust:" + std::to_string(order.id.value) + ":" + why, delta > 0 ? GroupKind::Reserve : GroupKind::Release,
        order.request.account, time, date);
    group.order = order.id;
    group.instrument = order.request.instrument;
    group.reservations.push_back({order.id, order.request.account, asset, delta});
    return group;
}

Result<TransferGroup> bookedTradeGroup(const Ledger& ledger, const std::string& commandId, AccountId account,
    const Instrument& instrument, Quantity signedQuantity, Price price, const Money& fee, const Money& tax, Timestamp time,
    Date tradeDate, Date settleDate)
{
    auto group = groupOf("trade:" + commandId, GroupKind::Trade, account, time, tradeDate);
    group.settleDate = settleDate;
    group.instrument = instrument.id;
    group.quantity = signedQuantity;
    group.price = price;
    if (const auto legs = addTradeLegs(group, ledger, instrument, signedQuantity, price); !legs)
        return legs.error();
    addCosts(group, fee, tax);
    return group;
}

TransferGroup incomeGroup(const std::string& commandId, AccountId account, InstrumentId instrument, GroupKind kind,
    const Money& gross, const Money& withheld, Timestamp time, Date date, std::string memo)
{
    auto group = groupOf("income:" + commandId, kind, account, time, date);
    group.instrument = instrument;
    group.memo = std::move(memo);
    move(group, Bucket::Income, Bucket::Own, AssetId::of(gross.currency()), gross.minor());
    if (!withheld.isZero())
        move(group, Bucket::Own, Bucket::Taxes, AssetId::of(withheld.currency()), withheld.minor());
    return group;
}

Result<TransferGroup> variationGroup(const Ledger& ledger, AccountId account, const Instrument& instrument, Price settlement,
    Timestamp time, Date date)
{
    auto group = groupOf("variation:" + std::to_string(account.value) + ":" + std::to_string(instrument.id.value) + ":" + date.text(),
        GroupKind::Settlement, account, time, date);
    group.instrument = instrument.id;
    group.price = settlement;
    const AssetId cash = AssetId::of(instrument.spec.currency);
    const auto value = valueOf(instrument, settlement, ledger.position(account, instrument.id));
    if (!value)
        return value.error();
    // Variation holds minus the contract value per currency, over all futures of the account; this instrument's share is
    // found from its own groups, so that two futures in one currency settle apart.
    std::int64_t variation = 0;
    for (const auto& past : ledger.groups())
        if (past.account == account && past.instrument == instrument.id)
            for (const auto& transfer : past.transfers) {
                if (transfer.asset != cash)
                    continue;
                if (transfer.to.bucket == Bucket::Variation)
                    variation += transfer.amount;
                if (transfer.from.bucket == Bucket::Variation)
                    variation -= transfer.amount;
            }
    move(group, Bucket::Variation, Bucket::Own, cash, addChecked(variation, value->minor()));
    return group;
}

} // namespace rialto
