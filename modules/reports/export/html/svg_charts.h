// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of a report as inline SVG. Colours are CSS classes of report_html.cpp, so that light and dark are one drawing.
// Coordinates are whole tenths of a pixel: the same file on every machine. Pure; any thread.
#pragma once

#include "reports/report_document.h"

#include <string>
#include <string_view>

namespace rialto::reports {

std::string svgOf(const LineChart& chart);
std::string svgOf(const DonutChart& chart);
std::string svgOf(const BarChart& chart);

/// Text for HTML and SVG: & < > " ' are escaped, control characters dropped.
std::string escaped(std::string_view text);

} // namespace rialto::reports
