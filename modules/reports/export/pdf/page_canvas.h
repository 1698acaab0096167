// SPDX-License-Identifier: GPL-3.0-or-later
// PageCanvas: one page as a list of things to draw, recorded once and painted as often as wanted (PDF, screen). Units are
// those of page_style.h, origin at the top left.
#pragma once

#include "reports/export/pdf/page_text.h"

#include <QImage>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <functional>
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

    /// Fitted into the box, to its right edge.
    void picture(const QRectF& box, const QImage& image);
    /// Every colour of what was recorded so far, through the function.
    void recolour(const std::function<QRgb(QRgb)>& change);

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
    struct Picture {
        QRectF box;
        QImage image;
    };
    std::vector<std::variant<Words, Fill, Stroke, Picture>> m_items;
};

} // namespace rialto::reports
