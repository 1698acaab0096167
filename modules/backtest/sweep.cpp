// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/sweep.h"

#include "numerics/statistics.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace rialto::backtest {

namespace {

constexpr std::array<std::pair<Objective, std::string_view>, 5> kObjectives{{{Objective::Sharpe, "sharpe"}, {Objective::AnnualReturn, "annual_return"},
    {Objective::Calmar, "calmar"}, {Objective::Sortino, "sortino"}, {Objective::ProfitFactor, "profit_factor"}}};

/// Steps are exact decimals, so that 0.1:0.3:0.1 has three values.
Result<std::vector<std::string>> valuesOf(const std::string& text, const std::string& whole)
{
    const auto malformed = [&] { return invalid("backtest.sweep-malformed", whole + " (write name=from:to:step or name=a,b,c)"); };
    std::vector<std::string> out;
    if (text.find(':') == std::string::npos) {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t comma = std::min(text.find(',', at), text.size());
            if (comma == at)
                return malformed();
            out.push_back(text.substr(at, comma - at));
            at = comma + 1;
        }
        return out;
    }
    std::vector<std::int64_t> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t colon = std::min(text.find(':', at), text.size());
        const auto part = parseDecimal(text.substr(at, colon - at), kFixedPlaces);
        if (!part)
            return malformed();
        parts.push_back(*part);
        at = colon + 1;
    }
    if (parts.size() == 2)
        parts.push_back(kFixedOne);
    if (parts.size() != 3 || parts[2] <= 0 || parts[1] < parts[0])
        return malformed();
    if ((parts[1] - parts[0]) / parts[2] >= std::int64_t(kMostRuns))
        return invalid("backtest.sweep-size", whole);
    for (std::int64_t value = parts[0]; value <= parts[1]; value += parts[2])
        out.push_back(formatDecimal(value, kFixedPlaces, 0));
    return out;
}

} // namespace

Result<std::vector<std::vector<std::string>>> parameterGrid(const std::vector<std::string>& ranges)
{
    std::vector<std::vector<std::string>> grid{{}};
    for (const std::string& range : ranges) {
        const std::size_t equal = range.find('=');
        if (equal == std::string::npos || equal == 0)
            return invalid("backtest.sweep-malformed", range + " (write name=from:to:step or name=a,b,c)");
        const auto values = valuesOf(range.substr(equal + 1), range);
        if (!values)
            return values.error();
        if (grid.size() * values->size() > kMostRuns)
            return invalid("backtest.sweep-size", "more than " + std::to_string(kMostRuns) + " runs");
        std::vector<std::vector<std::string>> next;
        for (const auto& pairs : grid)
            for (const std::string& value : *values) {
                next.push_back(pairs);
                next.back().push_back(range.substr(0, equal) + "=" + value);
            }
        grid = std::move(next);
    }
    return grid;
}

std::string_view name(Objective objective)
{
    for (const auto& [each, text] : kObjectives)
        if (each == objective)
            return text;
    return {};
}

Result<Objective> parseObjective(std::string_view text)
{
    for (const auto& [each, known] : kObjectives)
        if (known == text)
            return each;
    return invalid("backtest.objective", std::string(text));
}

double score(const Figures& figures, Objective objective)
{
    double value = 0;
    switch (objective) {
    case Objective::Sharpe: value = figures.sharpe; break;
    case Objective::AnnualReturn: value = figures.annualReturn; break;
    case Objective::Calmar: value = figures.calmar; break;
    case Objective::Sortino: value = figures.sortino; break;
    case Objective::ProfitFactor: value = figures.profitFactor; break;
    }
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

Deflated deflatedSharpe(const std::vector<Figures>& runs, std::size_t best)
{
    constexpr double kDaysAYear = 252;
    std::vector<double> ratios; // a day
    for (const Figures& run : runs)
        if (!std::isnan(run.sharpe))
            ratios.push_back(run.sharpe / std::sqrt(kDaysAYear));
    Deflated out;
    out.trials = static_cast<int>(runs.size());
    const Figures& chosen = runs[best];
    out.bestSharpe = chosen.sharpe;
    const double variance = ratios.size() > 1 ? numerics::variance(ratios) : 0;
    const double maximum = expectedMaximumSharpe(variance, static_cast<int>(ratios.size()));
    out.expectedMaximum = maximum * std::sqrt(kDaysAYear);
    out.probability = probabilisticSharpe(chosen.sharpe / std::sqrt(kDaysAYear), maximum, chosen.days, chosen.skewness, chosen.kurtosis);
    return out;
}

Result<std::vector<Window>> walkForwardWindows(const std::vector<Date>& days, int trainDays, int testDays, bool anchored)
{
    if (trainDays < 2 || testDays < 2 || days.size() < std::size_t(trainDays) + std::size_t(testDays) / 2 + 1)
        return invalid("backtest.windows", std::to_string(days.size()) + " trading days do not hold a window of " + std::to_string(trainDays) + " and "
                + std::to_string(testDays));
    std::vector<Window> windows;
    for (std::size_t first = 0; first + std::size_t(trainDays) + std::size_t(testDays) / 2 < days.size(); first += std::size_t(testDays)) {
        const std::size_t test = first + std::size_t(trainDays), end = test + std::size_t(testDays);
        windows.push_back({days[anchored ? 0 : first].startUtc(), days[test].startUtc(), end < days.size() ? days[end].startUtc() : (days.back() + 1).startUtc()});
    }
    return windows;
}

} // namespace rialto::backtest
