// SPDX-License-Identifier: GPL-3.0-or-later
// CandleScene: turns a stretch of a ChartSeries into a ChartScene. Its cost follows the pixels, not the bars: below one pixel a
// bar, fixed groups of bars share a column. Pure but for font metrics; any thread while nobody changes the series.
#pragma once

#include "candle_layout.h"
#include "chart_mark.h"
#include "chart_scene.h"
#include "chart_series.h"
#include "chart_view.h"
#include "drawing.h"

#include "Theme/palette.h"

#include <QLocale>

#include <optional>
#include <span>

namespace rialto::charts {

enum class PriceStyle { Candles, Bars, Line };

/// Words of the legend in the user's language.
struct LegendWords {
    QString open, high, low, close, volume;
};

/// A level the user cares about: an order, an average cost, an alert.
struct PriceLevel {
    double price = 0;
    QString text;
    QColor colour;
};

struct ChartStudy;

struct CandleFrame {
    QSizeF size;
    ChartView view;
    PriceStyle style = PriceStyle::Candles;
    bool volume = true;
    bool legend = true;
    bool crosshair = false;
    QPointF pointer;               ///< where the crosshair is, in item coordinates
    double scale = 1;
    double ratio = 1;              ///< device pixels a logical pixel
    QLocale locale;
    LegendWords words;
    std::vector<PriceLevel> levels;
    PriceAxis axis = PriceAxis::Linear;
    std::span<const ChartMark> marks;               ///< in order of time
    std::span<const ChartLink> links;
    const std::vector<ChartStudy>* studies = nullptr; ///< these two may be nothing
    const std::vector<Drawing>* drawings = nullptr;
    int selectedDrawing = 0;
    std::optional<Drawing> pending;                 ///< being drawn
};

/// The width of the price axis, which the view's width depends on.
double priceAxisWidth(const ChartSeries& series, const QFont& font, double scale);
double timeAxisHeight(double scale);
CandleLayout layoutOf(const ChartSeries& series, const CandleFrame& frame, const QFont& font);
/// Adds everything to `scene`, whose ground and fonts are set.
void buildCandles(const ChartSeries& series, const CandleFrame& frame, const theme::Palette& palette, ChartScene& scene);

} // namespace rialto::charts
