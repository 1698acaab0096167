// SPDX-License-Identifier: GPL-3.0-or-later
// From a parsed statement to what the book is asked to enter: which account of the book each statement is of, the opening
// balance where the book knows nothing of the account yet, and the entries as money. One thread.
// Errors: statement.not-importable (the first problem), statement.account-unknown, statement.account-missing,
// statement.currency-unknown, statement.date-missing, statement.nothing.
#pragma once

#include "engine/engine.h"
#include "integration/statements/statement.h"

#include <string>
#include <vector>

namespace rialto::cli {

struct BookedAccount {
    const integration::AccountStatement* statement = nullptr; // the last of the account and currency
    Account account;
    Currency currency;
    bool created = false;
    std::optional<Money> opening; // entered because the book held nothing of it
};

struct StatementBooking {
    ImportStatement input;
    std::vector<BookedAccount> accounts;
    std::vector<std::string> known;       // fingerprints that stand in the book
    std::size_t roundedEntries = 0;       // had more decimals than the currency
};

struct BookingOptions {
    std::string account;         // number or id in the book; empty: the file's own
    bool acceptProblems = false; // import although sums differ
    bool mayCreate = true;
};

Result<StatementBooking> planBooking(const Engine& engine, const integration::StatementFile& file, const BookingOptions& options);
/// The account of the book that a statement is of; nothing when there is none.
Result<std::optional<Account>> bookAccountOf(const Engine& engine, const integration::StatementAccountId& id, const std::string& told);

} // namespace rialto::cli
