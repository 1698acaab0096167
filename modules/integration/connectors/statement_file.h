// SPDX-License-Identifier: GPL-3.0-or-later
// The connector for files of banks and brokers: from a path to a checked StatementFile. The encoding is that of the byte order
// mark, else UTF-8 where it is valid, else Windows-1252 or GB18030 by what the bytes look like, else as told. Any thread.
// Errors: those of file_source.h and parse_statement.h, import.encoding-*, statement.too-large.
#pragma once

#include "integration/statements/parse_statement.h"

#include <string>

namespace rialto::integration {

/// Larger than any statement of a bank; memory is bounded by a small multiple of it.
inline constexpr std::size_t kStatementByteLimit = std::size_t{128} << 20;

/// `encoding`: "", or "utf-8", "gb18030", "latin-1", "windows-1252", "utf-16le", ...
Result<StatementFile> readStatementFile(const std::string& path, const StatementOptions& options, const std::string& encoding = {});
Result<StatementFile> readStatementBytes(std::string bytes, const StatementOptions& options, const std::string& encoding = {});

} // namespace rialto::integration
