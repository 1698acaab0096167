// SPDX-License-Identifier: GPL-3.0-or-later
// Says when bytes are no table at all, before anybody tries to read rows out of them: an empty file, a web page or a JSON
// answer in place of data, an archive or another binary file. Each sentence says what it is and what to do. Pure.
// Errors: import.empty, import.html-page, import.json-not-table, import.binary.
#pragma once

#include "base/result.h"
#include "integration/text_encoding.h"

#include <string>
#include <string_view>

namespace rialto::integration {

/// `head`: the first bytes as they come, before decoding.
Result<void> refuseNonTable(std::string_view head, const std::string& file);
/// The same for text in UTF-8, where the byte order hides what the bytes mean.
Result<void> refuseNonTableText(std::string_view text, const std::string& file);

} // namespace rialto::integration
