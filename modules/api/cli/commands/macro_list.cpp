// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/research_input.h"

#include <ostream>

namespace rialto::cli {

namespace {

int listMacro(Context& context, const std::vector<std::string>& files)
{
    std::vector<research::Series> list;
    if (!files.empty()) {
        auto harvest = readResearchFiles(files);
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
        for (const auto& head : *heads) {
            auto series = (*desk)->series(head.source, head.id);
            if (!series)
                return context.fail(series.error());
            list.push_back(std::move(*series));
        }
    }
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& each : list) {
        const bool any = !each.observations.empty();
        Json row{{"id", each.id}, {"source", each.source}, {"title", each.title}, {"unit", each.unit}, {"frequency", each.frequency}, {"observations", each.observations.size()}};
        row["first"] = any ? Json(each.observations.front().date.text()) : Json(nullptr);
        row["last"] = any ? Json(each.observations.back().date.text()) : Json(nullptr);
        rows.push_back(std::move(row));
        cells.push_back({each.id, each.source, each.frequency, std::to_string(each.observations.size()), any ? each.observations.front().date.text() : "", any ? each.observations.back().date.text() : "", each.title});
    }
    return context.ok(Json{{"series", rows}}, cells.empty() ? "no series" : table({"series", "source", "freq", "count", "first", "last", "title"}, cells));
}

} // namespace

Command macroListCommand()
{
    return {{"macro", "list"}, "The series of statistics in the book or in files", {"rialtoctl macro list --book mybook", "rialtoctl macro list --input GDP.json --json"},
        [](CLI::App& app) -> Action {
            auto files = std::make_shared<std::vector<std::string>>();
            app.add_option("--input", *files, "Files to read in place of the book: FRED, World Bank, SDMX, Treasury, tables");
            return [files](Context& context) { return listMacro(context, *files); };
        }};
}

} // namespace rialto::cli
