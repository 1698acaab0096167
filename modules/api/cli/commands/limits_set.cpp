// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_subject.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct LimitOptions {
    std::string subject;
    std::string kind;
    std::string value;
    bool lift = false;
    std::string by = "local";
};

int setLimit(Context& context, const LimitOptions& options)
{
    if (options.lift != options.value.empty())
        return context.fail(invalid("risk.limit-value", "say a value, or --lift"));
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto key = limitKeyFrom(options.subject, options.kind, *services.book());
    if (!key)
        return context.fail(key.error());
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(RecordDesk{DeskRecordKind::Limit, key->text(), options.value, options.by}, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    const std::string unit(unitOf(key->kind));
    return context.ok({{"subject", options.subject}, {"kind", options.kind}, {"value", options.lift ? Json() : Json(options.value)}, {"unit", unit}, {"changed", !reply->repeated}},
        options.lift ? fmt::format("{} {}: no limit any more", options.subject, options.kind)
                     : fmt::format("{} {}: {} {}", options.subject, options.kind, options.value, unit));
}

} // namespace

Command limitsSetCommand()
{
    return {{"limits", "set"}, "Set or lift a pre-trade limit of the firm, a user, an account, a client or an instrument",
        {"rialtoctl limits set firm notional 1000000", "rialtoctl limits set account:A-1001-1 open-orders 20", "rialtoctl limits set instrument:MERI collar 50",
            "rialtoctl limits set user:ada rate 5 --by chief", "rialtoctl limits set account:A-1001-1 open-orders --lift"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<LimitOptions>();
            app.add_option("subject", options->subject, "firm, user:NAME, account:NUMBER, client:NUMBER or instrument:SYMBOL")->required();
            std::vector<std::string> kinds;
            for (int i = 0; i < kLimitKinds; ++i)
                kinds.emplace_back(name(static_cast<LimitKind>(i)));
            app.add_option("kind", options->kind,
                   "size, position, short (units); notional, day-notional, position-value, loss (money, in whole units of the contract currency); rate (orders a second); "
                   "collar, concentration (per mille); open-orders; duplicate (seconds)")
                ->required()->check(CLI::IsMember(kinds));
            app.add_option("value", options->value, "A whole number");
            app.add_flag("--lift", options->lift, "No limit any more");
            app.add_option("--by", options->by, "Who decides")->capture_default_str();
            return [options](Context& context) { return setLimit(context, *options); };
        }};
}

} // namespace rialto::cli
