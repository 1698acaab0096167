// SPDX-License-Identifier: GPL-3.0-or-later
// LadderModel: prices of the current instrument as rungs, highest on top, with what is bid and asked there and what of it is ours;
// orders are placed and cancelled on a rung, by mouse or keys, only while the ladder is armed. It recentres when the market
// leaves it, not while the cursor moves. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "Feed/marks.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>

namespace rialto::trading {

class LadderModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(bool known READ known NOTIFY summaryChanged)
    Q_PROPERTY(QString symbol READ symbol NOTIFY summaryChanged)
    Q_PROPERTY(QString position READ position NOTIFY summaryChanged)
    Q_PROPERTY(int cursor READ cursor NOTIFY cursorChanged)
    Q_PROPERTY(bool armed READ armed WRITE setArmed NOTIFY armedChanged)
    Q_PROPERTY(QString quantity READ quantity WRITE setQuantity NOTIFY armedChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)

public:
    static constexpr int kRungs = 41;
    enum Role { PriceText = Qt::UserRole + 1, BidText, AskText, BidFraction, AskFraction, OwnBuy, OwnSell, Last };

    explicit LadderModel(Feed& feed, QObject* parent = nullptr);

    bool known() const { return m_centre.isPositive(); }
    QString symbol() const;
    QString position() const;
    int cursor() const { return m_cursor; }
    bool armed() const { return m_armed; }
    void setArmed(bool armed);
    QString quantity() const { return m_quantity; }
    void setQuantity(const QString& text);
    QString notice() const { return m_notice; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : kRungs; }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void move(int rungs);
    Q_INVOKABLE void pointAt(int row);
    /// The market in the middle again.
    Q_INVOKABLE void centre();
    /// A limit order on the rung of the cursor; `stop` makes it a stop that waits there. side: 0 buy, 1 sell.
    Q_INVOKABLE void place(int side, bool stop);
    /// Our orders on the rung of the cursor, or all of the instrument in the account.
    Q_INVOKABLE void cancelHere();
    Q_INVOKABLE void cancelAll();

signals:
    void summaryChanged();
    void cursorChanged();
    void armedChanged();
    void noticeChanged();

private:
    struct Rung {
        Quantity bid, ask;
    };
    const Instrument* instrument() const;
    Price priceOf(int row) const;
    void takeMarket(const MarketBoard::Changes& changes);
    void follow();
    void rebuild();
    void say(const QString& notice);
    std::function<void(const Result<Reply>&)> refusalsShown();
    void cancel(bool everywhere);

    Feed& m_feed;
    Marks m_marks;
    InstrumentId m_instrument;
    Price m_centre;                    // of the middle rung; zero: unknown
    Price m_last;
    std::map<std::int64_t, Rung> m_rungs; // by price
    std::map<std::int64_t, Rung> m_own;
    Quantity m_largest;
    int m_cursor = kRungs / 2;
    bool m_armed = false;
    bool m_touched = false;
    QString m_quantity = QStringLiteral("100");
    QString m_notice;
};

} // namespace rialto::trading
