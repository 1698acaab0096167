// SPDX-License-Identifier: GPL-3.0-or-later
// OFX 1.0.2 to 2.3 (and QFX): bank, credit card and investment statements with positions and the list of securities, as in the
// OFX specification 2.1.1, chapters 11 and 13. OFX states a closing balance and no opening one. Pure.
// Errors: those of ofx_tree.h.
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"

#include <string_view>

namespace rialto::integration {

bool looksLikeOfx(std::string_view head);
Result<StatementFile> parseOfx(std::string_view text);

/// Entries in several currencies of one account without balances to compare become a statement a currency.
void splitByCurrency(StatementFile& file);

} // namespace rialto::integration
