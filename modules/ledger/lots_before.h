// SPDX-License-Identifier: GPL-3.0-or-later
// The lots of an account as a day begins: trades of the days before, and the corporate actions of the day that stand in the
// ledger already. Internal to the ledger: what an action's entitlement is worked out from.
#pragma once

#include "ledger/tax_lots.h"

namespace rialto {

LotBook lotsBefore(const std::vector<TransferGroup>& groups, AccountId account, const Instrument& instrument, Date day);

} // namespace rialto
