// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the price chart share while a frame is built: the frame, its layout, the bars in sight and the scene they add
// to. Lives for one frame on one thread.
#pragma once

#include "candle_scene.h"

namespace rialto::charts {

/// The bars in sight, widened to whole groups; below one pixel a bar, a group shares a column. Groups start at multiples of their
/// size, so that columns do not shimmer on panning.
struct Stretch {
    std::size_t from = 0, to = 0, group = 1;
};
Stretch visibleBars(const ChartSeries& series, const ChartView& view);

struct CandleContext {
    const ChartSeries& series;
    const CandleFrame& frame;
    const theme::Palette& palette;
    ChartScene& scene;
    const CandleLayout& layout;
    Stretch stretch;

    double px(double length) const { return std::round(length * frame.scale); }
    double snap(double value) const { return std::floor(value * frame.ratio + 0.5) / frame.ratio; }
    double columnX(std::size_t from) const { return frame.view.xOf(double(from) + double(stretch.group) / 2); }
    const QColor& colour(int index) const { return palette.series.at(index % palette.series.size()); }
    /// A rectangle cut at the plot's sides.
    void plotRect(double x, double y, double w, double h, const QColor& ink) const
    {
        const double left = std::max(x, 0.0);
        const double right = std::min(x + w, layout.plotWidth);
        if (right > left && h > 0)
            scene.rects.push_back({QRectF(left, y, right - left, h), ink});
    }
};

/// A label of an axis: the tag of a value lies over the plain labels.
struct AxisLabel {
    double y = 0;
    QString text;
};
struct AxisTag {
    double y = 0;
    QString text;
    QColor ground, ink;
};

/// Panes, their ranges, and what compared symbols are multiplied by.
void layoutStudies(const ChartSeries& series, const CandleFrame& frame, const Stretch& stretch, CandleLayout& layout);
void drawOverlays(const CandleContext& context);
void drawPanes(const CandleContext& context, std::size_t bar, std::vector<AxisLabel>& labels, std::vector<AxisTag>& tags);
/// Names and values of what lies over the candles, below the legend; how many rows it took.
int drawStudyLegend(const CandleContext& context, std::size_t bar);
QString studyText(double value, int digits, bool chinese);

void drawDrawings(const CandleContext& context);
void drawMarks(const CandleContext& context);

} // namespace rialto::charts
