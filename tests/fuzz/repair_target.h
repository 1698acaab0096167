// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes given for repair: the same answer twice; no change, no new byte; every change has its reason;
// a row leaves only by a recorded decision.
#pragma once

#include "integration/clean/repair_file.h"

#include <algorithm>
#include <cstdint>

namespace rialto::fuzzing {

inline void runRepairTarget(const std::uint8_t* data, std::size_t size)
{
    using namespace rialto::integration::clean;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto repaired = repairText(text);
    const auto again = repairText(text);
    RIALTO_CHECK(repaired.ok() == again.ok(), "one text is refused once and read once");
    if (!repaired)
        return;
    RIALTO_CHECK(repaired->text == again->text, "one text is repaired in two ways");
    const auto& report = repaired->report;
    if (report.changes.empty())
        RIALTO_CHECK(repaired->text == text, "bytes changed without a recorded change");
    for (const auto& change : report.changes) {
        RIALTO_CHECK(!change.decisions.empty(), "a change without a reason");
        for (const std::size_t decision : change.decisions)
            RIALTO_CHECK(decision < report.decisions.size(), "a change names a decision that is not there");
    }
    (void)toJson(report, 100);
    (void)toText(report);
    (void)shiftPoint(std::string_view(text).substr(0, 64), 2);
    (void)repairText(repaired->text);
}

} // namespace rialto::fuzzing
