// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"
#include "reports/sections/cash_figures.h"

#include <algorithm>
#include <map>

namespace rialto::reports {
namespace {

constexpr std::size_t kLargest = 10;

struct Part {
    std::string name;
    Money value;
    std::vector<std::string> inputs;
};

/// Values and weights of a division of the whole, the weights adding up to 100 %.
Blocks division(const ReportView& view, const std::string& heading, const std::string& lead, const std::string& column, const std::string& id, const std::vector<Part>& parts)
{
    std::vector<std::int64_t> minors;
    for (const auto& part : parts)
        minors.push_back(part.value.minor());
    const auto weights = weightsOf(minors);
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{column, {}, Align::Left, 40, true}, {view.data.base.code(), {}, Align::Decimal, 30}, {view.say(Text::Share), {}, Align::Decimal, 30}};
    std::vector<std::string> values;
    std::vector<std::string> shares;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string each = id + "/" + parts[i].name;
        values.push_back(each + "/value");
        shares.push_back(each + "/weight");
        table.rows.push_back({RowStyle::Normal, {{parts[i].name, {}}, view.amount(values.back(), parts[i].value, sumOf(parts[i].inputs)),
            view.share(shares.back(), weights.empty() ? std::nullopt : std::optional(rateOfWeight(weights[i])), parts[i].value, view.data.change.closing, values.back(), "total/value")}});
    }
    table.rows.push_back({RowStyle::Total, {{view.say(Text::Total), {}}, view.amount(id + "/total", view.data.change.closing, sumOf(values)),
        view.rate(id + "/total-weight", weights.empty() ? std::nullopt : std::optional(rateOfWeight(10'000)), sumOf(shares))}});
    return {Heading{2, heading, lead, false}, std::move(table)};
}

void addTo(std::vector<Part>& parts, const std::string& name, const Money& value, const std::string& input)
{
    const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
    if (at != parts.end()) {
        at->value += value;
        at->inputs.push_back(input);
    } else {
        parts.push_back({name, value, {input}});
    }
}

} // namespace

Blocks currencyExposureSection(const ReportView& view)
{
    std::vector<Part> parts;
    for (const auto& row : view.data.holdings)
        addTo(parts, row.valueLocal.currency().code(), row.valueBase, holdingId(row) + "/value-base");
    for (const auto& row : view.data.cash) {
        closingCashInBase(view, row);
        addTo(parts, row.closing.currency().code(), row.closingBase, cashId(row) + "/closing-base");
    }
    if (parts.empty())
        return {};
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.value > b.value; });
    return division(view, view.say("By currency", "按货币"), view.say("Holdings and cash by the currency they are in", "持仓与现金按其计价货币划分"), view.say(Text::Currency), "currency", parts);
}

Blocks accountAllocationSection(const ReportView& view)
{
    if (view.data.accounts.size() < 2)
        return {};
    std::vector<Part> parts;
    for (const auto& row : view.data.holdings)
        addTo(parts, row.accountNumber, row.valueBase, holdingId(row) + "/value-base");
    for (const auto& row : view.data.cash)
        addTo(parts, row.accountNumber, row.closingBase, cashId(row) + "/closing-base");
    if (parts.empty())
        return {};
    return division(view, view.say("By account", "按账户"), {}, view.say(Text::Account), "account", parts);
}

Blocks allocationOverviewSection(const ReportView& view)
{
    Blocks blocks{Heading{1, view.say("Allocation", "资产配置"), view.say(Text::OverviewLead, {view.day(view.data.to), view.data.base.code()}), true}};
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say(Text::TotalValue), view.amount("change/closing", view.data.change.closing, sumOf({"total/value"})), view.data.base.code()));
    Money invested = Money::zero(view.data.base);
    std::vector<std::string> values;
    for (const auto& row : view.data.holdings) {
        invested += row.valueBase;
        values.push_back(holdingId(row) + "/value-base");
    }
    figures.figures.push_back(keyFigure(view.say("Invested", "已投资"), view.amount("allocation/invested", invested, sumOf(values)), view.data.base.code()));
    figures.figures.push_back(keyFigure(view.say("Positions", "持仓数"), view.count("allocation/positions", static_cast<std::int64_t>(view.data.holdings.size())), view.say("securities held", "只证券")));
    blocks.push_back(std::move(figures));
    for (auto& block : allocationSection(view))
        blocks.push_back(std::move(block));
    return blocks;
}

Blocks largestHoldingsSection(const ReportView& view)
{
    struct Item {
        std::size_t index;
        Money value;
    };
    std::vector<Item> items;
    for (std::size_t i = 0; i < view.data.holdings.size(); ++i)
        items.push_back({i, view.data.holdings[i].valueBase});
    if (items.empty())
        return {};
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.value > b.value; });
    if (items.size() > kLargest)
        items.resize(kLargest);
    BarChart chart;
    chart.title = view.say("Largest positions", "最大持仓");
    chart.unit = view.say("share of the whole", "占总值");
    std::int64_t high = 0;
    Rate together;
    std::vector<std::string> weights;
    for (const auto& item : items) {
        const auto& row = view.data.holdings[item.index];
        const auto weight = view.allocation.holdingWeights[item.index];
        if (!weight)
            return {};
        chart.bars.push_back({row.symbol, formatPercent(*weight, 1), weight->e8});
        high = std::max(high, weight->e8);
        together.e8 += weight->e8;
        weights.push_back(holdingId(row) + "/weight");
    }
    chart.y = rateAxis(0, high + high / 6);
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Largest position", "最大单一持仓"), view.rate("concentration/largest", Rate{high}, sumOf({weights.front()})), view.data.holdings[items.front().index].symbol));
    figures.figures.push_back(keyFigure(view.say("Largest positions together", "前列持仓合计"), view.rate("concentration/top", together, sumOf(weights)),
        view.say("the largest ", "最大 ") + std::to_string(items.size()) + view.say("", " 只")));
    return {Heading{2, view.say("Concentration", "集中度"), {}, false}, std::move(figures), std::move(chart)};
}

} // namespace rialto::reports
