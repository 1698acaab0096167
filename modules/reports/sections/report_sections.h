// SPDX-License-Identifier: GPL-3.0-or-later
// Sections of the reports beyond the statement, each a part that several reports may take. Their words stand in them, in both
// languages. The data has passed validate(). Pure; any thread.
#pragma once

#include "reports/sections/statement_sections.h"

namespace rialto::reports {

Blocks allocationOverviewSection(const ReportView& view);
Blocks currencyExposureSection(const ReportView& view);
Blocks accountAllocationSection(const ReportView& view);
Blocks largestHoldingsSection(const ReportView& view);
Blocks openLotsSection(const ReportView& view);
Blocks realisedGainsSection(const ReportView& view);
Blocks riskFiguresSection(const ReportView& view);
Blocks fallsSection(const ReportView& view);
Blocks gainsByHoldingSection(const ReportView& view);
Blocks executionSection(const ReportView& view);
Blocks ordersSection(const ReportView& view);
Blocks marketOverviewSection(const ReportView& view);
Blocks marketTableSection(const ReportView& view);
Blocks dataQualitySection(const ReportView& view);
Blocks proposalProfileSection(const ReportView& view);
Blocks proposalPlanSection(const ReportView& view);
Blocks attributionSection(const ReportView& view);
Blocks attributionPeriodsSection(const ReportView& view);
Blocks complianceSection(const ReportView& view);
Blocks backtestSection(const ReportView& view);
Blocks backtestTripsSection(const ReportView& view);
Blocks researchNoteSection(const ReportView& view);
/// The notes that fit each kind of report.
Blocks plainNotesSection(const ReportView& view);
Blocks lotNotesSection(const ReportView& view);
Blocks riskNotesSection(const ReportView& view);
Blocks executionNotesSection(const ReportView& view);
Blocks marketNotesSection(const ReportView& view);
Blocks proposalNotesSection(const ReportView& view);
Blocks attributionNotesSection(const ReportView& view);
Blocks complianceNotesSection(const ReportView& view);
Blocks backtestNotesSection(const ReportView& view);
Blocks researchNotesSection(const ReportView& view);

} // namespace rialto::reports
