// SPDX-License-Identifier: GPL-3.0-or-later
// complianceOf(): everything that can be checked about a client on a day, in words of both languages, from the 360-degree overview
// and the orders that were refused in the period. Pure; any thread.
#pragma once

#include "reports/report_data.h"
#include "services/client_overview.h"

namespace rialto {

/// `overview` none: the client has no record yet, which is a finding itself.
reports::ComplianceFacts complianceOf(const std::optional<ClientOverview>& overview, const std::vector<reports::OrderRow>& orders, Date day);

} // namespace rialto
