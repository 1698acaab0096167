// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

struct Options {
    std::string account;
    std::string symbol;
    std::string side;
    std::string quantity;
    std::string type = "limit";
    std::string limit;
    std::string tif = "day";
    std::string id;
    int wait = 10;
};

Result<OrderRequest> requestFrom(const Options& options, const BookSnapshot& book)
{
    OrderRequest request;
    const auto account = accountByNumber(book, options.account);
    const auto instrument = instrumentBySymbol(book, options.symbol);
    const auto side = parseSide(options.side);
    const auto type = parseOrderType(options.type);
    const auto tif = parseTimeInForce(options.tif);
    const auto quantity = Quantity::parse(options.quantity);
    const auto limit = Price::parse(options.limit.empty() ? "0" : options.limit);
    if (!account)
        return account.error();
    if (!instrument)
        return instrument.error();
    if (!side)
        return side.error();
    if (!type)
        return type.error();
    if (!tif)
        return tif.error();
    if (!quantity)
        return quantity.error();
    if (!limit)
        return limit.error();
    request.commandId = options.id.empty() ? AppServices::newCommandId() : options.id;
    request.account = *account;
    request.instrument = instrument->id;
    request.side = *side;
    request.type = *type;
    request.tif = *tif;
    request.quantity = *quantity;
    request.limit = *limit;
    return request;
}

int place(Context& context, const Options& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto request = requestFrom(options, *services.book());
    if (!request)
        return context.fail(request.error());
    Result<Reply> reply = unavailable("cli.no-answer");
    services.placeOrder(*request, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    const auto orderNow = [&]() {
        const auto now = services.book();
        const auto found = std::find_if(now->orders.begin(), now->orders.end(), [&](const Order& each) { return each.id == reply->order; });
        return found == now->orders.end() ? Order{} : *found;
    };
    const Timestamp deadline = services.session().venueTime + options.wait * kNanosPerSecond;
    while (orderNow().open() && services.session().venueTime < deadline)
        if (const auto advanced = services.advanceTo(services.hostTime() + 200 * kNanosPerMilli); !advanced)
            return context.fail(advanced.error());
    const auto book = services.book();
    const Order order = orderNow();
    Json json = toJson(order, *book);
    json["repeated"] = reply->repeated;
    return context.ok(json, fmt::format("order {} {} {} {} {}: {}, filled {} of {}{}", order.id.value, name(order.request.side),
        order.request.quantity.text(), options.symbol, order.request.type == OrderType::Limit ? "at " + order.request.limit.text() : "at market",
        name(order.state), order.filled.text(), order.request.quantity.text(), reply->repeated ? " (this id was placed before)" : ""));
}

} // namespace

Command orderPlaceCommand()
{
    return {{"order", "place"}, "Place an order and let the market run until it is done or the wait is over",
        {"rialtoctl order place --account A-1001-1 --symbol MERI --side buy --quantity 100 --type market",
            "rialtoctl order place --account A-1001-1 --symbol MERI --side sell --quantity 50 --limit 41.20 --id my-key-1 --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<Options>();
            app.add_option("--account", options->account, "Account number")->required();
            app.add_option("--symbol", options->symbol, "Instrument")->required();
            app.add_option("--side", options->side, "buy or sell")->required()->check(CLI::IsMember({"buy", "sell"}));
            app.add_option("--quantity", options->quantity, "Shares, contracts or nominal")->required();
            app.add_option("--type", options->type, "limit or market")->check(CLI::IsMember({"limit", "market"}))->capture_default_str();
            app.add_option("--limit", options->limit, "Limit price");
            app.add_option("--tif", options->tif, "day, gtc, ioc or fok")->check(CLI::IsMember({"day", "gtc", "ioc", "fok"}))->capture_default_str();
            app.add_option("--id", options->id, "Your key: the same key never places a second order");
            app.add_option("--wait", options->wait, "Venue seconds to wait for the end of the order")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return place(context, *options); };
        }};
}

} // namespace rialto::cli
