// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the normalised statements and the XBRL concepts that may fill each, in order of preference. US GAAP and IFRS
// names as published in their taxonomies (fasb.org, ifrs.org). A table; any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace rialto::research {

enum class Statement { Income, Balance, CashFlow };

struct StatementItem {
    std::string_view key;                     // "netIncome"
    std::string_view label;                   // "Net income"
    Statement statement;
    std::vector<std::string_view> concepts;   // "us-gaap:NetIncomeLoss"
};
std::span<const StatementItem> statementItems();

} // namespace rialto::research
