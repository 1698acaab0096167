// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include <initializer_list>

namespace rialto::reports {
namespace {

Blocks notesOf(const ReportView& view, std::initializer_list<std::string> sentences)
{
    Footnotes notes;
    if (view.data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    notes.notes.insert(notes.notes.end(), sentences.begin(), sentences.end());
    for (const auto& note : view.data.notes)
        notes.notes.push_back(note.in(view.language));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace

Blocks plainNotesSection(const ReportView& view)
{
    return notesOf(view, {view.say(Text::NoteValuation), view.say(Text::NoteRounding)});
}

Blocks lotNotesSection(const ReportView& view)
{
    return notesOf(view, {view.say("Lots are matched first in, first out. Cost includes fees and taxes of the purchase; proceeds are after fees and taxes of the sale. Splitting a lot splits its cost in proportion, rounded half even; the rest stays with the rest.",
                              "批次按先进先出匹配。成本包含买入的费用与税款；卖出所得已扣除卖出的费用与税款。批次拆分时成本按比例分摊（四舍六入五成双），余额留在剩余部分。"),
        view.say("Gains in the report's currency compare the proceeds at the exchange rate of the day of sale with the cost at that of the day of purchase. Long term is more than one year. This is no tax advice.",
            "以报告货币计算的损益，以卖出日汇率下的所得与买入日汇率下的成本比较。长期指持有超过一年。本报告不构成税务建议。"),
        view.say(Text::NoteRounding)});
}

Blocks riskNotesSection(const ReportView& view)
{
    return notesOf(view, {view.say(Text::NoteReturns),
        view.say("Volatility is the sample standard deviation of the daily returns times the square root of 252; downside deviation counts returns below zero over all days. Value at risk is the 5 % quantile (Hyndman and Fan, type 7) of the days that were, expected shortfall the mean of the days at or below it. Ratios take a risk-free and target rate of zero.",
            "波动率为逐日收益率的样本标准差乘以 252 的平方根；下行波动率只计低于零的收益、除以全部天数。风险价值为历史日收益的 5% 分位数（Hyndman–Fan 第 7 类），预期损失为不高于该值各日的平均。各比率的无风险利率与目标利率均为零。"),
        view.say(Text::NotePast)});
}

Blocks executionNotesSection(const ReportView& view)
{
    return notesOf(view, {view.say("Each trade is compared with the daily bar of its market: the close, and the middle between low and high. Positive basis points are better for the client. Trades without a bar of their day are listed and not compared.",
                              "每笔成交与所属市场当日行情比较：收盘价，以及最高与最低的中值。基点为正表示对客户有利。当日没有行情的成交仅列示，不作比较。"),
        view.say(Text::NoteRounding)});
}

Blocks marketNotesSection(const ReportView& view)
{
    return notesOf(view, {view.say("Changes are from close to close: of the day before, of the last day of the month before, of the last day of the year before (or of the first day known). Volatility is that of the last 20 daily returns, a year.",
                              "涨跌为收盘对收盘：较前一日、较上月最后一日、较上年最后一日（或最早已知日）。波动率依据最近 20 个日收益率，年化。")});
}

} // namespace rialto::reports
