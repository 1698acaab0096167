// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/chart_layout.h"

#include "reports/export/pdf/page_style.h"

#include <algorithm>
#include <cmath>

namespace rialto::reports {
namespace {

using namespace style;

const TextStyle kTitle{9.5, true, kInk};
const TextStyle kLabel{7, false, kMuted};
const TextStyle kBarValue{6.5, false, kInk};
const TextStyle kLegend{8, false, kInk};
const TextStyle kLegendHead{7, false, kMuted};

constexpr double kTitleHeight = 24 * kPt;
constexpr double kLabelHeight = 14 * kPt;
constexpr double kLegendRow = 16 * kPt;

class Scale {
public:
    Scale(const Axis& axis, double from, double to) : m_min(axis.min), m_from(from)
    {
        m_factor = axis.max > axis.min ? (to - from) / (static_cast<double>(axis.max) - static_cast<double>(axis.min)) : 0;
    }
    double operator()(std::int64_t at) const { return m_from + (static_cast<double>(at) - static_cast<double>(m_min)) * m_factor; }

private:
    std::int64_t m_min;
    double m_from;
    double m_factor = 0;
};

/// At most two points (lowest, highest) for each half point of width: what a printer can show of a long series.
std::vector<QPointF> shownPoints(const ChartSeries& series, const Scale& across, const Scale& up)
{
    std::vector<QPointF> points;
    const auto& all = series.points;
    if (all.size() < 1500 || series.style == SeriesStyle::Step) {
        for (const auto& point : all)
            points.emplace_back(across(point.x), up(point.y));
        return points;
    }
    const auto slot = [&](const ChartPoint& point) { return std::floor(across(point.x) / (kPt / 2)); };
    for (std::size_t i = 0; i < all.size();) {
        std::size_t low = i;
        std::size_t high = i;
        std::size_t end = i;
        for (; end < all.size() && slot(all[end]) == slot(all[i]); ++end) {
            if (all[end].y < all[low].y)
                low = end;
            if (all[end].y > all[high].y)
                high = end;
        }
        for (const std::size_t one : {std::min(low, high), std::max(low, high)})
            if (points.empty() || low != high || one == low)
                points.emplace_back(across(all[one].x), up(all[one].y));
        i = end;
    }
    if (points.back().x() < across(all.back().x))
        points.emplace_back(across(all.back().x), up(all.back().y));
    return points;
}

QPainterPath pathOf(const std::vector<QPointF>& points, bool steps)
{
    QPainterPath path;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == 0) {
            path.moveTo(points[i]);
            continue;
        }
        if (steps && points[i].y() == points[i - 1].y() && i + 1 < points.size() && points[i + 1].y() == points[i].y())
            continue;
        if (steps)
            path.lineTo(points[i].x(), points[i - 1].y());
        path.lineTo(points[i]);
    }
    return path;
}

double widestLabel(PageText& text, const Axis& axis)
{
    double widest = 0;
    for (const auto& tick : axis.ticks)
        widest = std::max(widest, text.width(kLabel, fromUtf8(tick.label)));
    return widest;
}

void drawGrid(PageText& text, PageCanvas& page, const Axis& axis, const Scale& up, double left, double right)
{
    for (const auto& tick : axis.ticks) {
        const double y = up(tick.at);
        const bool zero = tick.at == 0;
        page.line({left, y}, {right, y}, zero ? kMedium : kThin, zero ? kRule : kHairline);
        page.right(text, {left - 5 * kPt, y + 2.5 * kPt}, kLabel, fromUtf8(tick.label));
    }
}

/// The filled line in the accent, the others by their place in muted shades that can be told apart.
QRgb lineColour(const LineChart& chart, const ChartSeries& series)
{
    constexpr QRgb others[] = {kMuted, kSlices[2], kSlices[8], kSlices[6]};
    if (series.style == SeriesStyle::Area)
        return kAccent;
    std::size_t place = 0;
    for (const auto& one : chart.series) {
        if (&one == &series)
            break;
        place += one.style == SeriesStyle::Area ? 0 : 1;
    }
    return others[place % std::size(others)];
}

} // namespace

double heightOf(const LineChart&, double plot)
{
    return kTitleHeight + plot + kLabelHeight;
}

