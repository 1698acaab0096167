// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {

Blocks attributionSection(const ReportView& view)
{
    if (!view.facts.attribution)
        return {};
    const AttributionFacts& facts = *view.facts.attribution;
    Blocks blocks{Heading{1, view.say("Attribution", "业绩归因"), view.say("Why the portfolio did better or worse than its benchmark", "组合跑赢或跑输基准的原因"), true}};
    if (facts.problem) {
        blocks.push_back(Paragraph{facts.problem->in(view.language), true});
        return blocks;
    }
    Rate allocation{};
    Rate selection{};
    Rate interaction{};
    std::vector<std::string> allocations;
    std::vector<std::string> selections;
    std::vector<std::string> interactions;
    for (std::size_t i = 0; i < facts.rows.size(); ++i) {
        const std::string id = "attribution/" + std::to_string(i + 1);
        view.note(id + "/allocation", facts.rows[i].allocation);
        view.note(id + "/selection", facts.rows[i].selection);
        view.note(id + "/interaction", facts.rows[i].interaction);
        allocation.e8 += facts.rows[i].allocation.e8;
        selection.e8 += facts.rows[i].selection.e8;
        interaction.e8 += facts.rows[i].interaction.e8;
        allocations.push_back(id + "/allocation");
        selections.push_back(id + "/selection");
        interactions.push_back(id + "/interaction");
    }
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Portfolio", "组合"), view.signedRate("attribution/portfolio", facts.portfolioReturn), view.say("before cash flows of a day", "当日现金流之前")));
    figures.figures.push_back(keyFigure(view.say("Benchmark", "基准"), view.signedRate("attribution/benchmark", facts.benchmarkReturn), facts.benchmark.in(view.language)));
    figures.figures.push_back(keyFigure(view.say("Difference", "差额"), view.signedRate("attribution/excess", Rate{facts.portfolioReturn.e8 - facts.benchmarkReturn.e8}, differenceOf({"attribution/portfolio", "attribution/benchmark"})), {}));
    figures.figures.push_back(keyFigure(view.say("Allocation", "配置效应"), view.signedRate("attribution/allocation", allocation, sumOf(allocations)), view.say("where the money was", "资金投向何处")));
    figures.figures.push_back(keyFigure(view.say("Selection", "选择效应"), view.signedRate("attribution/selection", Rate{selection.e8 + interaction.e8}, sumOf({"attribution/pure-selection", "attribution/interaction"})), view.say("what was chosen there", "选择了什么")));
    view.note("attribution/pure-selection", selection, sumOf(selections));
    view.note("attribution/interaction", interaction, sumOf(interactions));

    BarChart chart;
    chart.title = view.say("Effects by group", "各类别效应");
    chart.unit = view.say("% of the portfolio", "占组合 %");
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (const auto& row : facts.rows) {
        const std::int64_t all = row.allocation.e8 + row.selection.e8 + row.interaction.e8;
        chart.bars.push_back({row.sector.in(view.language), formatSignedPercent(Rate{all}), all});
        low = std::min(low, all);
        high = std::max(high, all);
    }
    chart.y = rateAxis(low + low / 6, high + high / 6);

    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Group", "类别"), {}, Align::Left, 20, true}, {view.say("Weight", "权重"), view.say("benchmark", "基准"), Align::Decimal, 12}, {view.say("Return", "收益率"), view.say("benchmark", "基准"), Align::Decimal, 13},
        {view.say("Allocation", "配置"), {}, Align::Decimal, 13}, {view.say("Selection", "选择"), {}, Align::Decimal, 13}, {view.say("Interaction", "交互"), {}, Align::Decimal, 13}, {view.say(Text::Total), {}, Align::Decimal, 13}};
    for (std::size_t i = 0; i < facts.rows.size(); ++i) {
        const auto& row = facts.rows[i];
        const std::string id = "attribution/" + std::to_string(i + 1);
        Cell weight = view.rate(id + "/weight", row.weight);
        weight.detail = formatPercent(row.benchmarkWeight);
        weight.detailFigure = view.note(id + "/benchmark-weight", row.benchmarkWeight);
        Cell rate = view.signedRate(id + "/return", row.portfolioReturn);
        rate.detail = formatSignedPercent(row.benchmarkReturn);
        if (row.benchmarkReturn)
            rate.detailFigure = view.note(id + "/benchmark-return", *row.benchmarkReturn);
        table.rows.push_back({RowStyle::Normal, {{row.sector.in(view.language), {}}, std::move(weight), std::move(rate), view.signedRate(id + "/allocation", row.allocation), view.signedRate(id + "/selection", row.selection),
            view.signedRate(id + "/interaction", row.interaction), view.signedRate(id + "/total", Rate{row.allocation.e8 + row.selection.e8 + row.interaction.e8}, sumOf({id + "/allocation", id + "/selection", id + "/interaction"}))}});
    }
    table.rows.push_back({RowStyle::Total, {{view.say(Text::Total), {}}, {}, {}, view.signedRate("attribution/allocation", allocation), view.signedRate("attribution/pure-selection", selection), view.signedRate("attribution/interaction", interaction),
        view.signedRate("attribution/total", Rate{allocation.e8 + selection.e8 + interaction.e8}, sumOf({"attribution/allocation", "attribution/pure-selection", "attribution/interaction"}))}});
    blocks.push_back(std::move(figures));
    if (!chart.bars.empty() && low != high)
        blocks.push_back(std::move(chart));
    blocks.push_back(std::move(table));
    return blocks;
}

