// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

constexpr std::size_t kMostTrips = 200;

LineChart equityChart(const ReportView& view)
{
    const auto& series = view.data.series;
    LineChart chart;
    chart.title = view.say("Capital", "资金曲线");
    chart.unit = view.data.base.code();
    ChartSeries equity{view.say("Capital", "资金"), SeriesStyle::Area, {}};
    ChartSeries start{view.say("Starting capital", "初始资金"), SeriesStyle::Step, {}};
    std::int64_t low = series.front().value.minor();
    std::int64_t high = low;
    for (const auto& point : series) {
        equity.points.push_back({point.date.days, point.value.minor()});
        start.points.push_back({point.date.days, point.netContributions.minor()});
        low = std::min(low, point.value.minor());
        high = std::max(high, point.value.minor());
    }
    chart.x = dateAxis(series.front().date, series.back().date, view.language);
    chart.y = moneyAxis(low, high, view.data.base);
    chart.series = {std::move(equity), std::move(start)};
    return chart;
}

} // namespace

Blocks backtestSection(const ReportView& view)
{
    if (!view.facts.backtest)
        return {};
    const BacktestFacts& facts = *view.facts.backtest;
    Blocks blocks{Heading{1, view.say("Result", "回测结果"), view.say("After fees and taxes, through the engine that trades live", "已扣费用与税款，由实盘交易引擎撮合"), true}};
    const std::string aYear = view.say("a year", "年化");
    view.note("backtest/start", facts.start);
    view.note("backtest/end", facts.end);
    view.note("backtest/profit", facts.end - facts.start, differenceOf({"backtest/end", "backtest/start"}));
    KeyFigures first;
    first.figures.push_back(keyFigure(view.say("Total return", "总收益率"), view.signedRate("backtest/total-return", facts.totalReturn, calculated(Operation::Quotient, {"backtest/profit", "backtest/start"})), formatSignedMoney(facts.end - facts.start) + " " + view.data.base.code()));
    first.figures.push_back(keyFigure(view.say("Return", "收益率"), view.signedRate("backtest/annual-return", facts.annualReturn), aYear));
    first.figures.push_back(keyFigure(view.say("Volatility", "波动率"), view.rate("backtest/volatility", facts.volatility), aYear));
    first.figures.push_back(keyFigure(view.say("Sharpe ratio", "夏普比率"), view.ratio("backtest/sharpe", facts.sharpeE4), aYear));
    first.figures.push_back(keyFigure(view.say("Largest fall", "最大回撤"), view.rate("backtest/max-drawdown", facts.maxDrawdown), {}));
    KeyFigures second;
    second.figures.push_back(keyFigure(view.say("Sortino ratio", "索提诺比率"), view.ratio("backtest/sortino", facts.sortinoE4), aYear));
    second.figures.push_back(keyFigure(view.say("Calmar ratio", "卡玛比率"), view.ratio("backtest/calmar", facts.calmarE4), aYear));
    second.figures.push_back(keyFigure(view.say("Value at risk", "风险价值"), view.rate("backtest/value-at-risk", facts.valueAtRisk), view.say("a day, 95 %", "单日，95%")));
    second.figures.push_back(keyFigure(view.say("Exposure", "平均仓位"), view.rate("backtest/exposure", facts.exposure), view.say("mean of the days", "逐日平均")));
    second.figures.push_back(keyFigure(view.say("Skill", "能力概率"), view.rate("backtest/skill", facts.skill), view.say("chance that the true Sharpe ratio is above 0", "真实夏普比率大于 0 的概率")));
    KeyFigures third;
    third.figures.push_back(keyFigure(view.say("Round trips", "完整交易"), view.count("backtest/trips", facts.trips), view.say("closed", "已了结")));
    third.figures.push_back(keyFigure(view.say("Won", "胜率"), view.rate("backtest/win-rate", facts.winRate), {}));
    third.figures.push_back(keyFigure(view.say("Profit factor", "盈亏比"), view.ratio("backtest/profit-factor", facts.profitFactorE4), view.say("gains over losses", "盈利额除以亏损额")));
    third.figures.push_back(keyFigure(view.say("Costs", "费用与税款"), view.amount("backtest/costs", facts.fees + facts.taxes, sumOf({"backtest/fees", "backtest/taxes"})), view.data.base.code()));
    third.figures.push_back(keyFigure(view.say("Turnover", "换手"), view.ratio("backtest/turnover", facts.turnoverE4), view.say("times a year", "倍/年")));
    view.note("backtest/fees", facts.fees);
    view.note("backtest/taxes", facts.taxes);
    blocks.push_back(std::move(first));
    blocks.push_back(std::move(second));
    blocks.push_back(std::move(third));
    if (view.data.series.size() > 1)
        blocks.push_back(equityChart(view));
    Table settings;
    settings.caption = view.say("What was run", "回测设定");
    settings.continued = view.say(Text::Continued);
    settings.columns = {{view.say("Setting", "项目"), {}, Align::Left, 35}, {view.say("Value", "取值"), {}, Align::Left, 65}};
    settings.rows.push_back({RowStyle::Normal, {{view.say("Strategy", "策略"), {}}, {facts.strategy, {}}}});
    for (const auto& [name, value] : facts.settings)
        settings.rows.push_back({RowStyle::Normal, {{name.in(view.language), {}}, {value.in(view.language), {}}}});
    settings.rows.push_back({RowStyle::Normal, {{view.say("Orders and fills", "委托与成交"), {}}, {formatCount(facts.orders) + " / " + formatCount(facts.fills), {}}}});
    for (const auto& [code, count] : facts.refusals)
        settings.rows.push_back({RowStyle::Normal, {{view.say("Refused", "被拒绝"), {}}, {code + " × " + formatCount(count), {}}}});
    settings.rows.push_back({RowStyle::Normal, {{view.say("Fingerprint of the run", "运行指纹"), {}}, {facts.hash, {}}}});
    blocks.push_back(std::move(settings));
    return blocks;
}

