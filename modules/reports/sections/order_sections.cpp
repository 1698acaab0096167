// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/format.h"

#include <algorithm>
#include <map>

namespace rialto::reports {
namespace {

/// What was better (+) or worse (-) for the client than the reference, as a part of the reference. 10^-8.
std::optional<Rate> betterThan(const ExecutionRow& row, Price reference)
{
    if (!reference.isPositive())
        return std::nullopt;
    const std::int64_t better = row.side == Side::Buy ? reference.raw() - row.price.raw() : row.price.raw() - reference.raw();
    const auto rate = mulDiv(better, kFixedOne, reference.raw(), Rounding::HalfEven);
    return rate ? std::optional(Rate{*rate}) : std::nullopt;
}

Price middle(const ExecutionRow& row)
{
    return Price::fromRaw(row.low.raw() + (row.high.raw() - row.low.raw()) / 2);
}

std::string basisPoints(const std::optional<Rate>& rate)
{
    if (!rate)
        return kNoFigure;
    // 10^-8 to tenths of a basis point
    const auto tenths = narrow(divideRounded(rate->e8, 1000, Rounding::HalfEven)).value_or(0);
    return (tenths > 0 ? "+" : "") + grouped(formatDecimal(tenths, 1, 1));
}

const char* stateInChinese(const std::string& state)
{
    static const std::map<std::string, const char*> words{{"PendingNew", "待受理"}, {"New", "已受理"}, {"Working", "挂单中"}, {"PartiallyFilled", "部分成交"}, {"Filled", "全部成交"},
        {"Cancelled", "已撤销"}, {"Canceled", "已撤销"}, {"Rejected", "已拒绝"}, {"Expired", "已过期"}};
    const auto at = words.find(state);
    return at == words.end() ? nullptr : at->second;
}

} // namespace

Blocks executionSection(const ReportView& view)
{
    const auto& rows = view.facts.executions;
    Blocks blocks{Heading{1, view.say("Execution quality", "执行质量"), view.say("Each trade beside the market's day; + is better for the client", "每笔成交与当日行情比较；正数对客户有利"), true}};
    if (rows.empty()) {
        blocks.push_back(Paragraph{view.say(Text::NoTrades), true});
        return blocks;
    }
    std::int64_t inside = 0;
    std::int64_t compared = 0;
    std::int64_t atMarket = 0;
    std::map<Currency, std::pair<Money, Money>> turnover;
    Table table;
    table.caption = view.say("Trades against the day", "成交与当日行情");
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::TradeDate), {}, Align::Left, 13}, {view.say(Text::Side), {}, Align::Left, 7}, {view.say(Text::Security), {}, Align::Left, 18, true}, {view.say(Text::Quantity), {}, Align::Decimal, 12},
        {view.say(Text::Price), {}, Align::Decimal, 11}, {view.say("Day's low", "当日最低"), view.say("high", "最高"), Align::Decimal, 11}, {view.say("Day's close", "当日收盘"), {}, Align::Decimal, 11},
        {view.say("To the close", "较收盘"), view.say("basis points", "基点"), Align::Decimal, 10}, {view.say("To the middle", "较中值"), view.say("basis points", "基点"), Align::Decimal, 10}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ExecutionRow& row = rows[i];
        const std::string id = "execution/" + std::to_string(i + 1);
        const auto [at, fresh] = turnover.try_emplace(row.gross.currency(), row.gross, row.fees);
        if (!fresh) {
            at->second.first += row.gross;
            at->second.second += row.fees;
        }
        std::vector<Cell> cells{{view.day(row.date), row.order.empty() ? std::string() : view.say("order ", "委托 ") + row.order}, {sideText(row.side, view.language), {}},
            {row.symbol, row.name.in(view.language)}, view.quantity(id + "/quantity", row.quantity), view.price(id + "/price", row.price, row.priceDigits), {kNoFigure, {}}, {kNoFigure, {}}, {kNoFigure, {}}, {kNoFigure, {}}};
        if (row.hasBar()) {
            ++compared;
            inside += row.price >= row.low && row.price <= row.high ? 1 : 0;
            const auto close = betterThan(row, row.close);
            const auto mid = betterThan(row, middle(row));
            atMarket += close && close->e8 >= 0 ? 1 : 0;
            cells[5] = view.price(id + "/low", row.low, row.priceDigits);
            cells[5].detail = formatPrice(row.high, row.priceDigits);
            cells[6] = view.price(id + "/close", row.close, row.priceDigits);
            cells[7].text = basisPoints(close);
            cells[8].text = basisPoints(mid);
            if (close)
                cells[7].figure = view.note(id + "/to-close", *close);
            if (mid)
                cells[8].figure = view.note(id + "/to-middle", *mid);
        }
        table.rows.push_back({RowStyle::Normal, std::move(cells)});
    }
    const auto part = [&](std::int64_t count) { return compared == 0 ? std::nullopt : std::optional(Rate{mulDiv(count, kFixedOne, compared, Rounding::HalfEven).value_or(0)}); };
    view.count("execution/compared", compared);
    view.count("execution/inside-count", inside);
    view.count("execution/no-worse-count", atMarket);
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Trades", "成交笔数"), view.count("execution/count", static_cast<std::int64_t>(rows.size())), view.say("in the period", "本期")));
    figures.figures.push_back(keyFigure(view.say("Inside the day's range", "处于当日区间内"), view.rate("execution/inside", part(inside), calculated(Operation::Quotient, {"execution/inside-count", "execution/compared"})),
        view.say("of those with a market day", "占有行情的成交")));
    figures.figures.push_back(keyFigure(view.say("At the close or better", "不劣于收盘"), view.rate("execution/no-worse", part(atMarket), calculated(Operation::Quotient, {"execution/no-worse-count", "execution/compared"})),
        view.say("of those with a market day", "占有行情的成交")));
    blocks.push_back(std::move(figures));

    Table costs;
    costs.caption = view.say("Turnover and costs", "成交额与费用");
    costs.continued = view.say(Text::Continued);
    costs.columns = {{view.say(Text::Currency), {}, Align::Left, 25}, {view.say("Turnover", "成交额"), {}, Align::Decimal, 25}, {view.say(Text::Fees), {}, Align::Decimal, 25}, {view.say("Of turnover", "占成交额"), {}, Align::Decimal, 25}};
    for (const auto& [currency, sums] : turnover) {
        const std::string id = "turnover/" + currency.code();
        const auto rate = sums.first.isZero() ? std::nullopt : mulDiv(sums.second.minor(), kFixedOne, sums.first.minor(), Rounding::HalfEven);
        costs.rows.push_back({RowStyle::Normal, {{currency.code(), {}}, view.amount(id + "/gross", sums.first), view.amount(id + "/fees", sums.second),
            view.rate(id + "/fee-rate", rate ? std::optional(Rate{*rate}) : std::nullopt, calculated(Operation::Quotient, {id + "/fees", id + "/gross"}), 3)}});
    }
    blocks.push_back(std::move(costs));
    blocks.push_back(std::move(table));
    return blocks;
}

