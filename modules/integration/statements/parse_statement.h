// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of any bank's or broker's file to a checked StatementFile: the format is told from the content alone, never
// from a name. Pure; any thread.
// Errors: statement.empty, statement.archive, statement.document, statement.web-page, statement.other-message (an ISO 20022
// message that is no statement), statement.unknown-format, and those of the formats.
#pragma once

#include "base/result.h"
#include "integration/statements/loose_date.h"
#include "integration/statements/statement.h"

#include <optional>
#include <string>
#include <string_view>

namespace rialto::integration {

struct StatementOptions {
    DayOrder dayOrder = DayOrder::Auto;
    std::string account;       // id to use where the file names none
    std::string currency;      // ISO code to use where the file names none
    std::string mapping;       // of a CSV: JSON, {"date": "Booked on", "amount": 4}
    std::optional<char> delimiter;
    std::optional<char> decimal; // '.' or ','
};

/// Looks at the raw bytes: what is no text at all has its own error.
Result<void> refuseBinary(std::string_view bytes);
/// `text` is UTF-8 without byte order mark.
Result<StatementFile> parseStatement(std::string text, const StatementOptions& options = {});

/// One JSON document, stable key order; `entries` false leaves the long lists out.
std::string toJson(const StatementFile& file, bool entries = true);
/// For people at a terminal.
std::string toText(const StatementFile& file);

} // namespace rialto::integration
