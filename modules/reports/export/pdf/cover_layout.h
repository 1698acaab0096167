// SPDX-License-Identifier: GPL-3.0-or-later
// The cover page of a report: a panel in the accent colour with the title and a bridge of arcs, below it whose report it is.
#pragma once

#include "reports/export/pdf/page_canvas.h"
#include "reports/report_document.h"

#include <QSizeF>

namespace rialto::reports {

void drawCover(const Cover& cover, PageText& text, PageCanvas& page, QSizeF size);

} // namespace rialto::reports