Blocks ordersSection(const ReportView& view)
{
    const auto& rows = view.facts.orders;
    Blocks blocks{Heading{1, view.say("Orders", "委托"), view.say("Orders placed between {0} and {1}", "{0}至{1}的委托"), false}};
    auto& lead = std::get<Heading>(blocks.front()).lead;
    lead.replace(lead.find("{0}"), 3, view.day(view.data.from));
    lead.replace(lead.find("{1}"), 3, view.day(view.data.to));
    if (rows.empty()) {
        blocks.push_back(Paragraph{view.say("No orders were placed in the period; its trades were booked.", "本期没有委托；成交为直接记账。"), true});
        return blocks;
    }
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Order", "委托"), view.say("placed", "下单时间"), Align::Left, 18}, {view.say(Text::Side), {}, Align::Left, 8}, {view.say(Text::Security), {}, Align::Left, 14, true}, {view.say("Limit", "限价"), {}, Align::Decimal, 14},
        {view.say(Text::Quantity), {}, Align::Decimal, 14}, {view.say("Filled", "已成交"), {}, Align::Decimal, 14}, {view.say("State", "状态"), {}, Align::Left, 18}};
    for (const auto& row : rows) {
        const std::string id = "order/" + row.id;
        const char* chinese = stateInChinese(row.state);
        std::string placed = isoUtc(row.placed);
        placed = placed.substr(0, 10) + " " + placed.substr(11, 8);
        table.rows.push_back({RowStyle::Normal, {{row.id, std::move(placed)}, {sideText(row.side, view.language), {}}, {row.symbol, row.accountNumber},
            row.limit.isZero() ? Cell{view.say("market", "市价"), {}} : view.price(id + "/limit", row.limit, row.priceDigits), view.quantity(id + "/quantity", row.quantity), view.quantity(id + "/filled", row.filled),
            {view.language == Language::Chinese && chinese ? chinese : row.state, row.reason}}});
    }
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace rialto::reports
