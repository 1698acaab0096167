// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "advice/advice_words.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

std::string nameOf(const ProposalFacts& facts, const std::string& symbol, Language language)
{
    for (const auto& [known, name] : facts.names)
        if (known == symbol)
            return name.in(language);
    return {};
}

std::string lineId(const advice::WeightLine& line) { return "proposal/" + (line.symbol.empty() ? std::string("cash") : line.symbol); }

Money planTotal(const advice::RebalancePlan& plan)
{
    Money sum = Money::zero(plan.base);
    for (const auto& line : plan.lines)
        sum += line.value;
    return sum;
}

/// Weights as the plan has them: of the value, each divided on its own.
Cell weightCell(const ReportView& view, const std::string& id, std::int64_t weight, const std::string& part, const std::string& whole)
{
    return view.rate(id, Rate{weight}, calculated(Operation::Quotient, {part, whole}));
}

Table weightTable(const ReportView& view, const ProposalFacts& facts, const advice::RebalancePlan& plan)
{
    Table table;
    table.caption = view.say("Today, the model, and after the proposal", "现状、模型与建议之后");
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Security), {}, Align::Left, 26, true}, {view.say("Value today", "当前市值"), plan.base.code(), Align::Decimal, 15}, {view.say("Weight", "占比"), {}, Align::Decimal, 10},
        {view.say("Model", "模型目标"), {}, Align::Decimal, 10}, {view.say("Band", "容忍区间"), {}, Align::Centre, 14}, {view.say("After", "调整后"), {}, Align::Decimal, 10}, {view.say("", ""), {}, Align::Left, 15}};
    std::vector<std::string> values;
    for (const auto& line : plan.lines)
        values.push_back(lineId(line) + "/value");
    for (const auto& line : plan.lines) {
        const std::string id = lineId(line);
        view.note(id + "/value", line.value);
    }
    view.note("proposal/whole", planTotal(plan), sumOf(values, "Everything that is held, and cash."));
    std::vector<std::string> afterValues;
    for (const auto& line : plan.lines) {
        afterValues.push_back(lineId(line) + "/value-after");
        view.note(afterValues.back(), line.valueAfter);
    }
    view.note("proposal/whole-after", plan.whole, sumOf(afterValues));
    for (const auto& line : plan.lines) {
        const std::string id = lineId(line);
        const std::string name = line.symbol.empty() ? std::string() : nameOf(facts, line.symbol, view.language);
        const std::string band = line.inModel ? formatPercent(Rate{std::max<std::int64_t>(0, line.target - line.band)}, 1) + " – " + formatPercent(Rate{line.target + line.band}, 1) : std::string(kNoFigure);
        const std::string state = !line.breached ? std::string() : !line.inModel ? view.say("not in the model", "不在模型中") : view.say("outside its band", "超出区间");
        table.rows.push_back({RowStyle::Normal, {{line.symbol.empty() ? view.say(Text::Cash) : line.symbol, name}, view.amount(id + "/value", line.value), weightCell(view, id + "/weight", line.before, id + "/value", "proposal/whole"),
            line.inModel ? view.rate(id + "/target", Rate{line.target}) : Cell{kNoFigure, {}}, {band, {}}, weightCell(view, id + "/weight-after", line.after, id + "/value-after", "proposal/whole-after"), {state, {}}}});
    }
    table.rows.push_back({RowStyle::Total, {{view.say(Text::Total), {}}, view.amount("proposal/whole", planTotal(plan)), {}, {}, {}, {}, {}}});
    return table;
}

