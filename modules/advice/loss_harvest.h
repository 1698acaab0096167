// SPDX-License-Identifier: GPL-3.0-or-later
// Tax-loss harvesting: lots that stand below their cost, what selling them would save, and what stands in the way. Exact; pure; any
// thread. Conventions: gain = proceeds - cost in the base currency; long-term is more than one year; a loss saves loss x the rate of
// its term. A purchase of the same security within `washDays` days before or after the sale (US: 30) takes the loss away for as
// many units as were bought; those units are counted against the lots with the largest loss a piece first, so that what is
// told is the least that is safe. A purchase is a lot acquired within the days before, other than the one that is sold, or one
// that the caller names as planned. Errors: advice.price-missing, domain.*.
#pragma once

#include "advice/rebalancer.h"

#include <map>

namespace rialto::advice {

struct HarvestOptions {
    Date today;
    Currency base;
    Money leastLoss;             // of a lot, >= 0
    std::int64_t leastPart = 0;  // loss / cost, 10^-8
    int washDays = 30;           // 0: no such rule
    TaxRates tax;
    std::map<std::string, std::string> replacements; // symbol -> what may be bought instead
    std::map<std::string, Quantity> planned;         // purchases of the next days, e.g. of a rebalancing or a savings plan
};

struct HarvestLot {
    HeldLot lot;
    Money value;
    Money loss;                  // < 0
    std::int64_t part = 0;       // loss / cost, 10^-8
    bool longTerm = false;
    Quantity washed;             // units whose loss would be disallowed
    Money disallowed;            // <= 0
    Money usable;                // loss - disallowed, <= 0
    Money saving;                // >= 0
};

struct HarvestPosition {
    std::string symbol;
    AssetClass assetClass = AssetClass::Equity;
    Price price;
    std::vector<HarvestLot> lots;    // largest usable loss first
    Quantity quantity;               // of the lots
    Money proceeds;
    Money loss;
    Money usable;
    Money saving;
    Quantity boughtLately;           // within the days before
    std::optional<Date> lastPurchase;
    Date notBefore;                  // the first day on which it may be bought again
    std::string replacement;
};

struct Harvest {
    std::vector<HarvestPosition> positions;  // largest saving first
    Money loss;
    Money usable;
    Money saving;
    Money unrealisedGain;        // of lots above their cost, for comparison
};

Result<Harvest> findLosses(const std::vector<PlanPosition>& positions, const HarvestOptions& options);

} // namespace rialto::advice
