// SPDX-License-Identifier: GPL-3.0-or-later
// The data-quality report: what the rules find in the daily price series.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition dataQualityReport()
{
    return {"data-quality", {"Data-quality report", "数据质量报告"}, {"Gaps, contradictions, jumps and age of every daily price series.", "每个日线序列的缺口、矛盾、跳变与新旧程度。"}, ReportScope::Market, NeedsQuality,
        {coverSection, dataQualitySection}};
}

} // namespace rialto::reports
