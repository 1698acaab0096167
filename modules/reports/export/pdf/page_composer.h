// SPDX-License-Identifier: GPL-3.0-or-later
// PageComposer: lets the blocks of a document flow onto pages. Headings stay with what they head, tables repeat their head
// and never leave one row behind, every page but the cover carries header, footer and its number.
#pragma once

#include "reports/export/pdf/page_canvas.h"
#include "reports/report_document.h"

#include <QSizeF>

#include <string>
#include <vector>

namespace rialto::reports {

struct Bookmark {
    QString title;
    int page = 0;
    double y = 0;     // from the top, page units
};

struct ComposedPages {
    std::vector<PageCanvas> pages;
    std::vector<Bookmark> bookmarks;
};

class PageComposer {
public:
    PageComposer(const ReportDocument& document, QSizeF pageSize);
    ComposedPages compose();

    void operator()(const Cover& block);
    void operator()(const Heading& block);
    void operator()(const Paragraph& block);
    void operator()(const KeyFigures& block);
    void operator()(const Table& block);
    void operator()(const LineChart& block);
    void operator()(const DonutChart& block) { chart(block); }
    void operator()(const BarChart& block) { chart(block); }
    void operator()(const Footnotes& block);
    void operator()(const PageBreak&) { newPage(); }

private:
    template <class Chart>
    void chart(const Chart& block);
    PageCanvas& page() { return m_out.pages.back(); }
    double bottom() const;
    double plotHeight() const;
    double leastHeightAfter(std::size_t block);
    void newPage();
    /// Starts a page when `height` does not fit below what is there.
    void need(double height);
    void furnish();
    void drawMark(PageCanvas& on, double right, double baseline, QRgb colour);

    const ReportDocument& m_document;
    QSizeF m_size;
    double m_left;
    double m_width;
    double m_y = 0;
    bool m_atTop = true;         // nothing on the page yet
    bool m_open = false;         // there is a page to draw on
    std::size_t m_block = 0;
    int m_covers = 0;
    PageText m_text;
    ComposedPages m_out;
};

} // namespace rialto::reports
