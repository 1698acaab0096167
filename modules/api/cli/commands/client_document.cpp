// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct DocumentArguments {
    std::string number;
    std::string kind = "passport";
    std::string documentNumber;
    std::string issued;
    std::string expires;
    std::string note;
    std::string by;
};

int addDocument(Context& context, const DocumentArguments& given)
{
    const auto kind = enumNamed<clients::DocumentKind>(given.kind, 8);
    const auto issued = optionalDate(given.issued);
    const auto expires = optionalDate(given.expires);
    if (!kind)
        return context.fail(kind.error());
    if (!issued)
        return context.fail(issued.error());
    if (!expires)
        return context.fail(expires.error());
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto party = desk->party(given.number);
    if (!party)
        return context.fail(party.error());
    const std::uint64_t id = desk->add(clients::Document{*party, *kind, given.documentNumber, given.note, *issued, *expires, false});
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"number", given.number}, {"document", id}, {"kind", given.kind}, {"expires", given.expires}}, fmt::format("Document {} of {} is recorded.", id, given.number));
}

} // namespace

Command clientDocumentCommand()
{
    return {{"client", "document"}, "Record a document of a client with the day it expires",
        {"rialtoctl client document C-1001 --kind passport --document-number X123 --expires 2031-05-01"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<DocumentArguments>();
            app.add_option("number", given->number, "Of the party or client")->required();
            app.add_option("--kind", given->kind, "passport, identity-card, proof-of-address, tax-form, agreement, company-register, trust-deed or other")->capture_default_str();
            app.add_option("--document-number", given->documentNumber, "As printed on it");
            app.add_option("--issued", given->issued, "Day of issue");
            app.add_option("--expires", given->expires, "Last day it is good");
            app.add_option("--note", given->note, "Where it is kept");
            app.add_option("--by", given->by, "Who saw it");
            return [given](Context& context) { return addDocument(context, *given); };
        }};
}

} // namespace rialto::cli
