// SPDX-License-Identifier: GPL-3.0-or-later
// CandleScene: turns a stretch of a ChartSeries into a ChartScene. Its cost follows the pixels, not the bars: below one pixel a
// bar, fixed groups of bars share a column. Pure but for font metrics; any thread while nobody changes the series.
#pragma once

#include "chart_scene.h"
#include "chart_series.h"
#include "chart_view.h"

#include "Theme/palette.h"

#include <QLocale>

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
};

/// The areas of a frame; the same numbers serve drawing and the mouse.
struct CandleLayout {
    double plotWidth = 0, plotHeight = 0;
    double priceTop = 0, priceBottom = 0;
    double volumeTop = 0, volumeBottom = 0;
    double low = 0, high = 1;

    double yOf(double price) const { return priceBottom - (price - low) / (high - low) * (priceBottom - priceTop); }
    double priceAt(double y) const { return low + (priceBottom - y) / (priceBottom - priceTop) * (high - low); }
};

/// The width of the price axis, which the view's width depends on.
double priceAxisWidth(const ChartSeries& series, const QFont& font, double scale);
double timeAxisHeight(double scale);
CandleLayout layoutOf(const ChartSeries& series, const CandleFrame& frame, const QFont& font);
/// Adds everything to `scene`, whose ground and fonts are set.
void buildCandles(const ChartSeries& series, const CandleFrame& frame, const theme::Palette& palette, ChartScene& scene);

} // namespace rialto::charts
