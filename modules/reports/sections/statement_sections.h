// SPDX-License-Identifier: GPL-3.0-or-later
// The sections that statement-like reports are put together from: each turns part of a StatementData into blocks. The data
// has passed validate(). Pure; any thread.
#pragma once

#include "reports/sections/report_view.h"

namespace rialto::reports {

Blocks coverSection(const ReportView& view);
Blocks overviewSection(const ReportView& view);
Blocks allocationSection(const ReportView& view);
Blocks holdingsSection(const ReportView& view);
Blocks performanceSection(const ReportView& view);
Blocks cashSection(const ReportView& view);
Blocks tradesSection(const ReportView& view);
Blocks costsSection(const ReportView& view);
Blocks notesSection(const ReportView& view);

} // namespace rialto::reports
