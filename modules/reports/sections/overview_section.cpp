// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

KeyFigures keyFigures(const StatementView& view)
{
    const ChangeInValue& c = view.data.change;
    const PerformanceFigures& p = view.data.performance;
    KeyFigures block;
    block.figures.push_back({view.say(Text::TotalValue), formatMoney(c.closing), view.data.base.code()});
    block.figures.push_back({view.say(Text::ResultOfPeriod), formatSignedMoney(c.closing - c.opening - c.deposits - c.withdrawals), view.say(Text::ResultDetail)});
    block.figures.push_back({view.say(Text::TimeWeightedReturn), formatSignedPercent(p.periodTwr), view.say(Text::PeriodDetail)});
    KeyFigure inception{view.say(Text::SinceInception), formatSignedPercent(p.sinceInceptionTwr), {}};
    if (p.sinceInceptionTwrAnnualised)
        inception = {view.say(Text::SinceInception), formatSignedPercent(p.sinceInceptionTwrAnnualised), view.say(Text::AnnualisedDetail, {view.day(p.inception)})};
    else if (p.sinceInceptionTwr)
        inception.detail = view.say(Text::SinceDetail, {view.day(p.inception)});
    block.figures.push_back(inception);
    return block;
}

Blocks valueChart(const StatementView& view)
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

Table changeTable(const StatementView& view)
{
    const ChangeInValue& c = view.data.change;
    Table table;
    table.caption = view.say(Text::WhatChanged);
    table.continued = view.say(Text::Continued);
    table.columns = {{"", "", Align::Left, 70}, {view.data.base.code(), "", Align::Decimal, 30}};
    const auto row = [&](const std::string& name, const std::string& amount, RowStyle style = RowStyle::Normal) {
        table.rows.push_back({style, {{name, {}}, {amount, {}}}});
    };
    row(view.say(Text::OpeningValueOn, {view.day(view.data.from)}), formatMoney(c.opening));
    row(view.say(Text::Deposits), formatSignedMoney(c.deposits));
    row(view.say(Text::Withdrawals), formatSignedMoney(c.withdrawals));
    row(view.say(Text::MarketGains), formatSignedMoney(c.marketGains));
    if (!c.currencyGains.isZero())
        row(view.say(Text::CurrencyGains), formatSignedMoney(c.currencyGains));
    row(view.say(Text::Income), formatSignedMoney(c.income));
    row(view.say(Text::Fees), formatSignedMoney(c.fees));
    row(view.say(Text::Taxes), formatSignedMoney(c.taxes));
    row(view.say(Text::ClosingValueOn, {view.day(view.data.to)}), formatMoney(c.closing), RowStyle::Total);
    return table;
}

Blocks allocationChart(const StatementView& view)
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

} // namespace

Blocks overviewSection(const StatementView& view)
{
    Blocks blocks;
    blocks.push_back(Heading{1, view.say(Text::Overview), view.say(Text::OverviewLead, {view.day(view.data.to), view.data.base.code()}), true});
    blocks.push_back(keyFigures(view));
    for (auto& block : valueChart(view))
        blocks.push_back(std::move(block));
    blocks.push_back(changeTable(view));
    for (auto& block : allocationChart(view))
        blocks.push_back(std::move(block));
    return blocks;
}

} // namespace rialto::reports
