// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

constexpr std::size_t kMovers = 5;

std::optional<Rate> changeOf(Price now, Price before)
{
    if (!before.isPositive())
        return std::nullopt;
    const auto rate = mulDiv(now.raw() - before.raw(), kFixedOne, before.raw(), Rounding::HalfEven);
    return rate ? std::optional(Rate{*rate}) : std::nullopt;
}

/// The last day on which anything traded, on or before the report's.
Date latestDay(const ReportView& view)
{
    Date latest;
    for (const auto& row : view.facts.market)
        latest = std::max(latest, row.date);
    return latest;
}

Table moverTable(const ReportView& view, const std::string& caption, const std::vector<const MarketRow*>& rows)
{
    Table table;
    table.caption = caption;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Security), {}, Align::Left, 46, true}, {view.say(Text::Price), {}, Align::Decimal, 27}, {view.say("Day", "当日"), {}, Align::Decimal, 27}};
    for (const auto* row : rows)
        table.rows.push_back({RowStyle::Normal, {{row->symbol, row->name.in(view.language)}, view.price("market/" + row->symbol + "/close", row->close, row->priceDigits),
            view.signedRate("market/" + row->symbol + "/day", changeOf(row->close, row->previous))}});
    return table;
}

} // namespace

Blocks marketOverviewSection(const ReportView& view)
{
    const Date latest = latestDay(view);
    Blocks blocks{Heading{1, view.say("Markets", "市场概览"), view.facts.market.empty() ? view.day(view.data.to) : view.say("Closing prices of ", "收盘行情：") + view.day(latest), true}};
    std::vector<const MarketRow*> indices;
    std::vector<const MarketRow*> shares;
    for (const auto& row : view.facts.market) {
        if (row.assetClass == AssetClass::Index && row.closes.size() > 1)
            indices.push_back(&row);
        if ((row.assetClass == AssetClass::Equity || row.assetClass == AssetClass::Fund) && row.previous.isPositive() && row.date == latest)
            shares.push_back(&row);
    }
    if (indices.size() > 4)
        indices.resize(4);
    KeyFigures figures;
    for (const auto* row : indices) {
        view.price("market/" + row->symbol + "/previous", row->previous, row->priceDigits);
        figures.figures.push_back(keyFigure(row->name.in(view.language), view.price("market/" + row->symbol + "/close", row->close, row->priceDigits), formatSignedPercent(changeOf(row->close, row->previous))));
    }
    if (!figures.figures.empty())
        blocks.push_back(std::move(figures));
    if (!indices.empty()) {
        LineChart chart;
        chart.title = view.say("Indices over a year", "指数一年走势");
        chart.unit = view.say("change since the first day shown", "较首日的变动");
        std::int64_t low = 0;
        std::int64_t high = 0;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const MarketRow& row = *indices[i];
            ChartSeries series{row.symbol, i == 0 ? SeriesStyle::Area : SeriesStyle::Line, {}};
            for (const auto& [date, close] : row.closes)
                if (const auto change = changeOf(close, row.closes.front().second)) {
                    series.points.push_back({date.days, change->e8});
                    low = std::min(low, change->e8);
                    high = std::max(high, change->e8);
                }
            chart.series.push_back(std::move(series));
        }
        chart.x = dateAxis(indices.front()->closes.front().first, indices.front()->closes.back().first, view.language);
        chart.y = rateAxis(low, high);
        blocks.push_back(std::move(chart));
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto* a, const auto* b) { return changeOf(a->close, a->previous)->e8 > changeOf(b->close, b->previous)->e8; });
    if (shares.empty()) {
        blocks.push_back(Paragraph{view.say("No share traded that day.", "当日没有股票成交。"), true});
        return blocks;
    }
    std::vector<const MarketRow*> top;
    std::vector<const MarketRow*> bottom;
    for (std::size_t i = 0; i < std::min(kMovers, shares.size()); ++i) {
        if (shares[i]->previous < shares[i]->close)
            top.push_back(shares[i]);
        if (const auto* last = shares[shares.size() - 1 - i]; last->close < last->previous)
            bottom.push_back(last);
    }
    if (!top.empty())
        blocks.push_back(moverTable(view, view.say("Largest gains", "涨幅最大"), top));
    if (!bottom.empty())
        blocks.push_back(moverTable(view, view.say("Largest losses", "跌幅最大"), bottom));
    return blocks;
}

