// SPDX-License-Identifier: GPL-3.0-or-later
// Share identification by pool, as the United Kingdom has it: disposals of a day are one disposal, purchases of a day one
// purchase; a disposal takes first the purchases of its own day, then those of the following `daysAfter` days, earliest
// first, and the rest from the pool of everything else at its average cost (TCGA 1992 ss 105, 106A, 104). Same-day matches of
// every day come before any other. Splits and bonus issues scale the pool and, for a match across one, the later purchase.
// Pure. Errors: lots.sells-more-than-held, lots.rule-action (an action that the rule does not cover), lots.amount-range,
// lots.quantity-range.
#pragma once

#include "ledger/lots/lot_run.h"

namespace rialto {

struct PoolRule {
    bool sameDay = true;
    int daysAfter = 30;
};

Result<LotReport> runPoolRule(std::vector<LotEvent> events, const PoolRule& rule, const LotOptions& options);

} // namespace rialto
