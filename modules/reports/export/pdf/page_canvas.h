// SPDX-License-Identifier: GPL-3.0-or-later
// PageCanvas: one page as a list of things to draw, recorded once and painted as often as wanted (PDF, screen). Units are
// those of page_style.h, origin at the top left.
#pragma once

#include "reports/export/pdf/page_text.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <variant>
#include <vector>

class QPainter;

namespace rialto::reports {

class PageCanvas {
public:
    /// Baseline at `at`. Right and centred text is placed by its measured width.
    void left(PageText& text, QPointF at, const TextStyle& style, const QString& words);
    void right(PageText& text, QPointF at, const TextStyle& style, const QString& words);
    void centred(PageText& text, QPointF at, const TextStyle& style, const QString& words);
    void fill(const QRectF& box, QRgb colour);
    void fill(const QPainterPath& path, QRgb colour);
    void line(QPointF from, QPointF to, double width, QRgb colour);
    void stroke(const QPainterPath& path, double width, QRgb colour, bool dashed = false);

    void paint(QPainter& painter) const;
    /// Every text of the page in drawing order, for tests.
    QStringList texts() const;

private:
    struct Words {
        QPointF at;
        QFont font;
        QRgb colour;
        QString text;
    };
    struct Fill {
        QPainterPath path;
        QRgb colour;
    };
    struct Stroke {
        QPainterPath path;
        double width;
        QRgb colour;
        bool dashed;
    };
    std::vector<std::variant<Words, Fill, Stroke>> m_items;
};

} // namespace rialto::reports
