// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_chart_item.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

constexpr double barsAtFirst = 120;
constexpr double wheelNotch = 120;
constexpr double zoomStep = 1.15;

} // namespace

CandleChartItem::CandleChartItem(QQuickItem* parent) : SceneItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    setFlag(ItemIsFocusScope);
    connect(this, &SceneItem::themeChanged, this, &CandleChartItem::fitView);
}

void CandleChartItem::setSeries(ChartSeries* series)
{
    if (series == m_series)
        return;
    if (m_series)
        disconnect(m_series, nullptr, this, nullptr);
    m_series = series;
    if (m_series) {
        connect(m_series, &ChartSeries::changed, this, &CandleChartItem::seriesReplaced);
        connect(m_series, &ChartSeries::appended, this, &CandleChartItem::barAppended);
        connect(m_series, &ChartSeries::lastChanged, this, [this] {
            update();
            emit hoveredChanged();
        });
    }
    m_viewSet = false;
    m_countBefore = 0;
    seriesReplaced();
    emit seriesChanged();
}

void CandleChartItem::seriesReplaced()
{
    // History loaded before the bars on the screen must not move them; another instrument starts afresh.
    const std::int64_t last = count() > 0 ? m_series->pyramid().back().timeMs : 0;
    if (count() > 0 && last == m_lastTimeMs && m_series->title() == m_title)
        m_view.right += double(count()) - double(m_countBefore);
    else
        m_viewSet = false;
    rememberBars();
    fitView();
    viewMoved();
    emit hoveredChanged();
}

void CandleChartItem::rememberBars()
{
    m_countBefore = count();
    m_lastTimeMs = count() > 0 ? m_series->pyramid().back().timeMs : 0;
    m_title = m_series ? m_series->title() : QString();
}

void CandleChartItem::barAppended()
{
    const bool follow = m_view.atEnd(count() - 1);
    rememberBars();
    if (!m_viewSet)
        fitView();
    else if (follow && !m_dragFrom)
        m_view.pan(1, count());
    viewMoved();
    emit hoveredChanged();
}

void CandleChartItem::setStyle(Style style)
{
    if (style == m_style)
        return;
    m_style = style;
    emit styleChanged();
    update();
}

void CandleChartItem::setVolumeVisible(bool visible)
{
    if (visible == m_volume)
        return;
    m_volume = visible;
    emit styleChanged();
    update();
}

void CandleChartItem::setLegendVisible(bool visible)
{
    if (visible == m_legend)
        return;
    m_legend = visible;
    emit styleChanged();
    update();
}

void CandleChartItem::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    emit styleChanged();
    emit hoveredChanged();
    update();
}

void CandleChartItem::setLevels(const QVariantList& levels)
{
    if (levels == m_levels)
        return;
    m_levels = levels;
    emit levelsChanged();
    update();
}

int CandleChartItem::hoveredBar() const
{
    if (count() == 0)
        return -1;
    if (!m_pointer)
        return int(count()) - 1;
    return int(std::clamp(std::floor(m_view.barAt(m_pointer->x())), 0.0, double(count() - 1)));
}

QString CandleChartItem::summary() const
{
    const int bar = hoveredBar();
    if (bar < 0)
        return tr("No bars");
    const auto index = std::size_t(bar);
    using Field = ChartSeries::Field;
    return tr("%1, %2: open %3, high %4, low %5, close %6")
        .arg(m_series->title(), TimeMarks::fullText(m_series->localMs(index), m_series->intraday(), QLocale(m_language)),
             m_series->priceText(index, Field::Open), m_series->priceText(index, Field::High), m_series->priceText(index, Field::Low),
             m_series->priceText(index, Field::Close));
}

void CandleChartItem::zoomBy(double factor)
{
    const double x = m_pointer ? m_pointer->x() : m_view.width;
    m_view.zoom(factor, std::min(x, m_view.width), count());
    viewMoved();
}

void CandleChartItem::panBy(double bars)
{
    m_view.pan(bars, count());
    viewMoved();
    if (bars < 0 && m_view.left() <= 0)
        emit oldestReached();
}

void CandleChartItem::showLast(int bars)
{
    m_view.showLast(count(), bars);
    viewMoved();
}

void CandleChartItem::showAll()
{
    m_view.showAll(count());
    viewMoved();
}

void CandleChartItem::goToEnd()
{
    m_view.right = double(count()) + m_view.margin();
    m_view.clamp(count());
    viewMoved();
}

CandleFrame CandleChartItem::frame(const QSizeF& size) const
{
    CandleFrame result;
    result.size = size;
    result.view = m_view;
    result.style = PriceStyle(m_style);
    result.volume = m_volume;
    result.legend = m_legend;
    result.crosshair = m_pointer.has_value();
    result.pointer = m_pointer.value_or(QPointF());
    result.scale = look().scale();
    result.ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    result.locale = QLocale(m_language);
    result.axis = PriceAxis(m_axis);
    result.marks = m_marks;
    result.links = m_links;
    result.studies = m_studies ? &m_studies->studies() : nullptr;
    result.drawings = m_drawings ? &m_drawings->drawings() : nullptr;
    result.selectedDrawing = m_drawings ? m_drawings->selected() : 0;
    result.pending = m_pending;
    result.words = {tr("O"), tr("H"), tr("L"), tr("C"), tr("Vol")};
    for (const QVariant& level : m_levels) {
        const QVariantMap facts = level.toMap();
        const int tone = std::clamp(facts.value(QStringLiteral("tone")).toInt(), 0, int(look().tones().size()) - 1);
        result.levels.push_back({facts.value(QStringLiteral("price")).toDouble(), facts.value(QStringLiteral("text")).toString(), look().tones().at(tone)});
    }
    return result;
}

