// SPDX-License-Identifier: GPL-3.0-or-later
// TableLayout: a Table measured for a width: columns as wide as their figures need, text wrapped in what is left, the whole
// set smaller when it would not fit. The composer asks for heights, decides about pages, and has the pieces drawn.
#pragma once

#include "reports/export/pdf/page_canvas.h"
#include "reports/report_document.h"

#include <vector>

namespace rialto::reports {

class TableLayout {
public:
    TableLayout(PageText& text, const Table& table, double width);

    /// Rows that must stay on one page: a group with its first row, the last row with its subtotal and total.
    struct Chunk {
        std::size_t first = 0;
        std::size_t count = 0;
        double height = 0;
    };
    const std::vector<Chunk>& chunks() const { return m_chunks; }
    double captionHeight() const;
    double headHeight() const { return m_headHeight; }
    void drawCaption(PageCanvas& page, double x, double y, bool again) const;
    void drawHead(PageCanvas& page, double x, double y) const;
    /// The group that a page break has cut before `chunk`, named once more; nothing, and no height, when it cuts none.
    double continuedGroupHeight(const Chunk& chunk) const;
    void drawContinuedGroup(PageCanvas& page, double x, double y, const Chunk& chunk) const;
    void drawChunk(PageCanvas& page, double x, double y, const Chunk& chunk) const;

private:
    struct CellLines {
        QStringList text;
        QStringList detail;
        bool bold = false;
    };
    struct ColumnBox {
        double left = 0;
        double right = 0;
        double afterPoint = 0;   // widest part from the decimal point on
    };

    bool fitColumns(double points);
    void measureRows();
    void makeChunks();
    double naturalWidth(std::size_t column) const;
    TextStyle textStyle(RowStyle row, std::size_t column) const;
    TextStyle detailStyle() const;
    TextStyle headStyle() const;
    static QString afterPoint(const QString& text);
    static bool isFlush(Align align) { return align == Align::Right || align == Align::Decimal; }
    const Row* cutGroup(const Chunk& chunk) const;
    void drawRow(PageCanvas& page, double x, double y, std::size_t row) const;

    PageText& m_text;
    const Table& m_table;
    double m_width;
    double m_points = 8;
    double m_headHeight = 0;
    std::vector<ColumnBox> m_columns;
    std::vector<std::vector<CellLines>> m_lines;
    std::vector<QStringList> m_heads;
    std::vector<double> m_heights;
    std::vector<Chunk> m_chunks;
};

} // namespace rialto::reports
