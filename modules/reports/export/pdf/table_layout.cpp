// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/table_layout.h"

#include "reports/export/pdf/page_style.h"

#include <algorithm>
#include <numeric>

namespace rialto::reports {
namespace {

using namespace style;

constexpr double kGap = 9 * kPt;          // between columns
constexpr double kPadding = 3.1 * kPt;    // above and below the text of a row
constexpr double kGroupSpace = 7 * kPt;   // above a group

} // namespace

TableLayout::TableLayout(PageText& text, const Table& table, double width) : m_text(text), m_table(table), m_width(width)
{
    for (double points = 8; !fitColumns(points) && points > 5.5; points -= 0.5) {
    }
    measureRows();
    makeChunks();
}

TextStyle TableLayout::textStyle(RowStyle row, std::size_t column) const
{
    switch (row) {
    case RowStyle::Group: return {m_points, true, kAccent};
    case RowStyle::Subtotal: return {m_points, true, kInk};
    case RowStyle::Total: return {m_points + 0.5, true, kInk};
    case RowStyle::Normal: break;
    }
    return {m_points, m_table.columns[column].strong, kInk};
}

TextStyle TableLayout::detailStyle() const
{
    return {m_points - 1.5, false, kMuted};
}

TextStyle TableLayout::headStyle() const
{
    return {m_points - 1, false, kMuted};
}

QString TableLayout::afterPoint(const QString& text)
{
    const auto point = text.lastIndexOf(QLatin1Char('.'));
    if (point >= 0)
        return text.mid(point);
    return text.endsWith(QLatin1Char('%')) ? text.right(1) : QString();
}

double TableLayout::naturalWidth(std::size_t column) const
{
    const Column& head = m_table.columns[column];
    // A head may break between words, so its widest word counts.
    double widest = 0;
    for (const auto& title : {head.title, head.subtitle})
        for (const auto& word : fromUtf8(title).split(QLatin1Char(' ')))
            widest = std::max(widest, m_text.width(headStyle(), word));
    double before = 0;
    double after = 0;
    for (const auto& row : m_table.rows) {
        if (row.style == RowStyle::Group)
            continue;
        const QString text = fromUtf8(row.cells[column].text);
        const TextStyle style = textStyle(row.style, column);
        const bool alone = column == 0 && row.style != RowStyle::Normal; // may run on over empty neighbours
        if (head.align == Align::Decimal) {
            const double tail = m_text.width(style, afterPoint(text));
            before = std::max(before, m_text.width(style, text) - tail);
            after = std::max(after, tail);
        } else if (!alone) {
            widest = std::max(widest, m_text.width(style, text));
        }
        widest = std::max(widest, m_text.width(detailStyle(), fromUtf8(row.cells[column].detail)));
    }
    return std::max(widest, before + after);
}

bool TableLayout::fitColumns(double points)
{
    m_points = points;
    const std::size_t count = m_table.columns.size();
    const double room = m_width - kGap * static_cast<double>(count - 1);
    std::vector<double> widths(count);
    double flush = 0;
    double loose = 0;
    double shares = 0;
    for (std::size_t i = 0; i < count; ++i) {
        widths[i] = naturalWidth(i);
        (isFlush(m_table.columns[i].align) ? flush : loose) += widths[i];
        shares += m_table.columns[i].share;
    }
    const bool hasLoose = loose > 0;
    bool fits = true;
    if (flush + loose <= room) {
        const double extra = room - flush - loose;
        for (std::size_t i = 0; i < count; ++i)
            widths[i] += extra * m_table.columns[i].share / shares;
    } else if (hasLoose) {
        // Text can wrap, figures cannot.
        double least = 0;
        double looseShares = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!isFlush(m_table.columns[i].align)) {
                least += std::min(widths[i], 52 * kPt);
                looseShares += m_table.columns[i].share;
            }
        }
        fits = flush + least <= room;
        const double rest = std::max(room - flush, room * 0.2);
        const double squeeze = flush > room - rest ? (room - rest) / flush : 1.0;
        double given = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (isFlush(m_table.columns[i].align))
                widths[i] *= squeeze;
            else
                given += widths[i] = std::min(widths[i], rest * m_table.columns[i].share / looseShares);
        }
        for (std::size_t i = 0; given < rest && i < count; ++i) {
            if (isFlush(m_table.columns[i].align))
                continue;
            widths[i] += rest - given;
            given = rest;
        }
    } else {
        fits = false;
        for (auto& width : widths)
            width *= room / (flush + loose);
    }

    m_columns.assign(count, {});
    double x = 0;
    for (std::size_t i = 0; i < count; ++i) {
        m_columns[i].left = x;
        m_columns[i].right = x + widths[i];
        x += widths[i] + kGap;
        if (m_table.columns[i].align != Align::Decimal)
            continue;
        for (const auto& row : m_table.rows)
            m_columns[i].afterPoint = std::max(m_columns[i].afterPoint, m_text.width(textStyle(row.style, i), afterPoint(fromUtf8(row.cells[i].text))));
    }
    return fits;
}

