// SPDX-License-Identifier: GPL-3.0-or-later
// A report as JSON: what is printed, and every figure with its id, exact value, calculation and source rows. readReportFigures()
// reads the figures of such a file back, for `rialtoctl explain --report`. Pure; any thread. All input is hostile: sizes and
// depths are bounded, a file that is none of ours is an error.
#pragma once

#include "base/result.h"
#include "reports/report_document.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::reports {

std::string reportJson(const ReportDocument& document);

struct ReportFigures {
    std::string key;             // "client-statement/C-1001/2026-01-01..2026-01-31"
    std::string report;
    std::string client;
    Date from;
    Date to;
    std::vector<Figure> figures;
    std::vector<SeriesDay> series;
};

/// Errors: reports.file-malformed, reports.file-too-large.
Result<ReportFigures> readReportFigures(std::string_view json);
ReportFigures figuresOf(const ReportDocument& document);

} // namespace rialto::reports
