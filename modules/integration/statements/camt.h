// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 20022 bank-to-customer messages: camt.052 (account report), camt.053 (statement), camt.054 (debit and credit
// notification), every version from 001.02 on; what changed between them (status as text or choice, amounts and parties of
// transactions, names of identifiers) is read either way. Pure.
// Errors: those of xml_text.h; statement.camt-malformed (no such message in the document, with what it is instead).
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"
#include "integration/statements/xml_text.h"

namespace rialto::integration {

bool looksLikeCamt(std::string_view head);
Result<StatementFile> parseCamt(std::string text);

/// A date, or the date part of a date and time, of an element that holds Dt or DtTm.
std::optional<Date> isoDateOf(const pugi::xml_node& choice);

} // namespace rialto::integration
