// SPDX-License-Identifier: GPL-3.0-or-later
// StatementFiles: a statement as files in a folder, the same for console, screen and tour: one PDF a language, holdings and
// trades as CSV. Needs a QGuiApplication; worker thread.
#pragma once

#include "base/result.h"
#include "reports/statement.h"

#include <string>
#include <vector>

namespace rialto::reports {

struct StatementFormats {
    std::vector<Language> pdf;   // one file each
    bool csv = false;
};

/// Paths of what was written: statement-<client>-<to>-<en|zh>.pdf, holdings-... .csv, trades-... .csv. The folder is made when it
/// is missing; each file appears whole or not at all. Errors: reports.write-failed, reports.pdf-failed.
Result<std::vector<std::string>> writeStatementFiles(const StatementData& data, const std::string& folder, const StatementFormats& formats);

} // namespace rialto::reports
