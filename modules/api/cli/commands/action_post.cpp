// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/action_json.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int postTerms(Context& context, const ActionArguments& given)
{
    const auto terms = termsOfWords(given);
    if (!terms)
        return context.fail(terms.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    if (const auto added = addTarget(services, given, *terms); !added)
        return context.fail(added.error());
    const std::string id = given.id.empty() ? std::string(name(terms->action)) + "-" + terms->symbol + "-" + terms->date.text() : given.id;
    Json accounts = Json::array();
    std::string text;
    services.query([&](const Engine& engine) {
        if (const auto previews = previewAction(engine.ledger(), engine.instruments(), id, *terms, engine.now()); previews && actionGroups(engine.ledger(), id).empty()) {
            accounts = previewsJson(*previews, engine);
            text = previewsText(*previews, engine);
        }
    });
    Result<Reply> reply = unavailable("cli.no-answer");
    services.command(PostAction{id, *terms}, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    bool balanced = false;
    services.query([&](const Engine& engine) { balanced = engine.ledger().check().ok(); });
    return context.ok({{"id", id}, {"terms", terms->text()}, {"date", terms->date.text()}, {"repeated", reply->repeated}, {"accounts", accounts}, {"ledgerBalanced", balanced}},
        text + fmt::format("{} {}.", id, reply->repeated ? "was posted before; nothing new happened" : "is posted"));
}

} // namespace

Command actionPostCommand()
{
    return {{"action", "post"}, "Post a corporate action to every account that held the instrument; the same id again posts nothing",
        {"rialtoctl action post split MERI ratio=2:1 --date 2026-03-02", "rialtoctl action post ticker-change MERI target=MRDA --new-instrument \"Meridian Data\" --date 2026-03-02"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ActionArguments>();
            addActionOptions(app, given);
            return [given](Context& context) { return postTerms(context, *given); };
        }};
}

} // namespace rialto::cli
