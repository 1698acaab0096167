// SPDX-License-Identifier: GPL-3.0-or-later
// What limits are about, as people say it: account numbers, client numbers and symbols instead of ids. Any thread.
// Errors: cli.account-unknown, cli.client-unknown, cli.symbol-unknown, risk.limit-unknown.
#pragma once

#include "api/cli/book_json.h"
#include "risk/limit_book.h"

#include <string>

namespace rialto::cli {

/// "firm", "user:NAME", "account:A-1001-1", "client:C-1001", "instrument:MERI", with a kind.
Result<LimitKey> limitKeyFrom(const std::string& subject, const std::string& kind, const BookSnapshot& book);
/// The inverse, without the kind.
std::string subjectText(const LimitKey& key, const BookSnapshot& book);

} // namespace rialto::cli
