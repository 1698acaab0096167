// SPDX-License-Identifier: GPL-3.0-or-later
// What the advice verbs share: positions of a file or of a client of the book, options, and how plans are shown.
#pragma once

#include "advice/input/positions_csv.h"
#include "advice/loss_harvest.h"
#include "advice/model_portfolio.h"
#include "api/cli/command.h"
#include "services/client_plan.h"
#include "services/report_source.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto::cli {

struct AdviceArguments {
    std::string holdings;        // CSV; or
    std::string client;          // of the book
    std::string currency = "USD";
    std::string asOf;
    std::string cash;
    std::string models;          // CSV of model portfolios; empty: the house's
    std::string profile;
    std::string language = "en";
    double shortRate = 0, longRate = 0;

    /// --holdings, --client and what belongs to both.
    void addTo(CLI::App& app, bool withProfile);
    bool chinese() const { return language == "zh"; }
    advice::TaxRates tax() const;
};

/// The positions that advice is about, wherever they come from.
struct AdviceCase {
    ClientPlan plan;
    std::string subject;                         // file or client number
    std::shared_ptr<const ReportSource> source;  // of the book; none: from a file
    std::optional<StatementInputs> inputs;
    std::string bookFolder;
};

/// Errors: cli.advice-subject, those of reading and of the book. A book that cannot be opened has been told: nothing then.
std::optional<AdviceCase> adviceCase(Context& context, const AdviceArguments& given, int& exit);
Result<std::vector<advice::ModelPortfolio>> modelsOf(const AdviceArguments& given);
/// A fraction or per cent ("0.05", "5%") as 10^-8.
Result<std::int64_t> partOf(const std::string& text, const std::string& what);
/// Sets the profile that was said, if one was.
Result<void> applyProfile(const AdviceArguments& given, ClientPlan& plan);

Json planJson(const advice::RebalancePlan& plan, bool chinese);
std::string planText(const advice::RebalancePlan& plan, bool chinese);
Json suitabilityJson(const clients::Suitability& suitability, clients::RiskProfile profile, bool chinese);
/// "0.05"
std::string weightText(std::int64_t e8);

} // namespace rialto::cli
