// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/fx_input.h"

#include <algorithm>

namespace rialto::cli {

namespace {

int showCrosses(Context& context, const FxArguments& arguments, std::vector<std::string> codes)
{
    if (codes.size() == 1)
        if (const auto pair = fxPair(codes.front()))
            codes = {pair->first, pair->second};
    const auto day = optionalDate(arguments.date);
    if (!day)
        return context.fail(day.error());
    const auto fixings = fxFixings(context, arguments, *day);
    if (!fixings)
        return context.fail(fixings.error());
    const Date asked = day->value_or(newestDay(*fixings).value_or(Date()));
    Json rows = Json::array();
    std::vector<std::string> header{""};
    header.insert(header.end(), codes.begin(), codes.end());
    std::vector<std::vector<std::string>> cells;
    std::string used;
    for (const auto& from : codes) {
        cells.push_back({from});
        for (const auto& to : codes) {
            if (from == to) {
                cells.back().push_back("1");
                continue;
            }
            const auto rate = research::crossRate(*fixings, from, to, asked, dayRule(arguments.rule));
            if (!rate)
                return context.fail(rate.error());
            rows.push_back(crossJson(*rate, from, to, arguments.rule));
            cells.back().push_back(rate->rate.text());
            used = rate->used.text();
        }
    }
    return context.ok(Json{{"date", asked.text()}, {"rule", arguments.rule}, {"rates", rows}}, table(header, cells) + "fixing of " + used);
}

} // namespace

Command fxCrossCommand()
{
    return {{"fx", "cross"}, "All crosses between some currencies by the fixings of a day", {"rialtoctl fx cross USD JPY GBP --date 2017-02-28 --input eurofxref-hist.xml --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<FxArguments>();
            auto codes = std::make_shared<std::vector<std::string>>();
            app.add_option("currencies", *codes, "Currencies, or one pair")->required();
            addFxOptions(app, *given);
            return [given, codes](Context& context) { return showCrosses(context, *given, *codes); };
        }};
}

} // namespace rialto::cli
