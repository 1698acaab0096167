// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of performance that several sections print, each with its calculation over the daily values. Pure; any thread.
#pragma once

#include "reports/sections/report_view.h"

namespace rialto::reports {

Cell periodReturn(const ReportView& view);
Cell returnSinceInception(const ReportView& view);
Cell annualisedReturn(const ReportView& view);
Cell moneyWeightedReturn(const ReportView& view);
/// Printed as a loss: "-12.34%".
Cell largestFall(const ReportView& view);

} // namespace rialto::reports
