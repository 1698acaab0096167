// SPDX-License-Identifier: GPL-3.0-or-later
// Annualisation: rates of a period as rates a year, by counted days or by periods a year. Pure; any thread.
#pragma once

#include <span>

namespace rialto::analytics {

/// (1 + cumulative)^(daysAYear / days) - 1. The default day count is actual/365 (fixed), which is also that of xirr().
/// A cumulative rate of -1 or less stays -1; days <= 0 gives the cumulative rate itself.
/// GIPS forbids to annualise less than a year; that is the caller's rule.
double annualisedByDays(double cumulative, int days, double daysAYear = 365.0);

/// Geometric: (product of 1 + rate)^(periodsAYear / n) - 1, e.g. 12 for months, 252 for trading days.
double annualisedGeometric(std::span<const double> rates, double periodsAYear);
/// Arithmetic: mean x periodsAYear.
double annualisedArithmetic(std::span<const double> rates, double periodsAYear);
/// The n-th root of the product of 1 + rate, minus 1.
double geometricMean(std::span<const double> rates);

/// Of the rates: square root of the sum of squared deviations over (n - ddof). ddof 1 is the sample's, 0 the population's.
/// Zero when n <= ddof.
double standardDeviation(std::span<const double> rates, int ddof = 1);
/// standardDeviation x sqrt(periodsAYear).
double annualisedVolatility(std::span<const double> rates, double periodsAYear, int ddof = 1);

} // namespace rialto::analytics