Table tradeTable(const ReportView& view, const ProposalFacts& facts, const advice::RebalancePlan& plan)
{
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Side), {}, Align::Left, 9}, {view.say(Text::Security), {}, Align::Left, 27, true}, {view.say(Text::Quantity), {}, Align::Decimal, 14}, {view.say("Value", "金额"), plan.base.code(), Align::Decimal, 18},
        {view.say("Realised gain", "实现损益"), plan.base.code(), Align::Decimal, 16}, {view.say("Estimated tax", "估计税款"), plan.base.code(), Align::Decimal, 16}};
    std::vector<std::string> sold;
    std::vector<std::string> bought;
    for (const auto& trade : plan.trades) {
        const std::string id = "proposal/" + trade.symbol + "/trade";
        (trade.side == Side::Sell ? sold : bought).push_back(id + "/value");
        const bool known = !trade.lots.empty();
        table.rows.push_back({RowStyle::Normal, {{sideText(trade.side, view.language), {}}, {trade.symbol, nameOf(facts, trade.symbol, view.language)}, view.quantity(id + "/quantity", trade.quantity), view.amount(id + "/value", trade.value),
            known ? view.signedAmount(id + "/gain", trade.shortGain + trade.longGain) : Cell{kNoFigure, {}}, known ? view.amount(id + "/tax", trade.tax) : Cell{kNoFigure, {}}}});
    }
    const auto sum = [&](const std::string& title, const std::string& id, const Money& money, const std::vector<std::string>& inputs) {
        if (!inputs.empty())
            table.rows.push_back({RowStyle::Total, {{title, {}}, {}, {}, view.amount(id, money, sumOf(inputs)), {}, {}}});
    };
    sum(view.say("Sold", "卖出合计"), "proposal/sold", plan.sold, sold);
    sum(view.say("Bought", "买入合计"), "proposal/bought", plan.bought, bought);
    return table;
}

DonutChart modelChart(const ReportView& view, const ProposalFacts& facts)
{
    DonutChart chart;
    chart.title = view.say("The model portfolio", "模型组合");
    chart.centreLabel = view.say("Profile", "风险类型");
    chart.centreValue = view.language == Language::Chinese ? facts.model.titleZh : facts.model.title;
    chart.nameTitle = view.say(Text::Security);
    chart.valueTitle = "";
    chart.shareTitle = view.say("Target", "目标");
    for (const auto& weight : facts.model.weights)
        chart.slices.push_back({weight.symbol, nameOf(facts, weight.symbol, view.language), formatPercent(Rate{weight.weight}), weight.weight});
    if (facts.model.cash() > 0)
        chart.slices.push_back({view.say(Text::Cash), {}, formatPercent(Rate{facts.model.cash()}), facts.model.cash()});
    return chart;
}

} // namespace

Blocks proposalProfileSection(const ReportView& view)
{
    if (!view.facts.proposal)
        return {};
    const ProposalFacts& facts = *view.facts.proposal;
    const bool chinese = view.language == Language::Chinese;
    Blocks blocks{Heading{1, view.say("Your profile", "您的风险画像"), view.say("What you can bear and what you want, from your answers", "依据您的回答：承受能力与投资意愿"), true}};
    KeyFigures figures;
    figures.figures.push_back({view.say("Profile", "风险类型"), std::string(advice::profileTitle(facts.profile, chinese)), facts.assessed ? view.say("assessed ", "评估日 ") + view.day(*facts.assessed) : std::string(), {}});
    if (facts.score)
        figures.figures.push_back(keyFigure(view.say("Score", "评分"), view.ratio("proposal/score", std::int64_t(*facts.score) * 10), view.say("of 1", "满分 1")));
    figures.figures.push_back(keyFigure(view.say("Risk today", "当前组合风险"), view.ratio("proposal/risk", std::int64_t(facts.before.portfolioRisk) * 10), view.say("0 cash, 1 derivatives", "0 为现金，1 为衍生品")));
    figures.figures.push_back(keyFigure(view.say("Risk proposed", "建议组合风险"), view.ratio("proposal/risk-after", std::int64_t(facts.after.portfolioRisk) * 10), view.say("0 cash, 1 derivatives", "0 为现金，1 为衍生品")));
    figures.figures.push_back(keyFigure(view.say("Your limit", "您的上限"), view.ratio("proposal/risk-limit", std::int64_t(facts.after.limit) * 10), {}));
    blocks.push_back(std::move(figures));
    blocks.push_back(Paragraph{view.say("Today: ", "现状：") + advice::sentence(facts.before, facts.profile, chinese), false});
    if (facts.plan)
        blocks.push_back(Paragraph{view.say("Proposed: ", "建议之后：") + advice::sentence(facts.after, facts.profile, chinese), false});
    if (!facts.model.weights.empty())
        blocks.push_back(modelChart(view, facts));
    return blocks;
}