Blocks marketTableSection(const ReportView& view)
{
    Blocks blocks{Heading{1, view.say("Prices", "行情一览"), view.say("Closes and changes by asset class", "按资产类别列示的收盘价与涨跌"), true}};
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Security), {}, Align::Left, 24, true}, {view.say("Close", "收盘"), view.say("date", "日期"), Align::Decimal, 14}, {view.say("Day's low", "最低"), view.say("high", "最高"), Align::Decimal, 13}, {view.say("Day", "当日"), {}, Align::Decimal, 10},
        {view.say("Month", "本月"), {}, Align::Decimal, 10}, {view.say(Text::Year), {}, Align::Decimal, 10}, {view.say("Volume", "成交量"), {}, Align::Decimal, 13}, {view.say("Volatility", "波动率"), view.say("20 days", "20 日"), Align::Decimal, 10}};
    std::vector<const MarketRow*> rows;
    for (const auto& row : view.facts.market)
        rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->assetClass < b->assetClass; });
    std::optional<AssetClass> group;
    for (const auto* row : rows) {
        if (group != row->assetClass) {
            group = row->assetClass;
            std::vector<Cell> cells(8);
            cells.front().text = assetClassText(row->assetClass, view.language);
            table.rows.push_back({RowStyle::Group, std::move(cells)});
        }
        const std::string id = "market/" + row->symbol;
        const auto change = [&](const std::string& what, Price before) {
            view.price(id + "/" + what + "-reference", before, row->priceDigits);
            view.price(id + "/" + what + "-move", row->close - before, row->priceDigits, differenceOf({id + "/close", id + "/" + what + "-reference"}));
            return view.signedRate(id + "/" + what, changeOf(row->close, before), calculated(Operation::Quotient, {id + "/" + what + "-move", id + "/" + what + "-reference"}));
        };
        Cell close = view.price(id + "/close", row->close, row->priceDigits);
        close.detail = view.day(row->date);
        Cell low = view.price(id + "/low", row->low, row->priceDigits);
        low.detail = formatPrice(row->high, row->priceDigits);
        table.rows.push_back({RowStyle::Normal, {{row->symbol, row->name.in(view.language)}, std::move(close), std::move(low), change("day", row->previous), change("month", row->monthStart), change("year", row->yearStart),
            view.quantity(id + "/volume", row->volume), view.rate(id + "/volatility", row->volatility, {}, 1)}});
    }
    if (rows.empty())
        blocks.push_back(Paragraph{view.say("The book has no prices yet.", "本账簿尚无行情。"), true});
    else
        blocks.push_back(std::move(table));
    return blocks;
}

Blocks dataQualitySection(const ReportView& view)
{
    Blocks blocks{Heading{1, view.say("Data quality", "数据质量"), view.say("Daily price series of the book, checked by rule", "本账簿的日线序列，按规则检查"), true}};
    const auto& rows = view.facts.quality;
    if (rows.empty()) {
        blocks.push_back(Paragraph{view.say("The book has no daily series.", "本账簿没有日线序列。"), true});
        return blocks;
    }
    Table table;
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say("Series", "序列"), {}, Align::Left, 20, true}, {view.say("From", "起"), view.say("to", "止"), Align::Left, 16}, {view.say("Bars", "条数"), {}, Align::Decimal, 9}, {view.say("Missing", "缺失"), view.say("days", "天"), Align::Decimal, 9},
        {view.say("Contradictory", "矛盾"), {}, Align::Decimal, 11}, {view.say("Jumps", "跳变"), view.say("> 25 %", "> 25%"), Align::Decimal, 9}, {view.say("Stuck", "停滞"), view.say("days", "天"), Align::Decimal, 9}, {view.say("Age", "距今"), view.say("days", "天"), Align::Decimal, 9}};
    std::int64_t bars = 0;
    std::int64_t findings = 0;
    std::vector<std::string> barIds;
    std::vector<std::string> findingIds;
    for (const auto& row : rows) {
        const std::string id = "quality/" + row.symbol + "/" + row.source;
        bars += row.bars;
        findings += row.missing + row.contradictory + row.jumps + row.unchanged;
        barIds.push_back(id + "/bars");
        for (const char* what : {"/missing", "/contradictory", "/jumps", "/unchanged"})
            findingIds.push_back(id + what);
        table.rows.push_back({RowStyle::Normal, {{row.symbol, row.source}, row.bars == 0 ? Cell{kNoFigure, {}} : Cell{view.day(row.first), view.day(row.last)}, view.count(id + "/bars", row.bars), view.count(id + "/missing", row.missing),
            view.count(id + "/contradictory", row.contradictory), view.count(id + "/jumps", row.jumps), view.count(id + "/unchanged", row.unchanged), view.count(id + "/age", row.stale)}});
    }
    KeyFigures figures;
    figures.figures.push_back(keyFigure(view.say("Series", "序列数"), view.count("quality/series", static_cast<std::int64_t>(rows.size())), view.say("daily", "日线")));
    figures.figures.push_back(keyFigure(view.say("Bars", "条数"), view.count("quality/bars", bars, sumOf(barIds)), view.say("up to the day of the report", "截至报告日")));
    figures.figures.push_back(keyFigure(view.say("Findings", "发现问题"), view.count("quality/findings", findings, sumOf(findingIds)), view.say("of all rules", "全部规则合计")));
    blocks.push_back(std::move(figures));
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace rialto::reports
