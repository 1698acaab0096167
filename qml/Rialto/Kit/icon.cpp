// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <utility>

namespace rialto::kit {
namespace {

// A drawing is a list of strokes: M x y starts a line, L x y goes on, Z closes, O x y r is a circle, D x y r a dot,
// C x1 y1 x2 y2 x y a curve, R x y w h r a rounded rectangle.
constexpr std::array<std::pair<const char*, const char*>, 62> drawings{{
    {"search", "O 7 7 4.5 M 10.4 10.4 L 14 14"},
    {"close", "M 4 4 L 12 12 M 12 4 L 4 12"},
    {"plus", "M 8 3 L 8 13 M 3 8 L 13 8"},
    {"minus", "M 3 8 L 13 8"},
    {"check", "M 3 8.5 L 6.5 12 L 13 4.5"},
    {"chevron-down", "M 4 6 L 8 10 L 12 6"},
    {"chevron-up", "M 4 10 L 8 6 L 12 10"},
    {"chevron-left", "M 10 4 L 6 8 L 10 12"},
    {"chevron-right", "M 6 4 L 10 8 L 6 12"},
    {"arrow-up", "M 8 13 L 8 3 M 4 7 L 8 3 L 12 7"},
    {"arrow-down", "M 8 3 L 8 13 M 4 9 L 8 13 L 12 9"},
    {"menu", "M 2.5 4.5 L 13.5 4.5 M 2.5 8 L 13.5 8 M 2.5 11.5 L 13.5 11.5"},
    {"more", "D 3.5 8 1.1 D 8 8 1.1 D 12.5 8 1.1"},
    {"settings", "M 2 5 L 8 5 M 12 5 L 14 5 O 10 5 2 M 2 11 L 4 11 M 8 11 L 14 11 O 6 11 2"},
    {"sun", "O 8 8 2.8 M 8 1.2 L 8 2.8 M 8 13.2 L 8 14.8 M 1.2 8 L 2.8 8 M 13.2 8 L 14.8 8 M 3.2 3.2 L 4.3 4.3 M 11.7 11.7 L 12.8 12.8 M 3.2 12.8 L 4.3 11.7 M 11.7 4.3 L 12.8 3.2"},
    {"moon", "M 13.2 9.4 C 12.2 12 9.5 13.8 6.7 13 C 3.6 12.1 1.9 8.9 2.9 5.9 C 3.6 3.9 5.2 2.6 7 2.4 C 5.6 4.9 6.4 7.7 8.4 9 C 9.9 9.9 11.7 10 13.2 9.4 Z"},
    {"link", "M 6.5 9.5 L 9.5 6.5 M 7.5 4.5 L 9 3 C 10 2 12 2 13 3 C 14 4 14 6 13 7 L 11.5 8.5 M 8.5 11.5 L 7 13 C 6 14 4 14 3 13 C 2 12 2 10 3 9 L 4.5 7.5"},
    {"bell", "M 3 11.5 L 13 11.5 C 11.8 10.5 11.8 9 11.8 7 C 11.8 4.5 10.2 3 8 3 C 5.8 3 4.2 4.5 4.2 7 C 4.2 9 4.2 10.5 3 11.5 Z M 6.6 13.7 L 9.4 13.7 M 8 1.6 L 8 3"},
    {"play", "M 4.5 3 L 12.5 8 L 4.5 13 Z"},
    {"pause", "M 5.5 3.5 L 5.5 12.5 M 10.5 3.5 L 10.5 12.5"},
    {"step", "M 4 3.5 L 10.5 8 L 4 12.5 Z M 12.5 3.5 L 12.5 12.5"},
    {"export", "M 8 10 L 8 2.5 M 5 5.5 L 8 2.5 L 11 5.5 M 2.5 9.5 L 2.5 13.5 L 13.5 13.5 L 13.5 9.5"},
    {"import", "M 8 2.5 L 8 10 M 5 7 L 8 10 L 11 7 M 2.5 9.5 L 2.5 13.5 L 13.5 13.5 L 13.5 9.5"},
    {"refresh", "M 13 3 L 13 6.5 L 9.5 6.5 M 12.7 6.2 C 11.5 3.6 8.8 2.4 6.2 3.2 C 3.6 4 2.2 6.6 2.8 9.2 C 3.4 11.8 6 13.5 8.6 13 C 10.5 12.7 12 11.5 12.7 9.8"},
    {"filter", "M 2.5 3.5 L 13.5 3.5 L 9.3 8.6 L 9.3 12.8 L 6.7 11.4 L 6.7 8.6 Z"},
    {"chart", "M 4.5 2.5 L 4.5 13.5 M 11.5 2 L 11.5 12 R 3 5 3 5.5 0.4 R 10 4 3 5 0.4"},
    {"list", "M 6 4 L 13.5 4 M 6 8 L 13.5 8 M 6 12 L 13.5 12 D 3 4 0.9 D 3 8 0.9 D 3 12 0.9"},
    {"depth", "M 2.5 3.5 L 10 3.5 M 2.5 6.5 L 7 6.5 M 13.5 9.5 L 8 9.5 M 13.5 12.5 L 4.5 12.5"},
    {"user", "O 8 5.2 2.7 M 2.8 13.6 C 3.2 10.6 5.4 9.6 8 9.6 C 10.6 9.6 12.8 10.6 13.2 13.6"},
    {"users", "O 6 5.4 2.4 M 1.4 13 C 1.8 10.4 3.6 9.5 6 9.5 C 8.4 9.5 10.2 10.4 10.6 13 M 10.2 3.2 C 12.4 3.4 12.6 7 10.4 7.6 M 11.8 9.8 C 13.4 10.2 14.4 11.3 14.6 13"},
    {"briefcase", "R 2 5 12 8.5 1 M 5.5 5 L 5.5 3 L 10.5 3 L 10.5 5 M 2 9 L 14 9"},
    {"file", "M 4 2 L 9.5 2 L 12.5 5 L 12.5 14 L 4 14 Z M 9.5 2 L 9.5 5 L 12.5 5 M 6 8.5 L 10.5 8.5 M 6 11 L 10.5 11"},
    {"warning", "M 8 2.5 L 14.3 13.3 L 1.7 13.3 Z M 8 6.5 L 8 9.6 D 8 11.4 0.8"},
    {"info", "O 8 8 6 M 8 7.4 L 8 11 D 8 5 0.8"},
    {"lock", "R 3.5 7 9 6.5 1 M 5.3 7 L 5.3 5 C 5.3 1.6 10.7 1.6 10.7 5 L 10.7 7"},
    {"star", "M 8 2 L 9.8 6 L 14 6.4 L 10.8 9.3 L 11.8 13.5 L 8 11.3 L 4.2 13.5 L 5.2 9.3 L 2 6.4 L 6.2 6 Z"},
    {"trash", "M 2.8 4.5 L 13.2 4.5 M 6 4.5 L 6 2.5 L 10 2.5 L 10 4.5 M 4.2 4.5 L 4.8 13.5 L 11.2 13.5 L 11.8 4.5 M 6.8 7 L 6.8 11 M 9.2 7 L 9.2 11"},
    {"edit", "M 3 13 L 3.6 10 L 10.8 2.8 L 13.2 5.2 L 6 12.4 Z M 9.2 4.4 L 11.6 6.8"},
    {"globe", "O 8 8 6 M 2 8 L 14 8 M 8 2 C 4.6 5 4.6 11 8 14 C 11.4 11 11.4 5 8 2 Z"},
    {"command", "M 4 5 L 7 8 L 4 11 M 8.5 11.5 L 12.5 11.5"},
    {"grid", "R 2.5 2.5 4.5 4.5 0.6 R 9 2.5 4.5 4.5 0.6 R 2.5 9 4.5 4.5 0.6 R 9 9 4.5 4.5 0.6"},
    {"clock", "O 8 8 6 M 8 4.4 L 8 8 L 10.6 9.6"},
    {"calendar", "R 2.5 3.5 11 10 0.8 M 2.5 6.8 L 13.5 6.8 M 5.4 2 L 5.4 4.6 M 10.6 2 L 10.6 4.6"},
    {"copy", "R 5.5 5.5 8 8 0.8 M 3 10.5 L 2.5 10.5 L 2.5 2.5 L 10.5 2.5 L 10.5 3.2"},
    {"expand", "M 9.5 2.5 L 13.5 2.5 L 13.5 6.5 M 6.5 13.5 L 2.5 13.5 L 2.5 9.5 M 13.5 2.5 L 9.2 6.8 M 2.5 13.5 L 6.8 9.2"},
    {"swap", "M 3 5.5 L 13 5.5 M 10.3 2.8 L 13 5.5 L 10.3 8.2 M 13 10.8 L 3 10.8 M 5.7 8.1 L 3 10.8 L 5.7 13.5"},
    {"cursor", "M 4 2.5 L 12.5 8.5 L 8.6 9.2 L 6.6 13 Z"},
    {"trend", "M 3.4 12.6 L 12.6 3.4 O 2.6 13.4 1.1 O 13.4 2.6 1.1"},
    {"ray", "O 3 12.6 1.1 M 3.9 11.8 L 14 2.6 M 10.4 2.6 L 14 2.6 L 14 6"},
    {"level", "M 1.8 8 L 6.6 8 M 9.4 8 L 14.2 8 O 8 8 1.2"},
    {"channel", "M 2 9.6 L 10 2.6 M 6 13.6 L 14 6.6"},
    {"fibonacci", "M 2 2.6 L 14 2.6 M 2 6.4 L 14 6.4 M 2 9 L 14 9 M 2 13.4 L 14 13.4"},
    {"rectangle", "R 2.6 4 10.8 8 0.4"},
    {"text", "M 3 4.8 L 3 3 L 13 3 L 13 4.8 M 8 3 L 8 13 M 6 13 L 10 13"},
    {"measure", "R 1.6 5.4 12.8 5.2 0.4 M 4.4 5.4 L 4.4 8 M 7 5.4 L 7 7.4 M 9.6 5.4 L 9.6 8 M 12 5.4 L 12 7.4"},
    {"undo", "M 6 3 L 2.8 6.2 L 6 9.4 M 2.8 6.2 L 9.4 6.2 C 12.6 6.2 13.6 8.4 13.4 10.2 C 13.2 12 11.8 13 9.6 13 L 6.6 13"},
    {"redo", "M 10 3 L 13.2 6.2 L 10 9.4 M 13.2 6.2 L 6.6 6.2 C 3.4 6.2 2.4 8.4 2.6 10.2 C 2.8 12 4.2 13 6.4 13 L 9.4 13"},
    {"eye", "M 1.6 8 C 4.4 3.4 11.6 3.4 14.4 8 C 11.6 12.6 4.4 12.6 1.6 8 Z O 8 8 1.9"},
    {"study", "M 1.8 11 L 5 6.6 L 8 9.4 L 14 2.8 M 2 14 L 14 14"},
    {"news", "R 2 3 12 10 0.8 M 4.4 6 L 8 6 M 4.4 8.4 L 11.6 8.4 M 4.4 10.6 L 11.6 10.6"},
    {"database", "M 2.6 4 C 2.6 1.6 13.4 1.6 13.4 4 C 13.4 6.4 2.6 6.4 2.6 4 Z M 2.6 4 L 2.6 12 C 2.6 14.4 13.4 14.4 13.4 12 L 13.4 4 M 2.6 8 C 2.6 10.4 13.4 10.4 13.4 8"},
    {"pie", "O 8 8 6 M 8 2 L 8 8 L 12.8 11.6"},
}};

const char* drawingOf(const QString& name)
{
    for (const auto& [key, drawing] : drawings)
        if (name == QLatin1String(key))
            return drawing;
    return nullptr;
}

class Reader
{
public:
    explicit Reader(const char* text) : m_words(QString::fromLatin1(text).split(QLatin1Char(' '))) {}
    bool atEnd() const { return m_next >= m_words.size(); }
    QChar verb() { return m_words.at(m_next++).at(0); }
    double number() { return m_words.at(m_next++).toDouble(); }
    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }

private:
    QStringList m_words;
    qsizetype m_next = 0;
};

} // namespace

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(16, 16);
    setAntialiasing(true);
}

