// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_scene.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rialto::charts {
namespace {

void paintLine(const SceneLine& line, QPainter& painter)
{
    if (line.points.size() < 2)
        return;
    QPainterPath path;
    path.moveTo(line.points.front());
    double top = line.points.front().y();
    for (const QPointF& point : line.points) {
        path.lineTo(point);
        top = std::min(top, point.y());
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (line.fill.isValid()) {
        QPainterPath area = path;
        area.lineTo(line.points.back().x(), line.base);
        area.lineTo(line.points.front().x(), line.base);
        area.closeSubpath();
        QLinearGradient ground(0, top, 0, line.base);
        QColor end = line.fill;
        end.setAlphaF(float(line.fill.alphaF() * line.fade));
        ground.setColorAt(0, line.fill);
        ground.setColorAt(1, end);
        painter.fillPath(area, ground);
    }
    painter.strokePath(path, QPen(line.colour, line.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void paintScene(const ChartScene& scene, QPainter& painter, const QRectF& area)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, scene.background);
    for (const SceneRect& rect : scene.rects)
        painter.fillRect(rect.rect, rect.colour);
    for (const SceneLine& line : scene.lines)
        paintLine(line, painter);
    for (const SceneRect& rect : scene.overlay)
        painter.fillRect(rect.rect, rect.colour);
    for (const SceneRegion& region : scene.regions)
        paintRegion(scene, region, painter);
}

void paintRegion(const ChartScene& scene, const SceneRegion& region, QPainter& painter)
{
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    for (const SceneText& text : region.texts) {
        painter.setFont(text.strong ? scene.strongFont : scene.font);
        painter.setPen(text.colour);
        painter.drawText(text.rect, text.align | Qt::TextSingleLine | Qt::TextDontClip, text.text);
    }
}

void appendDashes(std::vector<SceneRect>& rects, QPointF from, QPointF to, double on, double off, const QColor& colour)
{
    const bool level = from.y() == to.y();
    const double start = level ? from.x() : from.y();
    const double end = level ? to.x() : to.y();
    for (double at = start; at < end; at += on + off) {
        const double length = std::min(on, end - at);
        rects.push_back({level ? QRectF(at, from.y(), length, 1) : QRectF(from.x(), at, 1, length), colour});
    }
}

} // namespace rialto::charts
