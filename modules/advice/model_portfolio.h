// SPDX-License-Identifier: GPL-3.0-or-later
// Model portfolios: what a client of a risk profile should hold. The house's own are a table here, for the instruments of the demo
// book; a firm gives its own as CSV (readModels). Pure; any thread.
//   profile,symbol,weight        weights are fractions or per cents ("40%"); what is missing to a whole is cash
// Errors: advice.model-malformed (line and what is wrong), advice.target-weights, advice.model-unknown.
#pragma once

#include "advice/rebalancer.h"
#include "clients/records/client_record.h"

#include <string_view>

namespace rialto::advice {

struct ModelPortfolio {
    clients::RiskProfile profile = clients::RiskProfile::None;
    std::string title;
    std::string titleZh;
    std::vector<TargetWeight> weights;
    std::int64_t cash() const;
};

const std::vector<ModelPortfolio>& houseModels();
Result<std::vector<ModelPortfolio>> readModels(std::string_view csv);
Result<ModelPortfolio> modelFor(const std::vector<ModelPortfolio>& models, clients::RiskProfile profile);
std::optional<clients::RiskProfile> riskProfile(std::string_view name); // "balanced", any case
std::string_view profileTitle(clients::RiskProfile profile, bool chinese);

} // namespace rialto::advice
