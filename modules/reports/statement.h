// SPDX-License-Identifier: GPL-3.0-or-later
// StatementData: everything a client statement says, as facts and exact amounts. Services fill it from the ledger and hand
// it to a report definition (report_document.h); reports never reach back into the book. A plain value: any thread.
//
// Conventions. "Local" is the currency of the instrument or cash, "base" that of the statement. Positions and cash are by
// trade date: a bought share is held and its cash gone on the trade day, what is not settled yet is shown as pending.
// Amounts are signed from the client's side: + comes in, - goes out. Rounding to base happened when the struct was filled,
// half even, row by row; totals are sums of the rounded rows, never rounded sums.
//
// validate() proves that the statement agrees with itself before a page is made of it.
#pragma once

#include "base/result.h"
#include "domain/instrument.h"
#include "domain/order.h"
#include "reports/figure.h"
#include "reports/language.h"
#include "reports/rate.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::reports {

struct StatementAccount {
    std::string number;          // "A-1001-1"
    LocalizedText name;          // "Growth portfolio"; may be empty
    Currency base;
    friend bool operator==(const StatementAccount&, const StatementAccount&) = default;
};

/// What one unit of a currency was worth in base when the statement was valued. The base currency itself has no row.
struct StatementFxRate {
    Currency currency;
    Price rate;
    Date date;
    friend bool operator==(const StatementFxRate&, const StatementFxRate&) = default;
};

struct HoldingRow {
    std::string accountNumber;
    std::string symbol;
    LocalizedText name;
    AssetClass assetClass = AssetClass::Equity;
    Quantity quantity;           // < 0: short
    Price averageCost;           // costs of purchase included; as the ledger's tax lots count it
    Price price;
    Date priceDate;
    int priceDigits = 2;
    Money costLocal;             // of what is still held; of futures zero: what counts is the gain not yet settled
    Money costBase;              // at the rates of the purchase days
    Money valueLocal;
    Money valueBase;
    friend bool operator==(const HoldingRow&, const HoldingRow&) = default;
};

/// One currency of one account over the period.
struct CashBalance {
    std::string accountNumber;
    Money opening;
    Money closing;               // settled + pending
    Money settled;
    Money pending;               // not yet settled, signed
    Money closingBase;
    friend bool operator==(const CashBalance&, const CashBalance&) = default;
};

enum class MovementKind {
    Deposit, Withdrawal, Purchase, Sale, Dividend, Coupon, Interest, Fee, Tax, CurrencyExchange, FuturesSettlement, Margin, Correction
};
inline constexpr int kMovementKindCount = 13;

/// In order of date within (account, currency); the balances chain from opening to closing.
struct CashMovement {
    std::string accountNumber;
    Date date;                   // booked
    Date settleDate;
    MovementKind kind = MovementKind::Deposit;
    LocalizedText text;          // "600 MERI at 29.15"; may be empty
    Money amount;
    Money balance;               // after it
    friend bool operator==(const CashMovement&, const CashMovement&) = default;
};

struct TradeRow {
    std::string accountNumber;
    Date tradeDate;
    Date settleDate;
    Side side = Side::Buy;
    std::string symbol;
    LocalizedText name;
    AssetClass assetClass = AssetClass::Equity;
    Quantity quantity;           // > 0
    Price price;
    int priceDigits = 2;
    Money gross;                 // price x quantity x multiplier, >= 0
    Money fees;                  // >= 0
    Money taxes;                 // >= 0
    Money net;                   // cash effect: buy -(gross + fees + taxes), sell gross - fees - taxes; a future moves only
                                 // fees and taxes
    friend bool operator==(const TradeRow&, const TradeRow&) = default;
};

/// "Commission", "Custody fee", "Stamp duty", "Withholding tax": a line of the fees or taxes table, in base, >= 0.
struct CostLine {
    LocalizedText name;
    Money amount;
    friend bool operator==(const CostLine&, const CostLine&) = default;
};

/// Why the value changed over the period, in base. opening + the five flows and costs + gains = closing.
struct ChangeInValue {
    Money opening;
    Money deposits;              // >= 0
    Money withdrawals;           // <= 0
    Money income;                // dividends, coupons, interest before tax; >= 0 unless interest was paid
    Money fees;                  // <= 0: the negated sum of StatementData::fees
    Money taxes;                 // <= 0: the negated sum of StatementData::taxes
    Money marketGains;           // realised gains + change of unrealised gains, before fees and taxes, in price
    Money currencyGains;         // from exchange rates; may be zero and then has no line
    Money closing;
    friend bool operator==(const ChangeInValue&, const ChangeInValue&) = default;
};

/// End of a day since inception, in base.
struct ValuePoint {
    Date date;
    Money value;
    Money netContributions;      // deposits less withdrawals so far
    friend bool operator==(const ValuePoint&, const ValuePoint&) = default;
};

struct MonthReturn {
    int year = 0;
    unsigned month = 1;          // 1..12
    Rate rate;
    friend bool operator==(const MonthReturn&, const MonthReturn&) = default;
};

/// All from the value series: performanceOf() in reports/performance.h fills it.
struct PerformanceFigures {
    Date inception;
    std::optional<Rate> periodTwr;
    std::optional<Rate> sinceInceptionTwr;             // cumulative
    std::optional<Rate> sinceInceptionTwrAnnualised;   // nothing below one year
    std::optional<Rate> xirr;                          // since inception, a year
    std::optional<Rate> maxDrawdown;                   // since inception, >= 0
    std::optional<Date> drawdownPeak;
    std::optional<Date> drawdownTrough;
    std::vector<MonthReturn> months;                   // ascending; the first and last may be parts of a month
    friend bool operator==(const PerformanceFigures&, const PerformanceFigures&) = default;
};

struct StatementData {
    LocalizedText firmName;
    LocalizedText firmContact;   // one line: address, telephone, web; may be empty
    LocalizedText clientName;
    std::string clientNumber;
    std::vector<StatementAccount> accounts;
    Date from;                   // first day of the period
    Date to;                     // last day of the period = day of valuation
    Timestamp createdAt;         // printed, and the creation date of the file: same input, same bytes
    Currency base;
    bool simulated = false;      // marks every page

    std::vector<StatementFxRate> fxRates;
    std::vector<HoldingRow> holdings;
    std::vector<CashBalance> cash;
    std::vector<CashMovement> movements;
    std::vector<TradeRow> trades;
    std::vector<CostLine> fees;
    std::vector<CostLine> taxes;
    ChangeInValue change;
    std::vector<ValuePoint> series;    // ascending; the last is (to, closing); may be empty
    PerformanceFigures performance;
    std::vector<LocalizedText> notes;  // printed after the standard notes
    std::vector<Figure> backing;       // calculations down to the rows of the book, for whoever asks; may be empty

    friend bool operator==(const StatementData&, const StatementData&) = default;
};

/// `local` at a rate of base per unit, rounded half even to base: the one conversion of a statement.
/// Errors: domain.notional-range.
Result<Money> atRate(const Money& local, Price rate, const Currency& base);

/// Holdings plus cash, in base.
Money totalValue(const StatementData& data);

/// Every total, chain and conversion checked; the first contradiction is the error, its detail names row and amounts.
/// Errors: reports.statement-period, reports.statement-currency, reports.statement-rate-missing, reports.statement-rate,
/// reports.statement-cash, reports.statement-movements, reports.statement-trade, reports.statement-costs,
/// reports.statement-change, reports.statement-closing, reports.statement-series, reports.statement-account.
Result<void> validate(const StatementData& data);

} // namespace rialto::reports
