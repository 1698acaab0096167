// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_chart_item.h"

#include "chart_view.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::charts {

LineChartItem::LineChartItem(QQuickItem* parent) : SceneItem(parent)
{
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
}

template <class Value> void LineChartItem::set(Value& member, const Value& value)
{
    if (member == value)
        return;
    member = value;
    emit dataChanged();
    update();
}

void LineChartItem::setTimes(const QList<double>& times)
{
    hover(-1);
    set(m_times, times);
}

void LineChartItem::setLines(const QVariantList& lines)
{
    m_series.clear();
    for (const QVariant& entry : lines) {
        const QVariantMap facts = entry.toMap();
        Line line;
        line.name = facts.value(QStringLiteral("name")).toString();
        line.colour = facts.value(QStringLiteral("colour"), int(m_series.size())).toInt();
        const QVariant values = facts.value(QStringLiteral("values"));
        if (values.canConvert<QList<double>>())
            line.values = values.value<QList<double>>();
        if (line.values.isEmpty())
            for (const QVariant& value : values.toList())
                line.values.append(value.toDouble());
        m_series.push_back(std::move(line));
    }
    set(m_lines, lines);
}

void LineChartItem::setDigits(int digits)
{
    set(m_digits, std::clamp(digits, 0, 8));
}

void LineChartItem::setUnit(const QString& unit)
{
    set(m_unit, unit);
}

void LineChartItem::setFilled(bool filled)
{
    set(m_filled, filled);
}

void LineChartItem::setLanguage(const QString& language)
{
    set(m_language, language);
}

QString LineChartItem::valueText(double value) const
{
    const QString digits = QLocale(QLocale::English).toString(std::abs(value), 'f', m_digits);
    return (value < 0 ? QStringLiteral("\u2212") : QString()) + digits + m_unit;
}

