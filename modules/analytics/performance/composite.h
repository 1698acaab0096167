// SPDX-License-Identifier: GPL-3.0-or-later
// Composites after the GIPS standards (2020): the return of a group of portfolios with one strategy, and how far apart they were.
//   Month      sum of w r, w the portfolio's value at the start over that of all (or equal weights)
//   Year       its months linked; of a year that is not whole: of the months that are there, said so
//   Dispersion over the portfolios that were in for every month of the year, of their linked returns: standard deviation with equal
//              weights (n - ddof) or by assets at the start of the year (sqrt(sum w (r - sum w r)^2)), highest, lowest, range,
//              quartiles (type 7). The standards ask for none with five portfolios or fewer.
//   Deviation  of the last 36 monthly returns of composite and benchmark at each year's end, n - ddof, x sqrt(12)
// Returns are fractions. Pure; any thread. Errors: composite.empty, composite.value (a start value below zero, or of all not above),
// composite.return (below -1), composite.twice (a portfolio twice in a month), composite.gap (a month without any portfolio).
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto::analytics {

struct CompositeRow {
    std::string portfolio;
    int month = 0;               // year x 12 + month - 1
    double rate = 0;
    double startValue = 0;
    std::optional<double> endValue;
    std::size_t line = 0;
};

struct CompositeOptions {
    bool equalWeights = false;
    int ddof = 1;                // of the equally weighted deviation and of the 36 months
    std::map<int, double> benchmark; // monthly
};

struct CompositeMonth {
    int month = 0;
    double rate = 0;
    double assets = 0;           // at the start
    int portfolios = 0;
};

struct CompositeYear {
    int year = 0;
    int months = 0;
    double rate = 0;
    std::optional<double> benchmark;
    int portfolios = 0;          // in the last month
    int wholeYear = 0;           // in every month of a year of twelve
    std::optional<double> assets; // at the end
    std::optional<double> equalDeviation;
    std::optional<double> assetDeviation;
    std::optional<double> meanRate;      // of those that were in all year
    std::optional<double> highest;
    std::optional<double> lowest;
    std::optional<double> upperQuartile;
    std::optional<double> median;
    std::optional<double> lowerQuartile;
    bool dispersionAsked = false; // by the standards: more than five in all year
    std::optional<double> deviation36;
    std::optional<double> benchmarkDeviation36;
};

struct Composite {
    std::vector<CompositeMonth> months;
    std::vector<CompositeYear> years;
    double total = 0;            // linked over all
    double annual = 0;           // (1 + total)^(12 / months) - 1, from a year on
};

Result<Composite> compositeOf(std::vector<CompositeRow> rows, const CompositeOptions& options);

} // namespace rialto::analytics
