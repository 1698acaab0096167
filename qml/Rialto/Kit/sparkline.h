// SPDX-License-Identifier: GPL-3.0-or-later
// Sparkline: a word-sized line of recent values, oldest first. For the eye only, so doubles. GUI thread. Non-finite values
// leave a gap; fewer than two values draw nothing.
#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace rialto::kit {

class Sparkline : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> values READ values WRITE setValues NOTIFY valuesChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY lookChanged)
    Q_PROPERTY(bool filled READ filled WRITE setFilled NOTIFY lookChanged)
    Q_PROPERTY(double strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY lookChanged)

public:
    explicit Sparkline(QQuickItem* parent = nullptr);

    QList<double> values() const { return m_values; }
    void setValues(const QList<double>& values);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);
    bool filled() const { return m_filled; }
    void setFilled(bool filled);
    double strokeWidth() const { return m_strokeWidth; }
    void setStrokeWidth(double width);

    void paint(QPainter* painter) override;

signals:
    void valuesChanged();
    void lookChanged();

private:
    QList<double> m_values;
    QColor m_color{Qt::gray};
    bool m_filled = false;
    double m_strokeWidth = 1.2;
};

} // namespace rialto::kit
