// SPDX-License-Identifier: GPL-3.0-or-later
// QuoteModel: the head of the market workspace: what the current instrument is and where it stands, as finished text.
// GUI thread; one signal a frame at most.
#pragma once

#include "Feed/feed.h"

#include <QVariantList>

namespace rialto {

class QuoteModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QString symbol READ symbol NOTIFY instrumentChanged)
    Q_PROPERTY(QString name READ name NOTIFY instrumentChanged)
    Q_PROPERTY(QString kind READ kind NOTIFY instrumentChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY instrumentChanged)
    Q_PROPERTY(bool tradable READ tradable NOTIFY instrumentChanged)
    Q_PROPERTY(QString last READ last NOTIFY changed)
    Q_PROPERTY(QString change READ change NOTIFY changed)
    Q_PROPERTY(QString percent READ percent NOTIFY changed)
    Q_PROPERTY(int tone READ tone NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)
    Q_PROPERTY(QString bid READ bid NOTIFY changed)
    Q_PROPERTY(QString ask READ ask NOTIFY changed)
    Q_PROPERTY(QString bidSize READ bidSize NOTIFY changed)
    Q_PROPERTY(QString askSize READ askSize NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(double rangePlace READ rangePlace NOTIFY changed)

public:
    explicit QuoteModel(Feed& feed, QObject* parent = nullptr);

    QString symbol() const;
    QString name() const;
    QString kind() const;
    QString currency() const;
    bool tradable() const;
    QString last() const;
    QString change() const;
    QString percent() const;
    int tone() const;
    QString time() const;
    QString bid() const;
    QString ask() const;
    QString bidSize() const;
    QString askSize() const;
    /// {label, value, tone} of open, high, low, previous close, volume, trades.
    QVariantList facts() const;
    /// Where the last price lies between the day's low (0) and high (1); -1 when unknown.
    double rangePlace() const;

    const Quote& quote() const { return m_quote; }

signals:
    void instrumentChanged();
    void changed();

private:
    void onMarket(const MarketBoard::Changes& changes);
    void showGathered();
    void onInstrument();
    void onLanguage();
    QString priceText(Price price, bool known) const;

    Feed& m_feed;
    Instrument m_instrument;
    Quote m_quote;
    bool m_known = false;
    bool m_touched = false;
};

/// "Equity", "Future", ... in the language of the screens.
QString assetClassName(AssetClass assetClass);

} // namespace rialto
