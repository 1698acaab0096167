// SPDX-License-Identifier: GPL-3.0-or-later
// Performance over calendar periods from valuations and flows: time-weighted (chained between valuations), modified Dietz,
// simple Dietz and money-weighted, net and gross of fees. A gap between two valuations is one step of the time-weighted
// return; a flow strictly inside a gap is weighted by its days (modified Dietz), and such gaps are counted, because the
// return is then an estimate. Sources: GIPS Standards handbook; C. Bacon (2008) chapter 2; P. Dietz (1966). Pure; any thread.
#pragma once

#include "analytics/performance/modified_dietz.h"
#include "base/result.h"
#include "domain/date.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rialto::analytics {

/// When a flow joins within its day (and, for a step of the time-weighted return, within its gap).
enum class FlowTime { Start, Middle, End };

struct DatedValue {
    Date date;
    double value = 0;
};

struct PerformanceInput {
    std::vector<DatedValue> values;     // ascending, one a day, at the end of the day
    std::vector<DatedFlow> external;    // + into the portfolio
    std::vector<DatedFlow> fees;        // paid out of the portfolio; the sign does not matter
    std::vector<DatedValue> benchmark;  // levels of an index, ascending; may be empty
};

struct PerformanceOptions {
    FlowTime timing = FlowTime::End;
    bool valuesBeforeFlows = false;     // a value is taken before that day's flow (as GIPS wants for large flows)
    bool startsEmpty = false;           // the first valuation includes money that came that day
    double daysAYear = 365;
};

/// Nothing where the figure is not defined (no capital at work, no root).
struct Returns {
    std::optional<double> timeWeighted;
    std::optional<double> modifiedDietz;
    std::optional<double> simpleDietz;
    std::optional<double> moneyWeighted;   // of the period, not a year
};

struct PeriodPerformance {
    std::string name;        // 2024-03, 2024-Q1, 2024, since inception
    Date opened;             // its value at the end of this day is the opening value
    Date closed;
    double openingValue = 0;
    double closingValue = 0;
    double netFlow = 0;
    double fees = 0;         // positive
    Returns net;
    Returns gross;           // as if the fees had not been taken
    std::optional<double> benchmark;
    std::optional<double> twrNetAnnualised, twrGrossAnnualised, benchmarkAnnualised, moneyWeightedAnnualised; // only from a year on
};

struct PerformanceReport {
    PeriodPerformance whole;
    std::vector<PeriodPerformance> months, quarters, years;
    int estimatedGaps = 0;      // gaps with a flow inside
    int ignoredFlows = 0;       // before the first or after the last valuation
    int gapsWithoutCapital = 0; // nothing at work: the step counts as zero
};

/// Errors: performance.values (fewer than two, not ascending, not finite), performance.xirr-not-finite for flows.
Result<PerformanceReport> performance(PerformanceInput input, const PerformanceOptions& options);

} // namespace rialto::analytics
