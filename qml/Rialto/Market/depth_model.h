// SPDX-License-Identifier: GPL-3.0-or-later
// DepthModel: the best levels of both sides of the current instrument as finished text with bar lengths, best level in row 0.
// It watches the depth of the current instrument only. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "queue_estimate.h"

#include <QAbstractListModel>

#include <array>

namespace rialto {

class DepthModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QString spread READ spread NOTIFY summaryChanged)
    Q_PROPERTY(QString bidTotal READ bidTotal NOTIFY summaryChanged)
    Q_PROPERTY(QString askTotal READ askTotal NOTIFY summaryChanged)
    Q_PROPERTY(double bidShare READ bidShare NOTIFY summaryChanged)
    Q_PROPERTY(bool known READ known NOTIFY summaryChanged)
    /// Where own orders probably stand: "184.20: about 300 of 1,200 before it"; "" without one.
    Q_PROPERTY(QString ownBid READ ownBid NOTIFY summaryChanged)
    Q_PROPERTY(QString ownAsk READ ownAsk NOTIFY summaryChanged)

public:
    static constexpr int kLevels = 10;
    enum Role { BidPrice = Qt::UserRole + 1, BidSize, BidFraction, BidOwn, BidOrders, AskPrice, AskSize, AskFraction, AskOwn, AskOrders };

    explicit DepthModel(Feed& feed, QObject* parent = nullptr);
    ~DepthModel() override;

    QString spread() const { return m_spread; }
    QString bidTotal() const { return m_bidTotal; }
    QString askTotal() const { return m_askTotal; }
    /// Bids as a part of all that is shown, 0 to 1.
    double bidShare() const { return m_bidShare; }
    bool known() const { return m_known; }
    QString ownBid() const { return m_ownBid; }
    QString ownAsk() const { return m_ownAsk; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void summaryChanged();

private:
    struct Cell {
        QString price, size, orders;
        double fraction = 0;
        bool own = false;
    };
    void onMarket(const MarketBoard::Changes& changes);
    void onInstrument();
    void rebuild();
    void showGathered();
    QString placeText(Side side, const Instrument& instrument) const;

    Feed& m_feed;
    InstrumentId m_watched;
    DepthUpdate m_depth;
    bool m_touched = false;
    std::array<Cell, kLevels> m_bids;
    std::array<Cell, kLevels> m_asks;
    QString m_spread, m_bidTotal, m_askTotal, m_ownBid, m_ownAsk;
    QueueEstimate m_queue;
    double m_bidShare = 0.5;
    bool m_known = false;
};

} // namespace rialto
