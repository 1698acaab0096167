// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_chart_item.h"

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

constexpr double reach = 6;          // pixels around a line that count as on it
constexpr double dragged = 5;        // pixels that make a press a drag

std::optional<DrawingKind> kindOf(CandleChartItem::Tool tool)
{
    return tool == CandleChartItem::NoTool ? std::nullopt : std::optional(DrawingKind(int(tool) - 1));
}

} // namespace

void CandleChartItem::setAxis(Axis axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    emit styleChanged();
    update();
}

void CandleChartItem::setStudies(ChartStudies* studies)
{
    if (studies == m_studies)
        return;
    if (m_studies)
        disconnect(m_studies, nullptr, this, nullptr);
    m_studies = studies;
    if (m_studies)
        connect(m_studies, &ChartStudies::changed, this, &QQuickItem::update);
    emit studiesChanged();
    update();
}

void CandleChartItem::setDrawings(ChartDrawings* drawings)
{
    if (drawings == m_drawings)
        return;
    if (m_drawings)
        disconnect(m_drawings, nullptr, this, nullptr);
    m_drawings = drawings;
    if (m_drawings)
        connect(m_drawings, &ChartDrawings::changed, this, &QQuickItem::update);
    m_grab.reset();
    m_pending.reset();
    emit drawingsChanged();
    update();
}

void CandleChartItem::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_pending.reset();
    emit toolChanged();
    update();
}

void CandleChartItem::setMarks(const QVariantList& marks)
{
    if (marks == m_markList)
        return;
    m_markList = marks;
    m_marks = marksFrom(marks);
    emit marksChanged();
    update();
}

void CandleChartItem::setLinks(const QVariantList& links)
{
    if (links == m_linkList)
        return;
    m_linkList = links;
    m_links = linksFrom(links);
    emit marksChanged();
    update();
}

std::optional<DrawingPoint> CandleChartItem::pointAt(const QPointF& place) const
{
    if (count() == 0 || !hasLook())
        return std::nullopt;
    const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
    if (place.x() > layout.plotWidth || place.y() > layout.mainBottom)
        return std::nullopt;
    DrawingPoint point = Placer(*m_series, m_view, layout).from(place);
    // On the grid of the bars and of the prices, as everything else on the chart is.
    const double bar = std::floor(m_view.barAt(place.x()));
    if (bar >= 0 && bar < double(count()))
        point.timeMs = double(m_series->pyramid().at(std::size_t(bar)).timeMs);
    const double grid = std::pow(10.0, m_series->priceDigits());
    point.price = std::round(point.price * grid) / grid;
    return point;
}

std::optional<std::pair<int, int>> CandleChartItem::drawingAt(const QPointF& place) const
{
    if (!m_drawings || m_drawings->drawings().empty() || count() == 0 || !hasLook())
        return std::nullopt;
    const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
    if (place.x() > layout.plotWidth || place.y() > layout.mainBottom)
        return std::nullopt;
    const Placer placer(*m_series, m_view, layout);
    const auto& all = m_drawings->drawings();
    for (auto drawing = all.rbegin(); drawing != all.rend(); ++drawing)
        if (const auto handle = touched(shapeOf(*drawing, placer), place, reach * look().scale()))
            return std::pair(drawing->id, *handle);
    return std::nullopt;
}

QPointF CandleChartItem::selectedPlace() const
{
    if (!m_drawings || count() == 0 || !hasLook())
        return {};
    const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
    const Placer placer(*m_series, m_view, layout);
    for (const Drawing& drawing : m_drawings->drawings())
        if (drawing.id == m_drawings->selected())
            return placer.at(drawing.points.front());
    return {};
}

bool CandleChartItem::toolPressed(const QPointF& place, Qt::KeyboardModifiers modifiers)
{
    m_pressedAt = place;
    if (m_measuring) {
        m_measuring = false;
        m_pending.reset();
        update();
    }
    const bool measure = m_tool == NoTool && modifiers.testFlag(Qt::ShiftModifier);
    const auto kind = measure ? std::optional(DrawingKind::Measure) : kindOf(m_tool);
    if (!kind) {
        const auto hit = drawingAt(place);
        if (m_drawings)
            m_drawings->select(hit ? hit->first : 0);
        if (!hit)
            return false;
        for (const Drawing& drawing : m_drawings->drawings())
            if (drawing.id == hit->first)
                m_grab = Grab{hit->first, hit->second, place, drawing.points};
        m_drawings->beginMove();
        return true;
    }
    const auto point = pointAt(place);
    if (!point || (!m_drawings && !measure))
        return false;
    if (m_pending) {
        setPoint(*point);
        return true;
    }
    m_pending = Drawing{0, *kind, std::vector<DrawingPoint>(pointsOf(*kind), *point), {}, int(m_drawings ? m_drawings->count() : 0) % 8};
    m_pointsSet = 1;
    m_measuring = measure;
    if (pointsOf(*kind) == 1)
        finishPending();
    update();
    return true;
}

