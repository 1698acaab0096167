// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks to packed bytes and back, exactly. A block holds up to kTicksPerBlock ticks in their order.
// Pure; any thread. Errors: storage.corrupt.
#pragma once

#include "market/tick_store.h"

#include <span>
#include <string_view>
#include <vector>

namespace rialto::storage {

inline constexpr std::size_t kTicksPerBlock = 4096;

std::vector<std::uint8_t> encodeTicks(std::span<const market::Tick> ticks);
/// Appends the block's ticks.
Result<void> decodeTicks(std::string_view bytes, std::vector<market::Tick>& into);

} // namespace rialto::storage
