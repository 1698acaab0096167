// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/page_composer.h"

#include "reports/export/pdf/chart_layout.h"
#include "reports/export/pdf/cover_layout.h"
#include "reports/export/pdf/page_style.h"
#include "reports/export/pdf/table_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rialto::reports {
namespace {

using namespace style;

const TextStyle kSection{20, false, kInk};
const TextStyle kSubsection{11, true, kInk};
const TextStyle kLead{9, false, kMuted};
const TextStyle kBody{8.5, false, kInk};
const TextStyle kFurniture{7.5, false, kMuted};
const TextStyle kMark{7, true, kMuted};

constexpr double kBlockSpace = 17 * kPt;

/// The look is one accent and its shades; another accent turns and tints every shade alike, greys hardly.
std::function<QRgb(QRgb)> shadesOf(QRgb accent)
{
    const QColor from = QColor::fromRgb(kAccent).toHsl();
    const QColor to = QColor::fromRgb(accent).toHsl();
    const double turn = to.hslHueF() < 0 ? 0 : to.hslHueF() - from.hslHueF();
    const double tint = to.hslSaturationF() / from.hslSaturationF();
    const double lift = to.lightnessF() - from.lightnessF();
    return [=](QRgb colour) {
        const QColor old = QColor::fromRgb(colour).toHsl();
        if (old.hslHueF() < 0)
            return colour;
        const double hue = old.hslHueF() + turn;
        // Ink and paper stay; what lies between moves with the accent.
        const double room = 4 * old.lightnessF() * (1 - old.lightnessF());
        const bool grey = old.hslSaturationF() < 0.35;
        return QColor::fromHslF(float(hue - std::floor(hue)), float(std::clamp(old.hslSaturationF() * tint, 0.0, 1.0)),
            float(std::clamp(old.lightnessF() + (grey ? 0 : lift * room), 0.0, 1.0))).rgb();
    };
}

double headingHeight(const Heading& heading)
{
    if (heading.level == 1)
        return 36 * kPt + (heading.lead.empty() ? 0 : 14 * kPt) + 12 * kPt;
    return 16 * kPt + (heading.lead.empty() ? 0 : 13 * kPt) + 6 * kPt;
}

} // namespace

PageComposer::PageComposer(const ReportDocument& document, QSizeF pageSize)
    : m_document(document), m_size(pageSize), m_left(kMarginSide), m_width(pageSize.width() - 2 * kMarginSide)
{
}

ComposedPages PageComposer::compose()
{
    for (m_block = 0; m_block < m_document.blocks.size(); ++m_block)
        std::visit(*this, m_document.blocks[m_block]);
    if (m_out.pages.empty())
        newPage();
    furnish();
    if (const QRgb accent = 0xff000000U | m_document.brand.accent; accent != kAccent)
        for (auto& one : m_out.pages)
            one.recolour(shadesOf(accent));
    return std::move(m_out);
}

double PageComposer::bottom() const
{
    return m_size.height() - kMarginBottom;
}

/// Lower on a lower paper, so that the overview stays one page on Letter too.
double PageComposer::plotHeight() const
{
    return 122 * kPt - (842 * kPt - m_size.height()) / 2;
}

void PageComposer::newPage()
{
    m_out.pages.emplace_back();
    m_y = kMarginTop;
    m_atTop = true;
    m_open = true;
}

void PageComposer::need(double height)
{
    if (!m_open || (!m_atTop && m_y + kBlockSpace + height > bottom()))
        newPage();
    else if (!m_atTop)
        m_y += kBlockSpace;
    m_atTop = false;
}

/// What must follow a heading on its page.
double PageComposer::leastHeightAfter(std::size_t block)
{
    if (block >= m_document.blocks.size())
        return 0;
    const Block& next = m_document.blocks[block];
    if (const auto* table = std::get_if<Table>(&next)) {
        const TableLayout layout(m_text, *table, m_width);
        double height = layout.captionHeight() + layout.headHeight();
        for (std::size_t i = 0; i < std::min<std::size_t>(2, layout.chunks().size()); ++i)
            height += layout.chunks()[i].height;
        return height;
    }
    if (const auto* line = std::get_if<LineChart>(&next))
        return heightOf(*line, plotHeight());
    if (const auto* donut = std::get_if<DonutChart>(&next))
        return heightOf(*donut);
    if (const auto* bars = std::get_if<BarChart>(&next))
        return heightOf(*bars);
    return 60 * kPt;
}

