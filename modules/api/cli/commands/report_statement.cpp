// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/report_options.h"

#include "reports/export/pdf/statement_files.h"
#include "services/statement_service.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct StatementOptions {
    std::string client;
    std::string from;
    std::string to;
    std::vector<std::string> languages = {"en"};
    std::vector<std::string> formats = {"pdf"};
    std::string folder = ".";
};

Result<Date> dateOr(const std::string& text, Date otherwise)
{
    if (text.empty())
        return otherwise;
    return Date::parse(text);
}

/// The formats that come from the report's figures.
Result<void> writeOthers(BookSession& session, const Client& client, const StatementOptions& options, const ReportPeriod& period, std::vector<std::string>& paths)
{
    std::vector<reports::ReportFormat> formats;
    for (const auto& name : options.formats)
        if (const auto format = reports::reportFormat(name); format && name != "pdf" && name != "csv")
            formats.push_back(*format);
    if (formats.empty())
        return {};
    const auto definition = reports::findReport("client-statement");
    const auto source = ReportSource::gather(session.services(), session.bars(), client.id);
    if (!definition || !source)
        return definition ? source.error() : definition.error();
    const auto data = (*source)->data(*definition, client.id, period, true);
    if (!data)
        return data.error();
    for (const auto& language : options.languages) {
        const auto document = reports::buildReport(*definition, *data, {language == "zh" ? reports::Language::Chinese : reports::Language::English, {}, true});
        if (!document)
            return document.error();
        const auto files = reports::writeReport(*document, options.folder, formats);
        if (!files)
            return files.error();
        for (const auto& file : *files)
            paths.push_back(file.path);
    }
    return {};
}

int writeStatement(Context& context, const StatementOptions& options)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    AppServices& services = session->services();
    const auto client = clientByNumber(*services.book(), options.client);
    if (!client)
        return context.fail(client.error());
    const auto from = dateOr(options.from, Date());
    const auto to = dateOr(options.to, Date());
    if (!from || !to)
        return context.fail(from ? to.error() : from.error());
    const auto data = makeStatement(services, session->bars(), {client->id, *from, *to});
    if (!data)
        return context.fail(data.error());
    reports::StatementFormats formats;
    for (const auto& format : options.formats) {
        formats.csv = formats.csv || format == "csv";
        if (format == "pdf")
            for (const auto& language : options.languages)
                formats.pdf.push_back(language == "zh" ? reports::Language::Chinese : reports::Language::English);
    }
    auto files = reports::writeStatementFiles(*data, options.folder, formats);
    if (!files)
        return context.fail(files.error());
    if (const auto written = writeOthers(*session, *client, options, {*from, *to}, *files); !written)
        return context.fail(written.error());
    std::string text = fmt::format("{} {} to {}: value {} {}\n", client->number, data->from.text(), data->to.text(), data->change.closing.text(),
        data->base.code());
    for (const auto& file : *files)
        text += "  " + file + "\n";
    const auto& change = data->change;
    return context.ok({{"client", client->number}, {"from", data->from.text()}, {"to", data->to.text()}, {"currency", data->base.code()},
                          {"opening", change.opening.text()}, {"deposits", change.deposits.text()}, {"withdrawals", change.withdrawals.text()},
                          {"income", change.income.text()}, {"fees", change.fees.text()}, {"taxes", change.taxes.text()},
                          {"marketGains", change.marketGains.text()}, {"currencyGains", change.currencyGains.text()},
                          {"closing", change.closing.text()}, {"holdings", data->holdings.size()}, {"trades", data->trades.size()}, {"files", *files}},
        text);
}

} // namespace

Command reportStatementCommand()
{
    return {{"report", "statement"}, "A client's statement as PDF (English, Chinese) and its holdings and trades as CSV",
        {"rialtoctl report statement --client C-1001 --out reports",
            "rialtoctl report statement --client C-1003 --from 2025-01-01 --to 2025-12-31 --lang en,zh --format pdf,csv --out reports --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<StatementOptions>();
            app.add_option("--client", options->client, "Client number")->required();
            app.add_option("--from", options->from, "First day (default: the first of the month)");
            app.add_option("--to,--as-of", options->to, "Last day (default: the venue's trading day)");
            app.add_option("--lang", options->languages, "en, zh or both")->delimiter(',')->check(CLI::IsMember({"en", "zh"}));
            app.add_option("--format", options->formats, "pdf, csv (holdings and trades), xlsx, html, json; several with commas")->delimiter(',')->check(CLI::IsMember(reports::reportFormatNames()));
            app.add_option("--out", options->folder, "Folder for the files")->capture_default_str();
            return [options](Context& context) { return writeStatement(context, *options); };
        }};
}

} // namespace rialto::cli
