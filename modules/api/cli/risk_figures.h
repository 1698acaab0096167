// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of `rialtoctl risk` as JSON with stable keys, and the conventions behind them as words. Pure; any thread.
#pragma once

#include "analytics/risk_measures/benchmark_measures.h"
#include "api/cli/command.h"
#include "domain/date.h"

#include <span>
#include <string>
#include <vector>

namespace rialto::cli {

struct RiskConventions {
    double riskFree = 0;              // a period
    double scale = 12;                // periods a year
    double mar = 0;                   // a period
    std::vector<double> levels{0.95, 0.99};
    int ddof = 1;                     // of standard deviations
    int gaussianDdof = 0;             // of the deviation inside Gaussian value at risk
    int quantileType = 7;
    bool operational = true;          // modified shortfall
    analytics::RatesMix mix = analytics::RatesMix::AsGiven;
    double lambda = 0.94;
    int draws = 10000;
    std::uint64_t seed = 1;
    double sterlingExcess = 0.1;
    int worst = 5;                    // drawdowns told
    int depthDigits = 4;              // of "depth" in that table
    bool dated = true;
};

Json conventionsJson(const RiskConventions& conventions);
/// One series; at least two returns.
Json seriesJson(std::span<const Date> dates, std::span<const double> returns, const RiskConventions& conventions);
Json benchmarkJson(std::span<const double> returns, std::span<const double> benchmark, const RiskConventions& conventions);
Json rollingJson(std::span<const Date> dates, std::span<const double> returns, int window, const RiskConventions& conventions);
/// Contributions to the portfolio's risk by weights.
Json componentsJson(const std::vector<std::string>& names, const std::vector<std::vector<double>>& columns, std::span<const double> weights, double level, int ddof);

/// A number, or null when it is not finite.
Json figure(double value);

} // namespace rialto::cli
