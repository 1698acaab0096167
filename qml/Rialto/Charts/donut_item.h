// SPDX-License-Identifier: GPL-3.0-or-later
// DonutItem: shares of a whole as a ring. Values are weights for the eye; those not above zero are left out. GUI thread.
#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace rialto::charts {

class DonutItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> values READ values WRITE setValues NOTIFY changed)
    Q_PROPERTY(QList<QColor> colours READ colours WRITE setColours NOTIFY changed)
    Q_PROPERTY(int highlighted READ highlighted WRITE setHighlighted NOTIFY changed)
    /// Thickness of the ring as a share of the radius.
    Q_PROPERTY(double thickness READ thickness WRITE setThickness NOTIFY changed)

public:
    explicit DonutItem(QQuickItem* parent = nullptr);

    QList<double> values() const { return m_values; }
    void setValues(const QList<double>& values);
    QList<QColor> colours() const { return m_colours; }
    void setColours(const QList<QColor>& colours);
    int highlighted() const { return m_highlighted; }
    void setHighlighted(int index);
    double thickness() const { return m_thickness; }
    void setThickness(double share);

    /// The index of the part at a place in the item, or -1.
    Q_INVOKABLE int partAt(double x, double y) const;
    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    template <class Value> void set(Value& member, const Value& value);
    double total() const;

    QList<double> m_values;
    QList<QColor> m_colours;
    int m_highlighted = -1;
    double m_thickness = 0.30;
};

} // namespace rialto::charts
