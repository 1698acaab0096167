// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the bytes that give a CSV text its structure: delimiter, quote, CR and LF. Sixteen bytes at a time where the processor
// can (SSE2, on every 64-bit x86), one at a time elsewhere; the answer is the same. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rialto::integration {

/// Positions in rising order replace what was in `marks`. Texts of 4 GB and more are not accepted (a broken invariant).
void scanStructure(std::string_view text, char delimiter, char quote, std::vector<std::uint32_t>& marks);

} // namespace rialto::integration
