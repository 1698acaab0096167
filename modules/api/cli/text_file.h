// SPDX-License-Identifier: GPL-3.0-or-later
// Whole text files for verbs that work on plain files: read with their encoding found out and turned into UTF-8, written in
// one go. Errors: import.file-missing, import.file-unreadable, import.file-is-directory, import.file-too-large,
// import.encoding-unknown, import.encoding-invalid, cli.file-unwritable.
#pragma once

#include "base/result.h"

#include <string>

namespace rialto::cli {

/// At most 256 MiB. Bytes that are UTF-8 (also with a byte order mark) come unchanged.
Result<std::string> readTextFile(const std::string& path);
Result<void> writeTextFile(const std::string& path, const std::string& text);

} // namespace rialto::cli
