// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one HTML file that needs nothing else: no script, no font, no request; charts are inline SVG, light and dark
// follow the reader's system, and it prints. Each printed figure carries its id (data-figure) and its formula as a tooltip. All
// text is escaped: a client's name cannot become markup. Pure; any thread.
#pragma once

#include "reports/report_document.h"

#include <string>

namespace rialto::reports {

std::string reportHtml(const ReportDocument& document);

} // namespace rialto::reports
