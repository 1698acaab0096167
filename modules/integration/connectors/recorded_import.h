// SPDX-License-Identifier: GPL-3.0-or-later
// importAnyFile, remembered: the file's place, size and hash, which connector read it, what it assumed, repaired and refused, and
// which values came of it, so that each of these can be traced (lineage.h). Values that the import replaces are kept. Needs the
// thread of the stores. Errors: those of any_file.h and of the log.
#pragma once

#include "integration/connectors/any_file.h"
#include "market/import_log.h"

namespace rialto::integration {

/// `now` is when these values are known from; a file that was received earlier may say so.
Result<AnyReport> importRecorded(const std::string& path, const ImportOptions& options, const AnyStores& stores, market::ImportLog& log, Timestamp now);
/// The same for a file that is known to be a table of bars or ticks.
Result<ImportReport> importTableRecorded(const std::string& path, const ImportOptions& options, const ImportStores& stores, market::ImportLog& log, Timestamp now);
/// "blake2b:<64 hex digits>" and the number of bytes.
Result<std::pair<std::string, std::int64_t>> fileHash(const std::string& path);
/// What a report says was brought.
std::vector<market::ImportedValue> valuesOf(const AnyReport& report);

} // namespace rialto::integration
