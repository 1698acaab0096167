// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_words.h"

#include "Theme/theme.h"

#include <QCoreApplication>

namespace rialto::trading {

using theme::Theme;

namespace {

QString say(const char* text) { return QCoreApplication::translate("OrderWords", text); }

} // namespace

QString word(Side side) { return side == Side::Buy ? say(QT_TRANSLATE_NOOP("OrderWords", "Buy")) : say(QT_TRANSLATE_NOOP("OrderWords", "Sell")); }

QString word(OrderType type)
{
    constexpr const char* kWords[] = {QT_TRANSLATE_NOOP("OrderWords", "Market"), QT_TRANSLATE_NOOP("OrderWords", "Limit"),
        QT_TRANSLATE_NOOP("OrderWords", "Stop"), QT_TRANSLATE_NOOP("OrderWords", "Stop limit"), QT_TRANSLATE_NOOP("OrderWords", "Trailing stop"),
        QT_TRANSLATE_NOOP("OrderWords", "Trailing stop limit"), QT_TRANSLATE_NOOP("OrderWords", "Market if touched"),
        QT_TRANSLATE_NOOP("OrderWords", "Limit if touched"), QT_TRANSLATE_NOOP("OrderWords", "Market to limit"), QT_TRANSLATE_NOOP("OrderWords", "Pegged")};
    return say(kWords[static_cast<std::size_t>(type)]);
}

QString word(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::Day: return say(QT_TRANSLATE_NOOP("OrderWords", "Day"));
    case TimeInForce::Gtc: return say(QT_TRANSLATE_NOOP("OrderWords", "GTC"));
    case TimeInForce::Ioc: return say(QT_TRANSLATE_NOOP("OrderWords", "IOC"));
    case TimeInForce::Fok: return say(QT_TRANSLATE_NOOP("OrderWords", "FOK"));
    case TimeInForce::Gtd: return say(QT_TRANSLATE_NOOP("OrderWords", "GTD"));
    case TimeInForce::AtOpen: return say(QT_TRANSLATE_NOOP("OrderWords", "Open"));
    case TimeInForce::AtClose: return say(QT_TRANSLATE_NOOP("OrderWords", "Close"));
    }
    return {};
}

QString longWord(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::Day: return say(QT_TRANSLATE_NOOP("OrderWords", "Good for the day"));
    case TimeInForce::Gtc: return say(QT_TRANSLATE_NOOP("OrderWords", "Good till cancelled"));
    case TimeInForce::Ioc: return say(QT_TRANSLATE_NOOP("OrderWords", "At once, cancel the rest"));
    case TimeInForce::Fok: return say(QT_TRANSLATE_NOOP("OrderWords", "At once and whole, or not at all"));
    case TimeInForce::Gtd: return say(QT_TRANSLATE_NOOP("OrderWords", "Good till a day"));
    case TimeInForce::AtOpen: return say(QT_TRANSLATE_NOOP("OrderWords", "At the open"));
    case TimeInForce::AtClose: return say(QT_TRANSLATE_NOOP("OrderWords", "At the close"));
    }
    return {};
}

QString word(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Equity: return say(QT_TRANSLATE_NOOP("OrderWords", "Equity"));
    case AssetClass::Bond: return say(QT_TRANSLATE_NOOP("OrderWords", "Bond"));
    case AssetClass::Fund: return say(QT_TRANSLATE_NOOP("OrderWords", "Fund"));
    case AssetClass::Future: return say(QT_TRANSLATE_NOOP("OrderWords", "Future"));
    case AssetClass::Option: return say(QT_TRANSLATE_NOOP("OrderWords", "Option"));
    case AssetClass::FxPair: return say(QT_TRANSLATE_NOOP("OrderWords", "Currency pair"));
    case AssetClass::Crypto: return say(QT_TRANSLATE_NOOP("OrderWords", "Digital asset"));
    case AssetClass::Index: return say(QT_TRANSLATE_NOOP("OrderWords", "Index"));
    }
    return {};
}

QString statusWord(const Order& order)
{
    switch (order.state) {
    case OrderState::PendingNew: return say(QT_TRANSLATE_NOOP("OrderWords", "Sending"));
    case OrderState::Working:
        return order.filled.isPositive() ? say(QT_TRANSLATE_NOOP("OrderWords", "Part filled")) : say(QT_TRANSLATE_NOOP("OrderWords", "Working"));
    case OrderState::PendingCancel: return say(QT_TRANSLATE_NOOP("OrderWords", "Cancelling"));
    case OrderState::PendingReplace: return say(QT_TRANSLATE_NOOP("OrderWords", "Changing"));
    case OrderState::Filled: return say(QT_TRANSLATE_NOOP("OrderWords", "Filled"));
    case OrderState::Cancelled: return say(QT_TRANSLATE_NOOP("OrderWords", "Cancelled"));
    case OrderState::Rejected: return say(QT_TRANSLATE_NOOP("OrderWords", "Rejected"));
    case OrderState::Expired: return say(QT_TRANSLATE_NOOP("OrderWords", "Expired"));
    case OrderState::Unknown: return say(QT_TRANSLATE_NOOP("OrderWords", "Asking broker"));
    case OrderState::Held: return say(QT_TRANSLATE_NOOP("OrderWords", "Held here"));
    }
    return {};
}

int tone(Side side) { return side == Side::Buy ? Theme::Buy : Theme::Sell; }

int statusTone(OrderState state)
{
    switch (state) {
    case OrderState::PendingNew:
    case OrderState::PendingCancel:
    case OrderState::PendingReplace: return Theme::Pending;
    case OrderState::Working: return Theme::Working;
    case OrderState::Filled: return Theme::Filled;
    case OrderState::Cancelled: return Theme::Cancelled;
    case OrderState::Rejected: return Theme::Rejected;
    case OrderState::Expired: return Theme::Expired;
    case OrderState::Held:
    case OrderState::Unknown: return Theme::Held;
    }
    return Theme::Neutral;
}

QString orderNumber(OrderId id) { return QStringLiteral("R%1").arg(id.value); }

int gainTone(std::int64_t signedAmount) { return signedAmount > 0 ? Theme::Up : signedAmount < 0 ? Theme::Down : Theme::Neutral; }

std::string venueZone(const BookSnapshot* book)
{
    const bool known = book != nullptr && book->instruments && !book->instruments->empty();
    return known ? book->instruments->front().timeZone : "UTC";
}

QString accountLabel(const BookSnapshot& book, const Account& account, bool chinese)
{
    QString label = QString::fromStdString(account.number);
    if (const Client* client = book.client(account.client)) {
        const bool other = client->name.empty() || (chinese && !client->nameZh.empty());
        label += QStringLiteral(" · ") + QString::fromStdString(other ? client->nameZh : client->name);
    }
    return label;
}

} // namespace rialto::trading
