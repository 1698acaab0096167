// SPDX-License-Identifier: GPL-3.0-or-later
// The research note: an analyst's view with price and news.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition researchNoteReport()
{
    return {"research-note", {"Research note", "研究报告"}, {"An analyst's note about a security, with its price and news.", "分析师关于某证券的报告，附行情与新闻。"}, ReportScope::Study, NeedsNote | NeedsMarket,
        {coverSection, researchNoteSection, researchNotesSection}};
}

} // namespace rialto::reports
