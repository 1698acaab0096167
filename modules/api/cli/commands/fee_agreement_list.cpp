// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/client_desk.h"
#include "clients/input/fee_schedule_json.h"

namespace rialto::cli {

namespace {

int listFeeAgreements(Context& context, const std::string& subject)
{
    const auto desk = ClientDesk::open(context);
    if (!desk)
        return kFailed;
    std::optional<clients::Node> only;
    if (!subject.empty()) {
        const auto node = desk->node(subject);
        if (!node)
            return context.fail(node.error());
        only = *node;
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    desk->registry().each<clients::FeeAgreement>([&](const auto& record, const clients::FeeAgreement& agreement) {
        if (only && !(agreement.subject == *only))
            return;
        const auto schedule = clients::readFeeSchedule(agreement.schedule);
        const std::string title = schedule ? schedule->name : "cannot be read: " + schedule.error().detail;
        const std::string from = agreement.from ? agreement.from->text() : std::string();
        const std::string to = agreement.to ? agreement.to->text() : std::string();
        const bool inForce = (!agreement.from || *agreement.from <= desk->today()) && (!agreement.to || desk->today() <= *agreement.to);
        list.push_back({{"id", record.id}, {"subject", desk->numberOf(agreement.subject)}, {"schedule", schedule ? Json::parse(clients::writeFeeSchedule(*schedule)) : Json(nullptr)}, {"name", title},
            {"from", from.empty() ? Json(nullptr) : Json(from)}, {"to", to.empty() ? Json(nullptr) : Json(to)}, {"inForce", inForce}});
        rows.push_back({std::to_string(record.id), desk->numberOf(agreement.subject), title, from, to, inForce ? "yes" : "no"});
    });
    return context.ok({{"day", desk->today().text()}, {"agreements", list}}, table({"id", "who", "schedule", "from", "to", "in force"}, rows));
}

} // namespace

Command feeAgreementListCommand()
{
    return {{"fee-agreement", "list"}, "Who pays by which fee schedule, and since when",
        {"rialtoctl fee-agreement list", "rialtoctl fee-agreement list --subject H-100 --json"}, [](CLI::App& app) -> Action {
            auto subject = std::make_shared<std::string>();
            app.add_option("--subject,--account,--client", *subject, "Only of this account, client or household");
            return [subject](Context& context) { return listFeeAgreements(context, *subject); };
        }};
}

} // namespace rialto::cli
