// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"
#include "api/cli/text_file.h"
#include "clients/input/fee_schedule_json.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct FeeAgreementArguments {
    std::string subject;
    std::string schedule;
    std::string from;
    std::string to;
    std::string by;
};

// One agreement a subject is in force at a time: a further one ends the one before on the day before it begins.
int setFeeAgreement(Context& context, const FeeAgreementArguments& given)
{
    const auto from = optionalDate(given.from);
    if (!from)
        return context.fail(from.error());
    const auto to = optionalDate(given.to);
    if (!to)
        return context.fail(to.error());
    if (*from && *to && **to < **from)
        return context.fail(invalid("cli.period-reversed", given.from + " is after " + given.to));
    std::optional<clients::FeeSchedule> schedule;
    if (!given.schedule.empty()) {
        const auto text = readTextFile(given.schedule);
        if (!text)
            return context.fail(text.error());
        auto read = clients::readFeeSchedule(*text);
        if (!read)
            return context.fail({read.error().kind, read.error().code, given.schedule + ": " + read.error().detail});
        schedule = std::move(*read);
    }
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto node = desk->node(given.subject);
    if (!node)
        return context.fail(node.error());
    struct Known {
        std::uint64_t id = 0;
        clients::FeeAgreement body;
    };
    std::optional<Known> newest; // of those that have not ended when the new one begins
    desk->registry().each<clients::FeeAgreement>([&](const auto& record, const clients::FeeAgreement& agreement) {
        if (agreement.subject == *node && !(agreement.to && *from && *agreement.to < **from))
            newest = Known{record.id, agreement};
    });
    if (!schedule) { // only an end
        if (!newest || !*to)
            return context.fail(notFound("cli.record-unknown", newest ? "give --schedule, or --to to end the agreement" : "no fee agreement of " + given.subject));
        newest->body.to = *to;
        if (const auto changed = desk->change(newest->id, newest->body); !changed)
            return context.fail(changed.error());
        return desk->commit(context) != kOk ? kFailed
                                            : context.ok({{"agreement", newest->id}, {"subject", given.subject}, {"to", given.to}}, fmt::format("The fee agreement of {} ends on {}.", given.subject, given.to));
    }
    const clients::FeeAgreement body{*node, clients::writeFeeSchedule(*schedule), *from, *to};
    std::uint64_t id = 0;
    const bool sameStart = newest && (!*from || (newest->body.from && *newest->body.from >= **from));
    if (sameStart) { // the same beginning or an earlier one: the agreement itself is changed
        id = newest->id;
        if (const auto changed = desk->change(id, body); !changed)
            return context.fail(changed.error());
    } else {
        if (newest) {
            newest->body.to = **from + -1;
            if (const auto changed = desk->change(newest->id, newest->body); !changed)
                return context.fail(changed.error());
        }
        id = desk->add(body);
    }
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"agreement", id}, {"subject", given.subject}, {"schedule", schedule->name}, {"replaces", newest ? Json(newest->id) : Json(nullptr)}},
        fmt::format("Fee agreement {} of {}: {}{}.", id, given.subject, schedule->name, given.from.empty() ? "" : ", from " + given.from));
}

} // namespace

Command feeAgreementSetCommand()
{
    return {{"fee-agreement", "set"}, "What a household, client or account pays: a fee schedule and the days it is valid; a later one ends the one before",
        {"rialtoctl fee-agreement set --subject H-100 --schedule standard.json --from 2026-01-01", "rialtoctl fee-agreement set --subject A-1001-1 --to 2026-12-31"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<FeeAgreementArguments>();
            app.add_option("--subject,--account,--client", given->subject, "Number of an account, client or household")->required();
            app.add_option("--schedule", given->schedule, "A fee schedule (JSON, as 'bill --schedule' reads it); without: only the end is set");
            app.add_option("--from", given->from, "First day");
            app.add_option("--to", given->to, "Last day");
            app.add_option("--by", given->by, "Who enters it");
            return [given](Context& context) { return setFeeAgreement(context, *given); };
        }};
}

} // namespace rialto::cli