ChartScene LineChartItem::buildScene(const QSizeF& size)
{
    ChartScene scene = emptyScene();
    const theme::Theme& theme = look();
    const auto px = [&theme](double length) { return std::round(length * theme.scale()); };
    const qsizetype count = m_times.size();
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Line& line : m_series)
        for (double value : line.values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    if (count < 2 || !(low <= high))
        return scene;
    if (low == high) {
        low -= 1;
        high += 1;
    }
    const QFontMetricsF metrics(scene.font);
    const double axis = std::ceil(std::max(metrics.horizontalAdvance(valueText(low)), metrics.horizontalAdvance(valueText(high)))) + px(16);
    const double plotWidth = std::max(1.0, size.width() - axis);
    const double plotHeight = std::max(1.0, size.height() - px(24));
    const double top = px(34);
    const double bottom = std::max(top + 1, plotHeight - px(12));
    m_plotWidth = plotWidth;
    const auto xOf = [&](qsizetype index) { return (m_times[index] - m_times.front()) / (m_times.back() - m_times.front()) * (plotWidth - px(8)); };
    const auto yOf = [&](double value) { return bottom - (value - low) / (high - low) * (bottom - top); };

    scene.regions.resize(3);
    scene.regions[0].rect = QRectF(plotWidth, 0, axis, size.height());
    scene.regions[1].rect = QRectF(0, plotHeight, plotWidth, px(24));
    scene.regions[2].rect = QRectF(0, 0, plotWidth, px(34));
    for (double tick : priceTicks(low, high, bottom - top, px(40), m_digits)) {
        const double y = std::round(yOf(tick));
        scene.rects.push_back({QRectF(0, y, plotWidth, 1), tick == 0 ? theme.lineStrong() : theme.grid()});
        scene.regions[0].texts.push_back({QRectF(plotWidth + px(8), y - px(9), axis - px(8), px(18)), valueText(tick), theme.textMuted()});
    }

    std::vector<ChartBar> moments(std::size_t(count), ChartBar{});
    for (qsizetype i = 0; i < count; ++i)
        moments[std::size_t(i)].timeMs = std::int64_t(m_times[i]);
    const ZoneClock clock;
    TimeMarks marks;
    marks.rebuild(moments, clock);
    const QLocale locale(m_language);
    for (const TimeMarks::Mark& mark : marks.choose(0, std::size_t(count), px(76) / (plotWidth / double(count)))) {
        const double x = std::round(xOf(qsizetype(mark.bar)));
        const QString text = TimeMarks::axisText(mark.rank, moments[mark.bar].timeMs, locale);
        const double half = metrics.horizontalAdvance(text) / 2 + 2;
        scene.rects.push_back({QRectF(x, 0, 1, plotHeight), theme.grid()});
        if (x - half >= 0 && x + half <= plotWidth)
            scene.regions[1].texts.push_back({QRectF(x - half, plotHeight, 2 * half, px(24)), text,
                                              mark.rank == TimeMarks::Year ? theme.text() : theme.textMuted(), Qt::AlignCenter});
    }
    scene.rects.push_back({QRectF(plotWidth, 0, 1, size.height()), theme.line()});
    scene.rects.push_back({QRectF(0, plotHeight, size.width(), 1), theme.line()});

    // Later lines lie below earlier ones, so that the subject covers its benchmark.
    for (auto line = m_series.rbegin(); line != m_series.rend(); ++line) {
        SceneLine drawn;
        drawn.colour = theme.series().at(std::max(line->colour, 0) % theme.series().size());
        drawn.width = std::max(1.5, px(1.5));
        if (m_filled && line + 1 == m_series.rend()) {
            drawn.fill = drawn.colour;
            drawn.fill.setAlphaF(0.16f);
            drawn.base = plotHeight;
        }
        const qsizetype known = std::min(count, line->values.size());
        for (qsizetype i = 0; i < known; ++i) {
            if (std::isfinite(line->values[i])) {
                drawn.points.emplace_back(xOf(i), yOf(line->values[i]));
            } else if (!drawn.points.empty()) {
                scene.lines.push_back(drawn);
                drawn.points.clear();
            }
        }
        scene.lines.push_back(std::move(drawn));
    }

    const qsizetype shown = m_hovered >= 0 && m_hovered < count ? m_hovered : count - 1;
    if (m_hovered >= 0 && m_hovered < count)
        appendDashes(scene.overlay, {std::round(xOf(shown)), 0}, {std::round(xOf(shown)), plotHeight}, 4, 3, theme.crosshair());
    double x = px(12);
    const auto word = [&](const QString& text, const QColor& colour, double gap) {
        const double width = std::ceil(metrics.horizontalAdvance(text));
        scene.regions[2].texts.push_back({QRectF(x, px(8), width, px(18)), text, colour});
        x += width + gap;
    };
    for (const Line& line : m_series) {
        scene.overlay.push_back({QRectF(x, px(16), px(10), 2), theme.series().at(std::max(line.colour, 0) % theme.series().size())});
        x += px(16);
        word(line.name, theme.textMuted(), px(6));
        if (shown < line.values.size() && std::isfinite(line.values[shown]))
            word(valueText(line.values[shown]), theme.text(), px(16));
    }
    if (m_hovered >= 0)
        word(TimeMarks::fullText(std::int64_t(m_times[shown]), false, locale), theme.textMuted(), 0);
    return scene;
}

void LineChartItem::hoverMoveEvent(QHoverEvent* event)
{
    if (m_times.size() < 2)
        return;
    const double share = std::clamp(event->position().x() / std::max(1.0, m_plotWidth), 0.0, 1.0);
    const double time = m_times.front() + share * (m_times.back() - m_times.front());
    const auto after = std::lower_bound(m_times.begin(), m_times.end(), time);
    hover(int(std::clamp<qsizetype>(after - m_times.begin(), 0, m_times.size() - 1)));
}

void LineChartItem::hoverLeaveEvent(QHoverEvent*)
{
    hover(-1);
}

void LineChartItem::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_times.size()) - 1;
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const int now = m_hovered < 0 ? last : m_hovered;
    switch (event->key()) {
    case Qt::Key_Left: hover(std::max(0, now - step)); break;
    case Qt::Key_Right: hover(std::min(last, now + step)); break;
    case Qt::Key_Home: hover(0); break;
    case Qt::Key_End: hover(last); break;
    case Qt::Key_Escape: hover(-1); break;
    default: event->ignore(); return;
    }
    event->accept();
}

void LineChartItem::hover(int index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    emit hoveredChanged();
    update();
}

} // namespace rialto::charts
