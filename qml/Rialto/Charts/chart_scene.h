// SPDX-License-Identifier: GPL-3.0-or-later
// ChartScene: what a chart looks like, as rectangles, lines and words, worked out once and drawn by the scene graph or by a
// QPainter. Plain values in logical pixels; any thread. Later parts lie over earlier ones: rects, lines, overlay, text.
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QImage;
class QPainter;

namespace rialto::charts {

struct SceneRect {
    QRectF rect;
    QColor colour;
};

struct SceneLine {
    std::vector<QPointF> points;
    QColor colour;
    double width = 1.5;
    QColor fill;        ///< invalid for none: the colour at the line, fading to nothing at `base`
    double base = 0;
    double fade = 0;    ///< share of the fill's opacity left at `base`
    bool function = false;                ///< x rises from point to point: drawn column by column, which is far faster
    double clipTop = -1e9, clipBottom = 1e9; ///< of functions
};

struct SceneText {
    QRectF rect;
    QString text;
    QColor colour;
    int align = Qt::AlignLeft | Qt::AlignVCenter;
    bool strong = false;
};

/// Words that are drawn again together when any of them changes.
struct SceneRegion {
    QRectF rect;
    std::vector<SceneText> texts;
};

struct ChartScene {
    QColor background;
    QFont font, strongFont;
    std::vector<SceneRect> rects;
    std::vector<SceneLine> lines;
    std::vector<SceneRect> overlay;
    std::vector<SceneRegion> regions;
};

/// The whole scene into a picture of its size, ARGB32 premultiplied. Thousands of narrow columns are written straight into the
/// pixels: QPainter spends its time on each row of each of them.
void rasterScene(const ChartScene& scene, QImage& image);
/// The whole scene for print.
void paintScene(const ChartScene& scene, QPainter& painter, const QRectF& area);
void paintRegion(const ChartScene& scene, const SceneRegion& region, QPainter& painter);
/// Dashes along a horizontal or vertical hairline, appended as rectangles.
void appendDashes(std::vector<SceneRect>& rects, QPointF from, QPointF to, double on, double off, const QColor& colour);

} // namespace rialto::charts
