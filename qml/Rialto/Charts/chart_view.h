// SPDX-License-Identifier: GPL-3.0-or-later
// ChartView: which bars a chart shows, and the arithmetic of panning, zooming and round price steps. A plain value, any thread.
// Bar i covers [i, i + 1) of the bar axis; `right` is where the plot's right edge stands on it, `barWidth` the pixels a bar takes.
#pragma once

#include <cstddef>
#include <vector>

namespace rialto::charts {

struct ChartView {
    double right = 0;
    double barWidth = 8;
    double width = 100; ///< of the plot, in pixels

    static constexpr double widest = 80;

    double left() const { return right - width / barWidth; }
    double xOf(double bar) const { return width - (right - bar) * barWidth; }
    double barAt(double x) const { return right - (width - x) / barWidth; }

    /// Keeps some bars in sight and the width between all bars at once and `widest`.
    void clamp(std::size_t count);
    void pan(double bars, std::size_t count);
    /// Keeps the bar under `x` where it is.
    void zoom(double factor, double x, std::size_t count);
    void showLast(std::size_t count, double bars);
    void showAll(std::size_t count);
    bool atEnd(std::size_t count) const { return right >= double(count) - 0.01; }
    /// The empty room kept right of the newest bar, in bars.
    double margin() const;
};

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `least`; never below the price grid 10^-digits.
double roundStep(double least, int digits);
/// Multiples of a round step within [low, high], about `pixelsApart` or more apart on `height` pixels.
std::vector<double> priceTicks(double low, double high, double height, double pixelsApart, int digits);
/// Round prices of a logarithmic axis: evenly stepped where it is short, else 1, 2 and 5 times the powers of ten.
std::vector<double> logTicks(double low, double high, double height, double pixelsApart, int digits);

} // namespace rialto::charts
