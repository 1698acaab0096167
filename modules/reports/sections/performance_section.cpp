// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"
#include "reports/sections/return_figures.h"

#include <algorithm>

namespace rialto::reports {
namespace {

constexpr std::size_t kBars = 12;

KeyFigures figures(const ReportView& view)
{
    const PerformanceFigures& p = view.data.performance;
    KeyFigures block;
    block.figures.push_back(keyFigure(view.say(Text::ThisPeriod), periodReturn(view), view.say(Text::PeriodDetail)));
    block.figures.push_back(keyFigure(view.say(Text::Cumulative), returnSinceInception(view), view.say(Text::PeriodDetail)));
    block.figures.push_back(keyFigure(view.say(Text::Annualised), annualisedReturn(view), view.say(p.sinceInceptionTwrAnnualised ? Text::PeriodDetail : Text::LessThanAYear)));
    block.figures.push_back(keyFigure(view.say(Text::MoneyWeighted), moneyWeightedReturn(view), view.say(Text::PerYear)));
    KeyFigure fall = keyFigure(view.say(Text::MaxDrawdown), largestFall(view), {});
    if (p.maxDrawdown) {
        if (p.drawdownTrough)
            fall.detail = view.say(Text::DrawdownFromTo, {view.day(p.drawdownPeak.value_or(p.inception)), view.day(*p.drawdownTrough)});
        else
            fall.detail = view.say(Text::NoDrawdown);
    }
    block.figures.push_back(fall);
    return block;
}

BarChart monthChart(const ReportView& view)
{
    const auto& months = view.data.performance.months;
    const std::size_t first = months.size() > kBars ? months.size() - kBars : 0;
    BarChart chart;
    chart.title = view.say(Text::LastMonths, {std::to_string(months.size() - first)});
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (std::size_t i = first; i < months.size(); ++i) {
        const auto& month = months[i];
        low = std::min(low, month.rate.e8);
        high = std::max(high, month.rate.e8);
        const bool named = i == first || month.month == 1;
        chart.bars.push_back({named ? formatMonth(month.year, month.month, view.language) : monthText(month.month, view.language),
            formatSignedPercent(month.rate, 1), month.rate.e8});
    }
    // Room for the figures at the ends of the bars.
    chart.y = rateAxis(low + low / 6, high + high / 6);
    return chart;
}

Table monthTable(const ReportView& view)
{
    Table table;
    table.caption = view.say(Text::MonthlyReturns);
    table.continued = view.say(Text::Continued);
    table.columns.push_back({"%", {}, Align::Left, 8});
    for (unsigned month = 1; month <= 12; ++month)
        table.columns.push_back({monthText(month, view.language), {}, Align::Decimal, 8});
    table.columns.push_back({view.say(Text::Year), {}, Align::Decimal, 10});

    int year = 0;
    std::int64_t growth = kFixedOne;
    std::vector<std::string> months;
    const auto close = [&] {
        if (!table.rows.empty())
            table.rows.back().cells.back() = view.signedRate("performance/" + std::to_string(year), Rate{growth - kFixedOne}, calculated(Operation::Compound, months));
        growth = kFixedOne;
        months.clear();
    };
    for (const auto& month : view.data.performance.months) {
        if (table.rows.empty() || month.year != year) {
            close();
            year = month.year;
            table.rows.push_back({RowStyle::Normal, std::vector<Cell>(14)});
            table.rows.back().cells.front().text = std::to_string(year);
        }
        const Date first = Date::of(month.year, month.month, 1);
        const Date next = month.month == 12 ? Date::of(month.year + 1, 1, 1) : Date::of(month.year, month.month + 1, 1);
        const std::string id = "performance/" + first.text().substr(0, 7);
        months.push_back(id);
        table.rows.back().cells[month.month] = view.signedRate(id, month.rate, overDays(Operation::LinkedReturn, first, next - 1));
        growth = mulDiv(growth, kFixedOne + month.rate.e8, kFixedOne, Rounding::HalfEven).value_or(growth);
    }
    close();
    for (auto& row : table.rows)
        for (auto& cell : row.cells)
            if (!cell.text.empty() && cell.text.back() == '%')
                cell.text.pop_back();
    return table;
}

} // namespace

Blocks performanceSection(const ReportView& view)
{
    const PerformanceFigures& p = view.data.performance;
    if (!p.sinceInceptionTwr)
        return {Heading{1, view.say(Text::Performance), {}, false}, Paragraph{view.say(Text::NoPerformance), true}};
    Blocks blocks;
    blocks.push_back(Heading{1, view.say(Text::Performance), view.say(Text::PerformanceLead, {view.day(p.inception)}), true});
    blocks.push_back(figures(view));
    if (!p.months.empty()) {
        blocks.push_back(monthChart(view));
        blocks.push_back(monthTable(view));
    }
    return blocks;
}

} // namespace rialto::reports
