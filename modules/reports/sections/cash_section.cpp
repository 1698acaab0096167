// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

namespace rialto::reports {
namespace {

Table balances(const StatementView& view)
{
    const StatementData& data = view.data;
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Currency), {}, Align::Left, 20}, {view.say(Text::Opening), {}, Align::Decimal, 16}, {view.say(Text::Settled), {}, Align::Decimal, 16},
        {view.say(Text::Pending), {}, Align::Decimal, 16}, {view.say(Text::Closing), {}, Align::Decimal, 16}, {view.say(Text::ClosingIn, {data.base.code()}), {}, Align::Decimal, 16}};
    Money total = Money::zero(data.base);
    for (const auto& row : data.cash) {
        total += row.closingBase;
        table.rows.push_back({RowStyle::Normal, {{row.closing.currency().code(), row.accountNumber}, {formatMoney(row.opening), {}}, {formatMoney(row.settled), {}},
            {formatMoney(row.pending), {}}, {formatMoney(row.closing), {}}, {formatMoney(row.closingBase), {}}}});
    }
    std::vector<Cell> cells(6);
    cells.front().text = view.say(Text::Total);
    cells.back().text = formatMoney(total);
    table.rows.push_back({RowStyle::Total, std::move(cells)});
    return table;
}

Table movements(const StatementView& view)
{
    const StatementData& data = view.data;
    Table table;
    table.caption = view.say(Text::Movements);
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Booked), {}, Align::Left, 15}, {view.say(Text::SettleDate), {}, Align::Left, 15}, {view.say(Text::Description), {}, Align::Left, 36},
        {view.say(Text::Amount), {}, Align::Decimal, 17}, {view.say(Text::Balance), {}, Align::Decimal, 17}};
    const auto balance = [&](RowStyle style, Date date, const std::string& name, const Money& amount) {
        table.rows.push_back({style, {{view.day(date), {}}, {}, {name, {}}, {}, {formatMoney(amount), {}}}});
    };
    for (const auto& account : data.cash) {
        const std::string currency = account.closing.currency().code();
        table.rows.push_back({RowStyle::Group, {{account.accountNumber + " · " + currency, {}}, {}, {}, {}, {}}});
        balance(RowStyle::Normal, data.from, view.say(Text::OpeningBalance), account.opening);
        for (const auto& row : data.movements) {
            if (row.accountNumber != account.accountNumber || row.amount.currency() != account.closing.currency())
                continue;
            table.rows.push_back({RowStyle::Normal, {{view.day(row.date), {}}, {view.day(row.settleDate), {}},
                {movementText(row.kind, view.language), row.text.in(view.language)}, {formatSignedMoney(row.amount), {}}, {formatMoney(row.balance), {}}}});
        }
        balance(RowStyle::Subtotal, data.to, view.say(Text::ClosingBalance), account.closing);
    }
    return table;
}

} // namespace

Blocks cashSection(const StatementView& view)
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
