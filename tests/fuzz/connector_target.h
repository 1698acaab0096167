// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to be a file of any kind: every row is accepted or rejected, listed rejections agree
// with their counts, and reading them again says the same. A broken promise stops the program. One target serves all connectors:
// the bytes decide which of them reads.
#pragma once

#include "integration/connectors/any_file.h"

#include <cstdint>

namespace rialto::fuzzing {

inline void runConnectorTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    integration::ImportOptions options;
    options.fileName = "abc";
    options.zone = "UTC";
    options.date = Date::of(2024, 1, 2);
    const auto once = integration::importAnyBytes(bytes, options, {}, {});
    const auto again = integration::importAnyBytes(bytes, options, {}, {});
    RIALTO_CHECK(once.ok() == again.ok(), "the same bytes are read in two ways");
    if (!once) {
        RIALTO_CHECK(!once.error().code.empty() && once.error() == again.error(), "a refusal has no code, or another one");
        return;
    }
    const auto& harvest = once->harvest;
    RIALTO_CHECK(harvest.rowsRead == harvest.accepted + harvest.rejected, "a row is lost");
    RIALTO_CHECK(harvest.accepted >= 0 && harvest.rejected >= 0, "rows are counted below zero");
    std::int64_t byCode = 0;
    for (const auto& [code, count] : harvest.rejectedByCode)
        byCode += count;
    RIALTO_CHECK(byCode == harvest.rejected, "a rejected row has no code");
    RIALTO_CHECK(harvest.rejectedRows.size() <= integration::Harvest::kListed || harvest.format == "table", "more rows are listed than there is room for");
    RIALTO_CHECK(harvest.rowsRead == again->harvest.rowsRead && harvest.accepted == again->harvest.accepted, "the same bytes have another count");
}

} // namespace rialto::fuzzing
