// SPDX-License-Identifier: GPL-3.0-or-later
// DepthChartItem: the order book as two staircases of summed size around the middle price. Each level is a point (price, size),
// best first. GUI thread.
#pragma once

#include "scene_item.h"

#include <QList>
#include <QPointF>

#include <optional>

namespace rialto::charts {

class DepthChartItem : public rialto::charts::SceneItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<QPointF> bids READ bids WRITE setBids NOTIFY bookChanged)
    Q_PROPERTY(QList<QPointF> asks READ asks WRITE setAsks NOTIFY bookChanged)
    Q_PROPERTY(int priceDigits READ priceDigits WRITE setPriceDigits NOTIFY bookChanged)

public:
    explicit DepthChartItem(QQuickItem* parent = nullptr);

    QList<QPointF> bids() const { return m_bids; }
    void setBids(const QList<QPointF>& bids);
    QList<QPointF> asks() const { return m_asks; }
    void setAsks(const QList<QPointF>& asks);
    int priceDigits() const { return m_digits; }
    void setPriceDigits(int digits);

signals:
    void bookChanged();

protected:
    ChartScene buildScene(const QSizeF& size) override;
    void hoverEnterEvent(QHoverEvent* event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;

private:
    QList<QPointF> m_bids, m_asks;
    int m_digits = 2;
    std::optional<double> m_pointerX;
};

} // namespace rialto::charts
