// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_scene.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

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

/// `under` seen through `over`; both premultiplied.
QRgb blended(QRgb over, QRgb under)
{
    const unsigned rest = 255u - unsigned(qAlpha(over));
    const auto part = [rest](int a, int b) { return a + int((unsigned(b) * rest + 127u) / 255u); };
    return qRgba(part(qRed(over), qRed(under)), part(qGreen(over), qGreen(under)), part(qBlue(over), qBlue(under)), part(qAlpha(over), qAlpha(under)));
}

void fillRects(QImage& image, const std::vector<SceneRect>& rects)
{
    const double ratio = image.devicePixelRatio();
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    for (const SceneRect& rect : rects) {
        const auto at = [ratio](double value, int most) { return std::clamp(int(std::lround(value * ratio)), 0, most); };
        const int left = at(rect.rect.left(), image.width());
        const int right = at(rect.rect.right(), image.width());
        const int top = at(rect.rect.top(), image.height());
        const int bottom = at(rect.rect.bottom(), image.height());
        const QRgb colour = qPremultiply(rect.colour.rgba());
        const bool opaque = qAlpha(colour) == 255;
        for (int y = top; y < bottom; ++y) {
            QRgb* row = pixels + y * stride;
            if (opaque)
                std::fill(row + left, row + std::max(left, right), colour);
            else
                for (int x = left; x < right; ++x)
                    row[x] = blended(colour, row[x]);
        }
    }
}

} // namespace

void rasterScene(const ChartScene& scene, QImage& image)
{
    image.fill(scene.background);
    fillRects(image, scene.rects);
    if (!scene.lines.empty()) {
        QPainter painter(&image);
        for (const SceneLine& line : scene.lines)
            paintLine(line, painter);
    }
    fillRects(image, scene.overlay);
    QPainter painter(&image);
    for (const SceneRegion& region : scene.regions)
        paintRegion(scene, region, painter);
}

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
