// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct KillOptions {
    std::string position;
    std::string account;
    std::string reason;
    std::string by = "local";
    int wait = 5;
};

int throwSwitch(Context& context, const KillOptions& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    if (!options.account.empty())
        if (const auto account = accountByNumber(*services.book(), options.account); !account)
            return context.fail(account.error());
    const bool on = options.position == "on";
    const std::string scope = options.account.empty() ? "firm" : "account:" + options.account;
    const auto open = [&] {
        std::size_t count = 0;
        for (const Order& order : services.book()->orders)
            count += order.open() && (options.account.empty() || services.book()->account(order.request.account)->number == options.account) ? 1U : 0U;
        return count;
    };
    const std::size_t before = open();
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(RecordDesk{DeskRecordKind::KillSwitch, scope, options.position + (options.reason.empty() ? "" : " " + options.reason), options.by},
        [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    const Timestamp deadline = services.session().venueTime + options.wait * kNanosPerSecond;
    while (on && open() > 0 && services.session().venueTime < deadline)
        if (const auto advanced = services.advanceTo(services.hostTime() + 100 * kNanosPerMilli); !advanced)
            return context.fail(advanced.error());
    const std::size_t after = open();
    return context.ok({{"scope", scope}, {"on", on}, {"changed", !reply->repeated}, {"openBefore", before}, {"openAfter", after}},
        on ? fmt::format("kill switch ON for {}: {} open orders before, {} now; new orders are refused until 'rialtoctl kill off'", scope, before, after)
           : fmt::format("kill switch off for {}: orders are taken again", scope));
}

} // namespace

Command killCommand()
{
    return {{"kill"}, "Kill switch: cancel every open order, here and at the broker, and take no new ones until it is off",
        {"rialtoctl kill on --reason 'runaway algorithm'", "rialtoctl kill on --account A-1001-1", "rialtoctl kill off --by chief"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<KillOptions>();
            app.add_option("position", options->position, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
            app.add_option("--account", options->account, "Only this account (default: the whole firm)");
            app.add_option("--reason", options->reason, "Why, for the audit log");
            app.add_option("--by", options->by, "Who does it")->capture_default_str();
            app.add_option("--wait", options->wait, "Venue seconds to wait for the broker's word")->check(CLI::Range(0, 3600))->capture_default_str();
            return [options](Context& context) { return throwSwitch(context, *options); };
        }};
}

} // namespace rialto::cli
