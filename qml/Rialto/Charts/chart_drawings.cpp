// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_drawings.h"

#include <algorithm>

namespace rialto::charts {
namespace {

constexpr std::size_t stepsKept = 100;

} // namespace

Drawing* ChartDrawings::find(int id)
{
    const auto found = std::find_if(m_drawings.begin(), m_drawings.end(), [id](const Drawing& drawing) { return drawing.id == id; });
    return found == m_drawings.end() ? nullptr : &*found;
}

void ChartDrawings::remember()
{
    m_before.push_back(m_drawings);
    if (m_before.size() > stepsKept)
        m_before.erase(m_before.begin());
    m_after.clear();
}

void ChartDrawings::tell()
{
    if (m_selected != 0 && find(m_selected) == nullptr) {
        m_selected = 0;
        emit selectedChanged();
    }
    emit changed();
    emit stateChanged();
}

void ChartDrawings::select(int id)
{
    if (id == m_selected || (id != 0 && find(id) == nullptr))
        return;
    m_selected = id;
    emit selectedChanged();
    emit changed();
}

QString ChartDrawings::selectedText() const
{
    for (const Drawing& drawing : m_drawings)
        if (drawing.id == m_selected)
            return drawing.text;
    return {};
}

bool ChartDrawings::selectedIsText() const
{
    return std::any_of(m_drawings.begin(), m_drawings.end(), [this](const Drawing& drawing) { return drawing.id == m_selected && drawing.kind == DrawingKind::Text; });
}

int ChartDrawings::add(Drawing drawing)
{
    if (m_drawings.size() >= most || drawing.points.size() != pointsOf(drawing.kind))
        return 0;
    remember();
    drawing.id = ++m_lastId;
    m_drawings.push_back(std::move(drawing));
    m_selected = m_lastId;
    emit selectedChanged();
    tell();
    return m_lastId;
}

void ChartDrawings::beginMove() { m_moveFrom = m_drawings; }

void ChartDrawings::setPoints(int id, std::vector<DrawingPoint> points)
{
    Drawing* drawing = find(id);
    if (drawing == nullptr || points.size() != drawing->points.size())
        return;
    drawing->points = std::move(points);
    emit changed();
}

void ChartDrawings::endMove()
{
    if (m_moveFrom == m_drawings)
        return;
    m_moveFrom.swap(m_drawings);
    remember();
    m_moveFrom.swap(m_drawings);
    tell();
}

void ChartDrawings::setText(int id, const QString& text)
{
    Drawing* drawing = find(id);
    const QString kept = text.left(200);
    if (drawing == nullptr || drawing->text == kept)
        return;
    remember();
    drawing->text = kept;
    tell();
}

void ChartDrawings::setColour(int id, int colour)
{
    Drawing* drawing = find(id);
    if (drawing == nullptr || drawing->colour == colour || colour < 0)
        return;
    remember();
    drawing->colour = colour;
    tell();
}

void ChartDrawings::remove(int id)
{
    if (find(id) == nullptr)
        return;
    remember();
    m_drawings.erase(std::remove_if(m_drawings.begin(), m_drawings.end(), [id](const Drawing& drawing) { return drawing.id == id; }), m_drawings.end());
    tell();
}

void ChartDrawings::clear()
{
    if (m_drawings.empty())
        return;
    remember();
    m_drawings.clear();
    tell();
}

void ChartDrawings::undo()
{
    if (m_before.empty())
        return;
    m_after.push_back(std::move(m_drawings));
    m_drawings = std::move(m_before.back());
    m_before.pop_back();
    tell();
}

void ChartDrawings::redo()
{
    if (m_after.empty())
        return;
    m_before.push_back(std::move(m_drawings));
    m_drawings = std::move(m_after.back());
    m_after.pop_back();
    tell();
}

QVariantList ChartDrawings::state() const
{
    QVariantList list;
    for (const Drawing& drawing : m_drawings)
        list << toVariant(drawing);
    return list;
}

void ChartDrawings::setState(const QVariantList& state)
{
    m_drawings.clear();
    m_before.clear();
    m_after.clear();
    for (const QVariant& entry : state)
        if (auto drawing = drawingFrom(entry.toMap()); drawing && m_drawings.size() < most) {
            drawing->id = ++m_lastId;
            m_drawings.push_back(std::move(*drawing));
        }
    m_selected = 0;
    emit selectedChanged();
    emit changed();
}

} // namespace rialto::charts
