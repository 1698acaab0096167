// SPDX-License-Identifier: GPL-3.0-or-later
// The words and tones of orders on the screen, in its language. GUI thread. Tones are those of Theme.
#pragma once

#include "domain/instrument.h"
#include "domain/order.h"
#include "services/book_snapshot.h"

#include <QString>
#include <QStringList>

namespace rialto::trading {

QString word(Side side);
QString word(OrderType type);
/// "Day", "GTC", "IOC", "FOK"; long: "Good till cancelled".
QString word(TimeInForce tif);
QString longWord(TimeInForce tif);
QString word(AssetClass assetClass);
/// A working order that was filled in part has a word of its own.
QString statusWord(const Order& order);
int tone(Side side);
int statusTone(OrderState state);
/// What is shown to people as the order's number.
QString orderNumber(OrderId id);
/// The tone of a gain or loss.
int gainTone(std::int64_t signedAmount);

/// The wall clock of the blotters: the zone of the venue, for which its first instrument speaks.
std::string venueZone(const BookSnapshot* book);
/// "A-1001-1 · Ada Example": how an account is named in lists.
QString accountLabel(const BookSnapshot& book, const Account& account, bool chinese);

} // namespace rialto::trading
