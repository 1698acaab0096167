// SPDX-License-Identifier: GPL-3.0-or-later
// A number written by people or programs to whole units of 10^-places, exactly; what does not come out even is rounded half
// even and counted. Separators of thousands ("1,250,000.50") are taken out where they stand in threes. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto::clients {

inline constexpr std::int64_t kLargestAmount = 1'000'000'000'000'000;

/// Nothing when it is no number or does not fit.
std::optional<std::int64_t> exactUnits(std::string_view text, int places, bool* rounded);

} // namespace rialto::clients
