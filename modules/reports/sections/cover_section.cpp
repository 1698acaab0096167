// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

namespace rialto::reports {

Blocks coverSection(const ReportView& view)
{
    const StatementData& data = view.data;
    Cover cover;
    cover.firm = view.firmName();
    cover.title = view.definition.title.in(view.language);
    cover.contact = view.firmContact();
    if (view.definition.scope == ReportScope::Market) {
        cover.period = formatLongDate(data.to, view.language);
        cover.client = view.say("Markets of the book", "本账簿的市场");
        cover.facts.push_back({view.day(data.to), view.say("Trading day", "交易日")});
        cover.facts.push_back({view.day(Date::ofUtc(data.createdAt)), view.say(Text::Created)});
        return {cover};
    }
    if (view.definition.scope == ReportScope::Study) {
        cover.period = data.from == data.to ? formatLongDate(data.to, view.language) : view.say(Text::PeriodFromTo, {formatLongDate(data.from, view.language), formatLongDate(data.to, view.language)});
        cover.client = view.facts.subject;
        if (view.facts.backtest) {
            cover.facts.push_back({data.base.code(), view.say(Text::BaseCurrency)});
            cover.figureLabel = view.say("Capital at the end", "期末资金");
            cover.figure = formatMoneyWithCode(view.facts.backtest->end);
            cover.figureId = view.note("backtest/end", view.facts.backtest->end);
            if (view.facts.backtest->totalReturn)
                cover.figureDetail = formatSignedPercent(view.facts.backtest->totalReturn) + " " + view.say("over the whole run", "（全程收益率）");
        }
        cover.facts.push_back({view.day(Date::ofUtc(data.createdAt)), view.say(Text::Created)});
        return {cover};
    }
    cover.period = view.say(Text::PeriodFromTo, {formatLongDate(data.from, view.language), formatLongDate(data.to, view.language)});
    cover.client = data.clientName.in(view.language);
    cover.facts.push_back({data.clientNumber, view.say(Text::ClientNumber)});
    std::string accounts;
    for (const auto& account : data.accounts) {
        accounts += accounts.empty() ? "" : view.say(Text::List);
        accounts += account.number;
        if (!account.name.empty())
            accounts += " " + account.name.in(view.language);
    }
    if (!accounts.empty())
        cover.facts.push_back({accounts, view.say(data.accounts.size() == 1 ? Text::Account : Text::Accounts)});
    cover.facts.push_back({data.base.code(), view.say(Text::BaseCurrency)});
    cover.facts.push_back({view.day(data.to), view.say(Text::ValuedOn)});
    cover.facts.push_back({view.day(Date::ofUtc(data.createdAt)), view.say(Text::Created)});
    cover.figureLabel = view.say(Text::TotalValue);
    cover.figure = formatMoneyWithCode(data.change.closing);
    if (data.performance.periodTwr)
        cover.figureDetail = view.say(Text::ReturnInPeriod, {formatSignedPercent(data.performance.periodTwr)});
    cover.figureId = view.note("change/closing", data.change.closing, sumOf({"total/value"}, "Holdings and cash at the closing prices and exchange rates of the last day."));
    return {cover};
}

} // namespace rialto::reports
