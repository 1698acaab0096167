// SPDX-License-Identifier: GPL-3.0-or-later
// Posting: turns what happened (a deposit, an order, a fill, a day's end) into the transfer group that books it. Pure; the
// only place that knows which accounts an event touches. Amounts are rounded here, once, half even, to the minor unit.
#pragma once

#include "domain/execution_report.h"
#include "domain/instrument.h"
#include "ledger/ledger.h"

#include <optional>
#include <string>

namespace rialto {

TransferGroup depositGroup(const std::string& commandId, AccountId account, const Money& amount, Timestamp time, Date date,
    std::string memo);

/// What an order sets aside until it is done: cash for a buy (value at `worstPrice` plus `feeAllowance`), the asset for a
/// sell, initial margin for futures. The amount may be zero (nothing to set aside). Errors: domain.notional-range.
struct ReservationNeed {
    AssetId asset;
    std::int64_t amount = 0;
};
Result<ReservationNeed> reservationFor(const Instrument& instrument, Side side, Quantity quantity, Price worstPrice,
    const Money& feeAllowance);
/// `commandId` is that of the order or of the replacement that needs more.
TransferGroup reserveGroup(const Order& order, const std::string& commandId, const ReservationNeed& need, Timestamp time, Date date);
/// Gives back all that the order still holds. Call only when something is held.
TransferGroup releaseGroup(OrderId order, const Reservation& held, const std::string& why, Timestamp time, Date date);

struct FillContext {
    const Order& order;            // before the fill
    const Instrument& instrument;
    const ExecutionReport& report;
    Date tradeDate;
    Date settleDate;
    Timestamp knownAt;
    std::optional<Money> value = std::nullopt; // exact, where it is a share of a larger trade and not price x quantity
};
/// Cash, asset, fee, tax and margin legs of a fill, and the share of the reservation that it uses up.
/// Errors: domain.notional-range.
Result<TransferGroup> fillGroup(const Ledger& ledger, const FillContext& fill);

/// The other side of a block's allocation: the house account gives up what the clients got, with exactly the money, fees and
/// taxes that were shared out. `signedQuantity` as the house account sees it.
Result<TransferGroup> allocatedAwayGroup(const Ledger& ledger, const std::string& key, AccountId account, const Instrument& instrument,
    Quantity signedQuantity, Price price, const Money& value, const Money& fee, const Money& tax, Timestamp time, Date tradeDate,
    Date settleDate);
/// More (or, negative, less) set aside for an order.
TransferGroup adjustGroup(const Order& order, const std::string& why, AssetId asset, std::int64_t delta, Timestamp time, Date date);

/// A trade that was made elsewhere or before the book began; like a fill without an order.
Result<TransferGroup> bookedTradeGroup(const Ledger& ledger, const std::string& commandId, AccountId account,
    const Instrument& instrument, Quantity signedQuantity, Price price, const Money& fee, const Money& tax, Timestamp time,
    Date tradeDate, Date settleDate);

/// Cash income on a holding (dividend, coupon), less tax withheld.
TransferGroup incomeGroup(const std::string& commandId, AccountId account, InstrumentId instrument, GroupKind kind,
    const Money& gross, const Money& withheld, Timestamp time, Date date, std::string memo);

/// Daily settlement of a futures position at its settlement price: the day's gain moves between Variation and Own.
/// Nothing to move gives a group without transfers, which is not posted. Errors: domain.notional-range.
Result<TransferGroup> variationGroup(const Ledger& ledger, AccountId account, const Instrument& instrument, Price settlement,
    Timestamp time, Date date);

} // namespace rialto
