// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_view.h"

#include <algorithm>
#include <cmath>

namespace rialto::charts {

double ChartView::margin() const
{
    return std::min(width * 0.04, 48.0) / barWidth;
}

void ChartView::clamp(std::size_t count)
{
    const double all = std::max(double(count), 1.0);
    const double narrowest = std::min(width / (all * 1.05), 4.0);
    barWidth = std::clamp(barWidth, std::max(narrowest, 1e-6), widest);
    const double shown = width / barWidth;
    const double kept = std::min(5.0, all);
    right = std::clamp(right, kept, std::max(all + shown * 0.75 - kept, kept));
}

void ChartView::pan(double bars, std::size_t count)
{
    right += bars;
    clamp(count);
}

void ChartView::zoom(double factor, double x, std::size_t count)
{
    const double anchor = barAt(x);
    barWidth *= factor;
    clamp(count);
    right = anchor + (width - x) / barWidth;
    clamp(count);
}

void ChartView::showLast(std::size_t count, double bars)
{
    barWidth = width / std::max(bars, 1.0);
    clamp(count);
    right = double(count) + margin();
    clamp(count);
}

void ChartView::showAll(std::size_t count)
{
    showLast(count, double(count) * 1.04);
}

double roundStep(double least, int digits)
{
    const double grid = std::pow(10.0, -digits);
    if (!(least > grid))
        return grid;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        const bool onGrid = std::abs(step / grid - std::round(step / grid)) < 1e-6;
        if (step >= least * (1 - 1e-9) && onGrid)
            return step;
    }
    return 10.0 * power;
}

std::vector<double> priceTicks(double low, double high, double height, double pixelsApart, int digits)
{
    std::vector<double> ticks;
    if (!(high > low) || !(height > 0) || !std::isfinite(high - low))
        return ticks;
    const double step = roundStep((high - low) * pixelsApart / height, digits);
    const double first = std::ceil(low / step);
    const double last = std::floor(high / step);
    for (double k = first; k <= last && ticks.size() < 200; ++k)
        ticks.push_back(k * step);
    return ticks;
}

std::vector<double> logTicks(double low, double high, double height, double pixelsApart, int digits)
{
    std::vector<double> ticks;
    if (!(low > 0) || !(high > low) || !(height > 0) || !std::isfinite(high))
        return ticks;
    const double pixelsOfLog = height / std::log(high / low);
    const auto keep = [&](double tick) {
        if (tick >= low && tick <= high && (ticks.empty() || std::log(tick / ticks.back()) * pixelsOfLog >= pixelsApart))
            ticks.push_back(tick);
    };
    if (high / low < 4) {
        // Even steps lie closest at the top, so they are wide enough there.
        for (double tick : priceTicks(low, high, height, pixelsApart * 1.2, digits))
            keep(tick);
        return ticks;
    }
    for (double power = std::pow(10.0, std::floor(std::log10(low))); power <= high && ticks.size() < 200; power *= 10)
        for (double factor : {1.0, 2.0, 5.0})
            keep(factor * power);
    return ticks;
}

} // namespace rialto::charts
