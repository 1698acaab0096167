// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"

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
    if (definition->scope == reports::ReportScope::Study) {
        context.err << "rialtoctl: " << definition->id << (definition->needs & reports::NeedsBacktest ? " is made by 'rialtoctl backtest ... --report FOLDER'\n" : " is made by 'rialtoctl report research-note --note ID'\n");
        return kUsage;
    }
    const auto asked = wanted.options.period();
    if (!asked)
        return context.fail(asked.error());
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
    const auto issued = issueReport(*definition, *data, wanted.options, session->directory());
    if (!issued)
        return context.fail(issued.error());
    return context.ok({{"report", definition->id}, {"key", issued->key}, {"client", wanted.client}, {"from", data->statement.from.text()}, {"to", data->statement.to.text()}, {"currency", data->statement.base.code()},
                          {"figures", issued->figures}, {"files", issuedJson(*issued)}, {"manifest", wanted.options.folder + "/" + reports::kManifestName}},
        issuedText(*issued));
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