Blocks attributionPeriodsSection(const ReportView& view)
{
    if (!view.facts.attribution || view.facts.attribution->periods.size() < 2)
        return {};
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Period", "区间"), {}, Align::Left, 25}, {view.say("Portfolio", "组合"), {}, Align::Decimal, 15}, {view.say("Benchmark", "基准"), {}, Align::Decimal, 15}, {view.say("Allocation", "配置"), {}, Align::Decimal, 15},
        {view.say("Selection", "选择"), {}, Align::Decimal, 15}, {view.say("Interaction", "交互"), {}, Align::Decimal, 15}};
    int number = 0;
    for (const auto& period : view.facts.attribution->periods) {
        const std::string id = "attribution/period/" + std::to_string(++number);
        table.rows.push_back({RowStyle::Normal, {{view.day(period.from + 1), view.day(period.to)}, view.signedRate(id + "/portfolio", period.portfolioReturn), view.signedRate(id + "/benchmark", period.benchmarkReturn),
            view.signedRate(id + "/allocation", period.allocation), view.signedRate(id + "/selection", period.selection), view.signedRate(id + "/interaction", period.interaction)}});
    }
    return {Heading{2, view.say("Month by month", "逐月"), view.say("Effects of each month on its own; the table above links them", "各月自身的效应；上表为链接后的结果"), false}, std::move(table)};
}

Blocks attributionNotesSection(const ReportView& view)
{
    Footnotes notes;
    if (view.data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    if (view.facts.attribution && !view.facts.attribution->policy.empty()) {
        std::string policy;
        for (const auto& [name, weight] : view.facts.attribution->policy)
            policy += (policy.empty() ? "" : view.say(Text::List)) + name.in(view.language) + " " + formatPercent(weight, 1);
        notes.notes.push_back(view.say("The benchmark holds ", "基准构成：") + policy + view.say("; it is brought back to these weights at the start of each month.", "；每月初恢复至上述权重。"));
    }
    notes.notes.push_back(view.say("Effects after Brinson and Fachler (1985): allocation (wp - wb)(rb - B), selection wb (rp - rb), interaction (wp - wb)(rp - rb), by calendar month, weights at its start; linked after Carino (1999), so that they add up to the difference of the compounded returns.",
        "按 Brinson–Fachler（1985）计算：配置 (wp - wb)(rb - B)，选择 wb (rp - rb)，交互 (wp - wb)(rp - rb)；按自然月、以月初权重计算，并以 Carino（1999）方法链接，使各效应之和等于复合收益率之差。"));
    notes.notes.push_back(view.say("A group's return over a month is after Modified Dietz: purchases and sales count for the days that they were there. Interest on cash and fees of the firm are not a group's return; the portfolio's return here is therefore before them and may differ from the time-weighted return of the statement.",
        "各类别月度收益率按修正 Dietz 法计算：买卖按其在场天数加权。现金利息与管理费不计入类别收益，因此此处组合收益率为扣除前口径，可能与对账单的时间加权收益率不同。"));
    notes.notes.push_back(view.say("Where the benchmark holds nothing of a group, its return there is taken as the portfolio's: all is allocation.", "基准未持有的类别，其基准收益率取组合收益率，效应全部计入配置。"));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace rialto::reports
