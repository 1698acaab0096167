// SPDX-License-Identifier: GPL-3.0-or-later
// ClientPlan: a client of the book as the advice module wants it (positions with lots, cash, names, the assessed profile), and the
// proposal made of it. Closes and rates are those of the report's last day; the cost of a lot is converted at the rate of its day.
// Futures, options, pairs and coins are left as they are and named in `left`: the models are about the rest. Pure; any thread.
// Errors: services.price-missing, services.rate-missing, services.profile-missing, those of advice.
#pragma once

#include "advice/loss_harvest.h"
#include "advice/model_portfolio.h"
#include "reports/report_data.h"
#include "services/statement_builder.h"

#include <string>
#include <vector>

namespace rialto {

struct ClientPlan {
    Currency base;
    Date day;
    Money cash;
    std::vector<advice::PlanPosition> positions;          // held
    std::vector<std::pair<std::string, reports::LocalizedText>> names;
    std::vector<std::string> left;                        // held, and not advised on
    clients::MandateBook book;                            // everything, for suitability
    clients::RiskProfile profile = clients::RiskProfile::None;
    std::optional<int> score;
    std::optional<Date> assessed;
};

/// `data` has its statement and, for gains, its lots.
Result<ClientPlan> clientPlan(const StatementInputs& inputs, const reports::ReportData& data, const clients::ClientRegistry* registry);
/// Adds what the model asks for and the client does not hold, with its close. Errors: advice.price-missing.
Result<void> addModelPositions(ClientPlan& plan, const std::vector<advice::TargetWeight>& targets, const std::map<InstrumentId, Instrument>& instruments, const PriceHistory& prices);
/// `options.cash` is that of the plan. Without a profile, or when there is no plan, `problem` says why.
reports::ProposalFacts proposalOf(ClientPlan plan, const std::vector<advice::ModelPortfolio>& models, advice::RebalanceOptions options, const std::map<InstrumentId, Instrument>& instruments, const PriceHistory& prices);
/// The portfolio as it would be afterwards.
clients::MandateBook bookAfter(const clients::MandateBook& book, const advice::RebalancePlan& plan);

} // namespace rialto
