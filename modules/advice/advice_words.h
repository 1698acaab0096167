// SPDX-License-Identifier: GPL-3.0-or-later
// What is proposed, in sentences that a client understands, in English and Chinese. Every number in them is one of the plan. Pure;
// any thread.
#pragma once

#include "advice/loss_harvest.h"
#include "advice/rebalancer.h"
#include "clients/suitability/questionnaire.h"

#include <string>

namespace rialto::advice {

/// "Sell 120 MERI (22,104.00 USD): it is 8.4 % of the portfolio, 3.4 points above its target of 5.0 %, outside its band."
std::string sentence(const PlannedTrade& trade, const Currency& base, bool chinese);
/// What the plan does as a whole.
std::string summary(const RebalancePlan& plan, bool chinese);
std::string sentence(const HarvestPosition& position, const Currency& base, bool chinese);
std::string summary(const Harvest& harvest, const Currency& base, bool chinese);
/// Why the portfolio suits the profile, or not.
std::string sentence(const clients::Suitability& suitability, clients::RiskProfile profile, bool chinese);

/// 10^-8 as "5.0 %".
std::string percentText(std::int64_t part);
/// "12,345.60"
std::string amountText(const Money& money);

} // namespace rialto::advice
