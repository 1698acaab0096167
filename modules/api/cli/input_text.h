// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of a file that a verb was given, unpacked when it is gzip. At most 256 MiB unpacked. Errors: those of
// FileSource, analysis.too-large, analysis.damaged (broken gzip).
#pragma once

#include "base/result.h"

#include <string>

namespace rialto::cli {

Result<std::string> inputText(const std::string& path);

} // namespace rialto::cli