ChartScene CandleChartItem::buildScene(const QSizeF& size)
{
    ChartScene scene = emptyScene();
    if (m_series) {
        fitView();
        buildCandles(*m_series, frame(size), look().palette(), scene);
    }
    return scene;
}

void CandleChartItem::fitView()
{
    if (!hasLook() || !m_series || width() < 2)
        return;
    const double plot = std::max(1.0, width() - priceAxisWidth(*m_series, look().axisFont(), look().scale()));
    if (plot != m_view.width) {
        m_view.width = plot;
        m_view.clamp(count());
    }
    if (!m_viewSet && count() > 0) {
        m_view.showLast(count(), std::min(barsAtFirst * look().scale(), plot / 5));
        m_viewSet = true;
    }
}

void CandleChartItem::viewMoved()
{
    emit viewChanged();
    if (m_pointer)
        emit hoveredChanged();
    update();
}

void CandleChartItem::geometryChange(const QRectF& now, const QRectF& before)
{
    SceneItem::geometryChange(now, before);
    if (now.width() != before.width()) {
        fitView();
        emit viewChanged();
    }
}

void CandleChartItem::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
    if (sideways) {
        const int by = turned.x() != 0 ? turned.x() : turned.y();
        panBy(-by / wheelNotch * 40 / m_view.barWidth);
    } else if (turned.y() != 0) {
        m_view.zoom(std::pow(zoomStep, turned.y() / wheelNotch), std::min(event->position().x(), m_view.width), count());
        viewMoved();
        if (m_view.left() <= 0)
            emit oldestReached();
    }
    event->accept();
}

void CandleChartItem::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    setKeepMouseGrab(true);
    if (toolPressed(event->position(), event->modifiers()))
        return;
    m_dragFrom = event->position();
    m_dragRight = m_view.right;
}

void CandleChartItem::mouseMoveEvent(QMouseEvent* event)
{
    if (toolMoved(event->position(), true)) {
        point(event->position());
        return;
    }
    if (!m_dragFrom)
        return;
    m_view.right = m_dragRight - (event->position().x() - m_dragFrom->x()) / m_view.barWidth;
    m_view.clamp(count());
    m_pointer = event->position();
    viewMoved();
    if (m_view.left() <= 0)
        emit oldestReached();
}

void CandleChartItem::mouseReleaseEvent(QMouseEvent* event)
{
    setKeepMouseGrab(false);
    if (!toolReleased(event->position()))
        m_dragFrom.reset();
}

void CandleChartItem::mouseUngrabEvent()
{
    toolReleased(m_pressedAt);
    m_dragFrom.reset();
}

void CandleChartItem::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (count() == 0 || !hasLook() || m_tool != NoTool)
        return;
    const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
    if (event->position().x() > layout.plotWidth)
        goToEnd();
    else if (event->position().y() < layout.priceBottom)
        emit pricePicked(m_series->priceText(layout.priceAt(event->position().y())));
}

void CandleChartItem::hoverMoveEvent(QHoverEvent* event)
{
    const QPointF place = event->position();
    const bool inside = place.x() < m_view.width && hasLook() && place.y() < height() - timeAxisHeight(look().scale());
    setCursor(inside ? Qt::CrossCursor : Qt::ArrowCursor);
    if (inside && toolMoved(place, false))
        update();
    else if (inside && m_tool == NoTool && drawingAt(place))
        setCursor(Qt::PointingHandCursor);
    point(inside ? std::optional(place) : std::nullopt);
}

void CandleChartItem::hoverLeaveEvent(QHoverEvent*)
{
    point(std::nullopt);
}

void CandleChartItem::point(std::optional<QPointF> pointer)
{
    if (pointer == m_pointer)
        return;
    m_pointer = pointer;
    emit hoveredChanged();
    update();
}

void CandleChartItem::stepCrosshair(int bars)
{
    if (count() == 0 || !hasLook())
        return;
    const double bar = std::clamp(double(hoveredBar() + (m_pointer ? bars : 0)), 0.0, double(count() - 1));
    if (bar < m_view.left() || bar + 1 > m_view.right)
        m_view.pan(bar < m_view.left() ? bar - m_view.left() : bar + 1 - m_view.right, count());
    const ChartBar& values = m_series->pyramid().at(std::size_t(bar));
    const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
    point(QPointF(m_view.xOf(bar + 0.5), layout.yOf(values.close)));
    viewMoved();
}

void CandleChartItem::keyPressEvent(QKeyEvent* event)
{
    if (toolKey(event)) {
        event->accept();
        return;
    }
    const bool fast = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const double page = std::max(1.0, m_view.width / m_view.barWidth * 0.8);
    switch (event->key()) {
    case Qt::Key_Left: control ? stepCrosshair(fast ? -10 : -1) : panBy(fast ? -10 : -1); break;
    case Qt::Key_Right: control ? stepCrosshair(fast ? 10 : 1) : panBy(fast ? 10 : 1); break;
    case Qt::Key_PageUp: panBy(-page); break;
    case Qt::Key_PageDown: panBy(page); break;
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomStep); break;
    case Qt::Key_Down:
    case Qt::Key_Minus:
    case Qt::Key_Underscore: zoomBy(1 / zoomStep); break;
    case Qt::Key_Home: panBy(-double(count())); break;
    case Qt::Key_End: goToEnd(); break;
    case Qt::Key_Escape:
        event->setAccepted(m_pointer.has_value());
        point(std::nullopt);
        return;
    default: event->ignore(); return;
    }
    event->accept();
}

} // namespace rialto::charts
