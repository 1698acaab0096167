// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/format.h"

#include <map>

namespace rialto::reports {
namespace {

std::string term(const ReportView& view, bool longTerm)
{
    return longTerm ? view.say("long", "长期") : view.say("short", "短期");
}

using LotKey = std::pair<std::string, Currency>;

} // namespace

Blocks openLotsSection(const ReportView& view)
{
    const auto& lots = view.facts.lots;
    Blocks blocks{Heading{1, view.say("Open tax lots", "未平仓税务批次"), view.say("What is held on the last day, purchase by purchase", "期末持仓，按每笔买入列示"), true}};
    if (lots.empty()) {
        blocks.push_back(Paragraph{view.say("No lots are open.", "没有未平仓批次。"), true});
        return blocks;
    }
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Security), {}, Align::Left, 22, true}, {view.say("Acquired", "买入日"), {}, Align::Left, 13}, {view.say(Text::Quantity), {}, Align::Decimal, 12},
        {view.say("Cost", "成本"), {}, Align::Decimal, 14}, {view.say(Text::ValueLocal), {}, Align::Decimal, 14}, {view.say("Gain", "浮动盈亏"), view.say(Text::OfCost), Align::Decimal, 14},
        {view.say("Days", "天数"), {}, Align::Right, 8}, {view.say("Term", "期限"), {}, Align::Left, 8}};
    std::map<LotKey, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < lots.size(); ++i)
        groups[{lots[i].accountNumber, lots[i].cost.currency()}].push_back(i);
    for (const auto& [key, indices] : groups) {
        const Currency& currency = key.second;
        std::vector<Cell> head(8);
        head.front().text = key.first + " · " + currency.code();
        table.rows.push_back({RowStyle::Group, std::move(head)});
        Money cost = Money::zero(currency);
        Money value = Money::zero(currency);
        std::vector<std::string> costs;
        std::vector<std::string> values;
        std::map<std::string, int> numbers;
        for (const std::size_t i : indices) {
            const OpenLotRow& lot = lots[i];
            // The same lots back the cost of the holding.
            const std::string id = "holding/" + lot.accountNumber + "/" + lot.symbol + "/lot/" + std::to_string(++numbers[lot.symbol]);
            cost += lot.cost;
            value += lot.value;
            costs.push_back(id + "/cost");
            values.push_back(id + "/value");
            const Money gain = lot.value - lot.cost;
            const std::int64_t paid = lot.cost.minor() < 0 ? -lot.cost.minor() : lot.cost.minor();
            const auto rate = paid == 0 ? std::nullopt : mulDiv(gain.minor(), kFixedOne, paid, Rounding::HalfEven);
            Cell gainCell = view.signedAmount(id + "/gain", gain, differenceOf({id + "/value", id + "/cost"}));
            gainCell.detail = rate ? formatSignedPercent(Rate{*rate}) : std::string(kNoFigure);
            const std::string holding = "holding/" + lot.accountNumber + "/" + lot.symbol;
            const bool known = view.figures && view.figures->find(holding + "/price") && view.figures->find(holding + "/multiplier");
            Cell quantity = view.quantity(id + "/quantity", lot.quantity);
            table.rows.push_back({RowStyle::Normal, {{lot.symbol, lot.name.in(view.language)}, {view.day(lot.acquired), {}}, std::move(quantity), view.amount(id + "/cost", lot.cost),
                view.amount(id + "/value", lot.value, known ? calculated(Operation::Product, {id + "/quantity", holding + "/price", holding + "/multiplier"}) : Calculation{}), std::move(gainCell),
                view.count(id + "/days", lot.heldDays), {term(view, lot.longTerm), {}}}});
        }
        const std::string id = "lots/" + key.first + "/" + currency.code();
        std::vector<Cell> sum(8);
        sum[0].text = view.say(Text::Total);
        sum[3] = view.amount(id + "/cost", cost, sumOf(costs));
        sum[4] = view.amount(id + "/value", value, sumOf(values));
        sum[5] = view.signedAmount(id + "/gain", value - cost, differenceOf({id + "/value", id + "/cost"}));
        table.rows.push_back({RowStyle::Subtotal, std::move(sum)});
    }
    blocks.push_back(std::move(table));
    return blocks;
}

