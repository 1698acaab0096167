// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/html/svg_charts.h"

#include <algorithm>
#include <cmath>

namespace rialto::reports {
namespace {

constexpr double kWidth = 720;
constexpr double kPlot = 200;
constexpr double kLeft = 76;
constexpr double kRight = 12;
constexpr double kTop = 16;
constexpr double kPi = 3.14159265358979323846;
constexpr std::size_t kMostPoints = 480;
constexpr int kSliceColours = 9;

std::string tenthsOf(double value)
{
    const auto tenths = std::llround(value * 10);
    const auto size = std::llabs(tenths);
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
    if (size % 10 != 0)
        text += "." + std::to_string(size % 10);
    return text;
}

double scaled(const Axis& axis, std::int64_t at, double from, double to)
{
    const double span = static_cast<double>(axis.max - axis.min);
    return span <= 0 ? from : from + (to - from) * static_cast<double>(at - axis.min) / span;
}

std::string openSvg(double height, const std::string& title)
{
    return "<svg class=\"chart\" role=\"img\" aria-label=\"" + escaped(title) + "\" viewBox=\"0 0 " + tenthsOf(kWidth) + " " + tenthsOf(height) + "\">";
}

std::string svgWords(double x, double y, const char* anchor, const char* style, const std::string& text)
{
    return "<text class=\"" + std::string(style) + "\" x=\"" + tenthsOf(x) + "\" y=\"" + tenthsOf(y) + "\" text-anchor=\"" + anchor + "\">" + escaped(text) + "</text>";
}

std::string svgRule(double x1, double y1, double x2, double y2, const char* style)
{
    return "<line class=\"" + std::string(style) + "\" x1=\"" + tenthsOf(x1) + "\" y1=\"" + tenthsOf(y1) + "\" x2=\"" + tenthsOf(x2) + "\" y2=\"" + tenthsOf(y2) + "\"/>";
}

std::string gridOf(const Axis& axis, double top, double bottom)
{
    std::string out;
    for (const auto& tick : axis.ticks) {
        const double y = scaled(axis, tick.at, bottom, top);
        out += svgRule(kLeft, y, kWidth - kRight, y, tick.at == 0 ? "zero" : "grid") + svgWords(kLeft - 8, y + 4, "end", "tick", tick.label);
    }
    return out;
}

std::string svgPath(const ChartSeries& series, const LineChart& chart, double top, double bottom, bool closed)
{
    // Beyond what can be seen, every so many points serve; the last is always there.
    const std::size_t stride = std::max<std::size_t>(1, series.points.size() / kMostPoints);
    std::string path;
    double lastX = 0;
    double lastY = 0;
    double firstX = 0;
    for (std::size_t i = 0; i < series.points.size(); i += (i + stride < series.points.size() || i + 1 == series.points.size()) ? stride : series.points.size() - 1 - i) {
        const double x = scaled(chart.x, series.points[i].x, kLeft, kWidth - kRight);
        const double y = scaled(chart.y, series.points[i].y, bottom, top);
        if (path.empty()) {
            path = "M" + tenthsOf(x) + " " + tenthsOf(y);
            firstX = x;
        } else {
            if (series.style == SeriesStyle::Step)
                path += "L" + tenthsOf(x) + " " + tenthsOf(lastY);
            path += "L" + tenthsOf(x) + " " + tenthsOf(y);
        }
        lastX = x;
        lastY = y;
    }
    if (closed) {
        const double base = scaled(chart.y, std::clamp<std::int64_t>(0, chart.y.min, chart.y.max), bottom, top);
        path += "L" + tenthsOf(lastX) + " " + tenthsOf(base) + "L" + tenthsOf(firstX) + " " + tenthsOf(base) + "Z";
    }
    return path;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n')
                out += c;
        }
    }
    return out;
}

