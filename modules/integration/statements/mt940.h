// SPDX-License-Identifier: GPL-3.0-or-later
// SWIFT MT940 (statement) and MT942 (interim report), with the ways of banks: envelopes or none, headers before the first
// tag, trailers or none, several statements in a file, lines broken inside a field, :NS: fields, and field :86: free, with
// subfields (?20, >20) or with code words (/REMI/, EREF+). Fields as in the SWIFT User Handbook, Category 9. Pure.
// Errors: statement.mt940-malformed (nothing of the kind is in the text).
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"

#include <string_view>

namespace rialto::integration {

/// Does the text begin like one?
bool looksLikeMt940(std::string_view text);
Result<StatementFile> parseMt940(std::string_view text);

} // namespace rialto::integration
