// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_context.h"
#include "chart_mark.h"
#include "drawing.h"

#include <QFontMetricsF>

#include <algorithm>

namespace rialto::charts {

std::vector<ChartMark> marksFrom(const QVariantList& list)
{
    std::vector<ChartMark> marks;
    for (const QVariant& entry : list) {
        const QVariantMap facts = entry.toMap();
        marks.push_back({facts.value(QStringLiteral("time")).toDouble(), facts.value(QStringLiteral("price")).toDouble(),
            ChartMark::Kind(std::clamp(facts.value(QStringLiteral("kind")).toInt(), 0, 2)), facts.value(QStringLiteral("letter")).toString(),
            facts.value(QStringLiteral("text")).toString()});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const ChartMark& a, const ChartMark& b) { return a.timeMs < b.timeMs; });
    return marks;
}

std::vector<ChartLink> linksFrom(const QVariantList& list)
{
    std::vector<ChartLink> links;
    for (const QVariant& entry : list) {
        const QVariantMap facts = entry.toMap();
        links.push_back({facts.value(QStringLiteral("from")).toDouble(), facts.value(QStringLiteral("fromPrice")).toDouble(), facts.value(QStringLiteral("to")).toDouble(),
            facts.value(QStringLiteral("toPrice")).toDouble(), facts.value(QStringLiteral("gain")).toBool()});
    }
    return links;
}

void drawMarks(const CandleContext& context)
{
    const CandleLayout& layout = context.layout;
    const Placer placer(context.series, context.frame.view, layout);
    const QRectF area(0, 0, layout.plotWidth, layout.mainBottom);
    // A mark belongs to the bar that holds its moment.
    const auto xOf = [&](double timeMs) { return context.snap(context.frame.view.xOf(std::floor(placer.barOf(timeMs)) + 0.5) - 0.5); };
    for (const ChartLink& link : context.frame.links)
        if (const auto part = clipped(QLineF(xOf(link.fromMs), layout.yOf(link.fromPrice), xOf(link.toMs), layout.yOf(link.toPrice)), area)) {
            SceneLine line;
            line.points = {part->p1(), part->p2()};
            line.colour = link.gain ? context.palette.success : context.palette.danger;
            line.width = context.px(1);
            context.scene.lines.push_back(std::move(line));
        }
    const double firstMs = placer.timeAt(context.frame.view.left() - 1);
    const double lastMs = placer.timeAt(context.frame.view.right + 1);
    auto mark = std::lower_bound(context.frame.marks.begin(), context.frame.marks.end(), firstMs, [](const ChartMark& each, double time) { return each.timeMs < time; });
    double lastEvent = -1e9;
    SceneRegion words;
    const double side = context.px(14);
    words.rect = QRectF(0, layout.mainBottom - side - context.px(2), layout.plotWidth, side);
    for (; mark != context.frame.marks.end() && mark->timeMs <= lastMs; ++mark) {
        const double x = xOf(mark->timeMs);
        if (x < 0 || x > layout.plotWidth)
            continue;
        if (mark->kind == ChartMark::Event) {
            if (x - lastEvent < side + 1)
                continue; // the legend still tells all of a bar
            lastEvent = x;
            const QRectF place(x - std::floor(side / 2), words.rect.top(), side, side);
            if (place.left() < 0 || place.right() > layout.plotWidth)
                continue;
            context.scene.overlay.push_back({place, context.palette.accentFill});
            words.texts.push_back({place, mark->letter, context.palette.onFill, Qt::AlignCenter, false});
            continue;
        }
        const bool bought = mark->kind == ChartMark::Bought;
        const double y = context.snap(layout.yOf(mark->price));
        const int rows = int(context.px(5));
        for (int row = 0; row < rows; ++row) {
            const double top = bought ? y + 2 + row : y - 2 - row;
            if (top < 0 || top >= layout.mainBottom)
                continue;
            context.scene.overlay.push_back({QRectF(x - row, top, 2 * row + 1, 1), bought ? context.palette.buy : context.palette.sell});
        }
    }
    if (!words.texts.empty())
        context.scene.regions.push_back(std::move(words));
}

void drawDrawings(const CandleContext& context)
{
    if (context.series.count() == 0)
        return;
    const Placer placer(context.series, context.frame.view, context.layout);
    const QFontMetricsF metrics(context.scene.font);
    const auto show = [&](const Drawing& drawing, bool selected) {
        const DrawingShape shape = shapeOf(drawing, placer);
        const QColor& ink = context.colour(drawing.colour);
        if (shape.ground) {
            QColor ground = ink;
            ground.setAlphaF(0.12f);
            context.scene.overlay.push_back({*shape.ground, ground});
        }
        const auto draw = [&](const std::vector<QLineF>& lines, double width, float alpha) {
            for (const QLineF& part : lines) {
                SceneLine line;
                line.points = {part.p1(), part.p2()};
                line.colour = ink;
                line.colour.setAlphaF(alpha);
                line.width = width;
                context.scene.lines.push_back(std::move(line));
            }
        };
        draw(shape.lines, selected ? 2.0 * context.frame.scale : 1.4 * context.frame.scale, 1.0f);
        draw(shape.thinLines, context.frame.scale, 0.7f);
        for (const DrawingShape::Words& words : shape.words) {
            const double width = std::ceil(metrics.horizontalAdvance(words.text)) + context.px(8);
            const double left = std::clamp(words.place.x(), 0.0, std::max(0.0, context.layout.plotWidth - width));
            const QRectF place(left, std::round(words.place.y()) - context.px(9), width, context.px(18));
            if (place.bottom() < 0 || place.top() > context.layout.mainBottom || words.place.x() > context.layout.plotWidth || words.place.x() + width < 0)
                continue;
            if (words.boxed) {
                context.scene.overlay.push_back({place, context.palette.raised});
                context.scene.overlay.push_back({QRectF(place.left(), place.top(), 2, place.height()), ink});
            }
            SceneRegion region;
            region.rect = place;
            region.texts.push_back({place.adjusted(context.px(4), 0, 0, 0), words.text, words.boxed ? context.palette.text : ink, Qt::AlignLeft | Qt::AlignVCenter, false});
            context.scene.regions.push_back(std::move(region));
        }
        if (selected)
            for (const QPointF& handle : shape.handles) {
                const double side = context.px(7);
                const QRectF place(context.snap(handle.x() - side / 2), context.snap(handle.y() - side / 2), side, side);
                if (place.left() < 0 || place.right() > context.layout.plotWidth || place.top() < 0 || place.bottom() > context.layout.mainBottom)
                    continue;
                context.scene.overlay.push_back({place, ink});
                context.scene.overlay.push_back({place.adjusted(1, 1, -1, -1), context.palette.surface});
            }
    };
    if (context.frame.drawings != nullptr)
        for (const Drawing& drawing : *context.frame.drawings)
            show(drawing, drawing.id == context.frame.selectedDrawing);
    if (context.frame.pending && context.frame.pending->points.size() == pointsOf(context.frame.pending->kind))
        show(*context.frame.pending, true);
}

} // namespace rialto::charts