std::string svgOf(const LineChart& chart)
{
    const double bottom = kTop + kPlot;
    std::string out = openSvg(bottom + 26, chart.title);
    for (const auto& series : chart.series)
        if (series.style == SeriesStyle::Area && !series.points.empty())
            out += "<path class=\"area\" d=\"" + svgPath(series, chart, kTop, bottom, true) + "\"/>";
    out += gridOf(chart.y, kTop, bottom);
    int line = 0;
    for (const auto& series : chart.series) {
        const bool main = series.style == SeriesStyle::Area;
        if (!series.points.empty())
            out += "<path class=\"" + std::string(main ? "line" : "line other l" + std::to_string(++line)) + "\" d=\"" + svgPath(series, chart, kTop, bottom, false) + "\"><title>" + escaped(series.name) + "</title></path>";
    }
    for (const auto& tick : chart.x.ticks) {
        const double x = scaled(chart.x, tick.at, kLeft, kWidth - kRight);
        out += svgRule(x, bottom, x, bottom + 4, "grid") + svgWords(std::clamp(x, kLeft + 20, kWidth - kRight - 24), bottom + 18, "middle", "tick", tick.label);
    }
    return out + "</svg>";
}

std::string svgOf(const DonutChart& chart)
{
    constexpr double outer = 90;
    constexpr double inner = 60;
    constexpr double middle = 100;
    double total = 0;
    for (const auto& slice : chart.slices)
        total += static_cast<double>(slice.weight);
    std::string out = "<svg class=\"donut\" role=\"img\" aria-label=\"" + escaped(chart.centreLabel) + "\" viewBox=\"0 0 200 200\">";
    double angle = -kPi / 2;
    for (std::size_t i = 0; total > 0 && i < chart.slices.size(); ++i) {
        const double share = static_cast<double>(chart.slices[i].weight) / total;
        if (share <= 0)
            continue;
        const std::string style = "s" + std::to_string(i % kSliceColours);
        if (share > 0.9999) {
            out += "<circle class=\"ring " + style + "\" cx=\"100\" cy=\"100\" r=\"75\"/>";
            break;
        }
        const double end = angle + 2 * kPi * share;
        const auto at = [&](double radius, double turn) { return tenthsOf(middle + radius * std::cos(turn)) + " " + tenthsOf(middle + radius * std::sin(turn)); };
        const char* large = share > 0.5 ? "1" : "0";
        out += "<path class=\"slice " + style + "\" d=\"M" + at(outer, angle) + "A90 90 0 " + large + " 1 " + at(outer, end) + "L" + at(inner, end) + "A60 60 0 " + large + " 0 " + at(inner, angle) + "Z\"><title>"
            + escaped(chart.slices[i].name + " " + chart.slices[i].share) + "</title></path>";
        angle = end;
    }
    out += svgWords(middle, 96, "middle", "tick", chart.centreLabel) + svgWords(middle, 114, "middle", "centre", chart.centreValue);
    return out + "</svg>";
}

std::string svgOf(const BarChart& chart)
{
    const double bottom = kTop + kPlot;
    std::string out = openSvg(bottom + 28, chart.title) + gridOf(chart.y, kTop, bottom);
    const double slot = chart.bars.empty() ? 0 : (kWidth - kRight - kLeft) / static_cast<double>(chart.bars.size());
    const double zero = scaled(chart.y, std::clamp<std::int64_t>(0, chart.y.min, chart.y.max), bottom, kTop);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Bar& bar = chart.bars[i];
        const double centre = kLeft + slot * (static_cast<double>(i) + 0.5);
        const double width = std::min(slot * 0.56, 44.0);
        const double end = scaled(chart.y, bar.amount, bottom, kTop);
        out += "<rect class=\"" + std::string(bar.amount < 0 ? "bar fall" : "bar") + "\" x=\"" + tenthsOf(centre - width / 2) + "\" y=\"" + tenthsOf(std::min(zero, end)) + "\" width=\"" + tenthsOf(width) + "\" height=\""
            + tenthsOf(std::fabs(end - zero)) + "\"/>" + svgWords(centre, bar.amount < 0 ? end + 13 : end - 5, "middle", "value", bar.value) + svgWords(centre, bottom + 18, "middle", "tick", bar.label);
    }
    return out + "</svg>";
}

} // namespace rialto::reports
