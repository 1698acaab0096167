// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

namespace rialto::reports {

Result<ReportDefinition> findReport(std::string_view id)
{
    for (auto& report : reportCatalog())
        if (report.id == id)
            return report;
    return notFound("reports.unknown", std::string(id.substr(0, 60)));
}

} // namespace rialto::reports
