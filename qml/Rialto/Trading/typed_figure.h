// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as people type them, and the steps of the wheel and the arrow keys. Pure; any thread.
#pragma once

#include "domain/instrument.h"

#include <QString>

#include <optional>

namespace rialto::trading {

/// "1,200.5", "1 200.5" and full-width digits are numbers. Nothing typed is no error: test for empty first.
Result<Price> typedPrice(const QString& text);
Result<Quantity> typedQuantity(const QString& text);
Result<Money> typedMoney(const QString& text, const Currency& currency);

/// `steps` ticks on; a price between two ticks first goes to the next one in that direction. Never below one tick.
Price stepped(Price price, Price tick, int steps);
/// The same for lots; never below one lot.
Quantity stepped(Quantity quantity, Quantity lot, int steps);
/// A round step for quantities: 100 where the lot is 1 and prices are those of shares, else the lot.
Quantity quantityStep(const Instrument& instrument);

/// The whole lots that `amount` buys at `price`, before fees; rounded down. Nothing without a price above zero.
std::optional<Quantity> quantityFor(const Money& amount, Price price, const Instrument& instrument);

} // namespace rialto::trading
