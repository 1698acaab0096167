// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

namespace rialto::reports {

std::string StatementView::day(Date date) const
{
    return formatDate(date, language);
}

Blocks coverSection(const StatementView& view)
{
    const StatementData& data = view.data;
    Cover cover;
    cover.firm = data.firmName.in(view.language);
    cover.title = view.say(Text::ClientStatement);
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
    cover.contact = data.firmContact.in(view.language);
    return {cover};
}

} // namespace rialto::reports
