// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_options.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int cancel(Context& context, std::uint64_t id)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    Result<Reply> reply = unavailable("cli.no-answer");
    services.cancelOrder(OrderId(id), [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    if (const auto advanced = services.advanceTo(services.hostTime() + 2 * kNanosPerSecond); !advanced)
        return context.fail(advanced.error());
    const auto book = services.book();
    const Order order = orderIn(*book, OrderId(id));
    return context.ok(toJson(order, *book), fmt::format("order {}: {}, filled {} of {}", id, name(order.state), order.filled.text(),
                                                 order.request.quantity.text()));
}

} // namespace

Command orderCancelCommand()
{
    return {{"order", "cancel"}, "Cancel a working order", {"rialtoctl order cancel 12"}, [](CLI::App& app) -> Action {
                auto id = std::make_shared<std::uint64_t>(0);
                app.add_option("id", *id, "Order number, as 'order list' shows it")->required();
                return [id](Context& context) { return cancel(context, *id); };
            }};
}

} // namespace rialto::cli