double heightOf(const DonutChart& chart)
{
    return std::max(114 * kPt, (static_cast<double>(chart.slices.size()) + 1) * kLegendRow) + 6 * kPt;
}

double heightOf(const BarChart&)
{
    return kTitleHeight + 104 * kPt + kLabelHeight;
}

void draw(const LineChart& chart, double plot, PageText& text, PageCanvas& page, double x, double y, double width)
{
    page.left(text, {x, y + 11 * kPt}, kTitle, fromUtf8(chart.title));
    double edge = x + width;
    for (auto series = chart.series.rbegin(); series != chart.series.rend(); ++series) {
        const QString name = fromUtf8(series->name);
        page.right(text, {edge, y + 11 * kPt}, kLabel, name);
        edge -= text.width(kLabel, name) + 5 * kPt;
        QPainterPath sample(QPointF(edge - 14 * kPt, y + 8.6 * kPt));
        sample.lineTo(edge, y + 8.6 * kPt);
        const bool main = series->style == SeriesStyle::Area;
        page.stroke(sample, (main ? 1.6 : 0.9) * kPt, lineColour(chart, *series), !main);
        edge -= 26 * kPt;
    }

    const double left = x + widestLabel(text, chart.y) + 6 * kPt;
    const double right = x + width;
    const double top = y + kTitleHeight;
    const double bottom = top + plot;
    const Scale across(chart.x, left, right);
    const Scale up(chart.y, bottom, top);
    page.left(text, {x + text.width(kTitle, fromUtf8(chart.title)) + 6 * kPt, y + 11 * kPt}, kLabel, fromUtf8(chart.unit));

    for (const auto& series : chart.series) {
        if (series.style != SeriesStyle::Area || series.points.empty())
            continue;
        const auto points = shownPoints(series, across, up);
        QPainterPath area = pathOf(points, false);
        const double base = up(std::clamp<std::int64_t>(0, chart.y.min, chart.y.max));
        area.lineTo(points.back().x(), base);
        area.lineTo(points.front().x(), base);
        area.closeSubpath();
        page.fill(area, kAccentTint);
    }
    drawGrid(text, page, chart.y, up, left, right);
    for (const auto& series : chart.series) {
        if (series.points.empty())
            continue;
        const bool main = series.style == SeriesStyle::Area;
        page.stroke(pathOf(shownPoints(series, across, up), series.style == SeriesStyle::Step), (main ? 1.1 : 0.8) * kPt, lineColour(chart, series), !main);
        if (main) {
            QPainterPath dot;
            dot.addEllipse(QPointF(across(series.points.back().x), up(series.points.back().y)), 2.2 * kPt, 2.2 * kPt);
            page.fill(dot, kAccent);
        }
    }
    double free = left - kPt;
    for (const auto& tick : chart.x.ticks) {
        const QString label = fromUtf8(tick.label);
        const double half = text.width(kLabel, label) / 2;
        const double at = across(tick.at);
        page.line({at, bottom}, {at, bottom + 3 * kPt}, kThin, kRule);
        const double middle = std::clamp(at, left + half, right - half);
        if (middle - half < free)
            continue;
        page.centred(text, {middle, bottom + 11 * kPt}, kLabel, label);
        free = middle + half + 4 * kPt;
    }
}

