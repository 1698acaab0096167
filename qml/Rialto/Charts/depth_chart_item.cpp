// SPDX-License-Identifier: GPL-3.0-or-later
#include "depth_chart_item.h"

#include "chart_series.h"
#include "chart_view.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

double sumOf(const QList<QPointF>& levels)
{
    double sum = 0;
    for (const QPointF& level : levels)
        sum += level.y();
    return sum;
}

} // namespace

DepthChartItem::DepthChartItem(QQuickItem* parent) : SceneItem(parent)
{
    setAcceptHoverEvents(true);
}

void DepthChartItem::setBids(const QList<QPointF>& bids)
{
    if (bids == m_bids)
        return;
    m_bids = bids;
    emit bookChanged();
    update();
}

void DepthChartItem::setAsks(const QList<QPointF>& asks)
{
    if (asks == m_asks)
        return;
    m_asks = asks;
    emit bookChanged();
    update();
}

void DepthChartItem::setPriceDigits(int digits)
{
    if (digits == m_digits)
        return;
    m_digits = digits;
    emit bookChanged();
    update();
}

ChartScene DepthChartItem::buildScene(const QSizeF& size)
{
    ChartScene scene = emptyScene();
    if (m_bids.isEmpty() || m_asks.isEmpty())
        return scene;
    const theme::Theme& theme = look();
    const auto px = [&theme](double length) { return std::round(length * theme.scale()); };
    const double plotHeight = std::max(1.0, size.height() - px(22));
    const double top = px(12);
    const double middle = (m_bids.front().x() + m_asks.front().x()) / 2;
    // The same distance to both sides, so that a lopsided book looks lopsided.
    const double reach = std::max({middle - m_bids.back().x(), m_asks.back().x() - middle, std::pow(10.0, -m_digits)}) * 1.02;
    const double most = std::max({sumOf(m_bids), sumOf(m_asks), 1e-9});
    const auto xOf = [&](double price) { return (price - middle + reach) / (2 * reach) * size.width(); };
    const auto yOf = [&](double sum) { return plotHeight - sum / most * (plotHeight - top); };
    const QFontMetricsF metrics(scene.font);

    scene.regions.resize(2);
    scene.regions[0].rect = QRectF(0, plotHeight, size.width(), px(22));
    scene.regions[1].rect = QRectF(0, 0, size.width(), plotHeight);
    for (double tick : priceTicks(middle - reach, middle + reach, size.width(), px(84), m_digits)) {
        const double x = std::round(xOf(tick));
        const QString text = QLocale(QLocale::English).toString(tick, 'f', m_digits);
        const double half = metrics.horizontalAdvance(text) / 2 + 2;
        scene.rects.push_back({QRectF(x, 0, 1, plotHeight), theme.grid()});
        if (x - half >= 0 && x + half <= size.width())
            scene.regions[0].texts.push_back({QRectF(x - half, plotHeight, 2 * half, px(22)), text, theme.textMuted(), Qt::AlignCenter});
    }
    const auto side = [&](const QList<QPointF>& levels, const QColor& colour, double edge) {
        SceneLine line;
        line.colour = colour;
        line.width = std::max(1.5, px(1.5));
        line.fill = colour;
        line.fill.setAlphaF(0.20f);
        line.fade = 0.4;
        line.base = plotHeight;
        double sum = 0;
        line.points.emplace_back(xOf(levels.front().x()), plotHeight);
        for (const QPointF& level : levels) {
            line.points.emplace_back(xOf(level.x()), yOf(sum));
            sum += level.y();
            line.points.emplace_back(xOf(level.x()), yOf(sum));
        }
        line.points.emplace_back(edge, yOf(sum));
        scene.lines.push_back(std::move(line));
    };
    side(m_bids, theme.buy(), 0);
    side(m_asks, theme.sell(), size.width());
    scene.rects.push_back({QRectF(0, plotHeight, size.width(), 1), theme.line()});

    if (m_pointerX) {
        const double x = std::round(*m_pointerX);
        const double price = middle - reach + x / size.width() * 2 * reach;
        const QList<QPointF>& levels = price <= middle ? m_bids : m_asks;
        double sum = 0;
        for (const QPointF& level : levels)
            if (price <= middle ? level.x() >= price : level.x() <= price)
                sum += level.y();
        appendDashes(scene.overlay, {x, 0}, {x, plotHeight}, 4, 3, theme.crosshair());
        const QString text = QStringLiteral("%1   %2").arg(QLocale(QLocale::English).toString(price, 'f', m_digits), ChartSeries::volumeText(sum, false));
        const double width = metrics.horizontalAdvance(text) + px(12);
        const QRectF place(std::clamp(x - width / 2, 0.0, std::max(0.0, size.width() - width)), px(4), width, px(18));
        scene.overlay.push_back({place, theme.lineStrong()});
        scene.regions[1].texts.push_back({place, text, theme.text(), Qt::AlignCenter});
    }
    return scene;
}

void DepthChartItem::hoverMoveEvent(QHoverEvent* event)
{
    m_pointerX = event->position().x();
    update();
}

void DepthChartItem::hoverLeaveEvent(QHoverEvent*)
{
    m_pointerX.reset();
    update();
}

} // namespace rialto::charts
