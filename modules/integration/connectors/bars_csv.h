// SPDX-License-Identifier: GPL-3.0-or-later
// The connector for files of bars and ticks as CSV or TSV: from a path to rows in a store. Everything that can be wrong with
// such a file ends in one Error that says what, where and what to do, with nothing stored; or in a report in which each row
// is accounted for. Needs the thread of the stores.
// Errors: those of table_check.h, text_encoding.h, table_layout.h, table_import.h and file_source.h; import.ticks-unsupported
// when the file holds ticks and no tick store is given.
#pragma once

#include "integration/import_options.h"
#include "integration/import_report.h"
#include "market/tick_store.h"

#include <string>

namespace rialto::integration {

struct ImportStores {
    market::BarStore& bars;
    market::TickStore* ticks = nullptr;
};

/// `options.fileName` is set from the path.
Result<ImportReport> importFile(const std::string& path, ImportOptions options, ImportStores stores, const ProgressCallback& progress = {});
/// The same for bytes from elsewhere.
Result<ImportReport> importBytes(ByteSource& bytes, const ImportOptions& options, ImportStores stores, const ProgressCallback& progress = {});

} // namespace rialto::integration
