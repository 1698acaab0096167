// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int listBrokers(Context& context)
{
    BrokerCatalogue* catalogue = context.books.brokers();
    if (catalogue == nullptr)
        return context.fail(unavailable("broker.none", "this program has no brokers"));
    Json list = Json::array();
    std::string text;
    for (const auto& each : catalogue->entries()) {
        list.push_back({{"id", each.id}, {"title", each.title}, {"runsIn", each.place}, {"needsSettings", each.needsSettings}, {"needsSecret", each.needsSecret}, {"proof", each.proof}});
        text += fmt::format("{:<10} {:<44} {:<14} {}\n", each.id, each.title, each.place, each.proof);
    }
    return context.ok({{"brokers", list}}, text);
}

} // namespace

Command brokerListCommand()
{
    return {{"broker", "list"}, "The brokers that orders can go to, where each runs and how it was proven", {"rialtoctl broker list", "rialtoctl broker list --json"},
        [](CLI::App&) -> Action { return listBrokers; }};
}

} // namespace rialto::cli
