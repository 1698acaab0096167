// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/annualisation.h"

#include <cmath>

namespace rialto::analytics {
namespace {

double growth(std::span<const double> rates)
{
    double product = 1;
    for (const double rate : rates)
        product *= 1 + rate;
    return product;
}

double mean(std::span<const double> rates)
{
    double sum = 0;
    for (const double rate : rates)
        sum += rate;
    return rates.empty() ? 0 : sum / static_cast<double>(rates.size());
}

double power(double base, double exponent)
{
    return base <= 0 ? -1 : std::pow(base, exponent) - 1;
}

} // namespace

double annualisedByDays(double cumulative, int days, double daysAYear)
{
    return days <= 0 ? cumulative : power(1 + cumulative, daysAYear / days);
}

double annualisedGeometric(std::span<const double> rates, double periodsAYear)
{
    return rates.empty() ? 0 : power(growth(rates), periodsAYear / static_cast<double>(rates.size()));
}

double annualisedArithmetic(std::span<const double> rates, double periodsAYear)
{
    return mean(rates) * periodsAYear;
}

double geometricMean(std::span<const double> rates)
{
    return annualisedGeometric(rates, 1);
}

double standardDeviation(std::span<const double> rates, int ddof)
{
    const double degrees = static_cast<double>(rates.size()) - ddof;
    if (degrees <= 0)
        return 0;
    const double centre = mean(rates);
    double sum = 0;
    for (const double rate : rates)
        sum += (rate - centre) * (rate - centre);
    return std::sqrt(sum / degrees);
}

double annualisedVolatility(std::span<const double> rates, double periodsAYear, int ddof)
{
    return standardDeviation(rates, ddof) * std::sqrt(periodsAYear);
}

} // namespace rialto::analytics
