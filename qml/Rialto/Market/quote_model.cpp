// SPDX-License-Identifier: GPL-3.0-or-later
#include "quote_model.h"

#include "Theme/theme.h"

#include <QCoreApplication>

namespace rialto {

QString assetClassName(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Equity: return QCoreApplication::translate("AssetClass", "Equity");
    case AssetClass::Bond: return QCoreApplication::translate("AssetClass", "Bond");
    case AssetClass::Fund: return QCoreApplication::translate("AssetClass", "Fund");
    case AssetClass::Future: return QCoreApplication::translate("AssetClass", "Future");
    case AssetClass::Option: return QCoreApplication::translate("AssetClass", "Option");
    case AssetClass::FxPair: return QCoreApplication::translate("AssetClass", "Currency pair");
    case AssetClass::Crypto: return QCoreApplication::translate("AssetClass", "Digital asset");
    case AssetClass::Index: return QCoreApplication::translate("AssetClass", "Index");
    }
    return {};
}

QuoteModel::QuoteModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &Feed::marketChanged, this, &QuoteModel::onMarket);
    connect(&feed, &Feed::frameEnded, this, &QuoteModel::showGathered);
    connect(&feed, &Feed::languageChanged, this, &QuoteModel::onLanguage);
    connect(&feed.selection(), &Selection::instrumentChanged, this, &QuoteModel::onInstrument);
    onInstrument();
}

void QuoteModel::onInstrument()
{
    const Instrument* instrument = m_feed.book() ? m_feed.book()->instrument(m_feed.selection().instrument()) : nullptr;
    m_instrument = instrument != nullptr ? *instrument : Instrument();
    m_quote = {};
    m_known = instrument != nullptr && m_feed.services().market().latest(m_instrument.id, m_quote);
    emit instrumentChanged();
    emit changed();
}

void QuoteModel::onLanguage()
{
    emit instrumentChanged();
    emit changed();
}

void QuoteModel::onMarket(const MarketBoard::Changes& changes)
{
    for (const Quote& quote : changes.quotes)
        if (quote.instrument == m_instrument.id) {
            m_quote = quote;
            m_known = true;
            m_touched = true;
        }
}

void QuoteModel::showGathered()
{
    if (!m_touched || !m_feed.turnOf(1))
        return;
    m_touched = false;
    emit changed();
}

QString QuoteModel::symbol() const { return QString::fromStdString(m_instrument.symbol); }
QString QuoteModel::name() const { return m_feed.format().name(m_instrument); }
QString QuoteModel::kind() const { return m_instrument.id.valid() ? assetClassName(m_instrument.assetClass()) : QString(); }
QString QuoteModel::currency() const { return QString::fromStdString(m_instrument.spec.currency.code()); }
bool QuoteModel::tradable() const { return m_instrument.id.valid() && m_instrument.tradable(); }

QString QuoteModel::priceText(Price price, bool known) const
{
    return m_known && known ? m_feed.format().price(price, m_instrument) : Format::none();
}

QString QuoteModel::last() const { return priceText(m_quote.last, m_quote.hasLast() || m_quote.last.isPositive()); }

QString QuoteModel::change() const
{
    if (!m_quote.hasLast() || !m_quote.previousClose.isPositive())
        return {};
    return m_feed.format().change(m_quote.last, m_quote.previousClose, m_instrument.spec.priceDigits);
}

QString QuoteModel::percent() const { return m_quote.hasLast() ? m_feed.format().percentChange(m_quote.last, m_quote.previousClose) : QString(); }

int QuoteModel::tone() const
{
    if (!m_quote.hasLast() || !m_quote.previousClose.isPositive())
        return theme::Theme::Neutral;
    const int sign = Format::sign(m_quote.last, m_quote.previousClose);
    return sign > 0 ? theme::Theme::Up : sign < 0 ? theme::Theme::Down : theme::Theme::Neutral;
}

QString QuoteModel::time() const { return m_known ? m_feed.format().timeWithZone(m_quote.time, m_instrument.timeZone) : QString(); }
QString QuoteModel::bid() const { return priceText(m_quote.bid, m_quote.bidSize.isPositive()); }
QString QuoteModel::ask() const { return priceText(m_quote.ask, m_quote.askSize.isPositive()); }
QString QuoteModel::bidSize() const { return m_quote.bidSize.isPositive() ? m_feed.format().compact(m_quote.bidSize) : QString(); }
QString QuoteModel::askSize() const { return m_quote.askSize.isPositive() ? m_feed.format().compact(m_quote.askSize) : QString(); }

QVariantList QuoteModel::facts() const
{
    const bool traded = m_quote.hasLast();
    const auto fact = [](const QString& label, const QString& value) { return QVariantMap{{"label", label}, {"value", value}, {"tone", int(theme::Theme::Neutral)}}; };
    return {
        fact(tr("Open"), priceText(m_quote.open, traded)),
        fact(tr("High"), priceText(m_quote.high, traded)),
        fact(tr("Low"), priceText(m_quote.low, traded)),
        fact(tr("Prev close"), priceText(m_quote.previousClose, m_quote.previousClose.isPositive())),
        fact(tr("Volume"), traded ? m_feed.format().compact(m_quote.volume) : Format::none()),
        fact(tr("Trades"), traded ? m_feed.format().count(m_quote.trades) : Format::none()),
    };
}

double QuoteModel::rangePlace() const
{
    if (!m_quote.hasLast() || m_quote.high <= m_quote.low)
        return -1;
    return double((m_quote.last - m_quote.low).raw()) / double((m_quote.high - m_quote.low).raw());
}

} // namespace rialto