void PageComposer::operator()(const Cover& block)
{
    newPage();
    drawCover(block, m_text, page(), m_size);
    m_open = false;
    ++m_covers;
    if (const auto& logo = m_document.brand.logo; !logo.empty()) {
        const QImage image = QImage::fromData(reinterpret_cast<const uchar*>(logo.data()), static_cast<int>(logo.size()));
        if (!image.isNull())
            page().picture(QRectF(m_size.width() - 214 * kPt, 86 * kPt, 160 * kPt, 48 * kPt), image);
    }
    if (!m_document.furniture.simulated.empty())
        drawMark(page(), m_size.width() - 54 * kPt, 66 * kPt, kOnAccent);
}

void PageComposer::operator()(const Heading& block)
{
    if (block.startsPage && m_open && m_y > kMarginTop)
        newPage();
    const double space = block.level == 1 && m_open && !m_atTop ? 12 * kPt : 0;
    need(headingHeight(block) + space + leastHeightAfter(m_block + 1));
    if (m_y > kMarginTop)
        m_y += space;
    if (block.level == 1) {
        m_out.bookmarks.push_back({fromUtf8(block.text), static_cast<int>(m_out.pages.size()) - 1, m_y});
        page().fill(QRectF(m_left, m_y, 26 * kPt, 2.2 * kPt), kAccent);
        page().left(m_text, {m_left, m_y + 28 * kPt}, kSection, fromUtf8(block.text));
        if (!block.lead.empty())
            page().left(m_text, {m_left, m_y + 45 * kPt}, kLead, fromUtf8(block.lead));
    } else {
        page().left(m_text, {m_left, m_y + 12 * kPt}, kSubsection, fromUtf8(block.text));
        if (!block.lead.empty())
            page().left(m_text, {m_left, m_y + 26 * kPt}, kLead, fromUtf8(block.lead));
    }
    m_y += headingHeight(block);
    m_atTop = true; // the heading brings its own distance
}

void PageComposer::operator()(const Paragraph& block)
{
    const TextStyle style{kBody.points, false, block.muted ? kMuted : kInk};
    const QStringList lines = m_text.wrap(style, fromUtf8(block.text), m_width);
    const double line = PageText::lineHeight(style);
    need(line * static_cast<double>(std::min<qsizetype>(lines.size(), 3)));
    for (const auto& words : lines) {
        if (m_y + line > bottom())
            newPage();
        page().left(m_text, {m_left, m_y + PageText::ascent(style)}, style, words);
        m_y += line;
        m_atTop = false;
    }
}

void PageComposer::operator()(const KeyFigures& block)
{
    if (block.figures.empty())
        return;
    constexpr double height = 56 * kPt;
    need(height);
    const double slot = m_width / static_cast<double>(block.figures.size());
    const double gap = 12 * kPt;
    // One size for all of them, so that they read as a row.
    TextStyle style{block.figures.size() > 4 ? 15.0 : 17.0, false, kInk};
    for (const auto& figure : block.figures)
        style = m_text.fitted(style, fromUtf8(figure.value), slot - gap, 8);
    page().line({m_left, m_y}, {m_left + m_width, m_y}, kMedium, kAccent);
    for (std::size_t i = 0; i < block.figures.size(); ++i) {
        const double x = m_left + slot * static_cast<double>(i) + (i == 0 ? 0 : gap);
        if (i > 0)
            page().line({x - gap, m_y + 9 * kPt}, {x - gap, m_y + height - 3 * kPt}, kThin, kHairline);
        const double room = slot - gap;
        const KeyFigure& figure = block.figures[i];
        page().left(m_text, {x, m_y + 15 * kPt}, m_text.fitted({7.5, false, kMuted}, fromUtf8(figure.label), room), fromUtf8(figure.label));
        page().left(m_text, {x, m_y + 35 * kPt}, style, fromUtf8(figure.value));
        const TextStyle detail{7, false, kMuted};
        double baseline = m_y + 48 * kPt;
        for (const auto& words : m_text.wrap(detail, fromUtf8(figure.detail), room)) {
            page().left(m_text, {x, baseline}, detail, words);
            baseline += PageText::lineHeight(detail);
        }
    }
    m_y += height;
}

