// SPDX-License-Identifier: GPL-3.0-or-later
// Invented statements for tests of reports, the same on every run: a small book of its own (trades at average cost, cash in
// four currencies, daily values) produces them, so their totals agree by construction of the book, not of the checks.
#pragma once

#include "reports/statement.h"

namespace rialto::testing {

/// A client with two accounts, fourteen holdings of all classes and two and a half years of history.
reports::StatementData sampleStatement();
/// An account that was opened and never used.
reports::StatementData emptyStatement();
/// For page breaks and speed: so many holdings and (at least) so many trades.
reports::StatementData longStatement(int holdings, int trades);

} // namespace rialto::testing