void TableLayout::measureRows()
{
    m_heads.clear();
    std::size_t headLines = 1;
    bool anyHead = false;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        QStringList lines;
        for (const auto& title : {m_table.columns[i].title, m_table.columns[i].subtitle})
            if (!title.empty())
                lines += m_text.wrap(headStyle(), fromUtf8(title), m_columns[i].right - m_columns[i].left + kGap / 2);
        anyHead = anyHead || !lines.isEmpty();
        headLines = std::max(headLines, static_cast<std::size_t>(lines.size()));
        m_heads.push_back(lines);
    }
    m_headHeight = anyHead ? static_cast<double>(headLines) * PageText::lineHeight(headStyle()) + 2 * kPadding : 0;

    for (const auto& row : m_table.rows) {
        std::vector<CellLines> cells(row.cells.size());
        double height = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const TextStyle style = textStyle(row.style, i);
            const QString text = fromUtf8(row.cells[i].text);
            const QString detail = fromUtf8(row.cells[i].detail);
            // Group and sum names run over the empty cells to their right.
            std::size_t last = i;
            if (row.style != RowStyle::Normal)
                while (last + 1 < row.cells.size() && row.cells[last + 1].text.empty())
                    ++last;
            const double room = m_columns[last].right - m_columns[i].left;
            const bool wraps = !isFlush(m_table.columns[i].align);
            if (!text.isEmpty())
                cells[i].text = wraps ? m_text.wrap(style, text, room) : QStringList{text};
            if (!detail.isEmpty())
                cells[i].detail = wraps ? m_text.wrap(detailStyle(), detail, room) : QStringList{detail};
            height = std::max(height, cells[i].text.size() * PageText::lineHeight(style) + cells[i].detail.size() * PageText::lineHeight(detailStyle()));
        }
        height += 2 * kPadding + (row.style == RowStyle::Group ? kGroupSpace : 0);
        m_heights.push_back(height);
        m_lines.push_back(std::move(cells));
    }
}

void TableLayout::makeChunks()
{
    std::size_t start = 0;
    const auto& rows = m_table.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool opens = rows[i].style == RowStyle::Group;
        const bool closesNext = i + 1 < rows.size() && (rows[i + 1].style == RowStyle::Subtotal || rows[i + 1].style == RowStyle::Total);
        if (opens || closesNext)
            continue;
        const std::size_t count = i + 1 - start;
        const double height = std::accumulate(m_heights.begin() + static_cast<std::ptrdiff_t>(start), m_heights.begin() + static_cast<std::ptrdiff_t>(i + 1), 0.0);
        m_chunks.push_back({start, count, height});
        start = i + 1;
    }
    if (start < rows.size())
        m_chunks.push_back({start, rows.size() - start, std::accumulate(m_heights.begin() + static_cast<std::ptrdiff_t>(start), m_heights.end(), 0.0)});
}

double TableLayout::captionHeight() const
{
    return m_table.caption.empty() ? 0 : 22 * kPt;
}

void TableLayout::drawCaption(PageCanvas& page, double x, double y, bool again) const
{
    if (m_table.caption.empty())
        return;
    const TextStyle style{again ? 9.0 : 11.0, true, again ? kMuted : kInk};
    const QString words = fromUtf8(again ? m_table.caption + " " + m_table.continued : m_table.caption);
    page.left(m_text, {x, y + 13 * kPt}, style, words);
}

