// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct OwnArguments {
    std::string owner;
    std::string owned;
    std::string share = "100";
    std::string role;
    std::string by;
};

int setOwnership(Context& context, const OwnArguments& given)
{
    const auto share = shareNamed(given.share);
    if (!share)
        return context.fail(share.error());
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto owner = desk->party(given.owner);
    if (!owner)
        return context.fail(owner.error());
    const auto owned = desk->node(given.owned);
    if (!owned)
        return context.fail(owned.error());
    std::uint64_t before = 0;
    desk->registry().each<clients::Ownership>([&](const auto& record, const clients::Ownership& body) { before = body.owner == *owner && body.owned == *owned ? record.id : before; });
    const clients::Ownership body{*owner, *owned, *share, given.role};
    if (before == 0)
        desk->add(body);
    else if (const auto changed = desk->change(before, body); !changed)
        return context.fail(changed.error());
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"owner", given.owner}, {"owned", given.owned}, {"share", formatDecimal(*share, 8, 0)}}, fmt::format("{} owns {} of {}.", given.owner, clients::shareText(*share), given.owned));
}

} // namespace

Command clientOwnCommand()
{
    return {{"client", "own"}, "Say who owns what part of a company, trust or account; 0 ends it",
        {"rialtoctl client own C-1001 A-1001-1 --share 50 --role \"joint owner\"", "rialtoctl client own T-1 C-2001 --share 62.5"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<OwnArguments>();
            app.add_option("owner", given->owner, "Number of the party that owns")->required();
            app.add_option("owned", given->owned, "Number of a party or account")->required();
            app.add_option("--share", given->share, "Per cent")->capture_default_str();
            app.add_option("--role", given->role, "settlor, trustee, joint owner, ...");
            app.add_option("--by", given->by, "Who enters it");
            return [given](Context& context) { return setOwnership(context, *given); };
        }};
}

} // namespace rialto::cli
