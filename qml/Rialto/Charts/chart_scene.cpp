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
    painter.save();
    if (line.function)
        painter.setClipRect(QRectF(-1e6, line.clipTop, 2e6, line.clipBottom - line.clipTop), Qt::IntersectClip);
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
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// `under` seen through `over`; both premultiplied.
QRgb blended(QRgb over, QRgb under)
{
    const unsigned rest = 255u - unsigned(qAlpha(over));
    const auto part = [rest](int a, int b) { return a + int((unsigned(b) * rest + 127u) / 255u); };
    return qRgba(part(qRed(over), qRed(under)), part(qGreen(over), qGreen(under)), part(qBlue(over), qBlue(under)), part(qAlpha(over), qAlpha(under)));
}

/// Column by column: in each the line covers from its lowest to its highest place there and half its width beyond. The covered
/// share of a pixel is its opacity, which smooths the edges.
void rasterFunction(const SceneLine& line, QImage& image)
{
    const double ratio = image.devicePixelRatio();
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const int top = std::clamp(int(std::ceil(line.clipTop * ratio)), 0, image.height());
    const int bottom = std::clamp(int(std::floor(line.clipBottom * ratio)), top, image.height());
    const QColor ink = line.colour;
    const auto put = [&](int x, double from, double to, double across) {
        const int first = std::max(top, int(std::floor(from)));
        const int last = std::min(bottom - 1, int(std::floor(to)));
        for (int y = first; y <= last; ++y) {
            const double share = (std::min(to, y + 1.0) - std::max(from, double(y))) * across;
            if (share <= 0)
                continue;
            const QRgb colour = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), int(std::min(1.0, share) * ink.alphaF() * 255 + 0.5)));
            QRgb& pixel = pixels[y * stride + x];
            pixel = blended(colour, pixel);
        }
    };
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const double x0 = line.points[i - 1].x() * ratio, x1 = line.points[i].x() * ratio;
        const double y0 = line.points[i - 1].y() * ratio, y1 = line.points[i].y() * ratio;
        if (!(x1 > x0))
            continue;
        const double slope = (y1 - y0) / (x1 - x0);
        const double half = line.width * ratio / 2 * std::min(std::sqrt(1 + slope * slope), 1.6);
        const int last = std::min(image.width() - 1, int(std::ceil(x1)) - 1);
        for (int x = std::max(0, int(std::floor(x0))); x <= last; ++x) {
            const double from = std::max(x0, double(x)), to = std::min(x1, x + 1.0);
            const double a = y0 + (from - x0) * slope, b = y0 + (to - x0) * slope;
            // A line far outside may be astronomically high; only what the picture can hold is walked.
            put(x, std::clamp(std::min(a, b) - half, -8.0, image.height() + 8.0), std::clamp(std::max(a, b) + half, -8.0, image.height() + 8.0), to - from);
        }
    }
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
    bool others = false;
    for (const SceneLine& line : scene.lines) {
        if (line.function)
            rasterFunction(line, image);
        else
            others = true;
    }
    if (others) {
        QPainter painter(&image);
        for (const SceneLine& line : scene.lines)
            if (!line.function)
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
