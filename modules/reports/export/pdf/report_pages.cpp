// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/report_pages.h"

#include "base/check.h"
#include "reports/export/pdf/page_composer.h"
#include "reports/export/pdf/page_style.h"

#include <QPageSize>
#include <QPainter>

#include <cmath>

namespace rialto::reports {
namespace {

QSizeF pointsOf(Paper paper)
{
    return QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter).size(QPageSize::Point);
}

} // namespace

ReportPages::ReportPages(const ReportDocument& document, Paper paper)
    : m_paper(paper), m_pages(std::make_unique<ComposedPages>(PageComposer(document, pointsOf(paper) * style::kPt).compose()))
{
}

ReportPages::~ReportPages() = default;
ReportPages::ReportPages(ReportPages&&) noexcept = default;
ReportPages& ReportPages::operator=(ReportPages&&) noexcept = default;

int ReportPages::count() const
{
    return static_cast<int>(m_pages->pages.size());
}

QSizeF ReportPages::size() const
{
    return pointsOf(m_paper);
}

QImage ReportPages::image(int page, double dotsPerInch) const
{
    const QSizeF dots = size() * dotsPerInch / 72.0;
    QImage image(static_cast<int>(std::lround(dots.width())), static_cast<int>(std::lround(dots.height())), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(dotsPerInch / style::kDotsPerInch, dotsPerInch / style::kDotsPerInch);
    paint(painter, page);
    return image;
}

void ReportPages::paint(QPainter& painter, int page) const
{
    RIALTO_CHECK(page >= 0 && page < count(), "no such page");
    m_pages->pages[static_cast<std::size_t>(page)].paint(painter);
}

QStringList ReportPages::texts(int page) const
{
    RIALTO_CHECK(page >= 0 && page < count(), "no such page");
    return m_pages->pages[static_cast<std::size_t>(page)].texts();
}

} // namespace rialto::reports
