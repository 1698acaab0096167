// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

#include <map>
#include <utility>

namespace rialto::reports {

Blocks tradesSection(const ReportView& view)
{
    const StatementData& data = view.data;
    if (data.trades.empty())
        return {Heading{1, view.say(Text::Trades), {}, false}, Paragraph{view.say(Text::NoTrades), true}};

    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::TradeDate), view.say(Text::Settles), Align::Left, 15}, {view.say(Text::Side), {}, Align::Left, 7}, {view.say(Text::Security), {}, Align::Left, 25, true},
        {view.say(Text::Quantity), {}, Align::Decimal, 13}, {view.say(Text::Price), {}, Align::Decimal, 12}, {view.say(Text::Gross), {}, Align::Decimal, 15},
        {view.say(Text::Fees), {}, Align::Decimal, 10}, {view.say(Text::Taxes), {}, Align::Decimal, 10}, {view.say(Text::Net), view.say(Text::Proceeds), Align::Decimal, 16}};

    std::map<std::pair<std::string, Currency>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < data.trades.size(); ++i)
        groups[{data.trades[i].accountNumber, data.trades[i].gross.currency()}].push_back(i);
    for (const auto& [key, rows] : groups) {
        const Currency& currency = key.second;
        std::vector<Cell> head(9);
        head.front().text = key.first + " · " + currency.code();
        table.rows.push_back({RowStyle::Group, std::move(head)});
        Money fees = Money::zero(currency);
        Money taxes = Money::zero(currency);
        Money net = Money::zero(currency);
        const std::string group = "trades/" + key.first + "/" + currency.code();
        std::vector<std::string> ids;
        for (const std::size_t i : rows) {
            const TradeRow& row = data.trades[i];
            const std::string id = "trade/" + std::to_string(i + 1);
            ids.push_back(id);
            fees += row.fees;
            taxes += row.taxes;
            net += row.net;
            const auto netHow = row.assetClass == AssetClass::Future ? calculated(Operation::NegatedSum, {id + "/fees", id + "/taxes"})
                : row.side == Side::Buy                              ? calculated(Operation::NegatedSum, {id + "/gross", id + "/fees", id + "/taxes"})
                                                                     : differenceOf({id + "/gross", id + "/fees", id + "/taxes"});
            table.rows.push_back({RowStyle::Normal, {{view.day(row.tradeDate), view.day(row.settleDate)}, {sideText(row.side, view.language), {}},
                {row.symbol, row.name.in(view.language)}, view.quantity(id + "/quantity", row.quantity), view.price(id + "/price", row.price, row.priceDigits),
                view.amount(id + "/gross", row.gross), view.amount(id + "/fees", row.fees), view.amount(id + "/taxes", row.taxes), view.signedAmount(id + "/net", row.net, netHow)}});
        }
        const auto sumOfAll = [&](const char* what) {
            std::vector<std::string> inputs;
            for (const auto& id : ids)
                inputs.push_back(id + what);
            return sumOf(std::move(inputs));
        };
        std::vector<Cell> sum(9);
        sum[0].text = view.say(Text::Total);
        sum[6] = view.amount(group + "/fees", fees, sumOfAll("/fees"));
        sum[7] = view.amount(group + "/taxes", taxes, sumOfAll("/taxes"));
        sum[8] = view.signedAmount(group + "/net", net, sumOfAll("/net"));
        table.rows.push_back({RowStyle::Subtotal, std::move(sum)});
    }
    return {Heading{1, view.say(Text::Trades), view.say(Text::TradesLead, {view.day(data.from), view.day(data.to)}), true}, table};
}

Blocks costsSection(const ReportView& view)
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
    const auto add = [&](RowStyle style, const std::string& name, Cell amount) { table.rows.push_back({style, {{name, {}}, std::move(amount)}}); };
    const auto lines = [&](const char* kind, const std::vector<CostLine>& list) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < list.size(); ++i) {
            ids.push_back(std::string(kind) + "/" + std::to_string(i + 1));
            add(RowStyle::Normal, list[i].name.in(view.language), view.amount(ids.back(), list[i].amount));
        }
        return ids;
    };
    auto all = lines("fee", data.fees);
    if (!data.fees.empty())
        add(RowStyle::Subtotal, view.say(Text::FeesTotal), view.amount("costs/fees", -data.change.fees, sumOf(all)));
    const auto taxes = lines("tax", data.taxes);
    if (!data.taxes.empty())
        add(RowStyle::Subtotal, view.say(Text::TaxesTotal), view.amount("costs/taxes", -data.change.taxes, sumOf(taxes)));
    all.insert(all.end(), taxes.begin(), taxes.end());
    add(RowStyle::Total, view.say(Text::CostsTotal), view.amount("costs/total", -(data.change.fees + data.change.taxes), sumOf(all)));
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace rialto::reports
