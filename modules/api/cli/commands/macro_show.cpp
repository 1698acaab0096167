// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/research_input.h"

#include <algorithm>
#include <set>

namespace rialto::cli {

namespace {

struct MacroArguments {
    std::string id;
    std::vector<std::string> files;
    std::string asKnown;
    std::string from;
    std::string to;
    bool vintages = false;
};

Result<research::Series> chosen(std::vector<research::Series> list, const std::string& id)
{
    if (id.empty() && list.size() == 1)
        return std::move(list.front());
    std::string names;
    for (auto& each : list) {
        if (each.id == id || each.source + ":" + each.id == id)
            return std::move(each);
        if (names.size() < 300)
            names += (names.empty() ? "" : ", ") + each.id;
    }
    return notFound("research.series-unknown", (id.empty() ? std::string("name one of the series") : id + " is not among the series") + (names.empty() ? "" : ": " + names));
}

Result<research::Series> findSeries(Context& context, const MacroArguments& arguments)
{
    if (!arguments.files.empty()) {
        auto harvest = readResearchFiles(arguments.files);
        if (!harvest)
            return harvest.error();
        return chosen(std::move(harvest->series), arguments.id);
    }
    std::unique_ptr<BookSession> session;
    auto desk = openDesk(context, session);
    if (!desk)
        return desk.error();
    auto heads = (*desk)->seriesList();
    if (!heads)
        return heads.error();
    const auto head = chosen(std::move(*heads), arguments.id);
    if (!head)
        return head.error();
    return (*desk)->series(head->source, head->id);
}

int showMacro(Context& context, const MacroArguments& arguments)
{
    const auto known = optionalDate(arguments.asKnown);
    const auto from = optionalDate(arguments.from);
    const auto to = optionalDate(arguments.to);
    for (const auto* each : {&known, &from, &to})
        if (!*each)
            return context.fail(each->error());
    const auto series = findSeries(context, arguments);
    if (!series)
        return context.fail(series.error());
    std::set<std::int32_t> vintages;
    for (const auto& each : series->observations)
        if (each.knownFrom != research::kAlwaysKnown)
            vintages.insert(each.knownFrom.days);
    const auto shown = arguments.vintages ? series->observations : research::asKnown(series->observations, *known);
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& each : shown) {
        if ((from->has_value() && each.date < **from) || (to->has_value() && each.date > **to))
            continue;
        const Json value = each.value ? Json(each.value->text()) : Json(nullptr);
        rows.push_back({{"date", each.date.text()}, {"value", value}, {"knownFrom", vintageJson(each.knownFrom)}, {"knownTo", vintageJson(each.knownTo)}});
        cells.push_back({each.date.text(), each.value ? each.value->text() : ".", each.knownFrom == research::kAlwaysKnown ? "" : each.knownFrom.text()});
    }
    Json document{{"series", {{"id", series->id}, {"source", series->source}, {"title", series->title}, {"unit", series->unit}, {"frequency", series->frequency}}},
        {"asKnown", known->has_value() ? Json((*known)->text()) : Json(nullptr)}, {"vintages", vintages.size()}, {"count", rows.size()}, {"observations", rows},
        {"method", vintages.empty() ? "the file has no vintages: its values count as known always"
                                    : "for each date the newest value whose vintage had begun by the day asked for and had not ended"}};
    return context.ok(document, table({"date", "value", "known from"}, cells));
}

} // namespace

Command macroShowCommand()
{
    return {{"macro", "show"}, "A series of statistics, as known today or on any day",
        {"rialtoctl macro show GDP --as-known 2014-08-29 --book mybook", "rialtoctl macro show --input GDP_vintages.json --as-known 2014-08-29 --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<MacroArguments>();
            app.add_option("series", given->id, "Its id, or source:id; not needed when there is only one");
            app.add_option("--input", given->files, "Files to read in place of the book");
            app.add_option("--as-known", given->asKnown, "Show what was known on that day, YYYY-MM-DD");
            app.add_option("--from", given->from, "First date, YYYY-MM-DD");
            app.add_option("--to", given->to, "Last date, YYYY-MM-DD");
            app.add_flag("--all-vintages", given->vintages, "Every vintage of every date");
            return [given](Context& context) { return showMacro(context, *given); };
        }};
}

} // namespace rialto::cli
