// SPDX-License-Identifier: GPL-3.0-or-later
// ReportData: the facts that a report of the catalogue is made of: a client's statement, and what only some reports need
// (ReportDefinition::needs says which parts services fill). Values; any thread. Conventions are those of statement.h.
#pragma once

#include "base/clock.h"
#include "domain/instrument.h"
#include "domain/order.h"
#include "reports/statement.h"
#include "reports/study_data.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto::reports {

/// A lot that is still held on the last day.
struct OpenLotRow {
    std::string accountNumber;
    std::string symbol;
    LocalizedText name;
    AssetClass assetClass = AssetClass::Equity;
    Date acquired;
    std::string groupKey;        // the trade that opened it
    Quantity quantity;           // < 0: short
    Money cost;                  // local, costs of purchase included
    Money value;                 // local, at the last day's close
    int heldDays = 0;
    bool longTerm = false;       // more than one year
    friend bool operator==(const OpenLotRow&, const OpenLotRow&) = default;
};

/// A part of a lot that was sold in the period.
struct RealisedRow {
    std::string accountNumber;
    std::string symbol;
    LocalizedText name;
    Date acquired;
    Date disposed;
    std::string openKey;
    std::string closeKey;
    Quantity quantity;
    Money proceeds;              // local, after costs of the sale
    Money cost;
    Money proceedsBase;          // at the rate of the day of disposal
    Money costBase;              // at the rate of the day of purchase
    bool longTerm = false;
    friend bool operator==(const RealisedRow&, const RealisedRow&) = default;
};

/// A fill or booked trade of the period beside the market's day, for best execution.
struct ExecutionRow {
    std::string accountNumber;
    Date date;
    std::string order;           // id of the order; "" when the trade was booked
    Side side = Side::Buy;
    std::string symbol;
    LocalizedText name;
    Quantity quantity;           // > 0
    Price price;                 // average of the day's fills of the order
    int priceDigits = 2;
    Price open;                  // of the market's day; zero when the book has no bar of it
    Price high;
    Price low;
    Price close;
    Money gross;
    Money fees;
    std::string groupKey = {};   // the transfer group that booked it
    bool hasBar() const { return !close.isZero(); }
    friend bool operator==(const ExecutionRow&, const ExecutionRow&) = default;
};

struct OrderRow {
    std::string accountNumber;
    std::string id;
    Timestamp placed;
    Side side = Side::Buy;
    std::string symbol;
    std::string type;            // "limit"
    std::string state;           // "Filled"
    Quantity quantity;
    Quantity filled;
    Price limit;                 // zero: at market
    int priceDigits = 2;
    std::string reason;          // code of a refusal
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// An instrument's day and its past.
struct MarketRow {
    std::string symbol;
    LocalizedText name;
    AssetClass assetClass = AssetClass::Equity;
    std::string currency;
    int priceDigits = 2;
    Date date;                   // of the last bar, on or before the report's day
    Price open;
    Price high;
    Price low;
    Price close;
    Quantity volume;
    Price previous;              // close of the bar before; zero when there is none
    Price monthStart;            // last close before the month
    Price yearStart;             // last close before the year; or the first there is
    std::optional<Rate> volatility;  // a year, of the last 20 daily log-free returns
    std::vector<std::pair<Date, Price>> closes; // of the last year; kept for the charts of indices only
    friend bool operator==(const MarketRow&, const MarketRow&) = default;
};

/// What the quality rules say about one daily series.
struct QualityRow {
    std::string symbol;
    std::string source;
    std::int64_t bars = 0;
    Date first;
    Date last;
    std::int64_t missing = 0;    // trading days of its calendar without a bar
    std::int64_t contradictory = 0; // high below low, or open or close outside them
    std::int64_t jumps = 0;      // close over close by more than a quarter
    std::int64_t unchanged = 0;  // five closes or more in a row the same: the days beyond the fourth
    std::int64_t stale = 0;      // calendar days from the last bar to the report's day
    friend bool operator==(const QualityRow&, const QualityRow&) = default;
};

struct FallRow {
    Rate depth;
    Date start;
    Date trough;
    std::optional<Date> recovered;
    friend bool operator==(const FallRow&, const FallRow&) = default;
};

struct RiskFigures {
    std::optional<Rate> volatility;
    std::optional<Rate> downside;
    std::optional<Rate> valueAtRisk;         // 95 %, a day; negative
    std::optional<Rate> expectedShortfall;
    std::optional<std::int64_t> sharpeE4;    // ratios in ten-thousandths
    std::optional<std::int64_t> sortinoE4;
    std::optional<std::int64_t> calmarE4;
    std::optional<Rate> bestDay;
    std::optional<Rate> worstDay;
    std::optional<Date> bestOn;
    std::optional<Date> worstOn;
    std::vector<FallRow> falls;              // deepest first
    std::vector<std::pair<Date, Rate>> underWater;
    friend bool operator==(const RiskFigures&, const RiskFigures&) = default;
};

struct ReportData {
    StatementData statement;
    std::vector<OpenLotRow> lots;
    std::vector<RealisedRow> realised;       // disposed in the period
    std::vector<OrderRow> orders;            // placed in the period
    std::vector<ExecutionRow> executions;    // of the period
    std::vector<MarketRow> market;
    std::vector<QualityRow> quality;
    RiskFigures risk;
    std::shared_ptr<const ProposalFacts> proposal;
    std::shared_ptr<const AttributionFacts> attribution;
    std::shared_ptr<const ComplianceFacts> compliance;
    std::shared_ptr<const BacktestFacts> backtest;
    std::shared_ptr<const NoteFacts> note;
    std::string subject;                     // of a study: what its key is made of, "sma_cross", "MERI"
    friend bool operator==(const ReportData&, const ReportData&) = default;
};

} // namespace rialto::reports
