// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

#include "reports/export/delivery/report_archive.h"

namespace rialto::cli {

namespace {

int verify(Context& context, const std::vector<std::string>& files, const std::string& manifest)
{
    bool good = true;
    Json list = Json::array();
    std::string text;
    for (const auto& file : files) {
        const auto verdict = reports::verifyReport(file, manifest, context.book);
        if (!verdict)
            return context.fail(verdict.error());
        good = good && verdict->good;
        list.push_back({{"file", file}, {"good", verdict->good}, {"sha256", verdict->sha256}, {"expected", verdict->expected}, {"source", verdict->source}, {"reason", verdict->reason}});
        if (verdict->good)
            text += "ok: " + verdict->reason + " (" + verdict->source + ")\n";
        else if (!context.json)
            context.err << "rialtoctl: " << verdict->reason << "; it is " << verdict->sha256 << ", issued was " << verdict->expected << " (" << verdict->source << ")\n";
    }
    const Json document{{"good", good}, {"method", "SHA-256 of the whole file against the manifest beside it" + std::string(context.book.empty() ? "" : " and the book's record")}, {"files", list}};
    if (context.json || !text.empty())
        context.ok(document, text);
    return good ? kOk : kFailed;
}

} // namespace

Command reportVerifyCommand()
{
    return {{"report", "verify"}, "Is this file, to the byte, what was issued? By the manifest beside it, and the book's record with --book",
        {"rialtoctl report verify reports/risk-report-C-1001-2026-01-05-en.pdf", "rialtoctl report verify reports/manifest.json", "rialtoctl report verify statement.pdf --book DIR --json"}, [](CLI::App& app) -> Action {
            auto files = std::make_shared<std::vector<std::string>>();
            auto manifest = std::make_shared<std::string>();
            app.add_option("FILE", *files, "Report files, or a manifest.json for all it names")->required();
            app.add_option("--manifest", *manifest, "The manifest (default: manifest.json beside the file)");
            return [files, manifest](Context& context) { return verify(context, *files, *manifest); };
        }};
}

} // namespace rialto::cli
