// SPDX-License-Identifier: GPL-3.0-or-later
// statementBacking(): the calculations behind a statement's figures, down to the rows of the book: transfer groups by their
// keys and closing prices by instrument and day. It goes over the facts on its own and shares no sum with StatementBuilder, so
// that the two prove each other: a figure of the statement that its rows do not make is a mismatch. Pure and slow; a worker
// thread or the console.
#pragma once

#include "services/statement_builder.h"

#include <string>
#include <vector>

namespace rialto {

/// Ids as the sections of reports use them ("holding/A-1001-1/MERI/quantity"). Errors: those of the price history.
Result<std::vector<reports::Figure>> statementBacking(const StatementInputs& inputs, const reports::StatementData& data);

} // namespace rialto
