// SPDX-License-Identifier: GPL-3.0-or-later
// StatementService: gathers what a client statement needs from the running book and the bar store, and builds it. Slow: call it
// from a worker thread (or the console), never from the GUI or the engine thread; the bar store must be the caller's own.
#pragma once

#include "market/bar_store.h"
#include "services/app_services.h"
#include "services/statement_builder.h"

namespace rialto {

struct StatementRequest {
    ClientId client;
    Date from;                 // none (Date()): the first day of the month of `to`
    Date to;                   // none: the venue's trading day
};

/// Errors: services.client-unknown, those of the store and of buildStatement.
Result<StatementInputs> gatherStatement(AppServices& services, market::BarStore& bars, const StatementRequest& request);
Result<reports::StatementData> makeStatement(AppServices& services, market::BarStore& bars, const StatementRequest& request);

/// Daily closes of the instruments and of every FX pair, and the newest marks on `today`.
Result<PriceHistory> closesOf(market::BarStore& bars, const std::map<InstrumentId, Instrument>& instruments,
    const std::map<InstrumentId, Price>& marks, Date today);

} // namespace rialto
