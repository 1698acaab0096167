// SPDX-License-Identifier: GPL-3.0-or-later
// attributionOf(): why a client's portfolio did better or worse than a benchmark of instruments with fixed weights, month by month
// and linked (analytics/attribution). Groups: shares and funds, bonds, derivatives and others, cash. Pure; slow; any thread.
#pragma once

#include "advice/model_portfolio.h"
#include "reports/study_data.h"
#include "services/statement_builder.h"

namespace rialto {

/// `instruments`: all of the book, for the benchmark's. What cannot be computed is said in `problem`.
reports::AttributionFacts attributionOf(const StatementInputs& inputs, const advice::ModelPortfolio& benchmark, const std::map<InstrumentId, Instrument>& instruments);

} // namespace rialto
