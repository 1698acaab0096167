// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table into a store: all rows that are accepted in one transaction, or none. Importing the same file again changes
// nothing and says so. Memory is bounded whatever the size of the file. Pure but for the ports; the thread of the store.
// Errors: import.mixed-decimals, import.mostly-rejected, import.strict, import.cancelled, and those of the source and store.
#pragma once

#include "integration/csv_reader.h"
#include "integration/import_options.h"
#include "integration/import_report.h"
#include "integration/table_layout.h"
#include "market/tick_store.h"

namespace rialto::integration {

/// `text` is UTF-8 from the first byte after a byte order mark.
Result<ImportReport> importBars(ByteSource& text, const TableLayout& layout, const ImportOptions& options, market::BarStore& store,
    const ProgressCallback& progress = {});
Result<ImportReport> importTicks(ByteSource& text, const TableLayout& layout, const ImportOptions& options, market::TickStore& store,
    const ProgressCallback& progress = {});

} // namespace rialto::integration
