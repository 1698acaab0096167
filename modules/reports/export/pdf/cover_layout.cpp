// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/cover_layout.h"

#include "reports/export/pdf/page_style.h"

#include <algorithm>

namespace rialto::reports {
namespace {

using namespace style;

QRgb mixed(QRgb a, QRgb b, double share)
{
    const auto part = [share](int one, int other) { return static_cast<int>(one + (other - one) * share); };
    return qRgb(part(qRed(a), qRed(b)), part(qGreen(a), qGreen(b)), part(qBlue(a), qBlue(b)));
}

/// The arch of a bridge seen in many thin lines, wider and fainter outwards.
void drawArches(PageCanvas& page, QPointF foot, double largest)
{
    constexpr int count = 15;
    for (int i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / (count - 1);
        const double radius = largest * (0.22 + 0.78 * share);
        QPainterPath arch;
        arch.arcMoveTo(QRectF(foot.x() - radius, foot.y() - radius * 0.92, 2 * radius, 1.84 * radius), 0);
        arch.arcTo(QRectF(foot.x() - radius, foot.y() - radius * 0.92, 2 * radius, 1.84 * radius), 0, 180);
        page.stroke(arch, (1.5 - 1.0 * share) * kPt, mixed(kAccentDeep, kOnAccent, 0.42 - 0.33 * share));
    }
}

} // namespace

void drawCover(const Cover& cover, PageText& text, PageCanvas& page, QSizeF size)
{
    const double left = 64 * kPt;
    const double right = size.width() - 54 * kPt;
    const double panel = size.height() * 0.47;
    page.fill(QRectF(0, 0, size.width(), panel), kAccentDeep);
    drawArches(page, {size.width() * 0.8, panel}, panel * 0.9);
    page.fill(QRectF(0, panel, size.width(), 3 * kPt), kAccent);

    page.left(text, {left, 66 * kPt}, {11, false, kPaper}, fromUtf8(cover.firm));
    const QString title = fromUtf8(cover.title);
    const TextStyle titleStyle = text.fitted({36, false, kPaper}, title, right - left, 18);
    page.left(text, {left, panel - 92 * kPt}, titleStyle, title);
    page.left(text, {left, panel - 64 * kPt}, text.fitted({12, false, kOnAccent}, fromUtf8(cover.period), right - left), fromUtf8(cover.period));

    double y = panel + 62 * kPt;
    for (const auto& line : text.wrap({23, false, kInk}, fromUtf8(cover.client), right - left)) {
        page.left(text, {left, y}, {23, false, kInk}, line);
        y += 30 * kPt;
    }

    // Label above value, two columns; a long value takes the whole width.
    y += 12 * kPt;
    const double half = (right - left) / 2;
    bool second = false;
    for (const auto& fact : cover.facts) {
        const QString value = fromUtf8(fact.text);
        const TextStyle valueStyle{10, false, kInk};
        const bool wide = text.width(valueStyle, value) > half - 14 * kPt;
        if (wide && second) {
            y += 36 * kPt;
            second = false;
        }
        const double x = second ? left + half : left;
        page.left(text, {x, y}, {7.5, false, kMuted}, fromUtf8(fact.detail));
        const auto lines = text.wrap(valueStyle, value, wide ? right - left : half - 14 * kPt);
        double baseline = y + 14 * kPt;
        for (const auto& line : lines) {
            page.left(text, {x, baseline}, valueStyle, line);
            baseline += 14 * kPt;
        }
        if (wide || second)
            y += 36 * kPt + 14 * kPt * static_cast<double>(lines.size() - 1);
        second = !wide && !second;
    }
    if (second)
        y += 36 * kPt;

    const double foot = size.height() - 54 * kPt;
    const double figure = std::max(y + 34 * kPt, foot - 66 * kPt);
    page.line({left, figure - 46 * kPt}, {right, figure - 46 * kPt}, kMedium, kAccent);
    page.left(text, {left, figure - 28 * kPt}, {8, false, kMuted}, fromUtf8(cover.figureLabel));
    page.left(text, {left, figure}, text.fitted({25, false, kAccent}, fromUtf8(cover.figure), right - left, 14), fromUtf8(cover.figure));
    page.left(text, {left, figure + 18 * kPt}, {9, false, kMuted}, fromUtf8(cover.figureDetail));
    page.left(text, {left, foot + 14 * kPt}, text.fitted({7.5, false, kMuted}, fromUtf8(cover.contact), right - left), fromUtf8(cover.contact));
}

} // namespace rialto::reports
