// SPDX-License-Identifier: GPL-3.0-or-later
// writeReport(): a document in the formats asked for, as files. Each is written beside its place and renamed: there is the whole
// file or none. Needs a QGuiApplication for PDF; may be called from several threads at a time.
#pragma once

#include "base/result.h"
#include "reports/report_document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::reports {

enum class ReportFormat { Pdf, Xlsx, Html, Csv, Json };
std::string_view name(ReportFormat format);              // "pdf"
std::optional<ReportFormat> reportFormat(std::string_view name);
std::vector<std::string> reportFormatNames();

struct ReportFile {
    std::string path;
    std::string name;        // without the folder
    ReportFormat format = ReportFormat::Pdf;
    std::string sha256;      // lower-case hexadecimal
    std::int64_t bytes = 0;
    int pages = 0;           // of PDFs
};

/// "client-statement-C-1001-2026-01-31-en": without characters that a file system would read as something else.
std::string reportFileStem(const ReportDocument& document);
/// The folder is made when it is not there. Errors: reports.write-failed, reports.pdf-failed, reports.xlsx-failed.
Result<std::vector<ReportFile>> writeReport(const ReportDocument& document, const std::string& folder, const std::vector<ReportFormat>& formats);
/// Errors: reports.write-failed, reports.read-failed.
Result<ReportFile> writeWhole(const std::string& path, std::string_view bytes);
Result<std::string> sha256OfFile(const std::string& path);

} // namespace rialto::reports
