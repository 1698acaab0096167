// SPDX-License-Identifier: GPL-3.0-or-later
// Mandate rules: what an account may hold, one sentence a line, and what a book says to them. Pure; any thread.
//   # a comment                          warn: max 30 % in technology ...
//   no options, futures                  max 10 % in any position
//   no MERI, ABCD                        max 40 % in equities, funds
//   no shorts                            min 5 % in cash
//   no borrowing                         max 25 % in currency EUR
//   only bonds, funds, cash              max 20 positions
//   only currencies USD, EUR             min 3 positions
//   only markets XNYS, XSIM              at least 20 % in bonds  (= min);  at most ...  (= max)
// A line may begin with "warn:" (told, does not refuse) or "block:" (the default). Words are read without regard to case.
// What counts: equities, bonds, funds, options, futures, crypto, fx, cash, currency CODE, market MIC, symbol NAME (or the
// plain symbol), "any position", "any currency", "any market". Per cents are of the value of everything, in the base
// currency; a short position counts with its size. Errors: mandates.rule-malformed (names the line and what was expected).
#pragma once

#include "base/result.h"
#include "domain/instrument.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::clients {

enum class RuleKind { Forbid, Only, Most, Least, MostPositions, LeastPositions, NoShorts, NoBorrowing };
enum class TargetKind { Class, Cash, CurrencyCode, Market, Symbol, AnyPosition, AnyCurrency, AnyMarket };

struct RuleTarget {
    TargetKind kind = TargetKind::Symbol;
    AssetClass assetClass = AssetClass::Equity;
    std::string word;                   // currency, market, symbol
    friend bool operator==(const RuleTarget&, const RuleTarget&) = default;
};

struct MandateRule {
    int line = 0;                       // from 1
    std::string text;                   // as written
    bool warning = false;
    RuleKind kind = RuleKind::Forbid;
    std::int64_t limit = 0;             // 10^-8 of a whole, or a number of positions
    std::vector<RuleTarget> targets;
    friend bool operator==(const MandateRule&, const MandateRule&) = default;
};

Result<std::vector<MandateRule>> parseMandate(std::string_view text);

/// One thing that is held. `value` is signed, minor units of the base currency, at the mark.
struct MandateHolding {
    std::string symbol;
    AssetClass assetClass = AssetClass::Equity;
    std::string currency;
    std::string market;
    std::int64_t value = 0;
    bool isShort = false;
};
/// Cash in one currency, in minor units of the base currency.
struct MandateCash {
    std::string currency;
    std::int64_t value = 0;
};
struct MandateBook {
    std::vector<MandateHolding> holdings;
    std::vector<MandateCash> cash;
    std::optional<std::int64_t> total;  // what everything is worth; none: the sum of the two (futures need it said)
};

struct RuleOutcome {
    const MandateRule* rule = nullptr;
    bool kept = true;
    std::string measured;               // "14.2 %", "3 positions"
    std::string why;                    // what breaks it, by name; empty when it is kept
    std::int64_t excess = 0;            // minor units of the base currency to sell (or, of a minimum, to buy); 0 when kept
};

/// One outcome a rule, in order. An account worth nothing keeps every per cent rule.
std::vector<RuleOutcome> checkMandate(const std::vector<MandateRule>& rules, const MandateBook& book);

} // namespace rialto::clients
