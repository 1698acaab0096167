// SPDX-License-Identifier: GPL-3.0-or-later
#include "sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::kit {

Sparkline::Sparkline(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(64, 16);
    setAntialiasing(true);
}

void Sparkline::setValues(const QList<double>& values)
{
    if (values == m_values)
        return;
    m_values = values;
    emit valuesChanged();
    update();
}

void Sparkline::setColor(const QColor& color)
{
    if (color == m_color)
        return;
    m_color = color;
    emit lookChanged();
    update();
}

void Sparkline::setFilled(bool filled)
{
    if (filled == m_filled)
        return;
    m_filled = filled;
    emit lookChanged();
    update();
}

void Sparkline::setStrokeWidth(double width)
{
    if (width == m_strokeWidth)
        return;
    m_strokeWidth = width;
    emit lookChanged();
    update();
}

void Sparkline::paint(QPainter* painter)
{
    if (m_values.size() < 2)
        return;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (double value : m_values) {
        if (!std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!(low <= high))
        return;
    const double margin = m_strokeWidth;
    const double stepX = (width() - 2 * margin) / double(m_values.size() - 1);
    const double spanY = height() - 2 * margin;
    const auto yOf = [&](double value) { return high > low ? margin + (high - value) / (high - low) * spanY : height() / 2; };

    QPainterPath line;
    bool penDown = false;
    double firstX = margin;
    double lastX = margin;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double x = margin + double(i) * stepX;
        if (!std::isfinite(m_values[i])) {
            penDown = false;
            continue;
        }
        if (line.isEmpty())
            firstX = x;
        if (penDown)
            line.lineTo(x, yOf(m_values[i]));
        else
            line.moveTo(x, yOf(m_values[i]));
        penDown = true;
        lastX = x;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_filled) {
        QPainterPath area = line;
        area.lineTo(lastX, height());
        area.lineTo(firstX, height());
        area.closeSubpath();
        QColor ground = m_color;
        ground.setAlphaF(0.14f);
        painter->fillPath(area, ground);
    }
    painter->strokePath(line, QPen(m_color, m_strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace rialto::kit