Blocks proposalPlanSection(const ReportView& view)
{
    if (!view.facts.proposal)
        return {};
    const ProposalFacts& facts = *view.facts.proposal;
    const bool chinese = view.language == Language::Chinese;
    Blocks blocks{Heading{1, view.say("What we propose", "我们的建议"), {}, true}};
    if (!facts.plan) {
        blocks.push_back(Paragraph{facts.problem ? facts.problem->in(view.language) : view.say("There is nothing to propose.", "暂无建议。"), true});
        return blocks;
    }
    const auto& plan = *facts.plan;
    blocks.push_back(Paragraph{advice::summary(plan, chinese), false});
    blocks.push_back(weightTable(view, facts, plan));
    std::string left;
    for (const auto& row : view.data.holdings)
        if (std::none_of(plan.lines.begin(), plan.lines.end(), [&](const auto& line) { return line.symbol == row.symbol; }))
            left += (left.empty() ? "" : view.say(Text::List)) + row.symbol;
    if (!left.empty())
        blocks.push_back(Paragraph{view.say("Left as they are, and not counted above: ", "保持不变且未计入上表：") + left + view.say(".", "。"), true});
    if (plan.trades.empty())
        return blocks;
    blocks.push_back(Heading{2, view.say("Trades", "交易"), view.say("Prices are the last closes; the trades are made only when you agree", "价格为最近收盘价；经您同意后方可执行"), false});
    blocks.push_back(tradeTable(view, facts, plan));
    blocks.push_back(Heading{2, view.say("Why", "理由"), {}, false});
    for (const auto& trade : plan.trades)
        blocks.push_back(Paragraph{advice::sentence(trade, plan.base, chinese), false});
    return blocks;
}

Blocks proposalNotesSection(const ReportView& view)
{
    Footnotes notes;
    if (view.data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    notes.notes.push_back(view.say("A position is traded when its weight leaves its band around the model's target; it then goes to the target, in whole lots. What the model does not name is sold. Sales come first; purchases use the cash that is there, most missing first.",
        "持仓占比超出模型目标的容忍区间时才调整至目标，按整手交易；模型未列出的品种全部卖出。先卖后买，买入以可用现金为限，缺口最大者优先。"));
    notes.notes.push_back(view.say("Risk is the mean of the risks of the asset classes weighted by value: cash 0, bonds 0.25, funds 0.45, currencies 0.5, shares 0.65, crypto-assets 0.95, derivatives 1. A profile has a limit: conservative 0.2, cautious 0.35, balanced 0.5, growth 0.65, aggressive 1.",
        "风险为各资产类别风险按市值加权平均：现金 0、债券 0.25、基金 0.45、外汇 0.5、股票 0.65、加密资产 0.95、衍生品 1。各类型上限：保守 0.2、稳健 0.35、平衡 0.5、成长 0.65、进取 1。"));
    notes.notes.push_back(view.say("Of each sale the lots with the highest cost go first. Gains are those of lots; taxes are an estimate from the rates that were given (none given: 0). This is a proposal, no order and no tax advice.",
        "卖出时成本最高的批次优先。损益按批次计算；税款按给定税率估算（未给定为 0）。本文件为建议，不构成指令，亦非税务建议。"));
    notes.notes.push_back(view.say(Text::NotePast));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace rialto::reports
