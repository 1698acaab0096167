// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of reports. A report is one file in reports/catalog that defines `ReportDefinition <fileName>Report()`;
// reportCatalog() lists them all, in the order of the file names. Pure; any thread.
#pragma once

#include "reports/report_document.h"
#include "reports/statement.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::reports {

struct ReportDefinition {
    std::string id;                  // "client-statement", as on the command line
    LocalizedText title;
    LocalizedText description;       // one sentence, for the list of reports
    std::function<Result<ReportDocument>(const StatementData&, Language)> build;
};

std::vector<ReportDefinition> reportCatalog();
/// Errors: reports.unknown.
Result<ReportDefinition> findReport(std::string_view id);

/// The statement of the catalogue. Errors are those of validate().
Result<ReportDocument> buildClientStatement(const StatementData& data, Language language);

} // namespace rialto::reports
