// SPDX-License-Identifier: GPL-3.0-or-later
// Invented facts for every report of the catalogue: the sample statement, and lots, disposals, orders, prices and findings beside
// it. The same on every run.
#pragma once

#include "reports/report_data.h"

namespace rialto::testing {

reports::ReportData sampleReport();

} // namespace rialto::testing
