// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct KycArguments {
    std::string number;
    std::string status = "approved";
    std::string rating = "unrated";
    std::string reviewed;
    std::string next;
    std::string note;
    bool exposed = false;
    std::string by;
};

int setKyc(Context& context, const KycArguments& given)
{
    clients::Kyc kyc;
    const auto status = enumNamed<clients::KycStatus>(given.status, 4);
    const auto rating = enumNamed<clients::RiskRating>(given.rating, 4);
    const auto reviewed = optionalDate(given.reviewed);
    const auto next = optionalDate(given.next);
    if (!status)
        return context.fail(status.error());
    if (!rating)
        return context.fail(rating.error());
    if (!reviewed)
        return context.fail(reviewed.error());
    if (!next)
        return context.fail(next.error());
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto party = desk->party(given.number);
    if (!party)
        return context.fail(party.error());
    kyc = {*party, *status, *rating, given.exposed, *reviewed, *next, given.note};
    std::uint64_t before = 0;
    desk->registry().each<clients::Kyc>([&](const auto& record, const clients::Kyc& body) { before = body.party == *party ? record.id : before; });
    if (before == 0)
        desk->add(kyc);
    else if (const auto changed = desk->change(before, kyc); !changed)
        return context.fail(changed.error());
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"number", given.number}, {"status", given.status}, {"rating", given.rating}, {"nextReview", given.next}},
        fmt::format("KYC of {} is {}, risk {}.", given.number, given.status, given.rating));
}

} // namespace

Command clientKycCommand()
{
    return {{"client", "kyc"}, "Record what the review of a client found: status, risk rating, next review",
        {"rialtoctl client kyc C-1001 --status approved --rating low --reviewed 2026-01-10 --next 2029-01-10"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<KycArguments>();
            app.add_option("number", given->number, "Of the party or client")->required();
            app.add_option("--status", given->status, "not-started, in-progress, approved or rejected")->capture_default_str();
            app.add_option("--rating", given->rating, "unrated, low, medium or high")->capture_default_str();
            app.add_option("--reviewed", given->reviewed, "Day of the review");
            app.add_option("--next", given->next, "Day of the next review");
            app.add_option("--note", given->note, "Source of wealth, reasons");
            app.add_flag("--exposed", given->exposed, "Politically exposed");
            app.add_option("--by", given->by, "Who reviewed");
            return [given](Context& context) { return setKyc(context, *given); };
        }};
}

} // namespace rialto::cli
