// SPDX-License-Identifier: GPL-3.0-or-later
// IBAN (ISO 13616) and BIC (ISO 9362): shape and check digits. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rialto::integration {

/// Without spaces and in capitals, when the shape is right and the remainder by 97 is 1.
std::optional<std::string> parseIban(std::string_view text);
/// Eight or eleven characters of the right kinds, in capitals.
std::optional<std::string> parseBic(std::string_view text);

} // namespace rialto::integration
