// SPDX-License-Identifier: GPL-3.0-or-later
// PortfolioAnalysis: how a client's wealth grew and what it went through, from the end-of-day values of a statement. Pure; any
// thread. Returns are time-weighted by the day, flows at the start of their day; Saturdays and Sundays are not days. Rates are
// fractions, losses negative. Formulas: analytics/performance; Sharpe 1994 and Sortino and van der Meer 1991 with a risk-free
// and target rate of zero, mean x 252 over deviation x sqrt(252); Young 1991 (Calmar); VaR and ES are those of the days that were
// (Hyndman and Fan 1996, type 7; Acerbi and Tasche 2002).
#pragma once

#include "analytics/performance/drawdown.h"
#include "analytics/performance/return_series.h"
#include "reports/statement.h"

#include <optional>
#include <vector>

namespace rialto {

struct PortfolioAnalysis {
    Date from;
    Date to;
    std::optional<double> totalReturn;        // of the period
    std::optional<double> annualReturn;       // geometric, actual days over 365; nothing below a year
    std::optional<double> moneyWeighted;      // a year, since the book's first day; nothing when it is ambiguous
    std::optional<double> volatility;         // a year, of the sample
    std::optional<double> downsideDeviation;  // a year, below zero, over all days
    std::optional<double> sharpe;
    std::optional<double> sortino;
    std::optional<double> calmar;             // annual return over the deepest fall
    std::optional<double> valueAtRisk;        // 95 %, a day; negative
    std::optional<double> expectedShortfall;  // mean of the days at or below it
    std::optional<analytics::ReturnPoint> bestDay;
    std::optional<analytics::ReturnPoint> worstDay;
    std::optional<double> gainingMonths;      // share of months
    std::vector<analytics::Drawdown> falls;   // the five deepest
    std::vector<analytics::MonthRate> months;
    std::vector<analytics::ReturnPoint> points;
    std::vector<double> underWater;           // beside points: index over its highest so far, minus 1
};

/// `series` since the book's first day; figures from `from` on. Without two days there is nothing to say.
PortfolioAnalysis analysePortfolio(const std::vector<reports::ValuePoint>& series, Date from);

} // namespace rialto