Blocks backtestTripsSection(const ReportView& view)
{
    if (!view.facts.backtest || view.facts.backtest->tripRows.empty())
        return {};
    const auto& rows = view.facts.backtest->tripRows;
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Opened", "开仓"), view.say("closed", "平仓"), Align::Left, 16}, {view.say(Text::Side), {}, Align::Left, 8}, {view.say(Text::Security), {}, Align::Left, 14, true}, {view.say("Largest position", "最大持仓"), {}, Align::Decimal, 14},
        {view.say("Invested", "投入"), {}, Align::Decimal, 16}, {view.say("Profit", "盈亏"), view.data.base.code(), Align::Decimal, 16}, {view.say("Costs", "费用"), {}, Align::Decimal, 12}, {view.say("Bars", "K 线数"), {}, Align::Right, 8}};
    const std::size_t first = rows.size() > kMostTrips ? rows.size() - kMostTrips : 0;
    for (std::size_t i = first; i < rows.size(); ++i) {
        const auto& trip = rows[i];
        const std::string id = "trip/" + std::to_string(i + 1);
        table.rows.push_back({RowStyle::Normal, {{view.day(trip.opened), trip.open ? view.say("still open", "未平仓") : view.day(trip.closed)}, {sideText(trip.side, view.language), {}}, {trip.symbol, {}}, view.quantity(id + "/largest", trip.largest),
            view.amount(id + "/invested", trip.invested), view.signedAmount(id + "/profit", trip.profit), view.amount(id + "/costs", trip.costs), view.count(id + "/bars", trip.bars)}});
    }
    std::string lead;
    if (first > 0)
        lead = view.say("The last ", "最近 ") + std::to_string(kMostTrips) + view.say(" of ", " 笔，共 ") + std::to_string(rows.size()) + view.say("", " 笔");
    return {Heading{1, view.say("Round trips", "完整交易"), lead, false}, std::move(table)};
}

Blocks backtestNotesSection(const ReportView& view)
{
    Footnotes notes;
    if (view.facts.backtest)
        for (const auto& convention : view.facts.backtest->conventions)
            notes.notes.push_back(convention.in(view.language));
    notes.notes.push_back(view.say("A backtest knows which strategy was tried. What was chosen after many trials looks better than it is; walk forward before you believe it.", "回测知道试过什么策略。从多次尝试中挑选的结果总比实际更好；请先做滚动前推检验再相信。"));
    notes.notes.push_back(view.say(Text::NotePast));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace rialto::reports