void draw(const DonutChart& chart, PageText& text, PageCanvas& page, double x, double y, double width)
{
    constexpr double outer = 54 * kPt;
    constexpr double inner = 37 * kPt;
    const double height = heightOf(chart) - 6 * kPt;
    const QPointF centre(x + outer + 4 * kPt, y + height / 2);
    double total = 0;
    for (const auto& slice : chart.slices)
        total += static_cast<double>(slice.weight);

    double angle = 90;
    for (std::size_t i = 0; total > 0 && i < chart.slices.size(); ++i) {
        const double sweep = 360 * static_cast<double>(chart.slices[i].weight) / total;
        if (sweep <= 0)
            continue;
        const QRectF out(centre.x() - outer, centre.y() - outer, 2 * outer, 2 * outer);
        const QRectF in(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner);
        QPainterPath ring;
        ring.arcMoveTo(out, angle);
        ring.arcTo(out, angle, -sweep);
        ring.arcTo(in, angle - sweep, sweep);
        ring.closeSubpath();
        page.fill(ring, kSlices[i % kSlices.size()]);
        if (sweep < 359)
            page.stroke(ring, 0.9 * kPt, kPaper);
        angle -= sweep;
    }
    const QString value = fromUtf8(chart.centreValue);
    const TextStyle figure = text.fitted({9, true, kInk}, value, 2 * inner - 8 * kPt);
    page.centred(text, {centre.x(), centre.y() - 2 * kPt}, {6.5, false, kMuted}, fromUtf8(chart.centreLabel));
    page.centred(text, {centre.x(), centre.y() + 9 * kPt}, figure, value);

    const double left = x + 2 * outer + 34 * kPt;
    const double right = x + width;
    const double valueEdge = right - 58 * kPt;
    double row = y + (height - (static_cast<double>(chart.slices.size()) + 1) * kLegendRow) / 2;
    const auto baseline = [&] { return row + 11.3 * kPt; };
    page.left(text, {left, baseline()}, kLegendHead, fromUtf8(chart.nameTitle));
    page.right(text, {valueEdge, baseline()}, kLegendHead, fromUtf8(chart.valueTitle));
    page.right(text, {right, baseline()}, kLegendHead, fromUtf8(chart.shareTitle));
    page.line({left, row + kLegendRow}, {right, row + kLegendRow}, kMedium, kRule);
    for (std::size_t i = 0; i < chart.slices.size(); ++i) {
        const Slice& slice = chart.slices[i];
        row += kLegendRow;
        const QRectF swatch(left, row + 5 * kPt, 7.5 * kPt, 7.5 * kPt);
        if (slice.weight > 0) {
            page.fill(swatch, kSlices[i % kSlices.size()]);
        } else {
            QPainterPath box;
            box.addRect(swatch.adjusted(0.3 * kPt, 0.3 * kPt, -0.3 * kPt, -0.3 * kPt));
            page.stroke(box, 0.6 * kPt, kRule);
        }
        page.left(text, {left + 15 * kPt, baseline()}, kLegend, fromUtf8(slice.name));
        page.right(text, {valueEdge, baseline()}, kLegend, fromUtf8(slice.value));
        page.right(text, {right, baseline()}, kLegend, fromUtf8(slice.share));
        page.line({left, row + kLegendRow}, {right, row + kLegendRow}, kThin, kHairline);
    }
}

void draw(const BarChart& chart, PageText& text, PageCanvas& page, double x, double y, double width)
{
    page.left(text, {x, y + 11 * kPt}, kTitle, fromUtf8(chart.title));
    const double left = x + widestLabel(text, chart.y) + 6 * kPt;
    const double right = x + width;
    const double top = y + kTitleHeight + 6 * kPt;
    const double bottom = y + heightOf(chart) - kLabelHeight - 6 * kPt;
    const Scale up(chart.y, bottom, top);
    page.left(text, {x + text.width(kTitle, fromUtf8(chart.title)) + 6 * kPt, y + 11 * kPt}, kLabel, fromUtf8(chart.unit));
    drawGrid(text, page, chart.y, up, left, right);
    if (chart.bars.empty())
        return;
    const double slot = (right - left) / static_cast<double>(chart.bars.size());
    const double bar = std::min(slot * 0.56, 30 * kPt);
    const double zero = up(0);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Bar& one = chart.bars[i];
        const double middle = left + slot * (static_cast<double>(i) + 0.5);
        const double end = up(one.amount);
        const bool falls = one.amount < 0;
        page.fill(QRectF(middle - bar / 2, std::min(zero, end), bar, std::abs(end - zero)), falls ? kSlices[3] : kAccent);
        const double above = falls ? end + 8.2 * kPt : end - 3 * kPt;
        page.centred(text, {middle, above}, text.fitted(kBarValue, fromUtf8(one.value), slot - kPt, 4.5), fromUtf8(one.value));
        page.centred(text, {middle, y + heightOf(chart) - 3 * kPt}, text.fitted(kLabel, fromUtf8(one.label), slot - kPt, 4.5), fromUtf8(one.label));
    }
}

} // namespace rialto::reports
