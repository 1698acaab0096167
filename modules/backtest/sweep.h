// SPDX-License-Identifier: GPL-3.0-or-later
// Many runs: a grid of parameters, and windows that walk forward, so that what was chosen on one part of the past is judged on the
// next. Pure: says what to run and what the results mean; the caller runs (services/backtest_service.h). Errors:
// backtest.sweep-malformed, backtest.sweep-size, backtest.windows.
#pragma once

#include "backtest/statistics.h"

#include <string>
#include <vector>

namespace rialto::backtest {

inline constexpr std::size_t kMostRuns = 100'000;

/// "fast=5:50:5" (from:to:step, ends included) or "fast=5,10,20"; every combination, the last parameter changing fastest, as
/// "name=value" pairs.
Result<std::vector<std::vector<std::string>>> parameterGrid(const std::vector<std::string>& ranges);

/// Which figure is the best the highest of.
enum class Objective { Sharpe, AnnualReturn, Calmar, Sortino, ProfitFactor };
std::string_view name(Objective objective);
Result<Objective> parseObjective(std::string_view text);
/// Not a number counts as the worst.
double score(const Figures& figures, Objective objective);

/// The price of having tried: the best run's Sharpe ratio against what the best of so many without skill would show.
struct Deflated {
    int trials = 0;
    double bestSharpe = 0;        // a year
    double expectedMaximum = 0;   // a year, of trials without skill
    double probability = 0;       // that the true ratio is above that
};
Deflated deflatedSharpe(const std::vector<Figures>& runs, std::size_t best);

struct Window {
    Timestamp trainFrom;
    Timestamp testFrom;
    Timestamp testUntil;
};
/// Windows of `trainDays` and `testDays` trading days; each starts `testDays` after the one before; `anchored` ones keep the
/// first start. `days` ascend. The last may be shorter, by up to half.
Result<std::vector<Window>> walkForwardWindows(const std::vector<Date>& days, int trainDays, int testDays, bool anchored);

} // namespace rialto::backtest
