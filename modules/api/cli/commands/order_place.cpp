// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_options.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

struct PlaceOptions {
    std::string account;
    std::string symbol;
    std::string side;
    std::string quantity;
    OrderOptions order;
    std::string target;
    std::string stopLoss;
    std::string id;
    int wait = 10;
};

Result<OrderRequest> placeRequestFrom(const PlaceOptions& options, const BookSnapshot& book)
{
    OrderRequest request;
    const auto account = accountByNumber(book, options.account);
    const auto instrument = instrumentBySymbol(book, options.symbol);
    const auto side = parseSide(options.side);
    const auto quantity = Quantity::parse(options.quantity);
    if (!account)
        return account.error();
    if (!instrument)
        return instrument.error();
    if (!side)
        return side.error();
    if (!quantity)
        return quantity.error();
    request.commandId = options.id.empty() ? AppServices::newCommandId() : options.id;
    request.account = *account;
    request.instrument = instrument->id;
    request.side = *side;
    request.quantity = *quantity;
    if (const auto applied = applyOrderOptions(options.order, request); !applied)
        return applied.error();
    return request;
}

// The order with a target, a stop, or both: a group whose parent it is.
Result<EngineHost::Body> placeBodyFrom(const PlaceOptions& options, OrderRequest request)
{
    if (options.target.empty() && options.stopLoss.empty())
        return EngineHost::Body(PlaceOrder{std::move(request)});
    PlaceGroup group{request.commandId, options.target.empty() || options.stopLoss.empty() ? Link::Oto : Link::Bracket, {request}};
    OrderRequest out = request;
    out.side = request.side == Side::Buy ? Side::Sell : Side::Buy;
    out.tif = TimeInForce::Gtc;
    out.limit = Price();
    out.terms = OrderTerms();
    out.terms.user = request.terms.user;
    if (!options.target.empty()) {
        const auto price = Price::parse(options.target);
        if (!price)
            return price.error();
        OrderRequest target = out;
        target.type = OrderType::Limit;
        target.limit = *price;
        group.orders.push_back(std::move(target));
    }
    if (!options.stopLoss.empty()) {
        const auto price = Price::parse(options.stopLoss);
        if (!price)
            return price.error();
        OrderRequest stop = out;
        stop.type = OrderType::Stop;
        stop.terms.trigger = *price;
        group.orders.push_back(std::move(stop));
    }
    return EngineHost::Body(std::move(group));
}

std::string termsText(const OrderRequest& request)
{
    std::string text(name(request.type));
    if (!request.terms.trigger.isZero())
        text += " at " + request.terms.trigger.text();
    if (!request.limit.isZero())
        text += (request.type == OrderType::Limit ? " " : " limit ") + request.limit.text();
    return text;
}

int placeOrder(Context& context, const PlaceOptions& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    auto request = placeRequestFrom(options, *services.book());
    if (!request)
        return context.fail(request.error());
    request->terms.user = context.user; // limits by user; behind a lock the services sign it themselves
    auto body = placeBodyFrom(options, *request);
    if (!body)
        return context.fail(body.error());
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(std::move(*body), [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    if (const auto waited = waitForOrder(services, reply->order, options.wait); !waited)
        return context.fail(waited.error());
    const auto book = services.book();
    const Order order = orderIn(*book, reply->order);
    Json json = toJson(order, *book);
    json["repeated"] = reply->repeated;
    json["notes"] = reply->notes;
    json["warnings"] = Json::array();
    std::string warnings;
    for (const auto& warning : reply->warnings) {
        json["warnings"].push_back({{"code", warning.code}, {"detail", warning.detail}});
        warnings += "\nagainst a guideline of the client's mandate: " + warning.detail;
    }
    return context.ok(json, fmt::format("order {} {} {} {} {}: {}, filled {} of {}{}{}{}", order.id.value, name(order.request.side),
        order.request.quantity.text(), options.symbol, termsText(order.request), name(order.state), order.filled.text(),
        order.request.quantity.text(), reply->repeated ? " (this id was placed before)" : "", noteText(reply->notes), warnings));
}

} // namespace

Command orderPlaceCommand()
{
    return {{"order", "place"}, "Place an order and let the market run until it is done or the wait is over",
        {"rialtoctl order place --account A-1001-1 --symbol MERI --side buy --quantity 100 --type market",
            "rialtoctl order place --account A-1001-1 --symbol MERI --side sell --quantity 50 --limit 41.20 --id my-key-1 --json",
            "rialtoctl order place --account A-1001-1 --symbol MERI --side sell --quantity 50 --type trailing-stop --trail 1.5% --tif gtc",
            "rialtoctl order place --account A-1001-1 --symbol MERI --side buy --quantity 100 --limit 41.20 --target 45.00 --stop-loss 39.50"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<PlaceOptions>();
            app.add_option("--account", options->account, "Account number")->required();
            app.add_option("--symbol", options->symbol, "Instrument")->required();
            app.add_option("--side", options->side, "buy or sell")->required()->check(CLI::IsMember({"buy", "sell"}));
            app.add_option("--quantity", options->quantity, "Shares, contracts or nominal")->required();
            addOrderOptions(app, options->order);
            app.add_option("--target", options->target, "Once it has traded: leave again at this limit (good till cancelled)");
            app.add_option("--stop-loss", options->stopLoss, "Once it has traded: leave when the market comes to this price; one of the two cancels the other");
            app.add_option("--id", options->id, "Your key: the same key never places a second order");
            app.add_option("--wait", options->wait, "Venue seconds to wait for the end of the order")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return placeOrder(context, *options); };
        }};
}

} // namespace rialto::cli
