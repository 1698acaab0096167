// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

namespace {

struct PolicyOptions {
    std::string orders;
    std::string withdrawals;
    std::string clients;
};

/// "never" takes the rule away.
Result<void> readLimit(const std::string& text, std::optional<std::int64_t>& limit)
{
    if (text.empty())
        return {};
    limit = std::nullopt;
    if (text == "never")
        return {};
    const auto number = parseDecimal(text, 0);
    if (!number || *number < 0)
        return invalid("cli.limit", text + " is no whole amount; give one, or never");
    limit = *number;
    return {};
}

} // namespace

Command approvalPolicyCommand()
{
    return {{"approval", "policy"}, "What needs a second person; without options, show it",
        {"rialtoctl approval policy --user anna --book mybook", "rialtoctl approval policy --orders-from 250000 --withdrawals-from 0 --client-changes always --user anna"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<PolicyOptions>();
            app.add_option("--orders-from", options->orders, "Orders worth at least so much in their own currency, or never");
            app.add_option("--withdrawals-from", options->withdrawals, "Withdrawals of at least so much (0: every one), or never");
            app.add_option("--client-changes", options->clients, "always or never")->check(CLI::IsMember({"always", "never"}));
            return [options](Context& context) {
                return withDesk(context, [&](BookSession&, SecurityDesk& desk) {
                    auto policy = desk.policy();
                    if (!policy)
                        return context.fail(policy.error());
                    if (const auto read = readLimit(options->orders, policy->ordersFrom); !read)
                        return context.fail(read.error());
                    if (const auto read = readLimit(options->withdrawals, policy->withdrawalsFrom); !read)
                        return context.fail(read.error());
                    if (!options->clients.empty())
                        policy->clientChanges = options->clients == "always";
                    const bool changes = !options->orders.empty() || !options->withdrawals.empty() || !options->clients.empty();
                    if (changes)
                        if (const auto done = desk.setPolicy(*policy); !done)
                            return context.fail(done.error());
                    const auto words = [](const std::optional<std::int64_t>& limit) { return limit ? std::to_string(*limit) : std::string("never"); };
                    return context.ok({{"ordersFrom", policy->ordersFrom ? Json(*policy->ordersFrom) : Json(nullptr)}, {"withdrawalsFrom", policy->withdrawalsFrom ? Json(*policy->withdrawalsFrom) : Json(nullptr)},
                                          {"clientChanges", policy->clientChanges}},
                        "A second person decides on\n  orders worth at least: " + words(policy->ordersFrom) + "\n  withdrawals of at least: " + words(policy->withdrawalsFrom)
                            + "\n  changes of clients and accounts: " + (policy->clientChanges ? "always" : "never"));
                });
            };
        }};
}

} // namespace rialto::cli
