// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_sections.h"

#include "reports/chart_axis.h"
#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

std::string ratingText(const ReportView& view, const std::string& rating)
{
    if (rating == "buy")
        return view.say("Buy", "买入");
    if (rating == "outperform")
        return view.say("Outperform", "跑赢大市");
    if (rating == "hold")
        return view.say("Hold", "持有");
    if (rating == "underperform")
        return view.say("Underperform", "跑输大市");
    if (rating == "sell")
        return view.say("Sell", "卖出");
    return kNoFigure;
}

std::optional<Rate> changeOf(Price now, Price before)
{
    if (!before.isPositive())
        return std::nullopt;
    const auto rate = mulDiv(now.raw() - before.raw(), kFixedOne, before.raw(), Rounding::HalfEven);
    return rate ? std::optional(Rate{*rate}) : std::nullopt;
}

/// Paragraphs and headings of the note's Markdown; marks inside a line are taken out.
Blocks proseOf(const std::string& markdown)
{
    Blocks blocks;
    std::string paragraph;
    const auto close = [&] {
        if (!paragraph.empty())
            blocks.push_back(Paragraph{std::move(paragraph), false});
        paragraph.clear();
    };
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        std::string line = markdown.substr(at, end - at);
        at = end + 1;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        line.erase(std::remove(line.begin(), line.end(), '*'), line.end());
        line.erase(std::remove(line.begin(), line.end(), '`'), line.end());
        if (line.empty()) {
            close();
            continue;
        }
        if (line[0] == '>')
            line.erase(0, line.find_first_not_of("> "));
        if (line.empty())
            continue;
        if (line[0] == '#') {
            close();
            const std::size_t text = line.find_first_not_of("# ");
            if (text != std::string::npos)
                blocks.push_back(Heading{2, line.substr(text), {}, false});
            continue;
        }
        if (line.rfind("- ", 0) == 0) {
            close();
            blocks.push_back(Paragraph{"\u2022 " + line.substr(2), false});
            continue;
        }
        paragraph += (paragraph.empty() ? "" : " ") + line;
    }
    close();
    return blocks;
}

} // namespace

Blocks researchNoteSection(const ReportView& view)
{
    if (!view.facts.note)
        return {};
    const NoteFacts& facts = *view.facts.note;
    Blocks blocks{Heading{1, facts.title, facts.author + (facts.author.empty() ? "" : " \u00b7 ") + view.day(facts.written), true}};
    const auto row = std::find_if(view.facts.market.begin(), view.facts.market.end(), [&](const MarketRow& each) { return each.symbol == facts.symbol; });
    KeyFigures figures;
    figures.figures.push_back({view.say("Rating", "评级"), ratingText(view, facts.rating), {}, {}});
    figures.figures.push_back({view.say("Target price", "目标价"), facts.target.empty() ? std::string(kNoFigure) : facts.target, {}, {}});
    if (row != view.facts.market.end()) {
        figures.figures.push_back(keyFigure(view.say("Price", "价格"), view.price("note/price", row->close, row->priceDigits), row->currency + " \u00b7 " + view.day(row->date)));
        view.note(Figure{"note/year-start", FigureKind::Price, row->yearStart.raw(), 8, {}, Operation::Given, {}, 0, {}, {}, {}, {}});
        figures.figures.push_back(keyFigure(view.say("This year", "今年以来"), view.signedRate("note/this-year", changeOf(row->close, row->yearStart)), {}));
        figures.figures.push_back(keyFigure(view.say("Volatility", "波动率"), view.rate("note/volatility", row->volatility), view.say("20 days, a year", "20 日，年化")));
    }
    blocks.push_back(std::move(figures));
    if (row != view.facts.market.end() && row->closes.size() > 1) {
        LineChart chart;
        chart.title = row->symbol + " " + row->name.in(view.language);
        chart.unit = row->currency;
        ChartSeries series{view.say("Close", "收盘价"), SeriesStyle::Area, {}};
        // Prices on a money axis: cut to hundredths.
        const std::int64_t step = kFixedOne / 100;
        std::int64_t low = row->closes.front().second.raw() / step;
        std::int64_t high = low;
        for (const auto& [date, price] : row->closes) {
            series.points.push_back({date.days, price.raw() / step});
            low = std::min(low, price.raw() / step);
            high = std::max(high, price.raw() / step);
        }
        chart.x = dateAxis(row->closes.front().first, row->closes.back().first, view.language);
        chart.y = moneyAxis(low, high, Currency::literal("USD"));
        chart.series = {std::move(series)};
        blocks.push_back(std::move(chart));
    }
    for (auto& block : proseOf(facts.body))
        blocks.push_back(std::move(block));
    if (!facts.news.empty()) {
        Table table;
        table.continued = view.say(Text::Continued);
        table.columns = {{view.say("Day", "日期"), {}, Align::Left, 18}, {view.say("Headline", "标题"), {}, Align::Left, 82}};
        for (const auto& [date, title] : facts.news)
            table.rows.push_back({RowStyle::Normal, {{view.day(date), {}}, {title, {}}}});
        blocks.push_back(Heading{2, view.say("News", "相关新闻"), {}, false});
        blocks.push_back(std::move(table));
    }
    return blocks;
}

Blocks researchNotesSection(const ReportView& view)
{
    Footnotes notes;
    if (view.data.simulated)
        notes.notes.push_back(view.say(Text::NoteSimulated));
    notes.notes.push_back(view.say("The note is its author's view on the day it was written; prices are stored closes. The firm and its clients may hold what it speaks of.", "本报告为作者于成文日的观点；价格为已存收盘价。本公司及其客户可能持有所述证券。"));
    return {Heading{1, view.say(Text::Notes), {}, false}, std::move(notes)};
}

} // namespace rialto::reports
