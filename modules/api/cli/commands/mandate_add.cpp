// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"
#include "api/cli/text_file.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct MandateAddArguments {
    std::string subject;
    std::string rules;
    std::string title;
    bool inForce = false;
    std::string by;
};

int addMandateRules(Context& context, const MandateAddArguments& given)
{
    const auto text = readTextFile(given.rules);
    if (!text)
        return context.fail(text.error());
    const auto rules = clients::parseMandate(*text);
    if (!rules)
        return context.fail({rules.error().kind, rules.error().code, given.rules + ": " + rules.error().detail});
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto node = desk->node(given.subject);
    if (!node)
        return context.fail(node.error());
    const clients::Mandate body{*node, given.title, *text, given.inForce};
    std::uint64_t before = 0;
    desk->registry().each<clients::Mandate>([&](const auto& record, const clients::Mandate& mandate) { before = mandate.subject == *node && mandate.name == given.title ? record.id : before; });
    std::uint64_t id = before;
    if (before == 0)
        id = desk->add(body);
    else if (const auto changed = desk->change(before, body); !changed)
        return context.fail(changed.error());
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"mandate", id}, {"subject", given.subject}, {"rules", rules->size()}, {"inForce", given.inForce}},
        fmt::format("{} rules for {} are kept{}.", rules->size(), given.subject, given.inForce ? " and in force" : ", not yet in force"));
}

} // namespace

Command mandateAddCommand()
{
    return {{"mandate", "add"}, "Keep a mandate with an account or client; the same name again is its next version",
        {"rialtoctl mandate add --subject A-1001-1 --rules rules.txt --name \"Balanced\" --in-force"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<MandateAddArguments>();
            app.add_option("--subject,--account,--client", given->subject, "Number of an account, client or household")->required();
            app.add_option("--rules", given->rules, "A file with one rule a line")->required();
            app.add_option("--name", given->title, "Of the mandate")->default_val("Mandate");
            app.add_flag("--in-force", given->inForce, "It binds from now on");
            app.add_option("--by", given->by, "Who enters it");
            return [given](Context& context) { return addMandateRules(context, *given); };
        }};
}

} // namespace rialto::cli
