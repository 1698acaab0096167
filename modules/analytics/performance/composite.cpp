// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/composite.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rialto::analytics {

namespace {

constexpr int kMonths = 12;
constexpr int kThreeYears = 36;
constexpr int kFewPortfolios = 5;

std::string monthText(int month)
{
    const int number = month % kMonths + 1;
    return std::to_string(month / kMonths) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

/// Quantile of sorted values, Hyndman and Fan type 7.
double quantileOf(const std::vector<double>& sorted, double part)
{
    const double at = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const double rest = at - static_cast<double>(below);
    return below + 1 < sorted.size() ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
}

std::optional<double> deviationOf(const std::vector<double>& values, int ddof)
{
    if (static_cast<int>(values.size()) <= ddof || values.size() < 2)
        return std::nullopt;
    double mean = 0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (static_cast<double>(values.size()) - ddof));
}

/// The deviation of the 36 months up to and with this one, a year.
template<typename RateOf>
std::optional<double> threeYears(int last, int ddof, RateOf rateOf)
{
    std::vector<double> rates;
    for (int month = last - kThreeYears + 1; month <= last; ++month) {
        const std::optional<double> rate = rateOf(month);
        if (!rate)
            return std::nullopt;
        rates.push_back(*rate);
    }
    const auto deviation = deviationOf(rates, ddof);
    return deviation ? std::optional(*deviation * std::sqrt(double(kMonths))) : std::nullopt;
}

struct WholeYear {
    double growth = 1;
    double assets = 0;           // at the start of the year
    int months = 0;
};

void addDispersion(CompositeYear& year, const std::map<std::string, WholeYear>& portfolios, int ddof)
{
    std::vector<double> rates;
    std::vector<double> assets;
    for (const auto& [name, one] : portfolios)
        if (one.months == kMonths) {
            rates.push_back(one.growth - 1);
            assets.push_back(one.assets);
        }
    year.wholeYear = static_cast<int>(rates.size());
    year.dispersionAsked = year.wholeYear > kFewPortfolios;
    if (rates.empty())
        return;
    double mean = 0;
    double whole = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        mean += rates[i] / static_cast<double>(rates.size());
        whole += assets[i];
    }
    year.meanRate = mean;
    year.equalDeviation = deviationOf(rates, ddof);
    if (whole > 0 && rates.size() > 1) {
        double weighted = 0;
        for (std::size_t i = 0; i < rates.size(); ++i)
            weighted += assets[i] / whole * rates[i];
        double squares = 0;
        for (std::size_t i = 0; i < rates.size(); ++i)
            squares += assets[i] / whole * (rates[i] - weighted) * (rates[i] - weighted);
        year.assetDeviation = std::sqrt(squares);
    }
    std::sort(rates.begin(), rates.end());
    year.lowest = rates.front();
    year.highest = rates.back();
    year.lowerQuartile = quantileOf(rates, 0.25);
    year.median = quantileOf(rates, 0.5);
    year.upperQuartile = quantileOf(rates, 0.75);
}

Result<void> check(const std::vector<CompositeRow>& rows)
{
    if (rows.empty())
        return invalid("composite.empty", "there is no row");
    std::set<std::pair<std::string, int>> seen;
    for (const auto& row : rows) {
        const std::string where = "line " + std::to_string(row.line) + ": " + row.portfolio.substr(0, 60) + " in " + monthText(row.month);
        if (!(row.rate >= -1) || !std::isfinite(row.rate))
            return invalid("composite.return", where + ": a return is a fraction of at least -1");
        if (!(row.startValue >= 0) || !std::isfinite(row.startValue))
            return invalid("composite.value", where + ": the value at the start is below zero or none");
        if (!seen.emplace(row.portfolio, row.month).second)
            return invalid("composite.twice", where + " is there twice");
    }
    return {};
}

} // namespace

Result<Composite> compositeOf(std::vector<CompositeRow> rows, const CompositeOptions& options)
{
    if (const auto fine = check(rows); !fine)
        return fine.error();
    std::stable_sort(rows.begin(), rows.end(), [](const CompositeRow& a, const CompositeRow& b) { return a.month < b.month; });
    Composite composite;
    double growth = 1;
    std::map<int, std::map<std::string, WholeYear>> byYear;
    std::map<int, double> endAssets;
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t end = at;
        CompositeMonth month;
        month.month = rows[at].month;
        if (!composite.months.empty() && month.month != composite.months.back().month + 1)
            return invalid("composite.gap", "there is no portfolio in " + monthText(composite.months.back().month + 1));
        double ends = 0;
        bool endKnown = true;
        for (; end < rows.size() && rows[end].month == month.month; ++end) {
            month.assets += rows[end].startValue;
            endKnown = endKnown && rows[end].endValue.has_value();
            ends += rows[end].endValue.value_or(0);
        }
        month.portfolios = static_cast<int>(end - at);
        if (!options.equalWeights && !(month.assets > 0))
            return invalid("composite.value", monthText(month.month) + ": the portfolios are worth nothing together");
        for (std::size_t i = at; i < end; ++i) {
            const double weight = options.equalWeights ? 1.0 / month.portfolios : rows[i].startValue / month.assets;
            month.rate += weight * rows[i].rate;
            auto& one = byYear[month.month / kMonths][rows[i].portfolio];
            if (one.months == 0)
                one.assets = rows[i].startValue;
            one.growth *= 1 + rows[i].rate;
            ++one.months;
        }
        if (endKnown)
            endAssets[month.month] = ends;
        growth *= 1 + month.rate;
        composite.months.push_back(month);
        at = end;
    }
    composite.total = growth - 1;
    composite.annual = composite.months.size() >= kMonths && growth > 0 ? std::pow(growth, double(kMonths) / static_cast<double>(composite.months.size())) - 1 : composite.total;
    const int first = composite.months.front().month;
    const auto ownRate = [&](int month) -> std::optional<double> {
        return month < first || month > composite.months.back().month ? std::nullopt : std::optional(composite.months[static_cast<std::size_t>(month - first)].rate);
    };
    const auto benchmarkRate = [&](int month) -> std::optional<double> {
        const auto known = options.benchmark.find(month);
        return known == options.benchmark.end() ? std::nullopt : std::optional(known->second);
    };
    for (const auto& [number, portfolios] : byYear) {
        CompositeYear year;
        year.year = number;
        double own = 1;
        double other = 1;
        bool compared = true;
        int last = 0;
        for (const auto& month : composite.months) {
            if (month.month / kMonths != number)
                continue;
            own *= 1 + month.rate;
            const auto rate = benchmarkRate(month.month);
            compared = compared && rate.has_value();
            other *= 1 + rate.value_or(0);
            ++year.months;
            year.portfolios = month.portfolios;
            last = month.month;
        }
        year.rate = own - 1;
        if (compared)
            year.benchmark = other - 1;
        if (const auto ended = endAssets.find(last); ended != endAssets.end())
            year.assets = ended->second;
        if (year.months == kMonths)
            addDispersion(year, portfolios, options.ddof);
        year.deviation36 = threeYears(last, options.ddof, ownRate);
        year.benchmarkDeviation36 = threeYears(last, options.ddof, benchmarkRate);
        composite.years.push_back(year);
    }
    return composite;
}

} // namespace rialto::analytics