void CandleChartItem::setPoint(const DrawingPoint& point)
{
    for (std::size_t i = m_pointsSet; i < m_pending->points.size(); ++i)
        m_pending->points[i] = point;
    ++m_pointsSet;
    if (m_pointsSet >= m_pending->points.size())
        finishPending();
    update();
}

void CandleChartItem::finishPending()
{
    if (m_measuring)
        return; // stays on the screen until something else happens
    Drawing drawing = *m_pending;
    m_pending.reset();
    if (drawing.kind == DrawingKind::Text)
        drawing.text = tr("Text");
    const bool text = drawing.kind == DrawingKind::Text;
    const int id = m_drawings ? m_drawings->add(std::move(drawing)) : 0;
    m_tool = NoTool;
    emit toolChanged();
    if (text && id != 0)
        emit textPlaced(id);
}

bool CandleChartItem::toolMoved(const QPointF& place, bool pressed)
{
    if (m_grab && pressed) {
        const CandleLayout layout = layoutOf(*m_series, frame(size()), look().axisFont());
        const Placer placer(*m_series, m_view, layout);
        std::vector<DrawingPoint> points = m_grab->points;
        if (m_grab->handle >= 0) {
            if (const auto point = pointAt(place))
                points[std::size_t(m_grab->handle)] = *point;
        } else {
            // On a logarithmic axis the whole moves by pixels, so that it keeps its shape on the screen.
            const QPointF by = place - m_grab->from;
            for (DrawingPoint& point : points)
                point = placer.from(placer.at(point) + by);
        }
        m_drawings->setPoints(m_grab->id, std::move(points));
        return true;
    }
    if (!m_pending || (m_measuring && !pressed))
        return false;
    if (const auto point = pointAt(place)) {
        for (std::size_t i = m_pointsSet; i < m_pending->points.size(); ++i)
            m_pending->points[i] = *point;
        update();
    }
    return true;
}

bool CandleChartItem::toolReleased(const QPointF& place)
{
    if (m_grab) {
        m_grab.reset();
        if (m_drawings)
            m_drawings->endMove();
        return true;
    }
    if (!m_pending)
        return false;
    // A drag sets the second point where it ends; a click leaves it to the next click.
    const QPointF way = place - m_pressedAt;
    if (m_pointsSet == 1 && std::hypot(way.x(), way.y()) > dragged)
        if (const auto point = pointAt(place))
            setPoint(*point);
    return true;
}

bool CandleChartItem::toolKey(QKeyEvent* event)
{
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        constexpr std::pair<int, Tool> keys[] = {{Qt::Key_T, Trend}, {Qt::Key_R, Ray}, {Qt::Key_H, Level}, {Qt::Key_C, Channel}, {Qt::Key_F, Fibonacci}, {Qt::Key_B, Rectangle}};
        for (const auto& [key, tool] : keys)
            if (event->key() == key) {
                setTool(tool);
                return true;
            }
    }
    if (event->key() == Qt::Key_Escape && (m_pending || m_tool != NoTool || (m_drawings && m_drawings->selected() != 0))) {
        m_pending.reset();
        m_measuring = false;
        if (m_tool != NoTool)
            setTool(NoTool);
        else if (m_drawings)
            m_drawings->select(0);
        update();
        return true;
    }
    if (!m_drawings)
        return false;
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && m_drawings->selected() != 0) {
        m_drawings->remove(m_drawings->selected());
        return true;
    }
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (control && event->key() == Qt::Key_Z) {
        shift ? m_drawings->redo() : m_drawings->undo();
        return true;
    }
    if (control && event->key() == Qt::Key_Y) {
        m_drawings->redo();
        return true;
    }
    return false;
}

} // namespace rialto::charts
