// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

namespace rialto::cli {

namespace {

int list(Context& context, bool openOnly)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    const auto book = session->services().book();
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& order : book->orders) {
        if (openOnly && !order.open())
            continue;
        const Json row = toJson(order, *book);
        rows.push_back(row);
        cells.push_back({std::to_string(order.id.value), isoUtc(order.createdAt), row["account"], row["symbol"], row["side"], row["type"],
            order.request.quantity.text(), needsLimit(order.request.type) ? order.request.limit.text() : "", row["state"],
            order.filled.text(), row["averagePrice"], order.reason});
    }
    return context.ok({{"orders", rows}},
        table({"id", "created (UTC)", "account", "symbol", "side", "type", "quantity", "limit", "state", "filled", "average", "reason"}, cells));
}

} // namespace

Command orderListCommand()
{
    return {{"order", "list"}, "List the orders of the book", {"rialtoctl order list --open", "rialtoctl order list --json"},
        [](CLI::App& app) -> Action {
            auto openOnly = std::make_shared<bool>(false);
            app.add_flag("--open", *openOnly, "Only orders that still work");
            return [openOnly](Context& context) { return list(context, *openOnly); };
        }};
}

} // namespace rialto::cli
