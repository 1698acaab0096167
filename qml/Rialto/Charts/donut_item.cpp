// SPDX-License-Identifier: GPL-3.0-or-later
#include "donut_item.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

constexpr double fullTurn = 360.0;
constexpr double gapDegrees = 1.2;

} // namespace

DonutItem::DonutItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setImplicitSize(120, 120);
}

template <class Value> void DonutItem::set(Value& member, const Value& value)
{
    if (member == value)
        return;
    member = value;
    emit changed();
    update();
}

void DonutItem::setValues(const QList<double>& values)
{
    set(m_values, values);
}

void DonutItem::setColours(const QList<QColor>& colours)
{
    set(m_colours, colours);
}

void DonutItem::setHighlighted(int index)
{
    set(m_highlighted, index);
}

void DonutItem::setThickness(double share)
{
    set(m_thickness, std::clamp(share, 0.05, 1.0));
}

double DonutItem::total() const
{
    double sum = 0;
    for (double value : m_values)
        if (std::isfinite(value) && value > 0)
            sum += value;
    return sum;
}

int DonutItem::partAt(double x, double y) const
{
    const double dx = x - width() / 2;
    const double dy = y - height() / 2;
    const double radius = std::min(width(), height()) / 2;
    const double distance = std::hypot(dx, dy);
    const double sum = total();
    if (sum <= 0 || distance > radius || distance < radius * (1 - m_thickness))
        return -1;
    // Clockwise from the top, as the ring is drawn.
    double turn = std::atan2(dx, -dy) / (2 * 3.14159265358979323846);
    if (turn < 0)
        turn += 1;
    double reached = 0;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (std::isfinite(m_values[i]) && m_values[i] > 0)
            reached += m_values[i] / sum;
        if (turn < reached)
            return int(i);
    }
    return -1;
}

void DonutItem::paint(QPainter* painter)
{
    const double sum = total();
    if (sum <= 0 || m_colours.isEmpty())
        return;
    const double radius = std::min(width(), height()) / 2;
    const double stroke = radius * m_thickness;
    const QRectF ring(width() / 2 - radius + stroke / 2, height() / 2 - radius + stroke / 2, 2 * radius - stroke, 2 * radius - stroke);
    painter->setRenderHint(QPainter::Antialiasing);
    double start = fullTurn / 4;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (!std::isfinite(m_values[i]) || m_values[i] <= 0)
            continue;
        const double sweep = m_values[i] / sum * fullTurn;
        QColor colour = m_colours.at(i % m_colours.size());
        if (m_highlighted >= 0 && m_highlighted != i)
            colour.setAlphaF(0.35f);
        painter->setPen(QPen(colour, stroke, Qt::SolidLine, Qt::FlatCap));
        const double gap = sweep > 3 * gapDegrees ? gapDegrees : 0;
        painter->drawArc(ring, int(std::lround((start - gap / 2) * 16)), -int(std::lround((sweep - gap) * 16)));
        start -= sweep;
    }
}

} // namespace rialto::charts
