// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/backtest_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::cli {

namespace {

std::string percent(double value) { return std::isnan(value) ? std::string("-") : fmt::format("{:.2f} %", value * 100); }
std::string plain(double value) { return std::isnan(value) ? std::string("-") : fmt::format("{:.2f}", value); }

} // namespace

Json orNull(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json figuresJson(const backtest::Figures& f, bool withTrips)
{
    Json json{{"days", f.days}, {"years", f.years}, {"totalReturn", orNull(f.totalReturn)}, {"annualReturn", orNull(f.annualReturn)},
        {"volatility", orNull(f.volatility)}, {"sharpe", orNull(f.sharpe)}, {"sortino", orNull(f.sortino)}, {"calmar", orNull(f.calmar)},
        {"maxDrawdown", orNull(f.maxDrawdown)}, {"ulcerIndex", orNull(f.ulcerIndex)}, {"skewness", orNull(f.skewness)}, {"kurtosis", orNull(f.kurtosis)},
        {"valueAtRisk95", orNull(f.valueAtRisk95)}, {"shortfall95", orNull(f.shortfall95)}, {"bestDay", orNull(f.bestDay)}, {"worstDay", orNull(f.worstDay)},
        {"probabilisticSharpe", orNull(f.probabilisticSharpe)}};
    if (withTrips)
        json.update(Json{{"exposure", orNull(f.exposure)}, {"turnoverAYear", orNull(f.turnoverAYear)}, {"trips", f.trips}, {"winRate", orNull(f.winRate)},
            {"profitFactor", orNull(f.profitFactor)}, {"averageWin", orNull(f.averageWin)}, {"averageLoss", orNull(f.averageLoss)},
            {"expectancy", orNull(f.expectancy)}, {"averageBars", orNull(f.averageBars)}, {"longestLosingRun", f.longestLosingRun}});
    return json;
}

std::string figuresText(const backtest::Figures& f, const std::string& currency)
{
    std::string text;
    const auto line = [&](const char* label, const std::string& value) { text += fmt::format("  {:<28}{:>16}\n", label, value); };
    line("trading days", std::to_string(f.days));
    line("total return", percent(f.totalReturn));
    line("return a year", f.years < 0.9 ? std::string("-") : percent(f.annualReturn)); // GIPS: not of less than a year
    line("volatility a year", percent(f.volatility));
    line("Sharpe ratio", plain(f.sharpe));
    line("Sortino ratio", plain(f.sortino));
    line("deepest drawdown", percent(-f.maxDrawdown));
    line("Calmar ratio", plain(f.calmar));
    line("95 % value at risk, a day", percent(f.valueAtRisk95));
    line("chance that Sharpe > 0", percent(f.probabilisticSharpe));
    line("mean exposure", percent(f.exposure));
    line("turnover a year", plain(f.turnoverAYear) + " x");
    line("round trips closed", std::to_string(f.trips));
    if (f.trips > 0) {
        line("of them with a gain", percent(f.winRate));
        line("profit factor", plain(f.profitFactor));
        line("mean gain", plain(f.averageWin) + " " + currency);
        line("mean loss", plain(f.averageLoss) + " " + currency);
        line("bars in the market", plain(f.averageBars));
    }
    return text;
}

Json tripJson(const backtest::BacktestResult& result, const backtest::RoundTrip& trip)
{
    return {{"symbol", result.symbols[trip.series]}, {"side", name(trip.side)}, {"opened", isoUtc(trip.opened)}, {"closed", isoUtc(trip.closed)},
        {"open", trip.open}, {"quantity", trip.largest.text()}, {"invested", trip.invested.text()}, {"profit", trip.profit.text()}, {"costs", trip.costs.text()},
        {"bars", trip.bars}};
}

std::string equityCsv(const backtest::BacktestResult& result)
{
    std::string csv = "date,equity,cash,exposure,return,drawdown\n";
    const auto returns = backtest::dailyReturns(result);
    double high = 1;
    for (std::size_t i = 0; i < result.days.size(); ++i) {
        high = std::max(high, returns[i].index);
        csv += fmt::format("{},{},{},{:.6f},{:.10f},{:.10f}\n", result.days[i].day.text(), result.days[i].equity.text(), result.days[i].cash.text(), result.days[i].exposure,
            returns[i].rate, 1 - returns[i].index / high);
    }
    return csv;
}

std::string tripsCsv(const backtest::BacktestResult& result)
{
    std::string csv = "symbol,side,opened,closed,open,quantity,invested,profit,costs,bars\n";
    for (const auto& trip : result.trips)
        csv += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", result.symbols[trip.series], name(trip.side), isoUtc(trip.opened), isoUtc(trip.closed), trip.open ? "yes" : "no",
            trip.largest.text(), trip.invested.text(), trip.profit.text(), trip.costs.text(), trip.bars);
    return csv;
}

std::string fillsCsv(const backtest::BacktestResult& result)
{
    std::string csv = "time,order,symbol,side,quantity,price,fee,tax\n";
    for (const ExecutionReport& fill : result.fills) {
        // Orders are numbered from 1 without a gap.
        const Order& order = result.orders[std::size_t(fill.order.value) - 1];
        csv += fmt::format("{},{},{},{},{},{},{},{}\n", isoUtc(fill.time), fill.order.value, result.symbols[order.request.instrument.value - 1], name(order.request.side),
            fill.lastQuantity.text(), fill.lastPrice.text(), fill.fee.text(), fill.tax.text());
    }
    return csv;
}

Json monthsJson(const backtest::BacktestResult& result)
{
    Json months = Json::array();
    for (const auto& month : analytics::calendarMonths(backtest::dailyReturns(result)))
        months.push_back({{"month", fmt::format("{:04}-{:02}", month.year, month.month)}, {"return", month.rate}});
    return months;
}

Json drawdownsJson(const backtest::BacktestResult& result, std::size_t worst)
{
    auto all = analytics::drawdowns(backtest::dailyReturns(result));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.depth > b.depth; });
    Json json = Json::array();
    for (std::size_t i = 0; i < std::min(worst, all.size()); ++i)
        json.push_back({{"start", all[i].start.text()}, {"trough", all[i].trough.text()}, {"recovered", all[i].recovered ? Json(all[i].recovered->text()) : Json(nullptr)},
            {"depth", all[i].depth}, {"days", all[i].length}});
    return json;
}

} // namespace rialto::cli
