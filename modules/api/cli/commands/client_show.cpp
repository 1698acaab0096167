// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

namespace rialto::cli {

namespace {

int showClient(Context& context, const std::string& number, const std::string& currency)
{
    const auto base = Currency::parse(currency);
    if (!base)
        return context.fail(base.error());
    const auto desk = ClientDesk::open(context);
    if (!desk)
        return kFailed;
    const auto party = desk->party(number);
    if (!party)
        return context.fail(party.error());
    if (!desk->staged().records.empty() && desk->commit(context) != kOk) // a client that gets its first record
        return kFailed;
    const auto prices = desk->prices();
    if (!prices)
        return context.fail(prices.error());
    const auto overview = overviewOf(desk->book(), *party, *base, **prices, desk->today(), feeGroups(desk->services()));
    if (!overview)
        return context.fail(notFound("cli.party-unknown", number));
    Json json = overviewJson(*overview, *desk);
    json["day"] = desk->today().text();
    json["conventions"] = {{"share", "parts of one; along a path shares are multiplied, paths are added, half even to 8 decimals"},
        {"value", "last close or mark up to the day, converted once, half even"}, {"due-soon", std::to_string(kDueSoonDays) + " days before"}};
    return context.ok(json, overviewText(*overview, *desk));
}

} // namespace

Command showPartyVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples)
{
    return {std::move(path), summary, std::move(examples), [](CLI::App& app) -> Action {
                auto number = std::make_shared<std::string>();
                auto currency = std::make_shared<std::string>("USD");
                app.add_option("number", *number, "Of the party, client or household")->required();
                app.add_option("--currency", *currency, "For values")->capture_default_str();
                return [number, currency](Context& context) { return showClient(context, *number, *currency); };
            }};
}

Command clientShowCommand()
{
    return showPartyVerb({"client", "show"}, "All about a client: ownership, holdings, KYC, documents, mandates, fees, tasks", {"rialtoctl client show C-1001", "rialtoctl client show C-1001 --currency EUR --json"});
}

} // namespace rialto::cli
