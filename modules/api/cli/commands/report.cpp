// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct OneReport {
    std::string name;
    std::string client;
    ReportOptions options;
};

int makeReport(Context& context, const OneReport& wanted)
{
    const auto definition = reports::findReport(wanted.name);
    if (!definition)
        return context.fail(notFound("reports.unknown", wanted.name.substr(0, 60) + "; 'rialtoctl report list' names them"));
    const bool ofClient = definition->scope == reports::ReportScope::Client;
    if (ofClient && wanted.client.empty()) {
        context.err << "rialtoctl: " << definition->id << " is about a client: give --client NUMBER\n";
        return kUsage;
    }
    const auto asked = wanted.options.period();
    const auto brand = wanted.options.brand();
    if (!asked || !brand)
        return context.fail(asked ? brand.error() : asked.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    const auto source = ReportSource::gather(session->services(), session->bars());
    if (!source)
        return context.fail(source.error());
    ClientId client;
    if (ofClient) {
        const auto found = (*source)->client(wanted.client);
        if (!found)
            return context.fail(found.error());
        client = found->id;
    }
    const auto data = (*source)->data(*definition, client, *asked, true);
    if (!data)
        return context.fail(data.error());
    std::vector<reports::IssuedReport> issued;
    std::string key;
    std::size_t figures = 0;
    for (const auto language : wanted.options.languageList()) {
        const auto document = reports::buildReport(*definition, *data, {language, *brand, true});
        if (!document)
            return context.fail(document.error());
        auto files = reports::writeReport(*document, wanted.options.folder, wanted.options.formatList());
        if (!files)
            return context.fail(files.error());
        key = document->key;
        figures = document->figures.size();
        for (auto& file : *files)
            issued.push_back({document->key, language == reports::Language::Chinese ? "zh" : "en", isoUtc(document->createdAt), std::move(file)});
    }
    for (const auto& kept : {reports::addToManifest(wanted.options.folder, issued), reports::addToRecord(session->directory(), issued)})
        if (!kept)
            return context.fail(kept.error());
    Json files = Json::array();
    std::string text = fmt::format("{}: {} figures\n", key, figures);
    for (const auto& one : issued) {
        files.push_back(toJson(one));
        text += fmt::format("  {}  {} bytes{}\n", one.file.path, one.file.bytes, one.file.pages > 0 ? fmt::format(", {} pages", one.file.pages) : std::string());
    }
    return context.ok({{"report", definition->id}, {"key", key}, {"client", wanted.client}, {"from", data->statement.from.text()}, {"to", data->statement.to.text()}, {"currency", data->statement.base.code()},
                          {"figures", figures}, {"files", files}, {"manifest", wanted.options.folder + "/" + reports::kManifestName}},
        text);
}

} // namespace

Command reportCommand()
{
    return {{"report"}, "A report of the catalogue as PDF, XLSX, HTML, CSV or JSON, in English or Chinese",
        {"rialtoctl report list", "rialtoctl report risk-report --client C-1001 --as-of 2026-01-05 --format pdf,html --out reports",
            "rialtoctl report tax-lots --client C-1003 --from 2025-01-01 --format xlsx,json --lang en,zh --out reports --json", "rialtoctl report market-daily --format html --out reports"},
        [](CLI::App& app) -> Action {
            auto wanted = std::make_shared<OneReport>();
            app.add_option("NAME", wanted->name, "Of the catalogue: 'report list' names them");
            app.add_option("--client", wanted->client, "Client number; of reports about a client");
            wanted->options.addTo(app);
            return [wanted](Context& context) {
                if (wanted->name.empty()) {
                    context.err << "rialtoctl: which report? 'rialtoctl report list' names them\n";
                    return kUsage;
                }
                return makeReport(context, *wanted);
            };
        }};
}

} // namespace rialto::cli
