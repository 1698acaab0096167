// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tear_sheet.h"

#include "analytics/performance/drawdown.h"
#include "base/wide_math.h"
#include "reports/performance.h"
#include "services/portfolio_analysis.h"

#include <cmath>

namespace rialto {

namespace {

using reports::LocalizedText;
using reports::Rate;

std::optional<std::int64_t> e4(double ratio)
{
    if (!std::isfinite(ratio) || std::fabs(ratio) > 1e9)
        return std::nullopt;
    return std::llround(ratio * 1e4);
}

std::optional<Rate> quotient(const Money& part, const Money& whole)
{
    if (whole.isZero())
        return std::nullopt;
    const auto rate = mulDiv(part.minor(), kFixedOne, whole.minor(), Rounding::HalfEven);
    return rate ? std::optional(Rate{*rate}) : std::nullopt;
}

std::string decimal(std::int64_t units, int places) { return formatDecimal(units, places, 0); }

} // namespace

reports::ReportData tearSheetData(const backtest::BacktestResult& result, const TearSheetHead& head)
{
    const backtest::Figures figures = backtest::figures(result, head.riskless);
    auto facts = std::make_shared<reports::BacktestFacts>();
    facts->strategy = head.strategy;
    std::string symbols;
    for (const auto& symbol : result.symbols)
        symbols += (symbols.empty() ? "" : ", ") + symbol;
    std::string parameters;
    for (const auto& pair : head.parameters)
        parameters += (parameters.empty() ? "" : ", ") + pair;
    if (!parameters.empty())
        facts->settings.push_back({{"Parameters", "参数"}, {parameters, parameters}});
    facts->settings.push_back({{"Instruments", "品种"}, {symbols, symbols}});
    facts->settings.push_back({{"Bars played", "回放 K 线"}, {std::to_string(result.barsPlayed), std::to_string(result.barsPlayed)}});
    facts->settings.push_back({{"Fees", "费用"}, {head.costs, head.costs}});
    facts->settings.push_back({{"Half spread", "半价差"}, {decimal(head.halfSpreadPpm, 2) + " bp", decimal(head.halfSpreadPpm, 2) + " 基点"}});
    facts->settings.push_back({{"Share of a bar's volume", "成交量占比"}, {decimal(head.participationPpm, 4) + " %", decimal(head.participationPpm, 4) + "%"}});
    facts->settings.push_back({{"Latency", "延迟"}, {std::to_string(head.latencyBars) + " bars", std::to_string(head.latencyBars) + " 根 K 线"}});
    facts->start = result.start;
    facts->end = result.end;
    facts->fees = result.fees;
    facts->taxes = result.taxes;
    facts->turnover = result.turnover;
    facts->orders = static_cast<std::int64_t>(result.orders.size());
    facts->fills = static_cast<std::int64_t>(result.fills.size());
    for (const auto& [code, count] : result.refusals)
        facts->refusals.emplace_back(code, count);
    facts->totalReturn = quotient(result.end - result.start, result.start);
    facts->annualReturn = Rate::of(figures.annualReturn);
    facts->volatility = Rate::of(figures.volatility);
    facts->sharpeE4 = e4(figures.sharpe);
    facts->sortinoE4 = e4(figures.sortino);
    facts->calmarE4 = e4(figures.calmar);
    facts->maxDrawdown = Rate::of(figures.maxDrawdown);
    facts->valueAtRisk = Rate::of(figures.valueAtRisk95);
    facts->shortfall = Rate::of(figures.shortfall95);
    facts->exposure = Rate::of(figures.exposure);
    facts->winRate = Rate::of(figures.winRate);
    facts->profitFactorE4 = e4(figures.profitFactor);
    facts->turnoverE4 = e4(figures.turnoverAYear);
    facts->skill = Rate::of(figures.probabilisticSharpe);
    facts->trips = figures.trips;
    for (const auto& trip : result.trips)
        facts->tripRows.push_back({result.symbols[trip.series], trip.side, Date::ofUtc(trip.opened), Date::ofUtc(trip.closed), trip.largest, trip.invested, trip.profit, trip.costs, trip.bars, trip.open});
    facts->conventions = {
        {"The strategy decides after each complete bar; its orders meet the market with the next one, through the risk gate, the order manager and the ledger that trade live.", "策略在每根完整 K 线之后决策，委托在下一根 K 线撮合，经由实盘所用的风控、委托管理与账本。"},
        {"A bar opens with a call auction at its open, then walks open, the nearer extreme, the other, close. A gap through a limit fills at the open.", "每根 K 线以开盘价集合竞价开始，随后依次经过开盘、较近极值、另一极值与收盘。跳空越过限价时按开盘价成交。"},
        {"Returns are daily and simple, of the capital; 252 days a year for deviations, which divide by n - 1; the annual return is (1 + total)^(365 / days) - 1. Value at risk is the 5 % quantile of the days that were (type 7).", "收益率为资金的逐日简单收益率；标准差按 252 天年化、除以 n - 1；年化收益率为 (1 + 总收益率)^(365/天数) - 1。风险价值为历史日收益的 5% 分位数（第 7 类）。"}};
    constexpr const char* kDigits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        facts->hash += kDigits[(result.hash >> static_cast<unsigned>(shift)) & 15U];

    reports::ReportData data;
    data.subject = head.strategy;
    for (char& c : data.subject)
        if (c == '/' || c == '\\')
            c = '_';
    auto& statement = data.statement;
    statement.firmName = head.firmName;
    statement.base = result.end.currency();
    statement.createdAt = head.createdAt;
    statement.simulated = false;
    if (!result.days.empty()) {
        statement.from = result.days.front().day;
        statement.to = result.days.back().day;
        // The capital before the first day, on the weekday before it.
        Date before = statement.from - 1;
        while (before.weekday() >= 5)
            before = before - 1;
        statement.series.push_back({before, result.start, result.start});
        for (const auto& day : result.days)
            statement.series.push_back({day.day, day.equity, result.start});
        statement.performance = reports::performanceOf(statement.series, statement.from);
        const PortfolioAnalysis analysis = analysePortfolio(statement.series, Date());
        for (const auto& fall : analysis.falls)
            data.risk.falls.push_back({Rate::of(-fall.depth).value_or(Rate{}), fall.start, fall.trough, fall.recovered});
    }
    data.backtest = std::move(facts);
    return data;
}

} // namespace rialto