void PageComposer::operator()(const Table& block)
{
    const TableLayout table(m_text, block, m_width);
    const auto& chunks = table.chunks();
    const double head = table.captionHeight() + table.headHeight();
    double start = head;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, chunks.size()); ++i)
        start += chunks[i].height;
    need(start);
    const auto drawTop = [&](bool again) {
        table.drawCaption(page(), m_left, m_y, again);
        m_y += table.captionHeight();
        table.drawHead(page(), m_left, m_y);
        m_y += table.headHeight();
    };
    drawTop(false);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        // The last chunk takes the one before along rather than stand alone under a repeated head.
        const bool secondLast = i + 2 == chunks.size() && chunks[i].count + chunks[i + 1].count < 5;
        const double wanted = chunks[i].height + (secondLast ? chunks[i + 1].height : 0);
        if (m_y + wanted > bottom() && m_y > kMarginTop + head) {
            newPage();
            drawTop(true);
            table.drawContinuedGroup(page(), m_left, m_y, chunks[i]);
            m_y += table.continuedGroupHeight(chunks[i]);
        }
        table.drawChunk(page(), m_left, m_y, chunks[i]);
        m_y += chunks[i].height;
        m_atTop = false;
    }
}

template <class Chart>
void PageComposer::chart(const Chart& block)
{
    need(heightOf(block));
    draw(block, m_text, page(), m_left, m_y, m_width);
    m_y += heightOf(block);
}

void PageComposer::operator()(const LineChart& block)
{
    const double height = heightOf(block, plotHeight());
    need(height);
    draw(block, plotHeight(), m_text, page(), m_left, m_y, m_width);
    m_y += height;
}

void PageComposer::operator()(const Footnotes& block)
{
    const TextStyle style{8.5, false, kInk};
    const double line = PageText::lineHeight(style) * 1.06;
    const double indent = 20 * kPt;
    bool first = true;
    for (std::size_t i = 0; i < block.notes.size(); ++i) {
        const QStringList lines = m_text.wrap(style, fromUtf8(block.notes[i]), m_width - indent);
        const double height = line * static_cast<double>(lines.size());
        if (first)
            need(height);
        else if (m_y + height > bottom())
            newPage();
        first = false;
        m_atTop = false;
        page().left(m_text, {m_left, m_y + PageText::ascent(style)}, {8.5, false, kAccent}, QString::number(i + 1));
        for (const auto& words : lines) {
            page().left(m_text, {m_left + indent, m_y + PageText::ascent(style)}, style, words);
            m_y += line;
        }
        m_y += 5 * kPt;
    }
}

void PageComposer::drawMark(PageCanvas& on, double right, double baseline, QRgb colour)
{
    const QString words = fromUtf8(m_document.furniture.simulated);
    const double width = m_text.width(kMark, words);
    const double pad = 6 * kPt;
    QPainterPath frame;
    frame.addRoundedRect(QRectF(right - width - 2 * pad, baseline - 8.6 * kPt, width + 2 * pad, 12.2 * kPt), 2 * kPt, 2 * kPt);
    on.stroke(frame, kMedium, colour);
    on.left(m_text, {right - width - pad, baseline}, {kMark.points, kMark.bold, colour}, words);
}

void PageComposer::furnish()
{
    const PageFurniture& furniture = m_document.furniture;
    const QString total = QString::number(m_out.pages.size());
    for (std::size_t i = static_cast<std::size_t>(m_covers); i < m_out.pages.size(); ++i) {
        PageCanvas& on = m_out.pages[i];
        const double right = m_left + m_width;
        on.left(m_text, {m_left, kHeaderBaseline}, kFurniture, fromUtf8(furniture.headerLeft));
        on.right(m_text, {right, kHeaderBaseline}, kFurniture, fromUtf8(furniture.headerRight));
        on.line({m_left, kHeaderBaseline + 8 * kPt}, {right, kHeaderBaseline + 8 * kPt}, kThin, kHairline);
        if (!furniture.simulated.empty()) {
            const double middle = m_left + m_width / 2 + m_text.width(kMark, fromUtf8(furniture.simulated)) / 2;
            drawMark(on, middle, kHeaderBaseline, kMuted);
        }
        const double foot = m_size.height() - kFooterBaseline;
        on.line({m_left, foot - 13 * kPt}, {right, foot - 13 * kPt}, kThin, kHairline);
        on.left(m_text, {m_left, foot}, kFurniture, fromUtf8(furniture.footerLeft));
        on.right(m_text, {right, foot}, kFurniture, fromUtf8(furniture.pageOf).replace(QLatin1String("{0}"), QString::number(i + 1)).replace(QLatin1String("{1}"), total));
    }
}

} // namespace rialto::reports
