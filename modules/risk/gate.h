// SPDX-License-Identifier: GPL-3.0-or-later
// Gate: asks every risk rule about an order before it may leave. A rule answers from the context alone, in microseconds;
// each rule is one file in rules/. All refusals are told, not only the first. Engine thread.
#pragma once

#include "domain/instrument.h"
#include "domain/order.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto {

/// Limits of the house; a rule that reads a limit of zero does not apply.
struct RiskLimits {
    Quantity maxQuantity;               // of one order
    std::int64_t maxNotionalMajor = 0;  // of one order, in whole units of the contract currency
    int collarPerMille = 100;           // limit price at most this far through the reference price
    int maxOpenOrdersPerAccount = 0;
    int feeAllowancePerMille = 5;       // set aside above the value of a buy for fees and taxes
};

struct RiskContext {
    const OrderRequest& request;
    const Instrument& instrument;
    const RiskLimits& limits;
    std::optional<Price> reference;     // last trade, else the middle, else the previous close
    std::int64_t needed = 0;            // of the asset to be set aside
    std::int64_t available = 0;         // of that asset
    Quantity position;
    int openOrders = 0;                 // of the account
    bool venueOpen = true;
};

/// A refusal as data: the code selects the sentence, the facts fill it.
struct Refusal {
    std::string code;                   // "risk.funds"
    std::string detail;                 // "needed 1000.00 USD, available 900.00 USD"
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct RiskRule {
    std::string id;
    std::optional<Refusal> (*check)(const RiskContext&) = nullptr;
};

/// Every rule of rules/, in the order of the file names (generated).
std::vector<RiskRule> allRiskRules();

class Gate {
public:
    Gate() : m_rules(allRiskRules()) {}
    std::vector<Refusal> check(const RiskContext& context) const;
    const std::vector<RiskRule>& rules() const { return m_rules; }

private:
    std::vector<RiskRule> m_rules;
};

} // namespace rialto
