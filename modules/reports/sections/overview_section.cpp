// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"
#include "reports/sections/return_figures.h"

#include <algorithm>

namespace rialto::reports {
namespace {

KeyFigures keyFigures(const ReportView& view)
{
    const ChangeInValue& c = view.data.change;
    const PerformanceFigures& p = view.data.performance;
    KeyFigures block;
    block.figures.push_back(keyFigure(view.say(Text::TotalValue), view.amount("change/closing", c.closing, sumOf({"total/value"})), view.data.base.code()));
    block.figures.push_back(keyFigure(view.say(Text::ResultOfPeriod), view.signedAmount("change/result", c.closing - c.opening - c.deposits - c.withdrawals,
        differenceOf({"change/closing", "change/opening", "change/deposits", "change/withdrawals"})), view.say(Text::ResultDetail)));
    block.figures.push_back(keyFigure(view.say(Text::TimeWeightedReturn), periodReturn(view), view.say(Text::PeriodDetail)));
    KeyFigure inception = keyFigure(view.say(Text::SinceInception), returnSinceInception(view), {});
    if (p.sinceInceptionTwrAnnualised)
        inception = keyFigure(view.say(Text::SinceInception), annualisedReturn(view), view.say(Text::AnnualisedDetail, {view.day(p.inception)}));
    else if (p.sinceInceptionTwr)
        inception.detail = view.say(Text::SinceDetail, {view.day(p.inception)});
    block.figures.push_back(inception);
    return block;
}

Blocks valueChart(const ReportView& view)
{
    const auto& series = view.data.series;
    std::int64_t low = 0;
    std::int64_t high = 0;
    ChartSeries value{view.say(Text::Value), SeriesStyle::Area, {}};
    ChartSeries contributed{view.say(Text::NetContributions), SeriesStyle::Step, {}};
    for (const auto& point : series) {
        value.points.push_back({point.date.days, point.value.minor()});
        contributed.points.push_back({point.date.days, point.netContributions.minor()});
        low = std::min({low, point.value.minor(), point.netContributions.minor()});
        high = std::max({high, point.value.minor(), point.netContributions.minor()});
    }
    if (series.size() < 2 || low == high)
        return {};
    LineChart chart;
    chart.title = view.say(Text::ValueChart);
    chart.unit = view.data.base.code();
    chart.x = dateAxis(series.front().date, series.back().date, view.language);
    chart.y = moneyAxis(low, high, view.data.base);
    chart.series = {std::move(value), std::move(contributed)};
    return {chart};
}

/// Registers the lines of fees or taxes; answers their ids.
std::vector<std::string> costIds(const ReportView& view, const std::string& kind, const std::vector<CostLine>& lines)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (auto id = view.note(kind + "/" + std::to_string(i + 1), lines[i].amount); !id.empty())
            ids.push_back(std::move(id));
    return ids;
}

Table changeTable(const ReportView& view)
{
    const ChangeInValue& c = view.data.change;
    Table table;
    table.caption = view.say(Text::WhatChanged);
    table.continued = view.say(Text::Continued);
    table.columns = {{"", "", Align::Left, 70}, {view.data.base.code(), "", Align::Decimal, 30}};
    const auto row = [&](const std::string& name, Cell amount, RowStyle style = RowStyle::Normal) {
        table.rows.push_back({style, {{name, {}}, std::move(amount)}});
    };
    row(view.say(Text::OpeningValueOn, {view.day(view.data.from)}), view.amount("change/opening", c.opening));
    row(view.say(Text::Deposits), view.signedAmount("change/deposits", c.deposits));
    row(view.say(Text::Withdrawals), view.signedAmount("change/withdrawals", c.withdrawals));
    std::vector<std::string> known{"change/closing", "change/opening", "change/deposits", "change/withdrawals", "change/income", "change/fees", "change/taxes"};
    if (!c.currencyGains.isZero())
        known.push_back("change/currency-gains");
    row(view.say(Text::MarketGains), view.signedAmount("change/market-gains", c.marketGains, differenceOf(known, "What is left of the change when everything else is accounted for.")));
    if (!c.currencyGains.isZero())
        row(view.say(Text::CurrencyGains), view.signedAmount("change/currency-gains", c.currencyGains));
    row(view.say(Text::Income), view.signedAmount("change/income", c.income));
    row(view.say(Text::Fees), view.signedAmount("change/fees", c.fees, calculated(Operation::NegatedSum, costIds(view, "fee", view.data.fees))));
    row(view.say(Text::Taxes), view.signedAmount("change/taxes", c.taxes, calculated(Operation::NegatedSum, costIds(view, "tax", view.data.taxes))));
    row(view.say(Text::ClosingValueOn, {view.day(view.data.to)}), view.amount("change/closing", c.closing, sumOf({"total/value"})), RowStyle::Total);
    return table;
}

} // namespace

Blocks allocationSection(const ReportView& view)
{
    DonutChart chart;
    chart.centreLabel = view.say(Text::TotalValue);
    chart.centreValue = formatMoneyWithCode(view.data.change.closing);
    chart.nameTitle = view.say(Text::AssetClassTitle);
    chart.valueTitle = view.data.base.code();
    chart.shareTitle = view.say(Text::Share);
    bool any = false;
    for (const auto& row : view.allocation.classes) {
        if (row.value.isZero())
            continue;
        any = any || row.value > Money::zero(view.data.base);
        chart.slices.push_back({row.assetClass ? assetClassText(*row.assetClass, view.language) : view.say(Text::Cash), formatMoney(row.value),
            row.weight ? formatPercent(*row.weight) : kNoFigure, std::max<std::int64_t>(row.value.minor(), 0)});
    }
    if (!any)
        return {};
    return {Heading{2, view.say(Text::Allocation), {}, false}, chart};
}

Blocks overviewSection(const ReportView& view)
{
    Blocks blocks;
    blocks.push_back(Heading{1, view.say(Text::Overview), view.say(Text::OverviewLead, {view.day(view.data.to), view.data.base.code()}), true});
    blocks.push_back(keyFigures(view));
    for (auto& block : valueChart(view))
        blocks.push_back(std::move(block));
    blocks.push_back(changeTable(view));
    for (auto& block : allocationSection(view))
        blocks.push_back(std::move(block));
    return blocks;
}

} // namespace rialto::reports
