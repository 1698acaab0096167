// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/pdf_exporter.h"

#include "reports/export/pdf/page_composer.h"
#include "reports/export/pdf/page_style.h"
#include "reports/export/pdf/pdf_rewriter.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace rialto::reports {
namespace {

Result<QByteArray> renderPages(const ReportDocument& document, const ReportPages& pages, const PdfOptions& options)
{
    QByteArray raw;
    QBuffer buffer(&raw);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(style::kDotsPerInch);
        writer.setPageSize(QPageSize(options.paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter;
        if (!painter.begin(&writer))
            return unavailable("reports.pdf-failed", "the PDF engine did not start");
        for (int i = 0; i < pages.count(); ++i) {
            if (i > 0 && !writer.newPage())
                return unavailable("reports.pdf-failed", "page " + std::to_string(i + 1));
            pages.paint(painter, i);
        }
        if (!painter.end())
            return unavailable("reports.pdf-failed", "the PDF engine did not finish");
    }

    PdfDetails details;
    details.title = fromUtf8(document.title);
    details.author = fromUtf8(document.author);
    details.subject = fromUtf8(document.subject);
    details.language = document.language == Language::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en-GB");
    details.createdAt = document.createdAt;
    for (const auto& mark : pages.composed().bookmarks)
        details.bookmarks.push_back({mark.title, mark.page, pages.size().height() - mark.y / style::kPt + 8});
    auto finished = rewritePdf(raw, details);
    if (!finished)
        return unavailable("reports.pdf-failed", "the PDF engine wrote a structure that is not known");
    return *std::move(finished);
}

} // namespace

Result<QByteArray> PdfExporter::render(const ReportDocument& document, const PdfOptions& options)
{
    return renderPages(document, ReportPages(document, options.paper), options);
}

Result<PdfFile> PdfExporter::write(const ReportDocument& document, const std::string& path, const PdfOptions& options)
{
    const ReportPages pages(document, options.paper);
    const auto bytes = renderPages(document, pages, options);
    if (!bytes)
        return bytes.error();
    QSaveFile file(fromUtf8(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return unavailable("reports.write-failed", path + ": " + file.errorString().toStdString());
    return PdfFile{path, QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex().toStdString(), bytes->size(), pages.count()};
}

} // namespace rialto::reports
