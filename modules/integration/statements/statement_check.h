// SPDX-License-Identifier: GPL-3.0-or-later
// What every parsed file goes through, whatever its format: the sums of each statement against its balances and its own
// totals, statements and entries that are in the file twice, and a fingerprint for every entry that is the same each time the
// entry is seen again in another file of the same account. Pure; any thread.
// Fingerprint: account, currency, booking date, amount, and the entry's own id; where it has none, its references and text
// and the how-manieth of its kind it is, so that two equal payments of one day stay two.
#pragma once

#include "integration/statements/statement.h"

namespace rialto::integration {

void finishStatements(StatementFile& file);

/// The key of the account that fingerprints and rules go by: IBAN, else bank and id.
std::string accountKey(const StatementAccountId& account);
/// Of a text, 128 bits in hexadecimal, the same on every machine.
std::string contentFingerprint(std::string_view text);

} // namespace rialto::integration
