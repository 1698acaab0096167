// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"
#include "reports/sections/cash_figures.h"

namespace rialto::reports {
namespace {

Table balances(const ReportView& view)
{
    const StatementData& data = view.data;
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Currency), {}, Align::Left, 20}, {view.say(Text::Opening), {}, Align::Decimal, 16}, {view.say(Text::Settled), {}, Align::Decimal, 16},
        {view.say(Text::Pending), {}, Align::Decimal, 16}, {view.say(Text::Closing), {}, Align::Decimal, 16}, {view.say(Text::ClosingIn, {data.base.code()}), {}, Align::Decimal, 16}};
    Money total = Money::zero(data.base);
    std::vector<std::string> parts;
    for (const auto& row : data.cash) {
        const std::string id = cashId(row);
        total += row.closingBase;
        parts.push_back(id + "/closing-base");
        table.rows.push_back({RowStyle::Normal, {{row.closing.currency().code(), row.accountNumber}, view.amount(id + "/opening", row.opening), view.amount(id + "/settled", row.settled),
            view.amount(id + "/pending", row.pending), closingCash(view, row), closingCashInBase(view, row)}});
    }
    std::vector<Cell> cells(6);
    cells.front().text = view.say(Text::Total);
    cells.back() = view.amount("class/cash/value", total, sumOf(parts));
    table.rows.push_back({RowStyle::Total, std::move(cells)});
    return table;
}

Table movements(const ReportView& view)
{
    const StatementData& data = view.data;
    Table table;
    table.caption = view.say(Text::Movements);
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Booked), {}, Align::Left, 15}, {view.say(Text::SettleDate), {}, Align::Left, 15}, {view.say(Text::Description), {}, Align::Left, 36},
        {view.say(Text::Amount), {}, Align::Decimal, 17}, {view.say(Text::Balance), {}, Align::Decimal, 17}};
    const auto balance = [&](RowStyle style, Date date, const std::string& name, Cell amount) {
        table.rows.push_back({style, {{view.day(date), {}}, {}, {name, {}}, {}, std::move(amount)}});
    };
    for (const auto& account : data.cash) {
        const std::string id = cashId(account);
        table.rows.push_back({RowStyle::Group, {{account.accountNumber + " · " + account.closing.currency().code(), {}}, {}, {}, {}, {}}});
        balance(RowStyle::Normal, data.from, view.say(Text::OpeningBalance), view.amount(id + "/opening", account.opening));
        std::string before = id + "/opening";
        int number = 0;
        for (const auto& row : data.movements) {
            if (row.accountNumber != account.accountNumber || row.amount.currency() != account.closing.currency())
                continue;
            const std::string movement = id + "/movement/" + std::to_string(++number);
            table.rows.push_back({RowStyle::Normal, {{view.day(row.date), {}}, {view.day(row.settleDate), {}},
                {movementText(row.kind, view.language), row.text.in(view.language)}, view.signedAmount(movement, row.amount),
                view.amount(movement + "/balance", row.balance, sumOf({before, movement}))}});
            before = movement + "/balance";
        }
        balance(RowStyle::Subtotal, data.to, view.say(Text::ClosingBalance), closingCash(view, account));
    }
    return table;
}

} // namespace

Blocks cashSection(const ReportView& view)
{
    Blocks blocks;
    if (view.data.cash.empty()) {
        blocks.push_back(Heading{1, view.say(Text::CashTitle), {}, false});
        blocks.push_back(Paragraph{view.say(Text::NoCash), true});
        return blocks;
    }
    blocks.push_back(Heading{1, view.say(Text::CashTitle), view.say(Text::CashLead, {view.day(view.data.to)}), true});
    blocks.push_back(balances(view));
    if (view.data.movements.empty()) {
        blocks.push_back(Heading{2, view.say(Text::Movements), {}, false});
        blocks.push_back(Paragraph{view.say(Text::NoMovements), true});
    } else {
        blocks.push_back(movements(view));
    }
    return blocks;
}

} // namespace rialto::reports
