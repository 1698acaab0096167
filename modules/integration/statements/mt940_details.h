// SPDX-License-Identifier: GPL-3.0-or-later
// Field :86: of MT940, which every banking community writes in its own way: subfields after a three-digit code (German and
// Polish banks: ?00 ?20 ?32, others >20), code words between slashes (Dutch banks: /IBAN/ /NAME/ /REMI/), or plain text. Pure.
#pragma once

#include "integration/statements/statement.h"

#include <string>
#include <vector>

namespace rialto::integration {

/// `lines` of the field, the first without its tag. Fills counterparty, references and text.
void readDetails(const std::vector<std::string>& lines, StatementEntry& entry);

} // namespace rialto::integration
