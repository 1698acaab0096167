// SPDX-License-Identifier: GPL-3.0-or-later
// Attribution: why the portfolio did better or worse than its model.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition attributionReport()
{
    return {"attribution", {"Attribution", "业绩归因"}, {"Why the portfolio did better or worse than its model: allocation, selection, interaction.", "组合相对模型的超额收益：配置、选择与交互效应。"}, ReportScope::Client, NeedsAttribution,
        {coverSection, attributionSection, attributionPeriodsSection, attributionNotesSection}};
}

} // namespace rialto::reports
