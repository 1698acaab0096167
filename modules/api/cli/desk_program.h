// SPDX-License-Identifier: GPL-3.0-or-later
// What `block` and `program` share: reading accounts, placing blocks as one, and showing who got what.
#pragma once

#include "api/cli/book_json.h"
#include "services/program_planner.h"

#include <string>
#include <vector>

namespace rialto::cli {

/// "A-1001-1,A-1002-1", or "all": every account but the house's. Errors: cli.account-unknown, desk.accounts.
Result<std::vector<AccountId>> accountsFrom(const std::string& text, const BookSnapshot& book);

/// Makes sure that the house account is there. Errors: those of the journal.
Result<void> ensureHouse(AppServices& services);

/// Places the blocks in one transaction and waits for their ends; the answer of each.
Result<std::vector<Reply>> placeBlocks(AppServices& services, std::vector<PlaceBlock> blocks, int seconds);

/// A block as it stands: what it is, what traded and what each account got.
Json blockJson(const std::string& group, const BookSnapshot& book);
std::string blockText(const std::string& group, const BookSnapshot& book);
std::vector<std::string> blocksOf(const BookSnapshot& book);

} // namespace rialto::cli