void Icon::setName(const QString& name)
{
    if (name == m_name)
        return;
    m_name = name;
    if (!m_name.isEmpty() && drawingOf(m_name) == nullptr)
        qWarning("Icon: no drawing is called '%s'", qPrintable(m_name));
    emit nameChanged();
    update();
}

void Icon::setColor(const QColor& color)
{
    if (color == m_color)
        return;
    m_color = color;
    emit colorChanged();
    update();
}

QStringList Icon::names()
{
    QStringList result;
    for (const auto& drawing : drawings)
        result.append(QLatin1String(drawing.first));
    return result;
}

void Icon::paint(QPainter* painter)
{
    const char* drawing = drawingOf(m_name);
    if (drawing == nullptr)
        return;
    const double unit = std::min(width(), height()) / 16.0;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(unit, unit);
    QPainterPath strokes;
    QPainterPath dots;
    Reader reader(drawing);
    while (!reader.atEnd()) {
        switch (reader.verb().toLatin1()) {
        case 'M': strokes.moveTo(reader.point()); break;
        case 'L': strokes.lineTo(reader.point()); break;
        case 'Z': strokes.closeSubpath(); break;
        case 'C': {
            const QPointF first = reader.point();
            const QPointF second = reader.point();
            strokes.cubicTo(first, second, reader.point());
            break;
        }
        case 'O': {
            const QPointF centre = reader.point();
            const double radius = reader.number();
            strokes.addEllipse(centre, radius, radius);
            break;
        }
        case 'D': {
            const QPointF centre = reader.point();
            const double radius = reader.number();
            dots.addEllipse(centre, radius, radius);
            break;
        }
        case 'R': {
            const QPointF corner = reader.point();
            const QPointF size = reader.point();
            const double radius = reader.number();
            strokes.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
            break;
        }
        default: break;
        }
    }
    painter->strokePath(strokes, QPen(m_color, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->fillPath(dots, m_color);
}

} // namespace rialto::kit
