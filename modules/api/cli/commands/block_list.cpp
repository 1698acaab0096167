// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_program.h"

namespace rialto::cli {

namespace {

int listBlocks(Context& context, const std::string& only)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    const auto book = session->services().book();
    Json blocks = Json::array();
    std::string text;
    for (const std::string& group : blocksOf(*book)) {
        if (!only.empty() && group != only)
            continue;
        blocks.push_back(blockJson(group, *book));
        text += (text.empty() ? "" : "\n") + blockText(group, *book);
    }
    if (!only.empty() && blocks.empty())
        return context.fail(notFound("cli.block-unknown", only + "; 'rialtoctl block list' shows them all"));
    return context.ok({{"blocks", blocks}}, text.empty() ? "no blocks yet" : text);
}

} // namespace

Command blockListCommand()
{
    return {{"block", "list"}, "Block orders and who got what of them", {"rialtoctl block list", "rialtoctl block list monday-1 --json"}, [](CLI::App& app) -> Action {
                auto only = std::make_shared<std::string>();
                app.add_option("id", *only, "Only this block");
                return [only](Context& context) { return listBlocks(context, *only); };
            }};
}

} // namespace rialto::cli
