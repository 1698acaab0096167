// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

constexpr const char* kindNames[drawingKinds] = {"trend", "ray", "level", "channel", "fibonacci", "rectangle", "text", "measure"};
constexpr double fibonacciShares[] = {0, 0.236, 0.382, 0.5, 0.618, 0.786, 1, 1.618};
constexpr double farAway = 1e5; // pixels; a ray that long leaves every screen

QString percent(double share)
{
    const QString figure = QString::number(std::abs(share) * 100, 'f', 2) + QLatin1Char('%');
    return (share > 0 ? QStringLiteral("+") : share < 0 ? QStringLiteral("\u2212") : QString()) + figure;
}

QString duration(double ms)
{
    const auto minutes = qint64(std::abs(ms) / 60'000);
    if (minutes >= 2 * 24 * 60)
        return QCoreApplication::translate("Drawing", "%1 d").arg(minutes / (24 * 60));
    if (minutes >= 60)
        return QCoreApplication::translate("Drawing", "%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return QCoreApplication::translate("Drawing", "%1 min").arg(minutes);
}

} // namespace

std::size_t pointsOf(DrawingKind kind)
{
    return kind == DrawingKind::Level || kind == DrawingKind::Text ? 1 : kind == DrawingKind::Channel ? 3 : 2;
}

QVariantMap toVariant(const Drawing& drawing)
{
    QVariantList points;
    for (const DrawingPoint& point : drawing.points)
        points << QVariant(QVariantList{point.timeMs, point.price});
    return {{QStringLiteral("kind"), QLatin1String(kindNames[int(drawing.kind)])}, {QStringLiteral("points"), points}, {QStringLiteral("text"), drawing.text},
        {QStringLiteral("colour"), drawing.colour}};
}

std::optional<Drawing> drawingFrom(const QVariantMap& facts)
{
    const QByteArray name = facts.value(QStringLiteral("kind")).toString().toLatin1();
    const auto* const kind = std::find(std::begin(kindNames), std::end(kindNames), name);
    if (kind == std::end(kindNames))
        return std::nullopt;
    Drawing drawing;
    drawing.kind = DrawingKind(kind - std::begin(kindNames));
    for (const QVariant& point : facts.value(QStringLiteral("points")).toList()) {
        const QVariantList pair = point.toList();
        if (pair.size() != 2)
            return std::nullopt;
        bool timeKnown = false, priceKnown = false;
        drawing.points.push_back({pair[0].toDouble(&timeKnown), pair[1].toDouble(&priceKnown)});
        if (!timeKnown || !priceKnown || !std::isfinite(drawing.points.back().timeMs) || !std::isfinite(drawing.points.back().price))
            return std::nullopt;
    }
    if (drawing.points.size() != pointsOf(drawing.kind))
        return std::nullopt;
    drawing.text = facts.value(QStringLiteral("text")).toString().left(200);
    drawing.colour = std::clamp(facts.value(QStringLiteral("colour")).toInt(), 0, 63);
    return drawing;
}

double Placer::stepMs() const
{
    const BarPyramid& bars = m_series.pyramid();
    double shortest = 0;
    for (std::size_t i = bars.size() > 20 ? bars.size() - 20 : 1; i < bars.size(); ++i) {
        const auto length = double(bars.at(i).timeMs - bars.at(i - 1).timeMs);
        shortest = shortest == 0 ? length : std::min(shortest, length);
    }
    return shortest > 0 ? shortest : 60'000;
}

double Placer::barOf(double timeMs) const
{
    const BarPyramid& bars = m_series.pyramid();
    if (bars.empty())
        return 0;
    const double bounded = std::clamp(timeMs, -9e15, 9e15);
    const std::size_t after = bars.firstAtOrAfter(std::int64_t(std::ceil(bounded)));
    if (after == bars.size())
        return double(after) - 0.5 + (bounded - double(bars.back().timeMs)) / stepMs();
    const auto time = double(bars.at(after).timeMs);
    if (after == 0)
        return 0.5 + (bounded - time) / stepMs();
    const auto before = double(bars.at(after - 1).timeMs);
    return double(after) - 0.5 + (bounded - before) / (time - before);
}

double Placer::timeAt(double bar) const
{
    const BarPyramid& bars = m_series.pyramid();
    if (bars.empty())
        return 0;
    const double place = bar - 0.5;
    const double last = double(bars.size()) - 1;
    if (place <= 0)
        return double(bars.at(0).timeMs) + place * stepMs();
    if (place >= last)
        return double(bars.back().timeMs) + (place - last) * stepMs();
    const auto index = std::size_t(place);
    const auto before = double(bars.at(index).timeMs);
    return before + (place - double(index)) * (double(bars.at(index + 1).timeMs) - before);
}

std::optional<QLineF> clipped(const QLineF& line, const QRectF& area)
{
    // Liang and Barsky: the part of the parameter 0..1 that all four edges leave.
    double from = 0, to = 1;
    const double dx = line.dx(), dy = line.dy();
    for (const auto& [direction, room] : {std::pair{-dx, line.x1() - area.left()}, std::pair{dx, area.right() - line.x1()},
                                          std::pair{-dy, line.y1() - area.top()}, std::pair{dy, area.bottom() - line.y1()}}) {
        if (direction == 0) {
            if (room < 0)
                return std::nullopt;
            continue;
        }
        const double at = room / direction;
        if (direction < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
    }
    if (!(from <= to))
        return std::nullopt;
    return QLineF(line.pointAt(from), line.pointAt(to));
}

DrawingShape shapeOf(const Drawing& drawing, const Placer& placer)
{
    DrawingShape shape;
    const CandleLayout& layout = placer.layout();
    const QRectF area(0, 0, layout.plotWidth, layout.mainBottom);
    std::vector<QPointF> p;
    for (const DrawingPoint& point : drawing.points)
        p.push_back(placer.at(point));
    shape.handles = p;
    const auto add = [&area](std::vector<QLineF>& lines, const QPointF& a, const QPointF& b) {
        if (const auto part = clipped(QLineF(a, b), area))
            lines.push_back(*part);
    };
    const auto beyond = [](const QPointF& a, const QPointF& b) {
        const double length = std::max(std::hypot(b.x() - a.x(), b.y() - a.y()), 1e-6);
        return a + (b - a) / length * farAway;
    };
    const auto boxed = [&](const QPointF& a, const QPointF& b) {
        const QRectF whole = QRectF(a, b).normalized();
        const QRectF seen = whole.intersected(area);
        if (!seen.isEmpty())
            shape.ground = seen;
        add(shape.lines, whole.topLeft(), whole.topRight());
        add(shape.lines, whole.topRight(), whole.bottomRight());
        add(shape.lines, whole.bottomRight(), whole.bottomLeft());
        add(shape.lines, whole.bottomLeft(), whole.topLeft());
    };
    switch (drawing.kind) {
    case DrawingKind::Trend: add(shape.lines, p[0], p[1]); break;
    case DrawingKind::Ray: add(shape.lines, p[0], beyond(p[0], p[1])); break;
    case DrawingKind::Level:
        add(shape.lines, {0, p[0].y()}, {layout.plotWidth, p[0].y()});
        shape.words.push_back({{layout.plotWidth - 72, p[0].y() - 9}, placer.series().priceText(drawing.points[0].price), false});
        break;
    case DrawingKind::Channel: {
        // The third point says how far the parallel lies, measured straight up or down.
        const double run = p[1].x() - p[0].x();
        const double along = std::abs(run) < 1e-9 ? 0 : (p[2].x() - p[0].x()) / run;
        const QPointF off(0, p[2].y() - (p[0].y() + along * (p[1].y() - p[0].y())));
        add(shape.lines, p[0], p[1]);
        add(shape.lines, p[0] + off, p[1] + off);
        add(shape.thinLines, p[0] + off / 2, p[1] + off / 2);
        break;
    }
    case DrawingKind::Fibonacci: {
        const double left = std::min(p[0].x(), p[1].x()), right = std::max(p[0].x(), p[1].x());
        add(shape.thinLines, p[0], p[1]);
        for (const double share : fibonacciShares) {
            // 0 % is where the move ended.
            const double price = drawing.points[1].price + share * (drawing.points[0].price - drawing.points[1].price);
            const double y = layout.yOf(price);
            if (y < 0 || y > layout.mainBottom)
                continue;
            add(share == 0 || share == 1 ? shape.lines : shape.thinLines, {left, y}, {right, y});
            shape.words.push_back({{right + 4, y}, QString::number(share * 100, 'f', 1) + QStringLiteral("%  ") + placer.series().priceText(price), false});
        }
        break;
    }
    case DrawingKind::Rectangle: boxed(p[0], p[1]); break;
    case DrawingKind::Text: shape.words.push_back({p[0], drawing.text, true}); break;
    case DrawingKind::Measure: {
        boxed(p[0], p[1]);
        const double change = drawing.points[1].price - drawing.points[0].price;
        const auto bars = qint64(std::lround(placer.barOf(drawing.points[1].timeMs) - placer.barOf(drawing.points[0].timeMs)));
        const QString sign = change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("\u2212") : QString();
        QString words = sign + placer.series().priceText(std::abs(change));
        if (drawing.points[0].price != 0)
            words += QStringLiteral(" (") + percent(change / std::abs(drawing.points[0].price)) + QLatin1Char(')');
        words += QStringLiteral("  ") + QCoreApplication::translate("Drawing", "%1 bars").arg(std::abs(bars)) + QStringLiteral("  ")
            + duration(drawing.points[1].timeMs - drawing.points[0].timeMs);
        shape.words.push_back({{std::min(p[0].x(), p[1].x()) + 4, std::max(p[0].y(), p[1].y()) + 12}, words, true});
        break;
    }
    }
    return shape;
}

std::optional<int> touched(const DrawingShape& shape, const QPointF& pointer, double reach)
{
    for (std::size_t i = 0; i < shape.handles.size(); ++i)
        if (std::hypot(pointer.x() - shape.handles[i].x(), pointer.y() - shape.handles[i].y()) <= reach)
            return int(i);
    for (const auto* lines : {&shape.lines, &shape.thinLines})
        for (const QLineF& line : *lines) {
            const double length = line.length();
            const QPointF from = pointer - line.p1();
            const double along = length > 0 ? std::clamp((from.x() * line.dx() + from.y() * line.dy()) / (length * length), 0.0, 1.0) : 0.0;
            const QPointF nearest = line.pointAt(along);
            if (std::hypot(pointer.x() - nearest.x(), pointer.y() - nearest.y()) <= reach)
                return -1;
        }
    for (const DrawingShape::Words& words : shape.words)
        if (words.boxed && QRectF(words.place.x(), words.place.y() - 10, 8.0 * double(words.text.size()) + 12, 20).contains(pointer))
            return -1;
    return std::nullopt;
}

} // namespace rialto::charts
