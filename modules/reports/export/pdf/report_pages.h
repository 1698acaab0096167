// SPDX-License-Identifier: GPL-3.0-or-later
// ReportPages: a document set on pages, ready to be painted: the preview on screen and the PDF are the same drawing.
// Needs a QGuiApplication (fonts; the offscreen platform will do). May be made, painted and destroyed on any thread, one
// thread at a time for each object: it touches fonts and painters only, which Qt allows outside the GUI thread.
#pragma once

#include "reports/report_document.h"

#include <QImage>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>

class QPainter;

namespace rialto::reports {

enum class Paper { A4, Letter };

struct ComposedPages;

class ReportPages {
public:
    explicit ReportPages(const ReportDocument& document, Paper paper = Paper::A4);
    ~ReportPages();
    ReportPages(ReportPages&&) noexcept;
    ReportPages& operator=(ReportPages&&) noexcept;

    int count() const;
    /// In points.
    QSizeF size() const;
    /// Page 0 is the first. 96 dots an inch gives 794 x 1123 for A4.
    QImage image(int page, double dotsPerInch = 96) const;
    /// Onto a painter whose unit is 1/1440 inch (style::kDotsPerInch).
    void paint(QPainter& painter, int page) const;
    const ComposedPages& composed() const { return *m_pages; }
    /// Text of a page in drawing order, for tests.
    QStringList texts(int page) const;

private:
    Paper m_paper;
    std::unique_ptr<ComposedPages> m_pages;
};

} // namespace rialto::reports
