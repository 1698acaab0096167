// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

#include <map>
#include <utility>

namespace rialto::reports {

Blocks tradesSection(const StatementView& view)
{
    const StatementData& data = view.data;
    if (data.trades.empty())
        return {Heading{1, view.say(Text::Trades), {}, false}, Paragraph{view.say(Text::NoTrades), true}};

    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::TradeDate), view.say(Text::Settles), Align::Left, 15}, {view.say(Text::Side), {}, Align::Left, 7}, {view.say(Text::Security), {}, Align::Left, 25, true},
        {view.say(Text::Quantity), {}, Align::Decimal, 13}, {view.say(Text::Price), {}, Align::Decimal, 12}, {view.say(Text::Gross), {}, Align::Decimal, 15},
        {view.say(Text::Fees), {}, Align::Decimal, 10}, {view.say(Text::Taxes), {}, Align::Decimal, 10}, {view.say(Text::Net), view.say(Text::Proceeds), Align::Decimal, 16}};

    std::map<std::pair<std::string, Currency>, std::vector<const TradeRow*>> groups;
    for (const auto& row : data.trades)
        groups[{row.accountNumber, row.gross.currency()}].push_back(&row);
    for (const auto& [key, rows] : groups) {
        const Currency& currency = key.second;
        std::vector<Cell> head(9);
        head.front().text = key.first + " · " + currency.code();
        table.rows.push_back({RowStyle::Group, std::move(head)});
        Money fees = Money::zero(currency);
        Money taxes = Money::zero(currency);
        Money net = Money::zero(currency);
        for (const auto* row : rows) {
            fees += row->fees;
            taxes += row->taxes;
            net += row->net;
            table.rows.push_back({RowStyle::Normal, {{view.day(row->tradeDate), view.day(row->settleDate)}, {sideText(row->side, view.language), {}},
                {row->symbol, row->name.in(view.language)}, {formatQuantity(row->quantity), {}}, {formatPrice(row->price, row->priceDigits), {}},
                {formatMoney(row->gross), {}}, {formatMoney(row->fees), {}}, {formatMoney(row->taxes), {}}, {formatSignedMoney(row->net), {}}}});
        }
        std::vector<Cell> sum(9);
        sum[0].text = view.say(Text::Total);
        sum[6].text = formatMoney(fees);
        sum[7].text = formatMoney(taxes);
        sum[8].text = formatSignedMoney(net);
        table.rows.push_back({RowStyle::Subtotal, std::move(sum)});
    }
    return {Heading{1, view.say(Text::Trades), view.say(Text::TradesLead, {view.day(data.from), view.day(data.to)}), true}, table};
}

Blocks costsSection(const StatementView& view)
{
    const StatementData& data = view.data;
    Blocks blocks{Heading{2, view.say(Text::Costs), {}, false}};
    if (data.fees.empty() && data.taxes.empty()) {
        blocks.push_back(Paragraph{view.say(Text::NoCosts), true});
        return blocks;
    }
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Item), {}, Align::Left, 70}, {data.base.code(), {}, Align::Decimal, 30}};
    const auto add = [&](RowStyle style, const std::string& name, const Money& amount) { table.rows.push_back({style, {{name, {}}, {formatMoney(amount), {}}}}); };
    for (const auto& line : data.fees)
        add(RowStyle::Normal, line.name.in(view.language), line.amount);
    if (!data.fees.empty())
        add(RowStyle::Subtotal, view.say(Text::FeesTotal), -data.change.fees);
    for (const auto& line : data.taxes)
        add(RowStyle::Normal, line.name.in(view.language), line.amount);
    if (!data.taxes.empty())
        add(RowStyle::Subtotal, view.say(Text::TaxesTotal), -data.change.taxes);
    add(RowStyle::Total, view.say(Text::CostsTotal), -(data.change.fees + data.change.taxes));
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace rialto::reports
