// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {

Blocks complianceSection(const ReportView& view)
{
    if (!view.facts.compliance)
        return {};
    const ComplianceFacts& facts = *view.facts.compliance;
    Blocks blocks{Heading{1, view.say("Compliance", "合规检查"), view.say("Every check on ", "检查日 ") + view.day(view.data.to), true}};
    std::int64_t states[3] = {0, 0, 0};
    for (const auto& check : facts.checks)
        ++states[static_cast<std::size_t>(check.state)];
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Checks", "检查项"), view.count("compliance/checks", static_cast<std::int64_t>(facts.checks.size())), {}));
    figures.figures.push_back(keyFigure(view.say("In order", "正常"), view.count("compliance/fine", states[0]), {}));
    figures.figures.push_back(keyFigure(view.say("Need attention", "需关注"), view.count("compliance/attention", states[1]), view.say("due soon, or a warning", "即将到期或预警")));
    figures.figures.push_back(keyFigure(view.say("Breaches", "违规"), view.count("compliance/breaches", states[2]), view.say("broken, overdue or missing", "违反、逾期或缺失")));
    blocks.push_back(std::move(figures));
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Check", "检查"), {}, Align::Left, 34}, {view.say("Finding", "结果"), {}, Align::Left, 36}, {view.say("Due", "到期"), {}, Align::Left, 14}, {view.say("State", "状态"), {}, Align::Left, 16}};
    std::string area;
    for (const auto& check : facts.checks) {
        if (const std::string own = check.area.in(view.language); own != area) {
            area = own;
            table.rows.push_back({RowStyle::Group, {{area, {}}, {}, {}, {}}});
        }
        const std::string state = check.state == CheckState::Fine ? view.say("in order", "正常") : check.state == CheckState::Attention ? view.say("attention", "需关注") : view.say("breach", "违规");
        table.rows.push_back({RowStyle::Normal, {{check.subject.in(view.language), {}}, {check.finding.in(view.language), {}}, {check.due ? view.day(*check.due) : std::string(), {}}, {state, {}}}});
    }
    if (table.rows.empty())
        blocks.push_back(Paragraph{view.say("Nothing is kept about this client that could be checked.", "没有可供检查的客户资料。"), true});
    else
        blocks.push_back(std::move(table));
    for (const auto& missing : facts.missing)
        blocks.push_back(Paragraph{view.say("Not counted: ", "未计入：") + missing, true});
    return blocks;
}

Blocks complianceNotesSection(const ReportView& view)
{
    Footnotes notes;
    if (view.data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    notes.notes.push_back(view.say("Documents and reviews count as due soon within 60 days. Mandates are checked with the holdings and closes of the day; per cents are of the value of everything, a short position counts with its size. Rules marked as warnings need attention and are no breach.",
        "文件与复核在 60 天内到期视为即将到期。授权规则以当日持仓与收盘价检查；百分比以全部资产价值为基数，空头按其规模计入。标记为预警的规则只需关注，不算违规。"));
    notes.notes.push_back(view.say("Orders that the risk rules refused in the period are listed with the code of the rule.", "本期被风控规则拒绝的委托按规则代码列示。"));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace rialto::reports
