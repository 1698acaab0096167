// SPDX-License-Identifier: GPL-3.0-or-later
// The first sheet with rows of an XLSX workbook (ECMA-376) as CSV: cells as they are stored, so that decimals stay exact; cells
// with a date format become ISO dates. No formula is computed: the value the writer left is taken. Pure.
// Errors: import.xlsx-damaged, import.no-rows and those of zip_archive.h and xml_tree.h.
#pragma once

#include "integration/zip_archive.h"

namespace rialto::integration {

bool isWorkbook(const ZipArchive& archive);

struct SheetTable {
    std::string name;
    std::string csv;
};
Result<SheetTable> workbookTable(const ZipArchive& archive);

} // namespace rialto::integration
