// SPDX-License-Identifier: GPL-3.0-or-later
// Rebalancing: from what is held to what a model asks for, with the fewest trades that its bands demand. Exact: money is minor units of
// one base currency, quantities whole lots. Pure; any thread.
//   Whole        value of all holdings + cash - cash that must be paid out.
//   Drift        value / whole - target. A position breaks its band when |drift| exceeds the absolute band, or the relative one
//                (a part of the target) when that is narrower; what the model does not name leaves altogether; cash has the
//                absolute band. Without a break nothing is traded, unless cash is needed.
//   Goal         of what trades: the target, the edge of the band, or half the way from the edge to the target.
//   Scope        Breached: only positions outside their bands. All: everything, once anything is outside.
//   Sales        first, rounded down to whole lots (positions that leave: all of it). When cash is still short, the most overweight
//                positions are sold further, rounded up to whole lots.
//   Purchases    most underweight first, rounded down to whole lots, never more than the cash that is there above its target less
//                its band. Spare cash beyond its band goes into the most underweight positions, up to their targets.
//   Lots         of a sale, in the order of LotOrder; cost splits in proportion, rounded half even, the rest stays with the rest.
// Errors: advice.target-weights, advice.target-twice, advice.price-missing, advice.no-value, advice.cash-short, advice.band, domain.*.
#pragma once

#include "base/result.h"
#include "domain/date.h"
#include "domain/instrument.h"
#include "domain/order.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::advice {

struct HeldLot {
    std::string id;
    Date acquired;
    Quantity quantity;           // > 0
    Money cost;                  // base, of all of it
};

/// Something that is held or that the model asks for.
struct PlanPosition {
    std::string symbol;
    AssetClass assetClass = AssetClass::Equity;
    Quantity quantity;           // >= 0
    Price price;                 // > 0
    ContractSpec spec;           // currency, lot and multiplier count
    Price fxRate = Price::of(1); // base currency per unit of the contract's
    std::vector<HeldLot> lots;   // may be empty: then nothing is said about gains
};

/// 10^-8 of a whole; what is missing to a whole is cash.
struct TargetWeight {
    std::string symbol;
    std::int64_t weight = 0;
};

enum class RebalanceGoal { Target, BandEdge, Halfway };
enum class RebalanceScope { Breached, All };
enum class LotOrder { FirstIn, LastIn, HighestCost, LowestCost, LeastTax };
std::string_view name(RebalanceGoal goal);
std::string_view name(RebalanceScope scope);
std::string_view name(LotOrder order);
std::optional<LotOrder> lotOrder(std::string_view text); // "fifo", "lifo", "highest-cost", "lowest-cost", "least-tax"

struct TaxRates {
    std::int64_t shortTerm = 0;  // 10^-8
    std::int64_t longTerm = 0;
    friend bool operator==(const TaxRates&, const TaxRates&) = default;
};

struct RebalanceOptions {
    Date today;
    Money cash;                  // in the base currency
    Money cashNeed;              // to be paid out of it, >= 0
    std::int64_t absoluteBand = 5'000'000;         // 5 % of the whole
    std::optional<std::int64_t> relativeBand;      // of the target
    RebalanceGoal goal = RebalanceGoal::Target;
    RebalanceScope scope = RebalanceScope::Breached;
    Money leastTrade;            // smaller trades are left out
    LotOrder lots = LotOrder::HighestCost;
    TaxRates tax;
};

struct LotSale {
    HeldLot lot;                 // the part that is sold: its quantity and cost
    Money proceeds;
    bool longTerm = false;       // held more than one year
    Money gain() const { return proceeds - lot.cost; }
};

enum class TradeReason { AboveBand, BelowBand, NotInModel, ToTarget, CashNeeded, SpareCash };
std::string_view name(TradeReason reason);

struct PlannedTrade {
    std::string symbol;
    AssetClass assetClass = AssetClass::Equity;
    Side side = Side::Buy;
    Quantity quantity;
    Price price;
    Money value;                 // base, > 0
    TradeReason reason = TradeReason::ToTarget;
    std::int64_t before = 0;     // weights, 10^-8
    std::int64_t target = 0;
    std::int64_t after = 0;
    std::vector<LotSale> lots;
    Money shortGain;             // of lots that are known
    Money longGain;
    Money tax;                   // gains x rates, losses count against; may be negative
};

struct WeightLine {
    std::string symbol;          // "" is cash
    AssetClass assetClass = AssetClass::Equity;
    Money value;
    Money valueAfter;
    std::int64_t before = 0;
    std::int64_t target = 0;
    std::int64_t after = 0;
    std::int64_t band = 0;       // half its width
    bool inModel = false;
    bool breached = false;       // before
    bool breachedAfter = false;
};

struct RebalancePlan {
    Currency base;
    Money whole;
    Money cashAfter;
    std::vector<WeightLine> lines;       // as given, then what only the model names, cash last
    std::vector<PlannedTrade> trades;    // sales before purchases, largest first
    Money bought;
    Money sold;
    Money shortGain;
    Money longGain;
    Money tax;
    int breaches = 0;
    int breachesAfter = 0;
    std::int64_t turnover = 0;           // (bought + sold) / 2 over the whole, 10^-8
};

/// Positions without quantity that the model does not name change nothing.
Result<RebalancePlan> rebalance(const std::vector<PlanPosition>& positions, const std::vector<TargetWeight>& targets, const RebalanceOptions& options);

/// What a quantity of the position is worth in `base`, rounded half even once in each currency.
Result<Money> worthOf(const PlanPosition& position, Quantity quantity, const Currency& base);
/// More than one year: from the day after the anniversary on.
bool heldLong(Date acquired, Date today);
/// The lots of a sale in this order; `proceeds` are spread over them in proportion.
std::vector<LotSale> chooseLots(const std::vector<HeldLot>& lots, Quantity quantity, const Money& proceeds, LotOrder order, Date today, const TaxRates& tax);

} // namespace rialto::advice
