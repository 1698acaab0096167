// SPDX-License-Identifier: GPL-3.0-or-later
// TaxRules: a versioned rule pack (resources/tax/*.json, data with its own test vectors) and the generic engines that it sets
// up. Kinds: wash_sale {days_before, days_after}; share_pool {same_day, days_after}; dividend_by_holding {bands: [{months,
// rate}, ..., {rate}]}, where a holding of at most so many calendar months pays that rate when its shares are sold. Pure.
// Errors: lots.rules-unknown, lots.rules-malformed, lots.rule-needs-lots, lots.rule-needs-fifo and those of the engines.
#pragma once

#include "ledger/lots/pool_rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto {

struct TaxRules {
    struct Band {
        std::optional<int> months; // nothing: the last band
        ExactDecimal rate;
    };
    std::string id;
    std::string version;
    std::string source;
    std::optional<WashSaleRule> washSale;
    std::optional<PoolRule> pool;
    std::vector<Band> dividendBands;

    static Result<TaxRules> parse(std::string_view json);
    /// Of the packs that are built in.
    static Result<TaxRules> builtIn(std::string_view id);
};

/// The texts of the built-in packs (generated).
std::vector<std::string_view> taxRuleTexts();

/// Sets the options that the pack needs. Errors: lots.rule-needs-lots, lots.rule-needs-fifo.
Result<void> prepare(const TaxRules& rules, LotOptions& options);

/// The history under the pack; `options` have been prepared.
Result<LotReport> runWithRules(const std::vector<LotEvent>& events, const TaxRules& rules, const LotOptions& options, RowOrder order);

} // namespace rialto
