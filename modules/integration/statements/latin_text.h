// SPDX-License-Identifier: GPL-3.0-or-later
// Western single-byte text (Windows-1252, of which ISO 8859-1 is the printable part) as UTF-8, and whether bytes that are not
// UTF-8 are that or Chinese (GB18030). Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace rialto::integration {

/// Every byte has a meaning; the five that Windows-1252 leaves open become U+FFFD.
std::string utf8FromLatin(std::string_view bytes);
/// Chinese characters are pairs of high bytes and follow each other; accented letters stand alone between plain ones.
bool looksLatin(std::string_view bytes);

} // namespace rialto::integration
