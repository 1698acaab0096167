// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of a report as vector drawing on a page: value over time, donut with legend, bars. They take their ticks and
// labels from the document and draw at the width they are given.
#pragma once

#include "reports/export/pdf/page_canvas.h"
#include "reports/report_document.h"

namespace rialto::reports {

/// `plot` is the height between the axes.
double heightOf(const LineChart& chart, double plot);
double heightOf(const DonutChart& chart);
double heightOf(const BarChart& chart);

void draw(const LineChart& chart, double plot, PageText& text, PageCanvas& page, double x, double y, double width);
void draw(const DonutChart& chart, PageText& text, PageCanvas& page, double x, double y, double width);
void draw(const BarChart& chart, PageText& text, PageCanvas& page, double x, double y, double width);

} // namespace rialto::reports
