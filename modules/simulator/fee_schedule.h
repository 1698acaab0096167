// SPDX-License-Identifier: GPL-3.0-or-later
// FeeSchedule: what the simulated broker and the state take of each fill, by asset class and currency. The defaults are round
// figures of the size that is usual in each market, not any broker's price list. A value; any thread.
#pragma once

#include "domain/instrument.h"
#include "domain/order.h"

#include <vector>

namespace rialto::simulator {

struct FeeRule {
    std::int64_t commissionPpm = 0; // of the value
    std::int64_t minimumMinor = 0;  // of an order, with its first fill
    std::int64_t perUnitMinor = 0;  // a share or contract
    std::int64_t buyTaxPpm = 0;
    std::int64_t sellTaxPpm = 0;
};

/// What an order has cost so far.
struct FeeSoFar {
    Money value;
    Quantity quantity;
    Money commission;
};

struct Fee {
    Money commission;
    Money tax;
};

class FeeSchedule {
public:
    FeeSchedule();
    static FeeSchedule free();

    /// Replaces the rule of a class; a currency of "" is any.
    void set(AssetClass assetClass, std::string currency, FeeRule rule);
    FeeRule ruleFor(const Instrument& instrument) const;
    /// The fee of one more fill, half even to the minor unit; the minimum counts once an order. Updates `soFar`.
    Fee charge(const Instrument& instrument, Side side, Price price, Quantity quantity, FeeSoFar& soFar) const;

private:
    struct Entry {
        AssetClass assetClass;
        std::string currency;
        FeeRule rule;
    };
    std::vector<Entry> m_entries; // later ones win
};

} // namespace rialto::simulator
