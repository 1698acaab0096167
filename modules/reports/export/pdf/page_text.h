// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts of printed reports, and how wide and high text is in them. One object a rendering; not shared between threads.
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <utility>

namespace rialto::reports {

inline QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

struct TextStyle {
    double points = 8;
    bool bold = false;
    QRgb colour = 0xff000000;
};

class PageText {
public:
    /// Chinese is set in the regular weight always: no bold Chinese font is assumed, and a synthetic one leaves the text
    /// layer of a PDF empty.
    const QFont& font(const TextStyle& style, const QString& text);
    double width(const TextStyle& style, const QString& text);
    /// Baseline to baseline.
    static double lineHeight(const TextStyle& style);
    /// Top of the line to its baseline.
    static double ascent(const TextStyle& style);
    /// Lines no wider than `width`, broken where the script allows it, else anywhere. At least one line.
    QStringList wrap(const TextStyle& style, const QString& text, double width);
    /// The style, smaller in steps of half a point down to `least`, until the text fits.
    TextStyle fitted(TextStyle style, const QString& text, double width, double least = 5.5);

private:
    struct Face {
        QFont font;
        QFontMetricsF metrics;
    };
    const Face& face(const TextStyle& style, const QString& text);
    std::map<std::pair<int, bool>, Face> m_faces;
};

} // namespace rialto::reports
