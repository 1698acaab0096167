// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing: what a user drew on a price chart, by moments and prices, so that it stays where it is whatever the interval or zoom;
// and its geometry in a frame: what to draw, where to grab it. A value; any thread.
#pragma once

#include "candle_layout.h"
#include "chart_series.h"
#include "chart_view.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace rialto::charts {

enum class DrawingKind { Trend, Ray, Level, Channel, Fibonacci, Rectangle, Text, Measure };
inline constexpr int drawingKinds = 8;

struct DrawingPoint {
    double timeMs = 0;
    double price = 0;
    friend bool operator==(const DrawingPoint&, const DrawingPoint&) = default;
};

struct Drawing {
    int id = 0;
    DrawingKind kind = DrawingKind::Trend;
    std::vector<DrawingPoint> points;
    QString text;
    int colour = 0; ///< of Theme.series
    friend bool operator==(const Drawing&, const Drawing&) = default;
};

/// How many points a kind takes.
std::size_t pointsOf(DrawingKind kind);
QVariantMap toVariant(const Drawing& drawing);
/// Nothing when it is no drawing: an unknown kind, too few points, figures that are none.
std::optional<Drawing> drawingFrom(const QVariantMap& facts);

/// Moments and prices to pixels and back. Moments between and beyond the bars have places too.
class Placer
{
public:
    Placer(const ChartSeries& series, const ChartView& view, const CandleLayout& layout) : m_series(series), m_view(view), m_layout(layout) {}
    QPointF at(const DrawingPoint& point) const { return {m_view.xOf(barOf(point.timeMs)), m_layout.yOf(point.price)}; }
    DrawingPoint from(const QPointF& place) const { return {timeAt(m_view.barAt(place.x())), m_layout.priceAt(place.y())}; }
    /// On the bar axis: the middle of a bar is its moment.
    double barOf(double timeMs) const;
    double timeAt(double bar) const;
    const ChartSeries& series() const { return m_series; }
    const CandleLayout& layout() const { return m_layout; }

private:
    double stepMs() const;
    const ChartSeries& m_series;
    const ChartView& m_view;
    const CandleLayout& m_layout;
};

struct DrawingShape {
    std::vector<QLineF> lines;
    std::vector<QLineF> thinLines;
    std::optional<QRectF> ground;
    struct Words {
        QPointF place; ///< left end, middle of the height
        QString text;
        bool boxed = false;
    };
    std::vector<Words> words;
    std::vector<QPointF> handles;
};
/// Lines are cut at the price pane.
DrawingShape shapeOf(const Drawing& drawing, const Placer& placer);

/// Where a pointer touches: a handle's number, or -1 for the whole; nothing when it does not.
std::optional<int> touched(const DrawingShape& shape, const QPointF& pointer, double reach);
/// The part of the segment inside the rectangle.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& area);

} // namespace rialto::charts
