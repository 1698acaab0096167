// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a report as JSON: they are refused with a sentence, or every figure can be
// explained without an end that is not reached.
#pragma once

#include "reports/explanation.h"

#include <cstdint>

namespace rialto::fuzzing {

inline void runReportFileTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)reports::parseFigureAddress(std::string(text.substr(0, 200)));
    const auto report = reports::readReportFigures(text);
    if (!report) {
        RIALTO_CHECK(!report.error().detail.empty(), "a refusal says nothing");
        return;
    }
    for (const auto& figure : report->figures) {
        const auto tree = reports::explainFigure(*report, nullptr, figure.id);
        RIALTO_CHECK(tree.ok(), "a figure that is there is unknown");
        RIALTO_CHECK(tree->matches || !tree->why.empty(), "a mismatch says nothing");
        (void)reports::formulaText(figure);
    }
}

} // namespace rialto::fuzzing
