// SPDX-License-Identifier: GPL-3.0-or-later
// How the console shows bills: JSON with every step, a table, and the audit file as CSV.
#pragma once

#include "api/cli/command.h"
#include "clients/billing/billing.h"

#include <string>
#include <vector>

namespace rialto::cli {

Json scheduleJson(const clients::FeeSchedule& schedule);
Json billJson(const clients::PeriodBill& bill, const clients::FeeSchedule& schedule, bool withSteps);
/// What the figures rest on, as sentences.
Json billConventions(const clients::FeeSchedule& schedule);
std::string billText(const std::vector<clients::PeriodBill>& bills, const clients::FeeSchedule& schedule);
/// period,group,account,line,step,amount: one row a step, in order.
std::string billAuditCsv(const std::vector<clients::PeriodBill>& bills);

} // namespace rialto::cli
