// SPDX-License-Identifier: GPL-3.0-or-later
// What a run is worth: figures of its daily equity and of its round trips. Rates are fractions. Conventions: daily simple returns
// of equity, the first from the starting capital; 252 days a year for deviations; annual return by actual days over 365;
// deviations with n - 1; Sharpe ratio arithmetic, the riskless rate a day being (1 + rate)^(1/252) - 1; Sortino against that
// rate, its deviation over all days; undefined figures are not a number. Pure; any thread.
// Sources: C. Bacon (2008); D. Bailey and M. Lopez de Prado, The Sharpe Ratio Efficient Frontier (2012) and The Deflated Sharpe
// Ratio (2014).
#pragma once

#include "analytics/performance/drawdown.h"
#include "backtest/backtest.h"

#include <span>
#include <vector>

namespace rialto::backtest {

struct Figures {
    int days = 0;
    double years = 0;            // actual days over 365
    double totalReturn = 0;
    double annualReturn = 0;     // of runs shorter than a year: as if it went on
    double volatility = 0;
    double sharpe = 0;
    double sortino = 0;
    double calmar = 0;
    double maxDrawdown = 0;      // positive
    double ulcerIndex = 0;
    double skewness = 0;
    double kurtosis = 0;         // not the excess: 3 is normal
    double valueAtRisk95 = 0;    // of a day, historical, negative is a loss
    double shortfall95 = 0;
    double bestDay = 0;
    double worstDay = 0;
    double exposure = 0;         // mean over days
    double turnoverAYear = 0;    // value of fills over mean equity, a year
    double probabilisticSharpe = 0; // probability that the true Sharpe ratio is above zero

    int trips = 0;               // closed
    double winRate = 0;
    double profitFactor = 0;     // gains over losses
    double averageWin = 0;       // major units
    double averageLoss = 0;      // positive
    double expectancy = 0;       // mean profit of a trip
    double averageBars = 0;
    int longestLosingRun = 0;
};

std::vector<analytics::ReturnPoint> dailyReturns(const BacktestResult& result);
Figures figures(const BacktestResult& result, double riskless = 0);
/// The figures of the equity alone, of returns from anywhere (a chain of runs).
Figures figures(std::span<const analytics::ReturnPoint> returns, double riskless = 0);

/// Probability that the true ratio exceeds `benchmark`, given an observed one over `count` returns with this skewness and
/// kurtosis; both ratios a period, not a year.
double probabilisticSharpe(double observed, double benchmark, int count, double skewness, double kurtosis);
/// The largest ratio a period that `trials` of no skill, whose ratios have this variance, are expected to show.
double expectedMaximumSharpe(double varianceOfRatios, int trials);

/// What luck could have made of the trips: `draws` times as many trips drawn with replacement, each by its profit over equity at
/// its opening, compounded. Percentiles 5, 25, 50, 75, 95 of the end (return) and of the deepest drawdown (positive).
struct Resampled {
    std::vector<double> percentiles{0.05, 0.25, 0.5, 0.75, 0.95};
    std::vector<double> totalReturn;
    std::vector<double> maxDrawdown;
    double lossProbability = 0;  // share of draws that end below the start
};
Resampled resampleTrips(const BacktestResult& result, int draws, std::uint64_t seed);

} // namespace rialto::backtest
