// SPDX-License-Identifier: GPL-3.0-or-later
// printedFigures(): the numbers of a document in reading order, each with the words around it and the id of the figure behind
// it: what a screen lists beside the pages. Pure; any thread.
#pragma once

#include "reports/report_document.h"

#include <string>
#include <vector>

namespace rialto::reports {

struct PrintedFigure {
    std::string section;         // heading above it
    std::string label;           // "MERI · Value USD"
    std::string text;            // as printed
    std::string id;              // within the document
    friend bool operator==(const PrintedFigure&, const PrintedFigure&) = default;
};

/// A figure that is printed more than once is listed where it stands first.
std::vector<PrintedFigure> printedFigures(const ReportDocument& document);

} // namespace rialto::reports