Blocks realisedGainsSection(const ReportView& view)
{
    const auto& rows = view.facts.realised;
    const Currency base = view.data.base;
    Blocks blocks{Heading{1, view.say("Realised gains", "已实现损益"), view.say(Text::TradesLead, {view.day(view.data.from), view.day(view.data.to)}), false}};
    if (rows.empty()) {
        blocks.push_back(Paragraph{view.say("Nothing was sold in the period.", "本期没有卖出。"), true});
        return blocks;
    }
    Money shortTerm = Money::zero(base);
    Money longTerm = Money::zero(base);
    std::vector<std::string> shortIds;
    std::vector<std::string> longIds;
    std::vector<std::string> proceedsIds;
    std::vector<std::string> costIds;
    Money proceeds = Money::zero(base);
    Money cost = Money::zero(base);
    Table table;
    table.caption = view.say("Disposals", "处置明细");
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Disposed", "卖出日"), view.say("acquired", "买入日"), Align::Left, 14}, {view.say(Text::Security), {}, Align::Left, 20, true}, {view.say(Text::Quantity), {}, Align::Decimal, 11},
        {view.say("Proceeds", "卖出所得"), {}, Align::Decimal, 14}, {view.say("Cost", "成本"), {}, Align::Decimal, 14}, {view.say("Gain", "损益"), {}, Align::Decimal, 13},
        {view.say("Gain in ", "损益（") + base.code() + view.say("", "）"), {}, Align::Decimal, 13}, {view.say("Term", "期限"), {}, Align::Left, 8}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RealisedRow& row = rows[i];
        const std::string id = "realised/" + std::to_string(i + 1);
        const Money gainBase = row.proceedsBase - row.costBase;
        (row.longTerm ? longTerm : shortTerm) += gainBase;
        (row.longTerm ? longIds : shortIds).push_back(id + "/gain-base");
        proceeds += row.proceedsBase;
        cost += row.costBase;
        view.note(id + "/proceeds-base", row.proceedsBase);
        view.note(id + "/cost-base", row.costBase);
        proceedsIds.push_back(id + "/proceeds-base");
        costIds.push_back(id + "/cost-base");
        Cell local = view.amount(id + "/proceeds", row.proceeds);
        local.detail = row.proceeds.currency().code();
        table.rows.push_back({RowStyle::Normal, {{view.day(row.disposed), view.day(row.acquired)}, {row.symbol, row.name.in(view.language) + (view.data.accounts.size() > 1 ? " · " + row.accountNumber : "")},
            view.quantity(id + "/quantity", row.quantity), std::move(local), view.amount(id + "/cost", row.cost),
            view.signedAmount(id + "/gain", row.proceeds - row.cost, differenceOf({id + "/proceeds", id + "/cost"})),
            view.signedAmount(id + "/gain-base", gainBase, differenceOf({id + "/proceeds-base", id + "/cost-base"})), {term(view, row.longTerm), {}}}});
    }
    std::vector<Cell> sum(8);
    std::vector<std::string> all = shortIds;
    all.insert(all.end(), longIds.begin(), longIds.end());
    sum[0].text = view.say(Text::Total);
    sum[6] = view.signedAmount("realised/total", shortTerm + longTerm, sumOf(all));
    table.rows.push_back({RowStyle::Total, std::move(sum)});
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Realised in the period", "本期已实现"), view.signedAmount("realised/total", shortTerm + longTerm, sumOf(all)), base.code()));
    figures.figures.push_back(keyFigure(view.say("Short term", "短期"), view.signedAmount("realised/short-term", shortTerm, sumOf(shortIds)), view.say("held a year or less", "持有不超过一年")));
    figures.figures.push_back(keyFigure(view.say("Long term", "长期"), view.signedAmount("realised/long-term", longTerm, sumOf(longIds)), view.say("held more than a year", "持有超过一年")));
    figures.figures.push_back(keyFigure(view.say("Proceeds", "卖出所得"), view.amount("realised/proceeds", proceeds, sumOf(proceedsIds)), base.code()));
    figures.figures.push_back(keyFigure(view.say("Cost", "成本"), view.amount("realised/cost", cost, sumOf(costIds)), base.code()));
    blocks.push_back(std::move(figures));
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace rialto::reports
