// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/page_canvas.h"

#include <QPainter>
#include <QPen>

namespace rialto::reports {

void PageCanvas::left(PageText& text, QPointF at, const TextStyle& style, const QString& words)
{
    if (!words.isEmpty())
        m_items.push_back(Words{at, text.font(style, words), style.colour, words});
}

void PageCanvas::right(PageText& text, QPointF at, const TextStyle& style, const QString& words)
{
    left(text, {at.x() - text.width(style, words), at.y()}, style, words);
}

void PageCanvas::centred(PageText& text, QPointF at, const TextStyle& style, const QString& words)
{
    left(text, {at.x() - text.width(style, words) / 2, at.y()}, style, words);
}

void PageCanvas::fill(const QRectF& box, QRgb colour)
{
    QPainterPath path;
    path.addRect(box);
    fill(path, colour);
}

void PageCanvas::fill(const QPainterPath& path, QRgb colour)
{
    m_items.push_back(Fill{path, colour});
}

void PageCanvas::line(QPointF from, QPointF to, double width, QRgb colour)
{
    QPainterPath path(from);
    path.lineTo(to);
    stroke(path, width, colour);
}

void PageCanvas::stroke(const QPainterPath& path, double width, QRgb colour, bool dashed)
{
    m_items.push_back(Stroke{path, width, colour, dashed});
}

void PageCanvas::picture(const QRectF& box, const QImage& image)
{
    const QSizeF size = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
    m_items.push_back(Picture{QRectF(QPointF(box.right() - size.width(), box.top()), size), image});
}

void PageCanvas::recolour(const std::function<QRgb(QRgb)>& change)
{
    for (auto& item : m_items) {
        if (auto* words = std::get_if<Words>(&item))
            words->colour = change(words->colour);
        else if (auto* area = std::get_if<Fill>(&item))
            area->colour = change(area->colour);
        else if (auto* lines = std::get_if<Stroke>(&item))
            lines->colour = change(lines->colour);
    }
}

void PageCanvas::paint(QPainter& painter) const
{
    for (const auto& item : m_items) {
        if (const auto* words = std::get_if<Words>(&item)) {
            painter.setPen(QColor::fromRgba(words->colour));
            painter.setFont(words->font);
            painter.drawText(words->at, words->text);
        } else if (const auto* area = std::get_if<Fill>(&item)) {
            painter.fillPath(area->path, QColor::fromRgba(area->colour));
        } else if (const auto* lines = std::get_if<Stroke>(&item)) {
            QPen pen(QColor::fromRgba(lines->colour), lines->width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
            if (lines->dashed)
                pen.setDashPattern({3.0, 2.5});
            painter.strokePath(lines->path, pen);
        } else if (const auto* picture = std::get_if<Picture>(&item)) {
            painter.drawImage(picture->box, picture->image);
        }
    }
}

QStringList PageCanvas::texts() const
{
    QStringList list;
    for (const auto& item : m_items)
        if (const auto* words = std::get_if<Words>(&item))
            list.push_back(words->text);
    return list;
}

} // namespace rialto::reports
