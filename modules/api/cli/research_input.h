// SPDX-License-Identifier: GPL-3.0-or-later
// Where the information verbs get their facts: from plain files (--input, any format that import knows) or from the book.
#pragma once

#include "api/cli/command.h"
#include "integration/harvest.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::cli {

/// Everything in the files, merged. Errors: those of any_file.h.
Result<integration::Harvest> readResearchFiles(const std::vector<std::string>& files, const std::string& symbol = {});
/// The desk of the book. Errors: those of the book.
Result<std::unique_ptr<research::ResearchStore>> openDesk(Context& context, std::unique_ptr<BookSession>& session);
/// "" is no date. Errors: domain.date-malformed.
Result<std::optional<Date>> optionalDate(const std::string& text);
/// Days that mean "always" and "still" are null.
Json vintageJson(Date date);

} // namespace rialto::cli
