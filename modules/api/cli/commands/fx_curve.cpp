// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/research_input.h"
#include "research/fixing.h"

#include <algorithm>
#include <map>

namespace rialto::cli {

namespace {

struct CurveArguments {
    std::vector<std::string> files;
    std::string date;
    std::string at;
};

/// The tenor in a series' id: "UST.10Y", "DGS10", "tcm10y", "UST.1.5M" (none).
std::optional<int> tenorOf(const std::string& id)
{
    if (id.starts_with("UST.")) {
        const std::string tenor = id.substr(4);
        return tenor.find('.') == std::string::npos ? research::tenorMonths(tenor) : std::nullopt;
    }
    return research::tenorMonths(id);
}

int showCurve(Context& context, const CurveArguments& arguments)
{
    const auto day = optionalDate(arguments.date);
    if (!day)
        return context.fail(day.error());
    std::vector<research::Series> list;
    if (!arguments.files.empty()) {
        auto harvest = readResearchFiles(arguments.files);
        if (!harvest)
            return context.fail(harvest.error());
        list = std::move(harvest->series);
    } else {
        std::unique_ptr<BookSession> session;
        auto desk = openDesk(context, session);
        if (!desk)
            return context.fail(desk.error());
        auto heads = (*desk)->seriesList();
        if (!heads)
            return context.fail(heads.error());
        for (const auto& head : *heads)
            if (tenorOf(head.id)) {
                auto series = (*desk)->series(head.source, head.id);
                if (!series)
                    return context.fail(series.error());
                list.push_back(std::move(*series));
            }
    }
    // The curve is of one day: the newest on or before the day asked for on which any tenor has a yield.
    std::map<Date, std::map<int, Decimal>, std::less<>> curves;
    for (const auto& series : list) {
        const int months = tenorOf(series.id).value_or(0);
        if (months == 0)
            continue;
        for (const auto& each : research::asKnown(series.observations, std::nullopt))
            if (each.value && (!day->has_value() || each.date <= **day))
                curves[each.date].insert_or_assign(months, *each.value);
    }
    if (curves.empty())
        return context.fail(notFound("research.curve-unknown", "no yields by tenor" + (day->has_value() ? " on or before " + (*day)->text() : std::string())
                + "; import a Treasury yield curve file or series such as DGS10"));
    const auto& [date, curve] = *curves.rbegin();
    Json points = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& [months, yield] : curve) {
        points.push_back({{"tenor", research::tenorName(months)}, {"months", months}, {"yieldPercent", yield.text()}});
        cells.push_back({research::tenorName(months), yield.text()});
    }
    Json document{{"date", day->has_value() ? Json((*day)->text()) : Json(nullptr)}, {"curveDate", date.text()}, {"points", points}, {"method", "yields in percent a year, as published; the newest curve on or before the day"}};
    std::string text = "curve of " + date.text() + "\n" + table({"tenor", "yield %"}, cells);
    if (!arguments.at.empty()) {
        const auto months = research::tenorMonths(arguments.at);
        if (!months)
            return context.fail(invalid("cli.tenor", arguments.at + " is no tenor; write 18M or 7Y"));
        const auto above = curve.lower_bound(*months);
        if (above == curve.end() || (above == curve.begin() && above->first != *months))
            return context.fail(notFound("research.curve-unknown", arguments.at + " lies outside the curve of " + date.text()));
        Decimal yield = above->second;
        if (above->first != *months) {
            const auto below = std::prev(above);
            // below + (above - below) x part / whole, rounded half even to six places.
            const auto span = above->second.minus(below->second);
            const auto part = span ? span->times(Decimal::of(*months - below->first)) : std::nullopt;
            const auto share = part ? part->dividedBy(Decimal::of(above->first - below->first), 6, Rounding::HalfEven) : std::nullopt;
            const auto sum = share ? below->second.plus(*share) : std::nullopt;
            if (!sum)
                return context.fail(invalid("research.fx-range", "the yields of the curve do not fit"));
            yield = *sum;
        }
        document["at"] = {{"tenor", arguments.at}, {"yieldPercent", yield.text()}, {"method", "linear between neighbouring tenors, by months"}};
        text += arguments.at + " " + yield.text() + " (linear)";
    }
    return context.ok(document, text);
}

} // namespace

Command fxCurveCommand()
{
    return {{"fx", "curve"}, "A yield curve of any day, with the yield at any tenor",
        {"rialtoctl fx curve --date 2024-06-28 --book mybook", "rialtoctl fx curve --input daily-treasury-rates.csv --date 2024-06-28 --at 4Y --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<CurveArguments>();
            app.add_option("--input", given->files, "Files to read in place of the book: Treasury XML or CSV, FRED series by tenor");
            app.add_option("--date", given->date, "The day, YYYY-MM-DD; default: the newest there is");
            app.add_option("--at", given->at, "A tenor between those of the curve: 18M, 7Y");
            return [given](Context& context) { return showCurve(context, *given); };
        }};
}

} // namespace rialto::cli
