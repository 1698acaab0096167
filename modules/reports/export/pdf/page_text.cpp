// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/page_text.h"

#include "reports/export/pdf/page_style.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace rialto::reports {
namespace {

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2E80; });
}

QFont makeFont(int units, bool bold)
{
    QFont font;
    // Noto Sans CJK would put radicals in the place of some characters of the text layer; Micro Hei extracts right.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("Segoe UI"), QStringLiteral("Microsoft YaHei"),
        QStringLiteral("Helvetica Neue"), QStringLiteral("PingFang SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(units);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing switches ligatures off; a ligature has no character of its own and would be lost to search and copy.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

} // namespace

const PageText::Face& PageText::face(const TextStyle& style, const QString& text)
{
    const int units = std::max(1, static_cast<int>(std::lround(style.points * style::kPt)));
    const bool bold = style.bold && !hasChinese(text);
    const auto at = m_faces.find({units, bold});
    if (at != m_faces.end())
        return at->second;
    const QFont font = makeFont(units, bold);
    return m_faces.emplace(std::pair{units, bold}, Face{font, QFontMetricsF(font)}).first->second;
}

const QFont& PageText::font(const TextStyle& style, const QString& text)
{
    return face(style, text).font;
}

double PageText::width(const TextStyle& style, const QString& text)
{
    return text.isEmpty() ? 0 : face(style, text).metrics.horizontalAdvance(text);
}

double PageText::lineHeight(const TextStyle& style)
{
    return style.points * 1.36 * style::kPt;
}

double PageText::ascent(const TextStyle& style)
{
    return style.points * 1.03 * style::kPt;
}

QStringList PageText::wrap(const TextStyle& style, const QString& text, double width)
{
    if (this->width(style, text) <= width)
        return {text};
    QTextLayout layout(text, font(style, text));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(false);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.push_back(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines.isEmpty() ? QStringList{text} : lines;
}

TextStyle PageText::fitted(TextStyle style, const QString& text, double width, double least)
{
    while (style.points - 0.5 >= least && this->width(style, text) > width)
        style.points -= 0.5;
    return style;
}

} // namespace rialto::reports
