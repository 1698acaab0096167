// SPDX-License-Identifier: GPL-3.0-or-later
// The words of lot accounting: what happens to a holding (LotEvent), what is held (Lot), what was given up for what (Disposal
// with its LotMatches). Values, any thread. Quantities count 10^-8 shares. Amounts count 10^-places of a currency, where the
// LotOptions say the places (8 by default: a split lot keeps its share of the cost to the eighth place, and nothing is lost).
// Signs: a short lot has a negative quantity and a negative cost, so basis = cost + fees + adjustment holds for both sides,
// and a gain is always value - basis.
#pragma once

#include "domain/date.h"
#include "ledger/lots/exact_decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto {

enum class LotMethod { Fifo, Lifo, Hifo, Average, Specific, None };
std::string_view name(LotMethod method);
/// Also "strict" and "specific-id" (Specific), "avg", "average-cost", "moving-average" (Average).
std::optional<LotMethod> lotMethod(std::string_view text);

enum class LotAction {
    Buy, Sell, SellShort, BuyToCover, Split, Bonus, StockDividend, Dividend, ReturnOfCapital, SpinOff, Rights, Merger, TickerChange, Delist, Fee
};
std::string_view name(LotAction action);
/// Case, spaces, hyphens and underscores do not count; knows the usual synonyms.
std::optional<LotAction> lotAction(std::string_view text);

/// Which lots a trade is against. Empty: all of its side.
struct LotSelector {
    std::string id;
    std::optional<Date> acquired;
    std::optional<ExactDecimal> price;
    bool empty() const { return id.empty() && !acquired && !price; }
    std::string text() const;
};

/// New shares for old ones: 2:1 is numerator 2, denominator 1.
struct ShareRatio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};

struct LotEvent {
    std::size_t row = 0;              // of the file, for messages
    Date date;
    LotAction action = LotAction::Buy;
    std::string symbol;
    std::int64_t quantity = 0;        // 10^-8 shares, >= 0
    std::optional<ExactDecimal> price; // per share; of a sale it may be unknown: then it has no gain
    ExactDecimal fees;
    ExactDecimal taxes;
    std::string currency;             // of price, fees and taxes; "": whatever the lots are in
    ExactDecimal fxRate = ExactDecimal::one(); // base currency for one unit of `currency`
    LotSelector selector;             // closing trades
    std::string lotId;                // opening trades
    std::optional<ShareRatio> ratio;  // corporate actions
    std::string target;               // the new symbol
    std::optional<ExactDecimal> basisShare; // spin-off, rights: part of the basis that goes to the new shares, 0..1
    std::optional<ExactDecimal> fairValue;  // merger: price of a new share, for the gain on cash
};

/// What travels with shares; splitting a lot splits each in proportion and leaves the rest with the rest.
struct LotAmounts {
    std::int64_t cost = 0;            // without fees and taxes
    std::int64_t fees = 0;            // with taxes of the purchase
    std::int64_t adjustment = 0;      // losses that a wash sale moved here
    std::int64_t baseCost = 0;        // the same three in the base currency, at the rate of their day
    std::int64_t baseFees = 0;
    std::int64_t baseAdjustment = 0;
    std::int64_t dividends = 0;       // cash dividends whose tax waits for the sale
    std::int64_t basis() const { return cost + fees + adjustment; }
    std::int64_t baseBasis() const { return baseCost + baseFees + baseAdjustment; }
    LotAmounts& operator+=(const LotAmounts& other);
    LotAmounts& operator-=(const LotAmounts& other);
    /// part/whole of each, rounded half even; 0 <= part <= whole, whole > 0.
    LotAmounts share(std::int64_t part, std::int64_t whole) const;
    friend bool operator==(const LotAmounts&, const LotAmounts&) = default;
};

struct Lot {
    std::string id;
    std::size_t row = 0;
    std::uint64_t sequence = 0;       // order of opening
    Date acquired;
    Date heldFrom;                    // start of the holding period; earlier than `acquired` after a wash sale
    std::string symbol;
    std::string currency;
    std::int64_t quantity = 0;        // < 0: short
    ExactDecimal price;               // per share as bought
    ExactDecimal fxRate = ExactDecimal::one();
    LotAmounts amounts;
    std::int64_t replaces = 0;        // 10^-8 shares of it that a wash sale has used
    std::int64_t size() const { return quantity < 0 ? -quantity : quantity; }
    friend bool operator==(const Lot&, const Lot&) = default;
};

/// A part of a lot that was closed, or the part of its basis that a cash payment used up (quantity 0).
struct LotMatch {
    std::string lotId;
    Date acquired;
    Date heldFrom;
    std::int64_t quantity = 0;        // > 0
    bool isShort = false;
    ExactDecimal price;
    LotAmounts basis;
    std::int64_t value = 0;           // signed: received (+) or paid (-), before fees
    std::int64_t closingFees = 0;
    std::int64_t baseValue = 0;
    std::int64_t baseClosingFees = 0;
    std::int64_t baseFxGain = 0;      // what the change of the rate made of the basis
    std::int64_t disallowed = 0;      // loss that a rule moved to another lot, >= 0
    std::int64_t baseDisallowed = 0;
    std::string disallowedTo;
    std::string rule;                 // why these shares, where a rule and not the method chose
    int heldDays = 0;
    bool longTerm = false;
    std::int64_t gain() const { return value - closingFees - basis.basis() + disallowed; }
    std::int64_t grossGain() const { return value - basis.cost; }
    std::int64_t baseGain() const { return baseValue - baseClosingFees - basis.baseBasis() + baseDisallowed; }
    friend bool operator==(const LotMatch&, const LotMatch&) = default;
};

struct Disposal {
    std::size_t row = 0;
    Date date;
    LotAction action = LotAction::Sell;
    std::string symbol;
    std::string currency;
    std::int64_t quantity = 0;
    bool priced = true;               // false: no price was given, value is the cost and the gain unknown
    std::optional<ExactDecimal> price;
    ExactDecimal fxRate = ExactDecimal::one();
    std::vector<LotMatch> matches;
    friend bool operator==(const Disposal&, const Disposal&) = default;
};

struct IncomeRow {
    std::size_t row = 0;
    Date date;
    std::string symbol;
    std::string currency;
    std::int64_t gross = 0;
    std::int64_t withheld = 0;
    std::int64_t baseGross = 0;
    friend bool operator==(const IncomeRow&, const IncomeRow&) = default;
};

/// More than one year: after the anniversary of the first day (US: held "more than one year").
bool heldMoreThanYears(Date from, Date to, int years);
/// The same day `months` later, or the month's last day where there is none.
Date monthsLater(Date from, int months);

} // namespace rialto
