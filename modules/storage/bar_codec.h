// SPDX-License-Identifier: GPL-3.0-or-later
// Bars to packed bytes and back, exactly. A block holds up to kBarsPerBlock bars in rising order; about 8 to 12 bytes a bar.
// Pure; any thread. Errors: storage.corrupt.
#pragma once

#include "base/result.h"
#include "domain/bar.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rialto::storage {

inline constexpr std::size_t kBarsPerBlock = 4096;

std::vector<std::uint8_t> encodeBars(std::span<const Bar> bars);
/// Appends the block's bars.
Result<void> decodeBars(std::string_view bytes, std::vector<Bar>& into);

} // namespace rialto::storage
