// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_options.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct GroupOptions {
    std::string account;
    std::string symbol;
    std::string link;
    std::vector<std::string> legs;
    std::string id;
    int wait = 10;
};

int placeGroup(Context& context, const GroupOptions& options)
{
    PlaceGroup group;
    const auto link = parseLink(options.link);
    if (!link)
        return context.fail(link.error());
    group.link = *link;
    for (const auto& text : options.legs) {
        auto leg = parseLeg(text);
        if (!leg)
            return context.fail(leg.error());
        group.orders.push_back(std::move(*leg));
    }
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto account = accountByNumber(*services.book(), options.account);
    const auto instrument = instrumentBySymbol(*services.book(), options.symbol);
    if (!account)
        return context.fail(account.error());
    if (!instrument)
        return context.fail(instrument.error());
    group.commandId = options.id.empty() ? AppServices::newCommandId() : options.id;
    for (OrderRequest& order : group.orders) {
        order.account = *account;
        order.instrument = instrument->id;
        order.terms.user = context.user;
    }
    const std::string id = group.commandId;
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(std::move(group), [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    if (const auto waited = waitForOrder(services, reply->order, options.wait); !waited)
        return context.fail(waited.error());
    const auto book = services.book();
    Json orders = Json::array();
    std::string text = fmt::format("{} group {}{}\n", options.link, id, reply->repeated ? " (was placed before)" : "");
    for (const Order& order : book->orders) {
        if (order.request.terms.group != id)
            continue;
        orders.push_back(cli::toJson(order, *book));
        text += fmt::format("  order {} {} {} {}: {}, filled {}\n", order.id.value, name(order.request.side), order.request.quantity.text(),
            name(order.request.type), name(order.state), order.filled.text());
    }
    return context.ok({{"group", id}, {"link", options.link}, {"repeated", reply->repeated}, {"notes", reply->notes}, {"orders", orders}},
        text + noteText(reply->notes));
}

} // namespace

Command orderGroupCommand()
{
    return {{"order", "group"}, "Place orders that hang together: one cancels the other, one triggers the others, or a bracket",
        {"rialtoctl order group --account A-1001-1 --symbol MERI --link oco --leg 'sell 100 limit 45.00' --leg 'sell 100 stop 39.50'",
            "rialtoctl order group --account A-1001-1 --symbol MERI --link bracket --leg 'buy 100 limit 41.20' --leg 'sell 100 limit 45.00 gtc' --leg 'sell 100 trailing-stop 1.5% gtc' --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<GroupOptions>();
            app.add_option("--account", options->account, "Account number")->required();
            app.add_option("--symbol", options->symbol, "Instrument")->required();
            app.add_option("--link", options->link, "oco, oto or bracket")->required()->check(CLI::IsMember({"oco", "oto", "bracket"}));
            app.add_option("--leg", options->legs, "One order: 'SIDE QUANTITY TYPE [TRIGGER] [limit PRICE] [TIF]'; the parent of oto and bracket first")
                ->required()->take_all()->allow_extra_args(false);
            app.add_option("--id", options->id, "Your key, at most 40 characters: the same key never places a second group");
            app.add_option("--wait", options->wait, "Venue seconds to wait for the end of the first order")->check(CLI::Range(0, 86400))->capture_default_str();
            return [options](Context& context) { return placeGroup(context, *options); };
        }};
}

} // namespace rialto::cli
