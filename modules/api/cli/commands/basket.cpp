// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/order_options.h"
#include "api/cli/text_file.h"
#include "oms/basket.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

struct BasketOptions {
    std::string file;
    bool place = false;
    bool partly = false;
    std::string id;
    int wait = 10;
};

int runBasket(Context& context, const BasketOptions& options)
{
    const auto text = readTextFile(options.file);
    if (!text)
        return context.fail(text.error());
    auto rows = parseBasket(*text);
    if (!rows)
        return context.fail(Error{rows.error().kind, rows.error().code, options.file + ": " + rows.error().detail});
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto book = services.book();
    const std::string id = options.id.empty() ? AppServices::newCommandId() : options.id;
    for (BasketRow& row : *rows) {
        row.request.commandId = id + "-" + std::to_string(row.line);
        row.request.terms.strategy = "basket " + id;
        row.request.terms.user = context.user;
        if (!row.error.empty())
            continue;
        const auto account = accountByNumber(*book, row.account);
        const auto instrument = instrumentBySymbol(*book, row.symbol);
        if (!account || !instrument) {
            row.error = !account ? "account '" + row.account.substr(0, 40) + "' is not in the book" : "symbol '" + row.symbol.substr(0, 40) + "' is not in the book";
            continue;
        }
        row.request.account = *account;
        row.request.instrument = instrument->id;
        const bool placedBefore = std::any_of(book->orders.begin(), book->orders.end(), [&](const Order& each) { return each.request.commandId == row.request.commandId; });
        services.preview(row.request, [&](const OrderPreview& preview) {
            if (!preview.refusals.empty() && !placedBefore)
                row.error = preview.refusals.front().code + (preview.refusals.front().detail.empty() ? "" : ": " + preview.refusals.front().detail);
        });
    }
    const auto bad = static_cast<std::size_t>(std::count_if(rows->begin(), rows->end(), [](const BasketRow& row) { return !row.error.empty(); }));
    const bool placing = options.place && (bad == 0 || options.partly);
    std::vector<Reply> replies;
    Result<void> placed;
    if (placing) {
        std::vector<EngineHost::Body> bodies;
        for (const BasketRow& row : *rows)
            if (row.error.empty())
                bodies.emplace_back(PlaceOrder{row.request});
        services.program(std::move(bodies), [&](const Result<std::vector<Reply>>& answer) {
            if (answer)
                replies = *answer;
            else
                placed = answer.error();
        });
        if (!placed)
            return context.fail(placed.error());
        for (const Reply& reply : replies)
            if (reply.accepted)
                if (const auto waited = waitForOrder(services, reply.order, options.wait); !waited)
                    return context.fail(waited.error());
    }
    const auto now = services.book();
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    std::size_t reply = 0;
    std::size_t refused = 0;
    for (const BasketRow& row : *rows) {
        std::string state = row.error.empty() ? "ready" : "wrong";
        std::string why = row.error;
        Json order;
        if (placing && row.error.empty()) {
            const Reply& answer = replies[reply++];
            refused += answer.accepted ? 0U : 1U;
            if (answer.order.valid()) {
                const Order kept = orderIn(*now, answer.order);
                order = toJson(kept, *now);
                state = name(kept.state);
            }
            if (!answer.accepted)
                why = answer.refusals.empty() ? "refused" : answer.refusals.front().code;
        }
        list.push_back({{"line", row.line}, {"account", row.account}, {"symbol", row.symbol}, {"side", name(row.request.side)},
            {"quantity", row.request.quantity.text()}, {"type", name(row.request.type)}, {"state", state}, {"error", why.empty() ? Json() : Json(why)}, {"order", order}});
        cells.push_back({std::to_string(row.line), row.account, row.symbol, std::string(name(row.request.side)), row.request.quantity.text(),
            std::string(name(row.request.type)), state, why});
    }
    const std::string summary = placing ? fmt::format("{} placed, {} refused, {} left out", replies.size() - refused, refused, bad)
                                        : fmt::format("{} ready, {} wrong{}", rows->size() - bad, bad, options.place && bad > 0 ? "; nothing was placed (--partly places the others)" : "");
    const int code = context.ok({{"basket", id}, {"placed", placing}, {"rows", list}, {"wrong", bad}, {"refused", refused}},
        table({"line", "account", "symbol", "side", "quantity", "type", "state", "error"}, cells) + summary);
    return bad + refused > 0 && !(options.partly && refused == 0) ? kFailed : code;
}

} // namespace

Command basketCommand()
{
    return {{"basket"}, "Check a list of orders in a CSV file, and place it as one",
        {"rialtoctl basket orders.csv", "rialtoctl basket orders.csv --place --id monday-1", "rialtoctl basket orders.csv --place --partly --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<BasketOptions>();
            app.add_option("file", options->file, "CSV with a header: account, symbol, side, quantity, and type, limit, trigger, trail, tif, good till, display")->required();
            app.add_flag("--place", options->place, "Place it; without this it is only checked");
            app.add_flag("--partly", options->partly, "Place what is right and leave out what is wrong");
            app.add_option("--id", options->id, "Your key: the same key and line never place a second order");
            app.add_option("--wait", options->wait, "Venue seconds to wait for the end of the orders")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return runBasket(context, *options); };
        }};
}

} // namespace rialto::cli
