// SPDX-License-Identifier: GPL-3.0-or-later
// TextDecoder by the operating system: iconv on Unix, the system's code pages on Windows; no ICU is needed. Any thread makes
// one; one owner uses it. Errors: import.encoding-missing (the system does not have it), import.encoding-invalid.
#pragma once

#include "integration/text_encoding.h"

namespace rialto::integration {

Result<std::unique_ptr<TextDecoder>> makeSystemDecoder(Encoding encoding);

} // namespace rialto::integration
