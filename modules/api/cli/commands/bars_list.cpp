// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "domain/date.h"
#include "market/bar_store.h"

namespace rialto::cli {

namespace {

int list(Context& context)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto store = session->openBars();
    if (!store)
        return context.fail(store.error());
    const auto series = (*store)->series();
    if (!series)
        return context.fail(series.error());
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& each : *series) {
        const std::string first = each.count == 0 ? "" : isoUtc(each.first);
        const std::string last = each.count == 0 ? "" : isoUtc(each.last);
        const std::string interval(name(each.key.interval));
        rows.push_back({{"symbol", each.key.symbol}, {"interval", interval}, {"source", each.key.source}, {"bars", each.count}, {"first", first}, {"last", last}});
        cells.push_back({each.key.symbol, interval, each.key.source, std::to_string(each.count), first, last});
    }
    return context.ok({{"series", rows}}, table({"symbol", "interval", "source", "bars", "first (UTC)", "last (UTC)"}, cells));
}

} // namespace

Command barsListCommand()
{
    return {{"bars", "list"}, "List the series of bars that are stored", {"rialtoctl bars list", "rialtoctl bars list --json"}, [](CLI::App&) -> Action {
                return [](Context& context) { return list(context); };
            }};
}

} // namespace rialto::cli
