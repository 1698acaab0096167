// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"
#include "reports/sections/return_figures.h"

#include <algorithm>

namespace rialto::reports {

Blocks riskFiguresSection(const ReportView& view)
{
    const RiskFigures& risk = view.facts.risk;
    Blocks blocks{Heading{1, view.say("Risk", "风险"), view.say("What the portfolio went through since inception, from its daily returns", "自成立以来组合的波动与回撤，依据逐日收益率"), true}};
    if (!risk.volatility) {
        blocks.push_back(Paragraph{view.say("There are too few days to measure risk.", "天数太少，无法衡量风险。"), true});
        return blocks;
    }
    const std::string aYear = view.say("a year", "年化");
    const std::string aDay = view.say("a day, 95 %", "单日，95%");
    KeyFigures first;
    first.figures.push_back(keyFigure(view.say("Volatility", "波动率"), view.rate("risk/volatility", risk.volatility,
        overDays(Operation::Volatility, view.data.performance.inception, view.data.to, "Sample standard deviation of the daily returns, weekends left out, x sqrt(252).")), aYear));
    first.figures.push_back(keyFigure(view.say("Downside deviation", "下行波动率"), view.rate("risk/downside", risk.downside), aYear));
    first.figures.push_back(keyFigure(view.say(Text::MaxDrawdown), largestFall(view), view.say("since inception", "自成立以来")));
    first.figures.push_back(keyFigure(view.say("Value at risk", "风险价值"), view.rate("risk/value-at-risk", risk.valueAtRisk), aDay));
    first.figures.push_back(keyFigure(view.say("Expected shortfall", "预期损失"), view.rate("risk/expected-shortfall", risk.expectedShortfall), aDay));
    KeyFigures second;
    const std::string riskFree = view.say("risk-free rate 0", "无风险利率为 0");
    second.figures.push_back(keyFigure(view.say("Sharpe ratio", "夏普比率"), view.ratio("risk/sharpe", risk.sharpeE4), riskFree));
    second.figures.push_back(keyFigure(view.say("Sortino ratio", "索提诺比率"), view.ratio("risk/sortino", risk.sortinoE4), view.say("target 0", "目标为 0")));
    second.figures.push_back(keyFigure(view.say("Calmar ratio", "卡玛比率"), view.ratio("risk/calmar", risk.calmarE4), risk.calmarE4 ? aYear : view.say(Text::LessThanAYear)));
    second.figures.push_back(keyFigure(view.say("Best day", "最佳单日"), view.signedRate("risk/best-day", risk.bestDay), risk.bestOn ? view.day(*risk.bestOn) : std::string()));
    second.figures.push_back(keyFigure(view.say("Worst day", "最差单日"), view.signedRate("risk/worst-day", risk.worstDay), risk.worstOn ? view.day(*risk.worstOn) : std::string()));
    blocks.push_back(std::move(first));
    blocks.push_back(std::move(second));
    if (risk.underWater.size() > 1) {
        LineChart chart;
        chart.title = view.say("Below the highest value so far", "相对历史高点的回撤");
        chart.unit = view.say("time-weighted", "时间加权");
        ChartSeries series{view.say("Fall", "回撤"), SeriesStyle::Area, {}};
        std::int64_t low = 0;
        for (const auto& [date, rate] : risk.underWater) {
            series.points.push_back({date.days, rate.e8});
            low = std::min(low, rate.e8);
        }
        chart.x = dateAxis(risk.underWater.front().first, risk.underWater.back().first, view.language);
        chart.y = rateAxis(low, 0);
        chart.series = {std::move(series)};
        if (low < 0)
            blocks.push_back(std::move(chart));
    }
    return blocks;
}

Blocks fallsSection(const ReportView& view)
{
    if (view.facts.risk.falls.empty())
        return {};
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Fall", "回撤幅度"), {}, Align::Decimal, 20}, {view.say("Began", "开始"), {}, Align::Left, 26}, {view.say("Deepest", "最低点"), {}, Align::Left, 26}, {view.say("Recovered", "恢复"), {}, Align::Left, 28}};
    int number = 0;
    for (const auto& fall : view.facts.risk.falls)
        table.rows.push_back({RowStyle::Normal, {view.rate("risk/fall/" + std::to_string(++number), fall.depth), {view.day(fall.start), {}}, {view.day(fall.trough), {}},
            {fall.recovered ? view.day(*fall.recovered) : view.say("not yet", "尚未恢复"), {}}}});
    return {Heading{2, view.say("Deepest falls", "最深回撤"), {}, false}, std::move(table)};
}

Blocks gainsByHoldingSection(const ReportView& view)
{
    struct Item {
        std::size_t index;
        Money gain;
    };
    std::vector<Item> items;
    for (std::size_t i = 0; i < view.data.holdings.size(); ++i)
        items.push_back({i, view.data.holdings[i].valueBase - view.data.holdings[i].costBase});
    if (items.empty())
        return {};
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.gain > b.gain; });
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Security), {}, Align::Left, 40, true}, {view.say("Cost in ", "成本（") + view.data.base.code() + view.say("", "）"), {}, Align::Decimal, 20},
        {view.say(Text::ValueIn, {view.data.base.code()}), {}, Align::Decimal, 20}, {view.say(Text::GainIn, {view.data.base.code()}), {}, Align::Decimal, 20}};
    std::vector<std::string> gains;
    Money total = Money::zero(view.data.base);
    for (const auto& item : items) {
        const HoldingRow& row = view.data.holdings[item.index];
        const std::string id = holdingId(row);
        total += item.gain;
        gains.push_back(id + "/gain");
        table.rows.push_back({RowStyle::Normal, {{row.symbol, row.name.in(view.language) + (view.data.accounts.size() > 1 ? " · " + row.accountNumber : "")}, view.amount(id + "/cost-base", row.costBase),
            view.amount(id + "/value-base", row.valueBase), view.signedAmount(id + "/gain", item.gain, differenceOf({id + "/value-base", id + "/cost-base"}))}});
    }
    std::vector<Cell> sum(4);
    sum[0].text = view.say(Text::Total);
    sum[3] = view.signedAmount("total/gain", total, sumOf(gains));
    table.rows.push_back({RowStyle::Total, std::move(sum)});
    return {Heading{1, view.say("Gains by position", "各持仓盈亏"), view.say("Unrealised, at the exchange rates of the days of purchase and of the last day", "未实现盈亏，按买入日与期末汇率计算"), false}, std::move(table)};
}

} // namespace rialto::reports
