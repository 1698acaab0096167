// SPDX-License-Identifier: GPL-3.0-or-later
// PdfExporter: a report document as a PDF file. Vector drawing, embedded subset fonts, text that can be searched and copied
// in both languages, bookmarks, document language; the same document gives the same bytes on one machine (fonts and Qt
// version decide the rest). Needs a QGuiApplication, as ReportPages does; may be called from any thread, and from several at
// a time: it keeps nothing between calls.
#pragma once

#include "base/result.h"
#include "reports/export/pdf/report_pages.h"
#include "reports/report_document.h"

#include <QByteArray>

#include <cstdint>
#include <string>

namespace rialto::reports {

struct PdfOptions {
    Paper paper = Paper::A4;
};

struct PdfFile {
    std::string path;
    std::string sha256;      // lower-case hexadecimal
    std::int64_t bytes = 0;
    int pages = 0;
};

class PdfExporter {
public:
    /// The file as bytes. Errors: reports.pdf-failed.
    static Result<QByteArray> render(const ReportDocument& document, const PdfOptions& options = {});
    /// Writes beside `path` and renames: there is the whole file or what was there before. The folder must exist.
    /// Errors: reports.pdf-failed, reports.write-failed.
    static Result<PdfFile> write(const ReportDocument& document, const std::string& path, const PdfOptions& options = {});
};

} // namespace rialto::reports