void TableLayout::drawHead(PageCanvas& page, double x, double y) const
{
    if (m_headHeight <= 0)
        return;
    const TextStyle style = headStyle();
    const double line = PageText::lineHeight(style);
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        double baseline = y + m_headHeight - kPadding - line * static_cast<double>(m_heads[i].size()) + PageText::ascent(style);
        for (const auto& words : m_heads[i]) {
            if (isFlush(m_table.columns[i].align))
                page.right(m_text, {x + m_columns[i].right, baseline}, style, words);
            else if (m_table.columns[i].align == Align::Centre)
                page.centred(m_text, {x + (m_columns[i].left + m_columns[i].right) / 2, baseline}, style, words);
            else
                page.left(m_text, {x + m_columns[i].left, baseline}, style, words);
            baseline += line;
        }
    }
    page.line({x, y + m_headHeight}, {x + m_width, y + m_headHeight}, kMedium, kRule);
}

const Row* TableLayout::cutGroup(const Chunk& chunk) const
{
    if (m_table.rows[chunk.first].style != RowStyle::Normal)
        return nullptr;
    for (std::size_t i = chunk.first; i-- > 0;) {
        const Row& row = m_table.rows[i];
        if (row.style != RowStyle::Normal)
            return row.style == RowStyle::Group ? &row : nullptr;
    }
    return nullptr;
}

double TableLayout::continuedGroupHeight(const Chunk& chunk) const
{
    return cutGroup(chunk) ? PageText::lineHeight(textStyle(RowStyle::Group, 0)) + 2 * kPadding : 0;
}

void TableLayout::drawContinuedGroup(PageCanvas& page, double x, double y, const Chunk& chunk) const
{
    const Row* group = cutGroup(chunk);
    if (!group)
        return;
    const TextStyle style = textStyle(RowStyle::Group, 0);
    page.left(m_text, {x, y + kPadding + PageText::ascent(style)}, style, fromUtf8(group->cells.front().text + " " + m_table.continued));
    const double bottom = y + continuedGroupHeight(chunk);
    page.line({x, bottom}, {x + m_width, bottom}, kThin, kHairline);
}

void TableLayout::drawChunk(PageCanvas& page, double x, double y, const Chunk& chunk) const
{
    for (std::size_t row = chunk.first; row < chunk.first + chunk.count; ++row) {
        drawRow(page, x, y, row);
        y += m_heights[row];
    }
}

void TableLayout::drawRow(PageCanvas& page, double x, double y, std::size_t row) const
{
    const RowStyle style = m_table.rows[row].style;
    const double bottom = y + m_heights[row];
    if (style == RowStyle::Total) {
        page.fill(QRectF(x - 4 * kPt, y, m_width + 8 * kPt, m_heights[row]), kAccentTint);
        page.line({x - 4 * kPt, y}, {x + m_width + 4 * kPt, y}, kMedium, kAccent);
    } else {
        page.line({x, bottom}, {x + m_width, bottom}, kThin, style == RowStyle::Subtotal ? kRule : kHairline);
    }
    const double top = y + kPadding + (style == RowStyle::Group ? kGroupSpace : 0);
    for (std::size_t i = 0; i < m_lines[row].size(); ++i) {
        const CellLines& cell = m_lines[row][i];
        const ColumnBox& column = m_columns[i];
        const Align align = m_table.columns[i].align;
        double line = top;
        const auto put = [&](const QStringList& lines, const TextStyle& text, bool points) {
            for (const auto& words : lines) {
                const double baseline = line + PageText::ascent(text);
                const double tail = points && align == Align::Decimal ? column.afterPoint - m_text.width(text, afterPoint(words)) : 0;
                if (isFlush(align)) {
                    const double edge = x + column.right - tail;
                    page.right(m_text, {edge, baseline}, m_text.fitted(text, words, edge - (x + column.left)), words);
                } else if (align == Align::Centre) {
                    page.centred(m_text, {x + (column.left + column.right) / 2, baseline}, text, words);
                } else {
                    page.left(m_text, {x + column.left, baseline}, text, words);
                }
                line += PageText::lineHeight(text);
            }
        };
        put(cell.text, textStyle(style, i), true);
        put(cell.detail, detailStyle(), false);
    }
}

} // namespace rialto::reports
