// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of reports that are about more than what a client holds: a proposal, an attribution, a compliance pack, a backtest, a
// research note. Values; any thread. Rates and weights are 10^-8.
#pragma once

#include "advice/model_portfolio.h"
#include "clients/suitability/questionnaire.h"
#include "domain/instrument.h"
#include "reports/language.h"
#include "reports/rate.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rialto::reports {

struct ProposalFacts {
    clients::RiskProfile profile = clients::RiskProfile::None;
    std::optional<int> score;            // 0..1000; none: the profile was chosen, not asked for
    std::optional<Date> assessed;
    advice::ModelPortfolio model;
    std::optional<advice::RebalancePlan> plan;
    std::optional<LocalizedText> problem; // why there is no plan
    clients::Suitability before;
    clients::Suitability after;
    std::vector<std::pair<std::string, LocalizedText>> names; // of instruments, by symbol
};

/// Why a portfolio did better or worse than its benchmark, linked over the months of the period.
struct AttributionRow {
    LocalizedText sector;
    Rate weight;                 // means over the periods
    Rate benchmarkWeight;
    std::optional<Rate> portfolioReturn; // compounded
    std::optional<Rate> benchmarkReturn;
    Rate allocation;
    Rate selection;
    Rate interaction;
};
struct AttributionPeriod {
    Date from;                   // end of the day before the period
    Date to;
    Rate portfolioReturn;
    Rate benchmarkReturn;
    Rate allocation;             // of the period itself, not linked
    Rate selection;
    Rate interaction;
};
struct AttributionFacts {
    LocalizedText benchmark;
    std::vector<std::pair<LocalizedText, Rate>> policy; // what the benchmark holds
    std::vector<AttributionRow> rows;
    std::vector<AttributionPeriod> periods;
    Rate portfolioReturn;        // compounded over the periods
    Rate benchmarkReturn;
    std::optional<LocalizedText> problem;
};

enum class CheckState { Fine, Attention, Breach };
struct ComplianceCheck {
    LocalizedText area;          // "Mandates"
    LocalizedText subject;       // the rule, the document
    LocalizedText finding;
    CheckState state = CheckState::Fine;
    std::optional<Date> due;
};
struct ComplianceFacts {
    std::vector<ComplianceCheck> checks; // by area
    std::vector<std::string> missing;    // prices that could not be had
};

struct BacktestTrip {
    std::string symbol;
    Side side = Side::Buy;
    Date opened;
    Date closed;
    Quantity largest;
    Money invested;
    Money profit;
    Money costs;
    std::int64_t bars = 0;
    bool open = false;
};
struct BacktestFacts {
    std::string strategy;
    std::vector<std::pair<LocalizedText, LocalizedText>> settings; // name, value
    Money start;
    Money end;
    Money fees;
    Money taxes;
    Money turnover;
    std::int64_t orders = 0;
    std::int64_t fills = 0;
    std::vector<std::pair<std::string, std::int64_t>> refusals;
    std::optional<Rate> totalReturn;
    std::optional<Rate> annualReturn;
    std::optional<Rate> volatility;
    std::optional<std::int64_t> sharpeE4;
    std::optional<std::int64_t> sortinoE4;
    std::optional<std::int64_t> calmarE4;
    std::optional<Rate> maxDrawdown;     // positive
    std::optional<Rate> valueAtRisk;
    std::optional<Rate> shortfall;
    std::optional<Rate> exposure;
    std::optional<Rate> winRate;
    std::optional<std::int64_t> profitFactorE4;
    std::optional<std::int64_t> turnoverE4;   // times a year
    std::optional<Rate> skill;           // probabilistic Sharpe ratio
    std::int64_t trips = 0;              // closed
    std::vector<BacktestTrip> tripRows;
    std::vector<LocalizedText> conventions;
    std::string hash;                    // of the run
};

struct NoteFacts {
    std::string symbol;
    std::string title;
    std::string author;
    Date written;
    std::string body;                    // Markdown, as written
    std::string rating;                  // "buy"; may be empty
    std::string target;                  // "210.00 USD"; may be empty
    std::vector<std::pair<Date, std::string>> news; // newest first
};

} // namespace rialto::reports
