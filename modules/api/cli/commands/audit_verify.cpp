// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "security/audit_verifier.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace rialto::cli {

namespace {

struct AuditVerifyArguments {
    std::string file;
    std::string anchor;
    std::string key;
};

Result<security::AuditVerdict> verdictOf(const std::string& path, const AuditVerifyArguments& arguments)
{
    std::ifstream input(path, std::ios::binary);
    if (!input)
        return notFound("cli.cannot-read", path);
    return security::verifyAudit(input, arguments.anchor, arguments.key);
}

int verifyAuditLog(Context& context, const AuditVerifyArguments& arguments)
{
    std::unique_ptr<BookSession> session;
    std::string path = arguments.file;
    if (path.empty()) {
        session = context.open();
        if (!session)
            return kFailed;
        path = session->directory() + "/audit-check.jsonl";
        if (const auto exported = session->exportAudit(path); !exported)
            return context.fail(exported.error());
    }
    const auto verdict = verdictOf(path, arguments);
    if (session) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    if (!verdict)
        return context.fail(verdict.error());
    Json json{{"intact", verdict->intact}, {"records", verdict->records}, {"checkpoints", verdict->checkpoints}, {"key", verdict->key}, {"anchor", verdict->head}};
    if (!verdict->intact) {
        json["badLine"] = verdict->badLine;
        json["badRecord"] = verdict->badRecord;
        json["problem"] = verdict->problem;
        context.ok(json, fmt::format("ALTERED: line {} (record {}): {}", verdict->badLine, verdict->badRecord, verdict->problem));
        return kFailed;
    }
    std::string text = fmt::format("good: {} records, {} checkpoints\nkey {}\nanchor {}", verdict->records, verdict->checkpoints, verdict->key, verdict->head);
    if (session) {
        const auto altered = session->firstAlteredFact();
        if (!altered)
            return context.fail(altered.error());
        json["factsAgree"] = !altered->has_value();
        if (altered->has_value()) {
            json["alteredFact"] = **altered;
            context.ok(json, fmt::format("ALTERED: fact {} of the book is not what the audit log remembers", **altered));
            return kFailed;
        }
        text += "\nevery fact of the book is as the log remembers it";
    }
    return context.ok(json, text);
}

} // namespace

Command auditVerifyCommand()
{
    return {{"audit", "verify"}, "Check an exported audit log, or that of a book together with its facts",
        {"rialtoctl audit verify --book mybook", "rialtoctl audit verify audit.jsonl --anchor 1204:5c1e... --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<AuditVerifyArguments>();
            app.add_option("file", given->file, "An exported log; without one the log of the book");
            app.add_option("--anchor", given->anchor, "SEQUENCE:HASH that was noted earlier");
            app.add_option("--key", given->key, "Key of the log's first line that was noted earlier");
            return [given](Context& context) { return verifyAuditLog(context, *given); };
        }};
}

} // namespace rialto::cli
