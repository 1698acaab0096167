// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/imported_series.h"
#include "api/cli/table_arguments.h"
#include "api/cli/note_view.h"
#include "integration/connectors/recorded_import.h"

namespace rialto::cli {

namespace {

using namespace rialto::integration;

struct ImportArguments : TableArguments {
    std::vector<std::string> files;
    std::string source = "csv";
    std::string side = "mid";
    int priceShift = 0;
    bool noHeader = false;
    bool strict = false;
    bool widen = false;
    bool keepNonPositive = false;
};

Result<ImportOptions> optionsOf(const ImportArguments& arguments)
{
    auto options = tableOptions(arguments);
    if (!options)
        return options;
    options->source = arguments.source;
    options->strict = arguments.strict;
    options->widenContradictions = arguments.widen;
    options->keepNonPositivePrices = arguments.keepNonPositive;
    if (arguments.noHeader)
        options->header = false;
    if (arguments.priceShift != 0)
        options->priceShift = arguments.priceShift;
    options->quoteSide = arguments.side == "bid" ? QuoteSide::Bid : arguments.side == "ask" ? QuoteSide::Ask : QuoteSide::Mid;
    return options;
}

int importAll(Context& context, const ImportArguments& arguments)
{
    const auto options = optionsOf(arguments);
    if (!options)
        return context.fail(options.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto bars = session->openBars();
    if (!bars)
        return context.fail(bars.error());
    auto ticks = session->openTicks();
    if (!ticks)
        return context.fail(ticks.error());
    auto log = session->openImports();
    if (!log)
        return context.fail(log.error());
    Json document{{"files", Json::array()}, {"failed", Json::array()}};
    std::string text;
    for (const auto& file : arguments.files) {
        auto report = importTableRecorded(file, *options, {**bars, ticks->get()}, **log, wallClock());
        if (report && !arguments.dryRun)
            if (const auto entered = enterInstruments(session->services(), **bars, report->series, arguments.zone, arguments.currency, report->assumptions); !entered)
                return context.fail(entered.error());
        if (report) {
            document["files"].push_back(Json::parse(toJson(*report)));
            text += toText(*report);
        } else {
            document["failed"].push_back({{"file", file}, {"code", report.error().code}, {"detail", report.error().detail}});
            text += "refused: " + report.error().detail + " [" + report.error().code + "]\n";
        }
    }
    const bool allWell = document["failed"].empty();
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    context.ok(document, text);
    return allWell ? kOk : kFailed;
}

} // namespace

Command importBarsCommand()
{
    return {{"import", "bars"}, "Import bars or ticks from CSV or TSV files; each file as a whole or not at all",
        {"rialtoctl import bars spy.csv 600000.SH.csv --book mybook", "rialtoctl import bars ticks.csv --symbol EURUSD --zone America/New_York --dry-run --json",
            "rialtoctl import bars export.csv --mapping '{\"date\": \"trade_date\", \"close\": 5}' --date-format dd.MM.yyyy --decimal comma"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ImportArguments>();
            app.add_option("files", given->files, "The files")->required();
            app.add_option("--symbol", given->symbol, "Symbol; default: the file's symbol column, else its name");
            app.add_option("--source", given->source, "Name under which the series is kept")->capture_default_str();
            app.add_option("--interval", given->interval, "Length of the bars; default: from their times")->check(CLI::IsMember({"1m", "1h", "1d"}));
            app.add_option("--mapping", given->mapping, "Columns as JSON, or a file that holds it: {\"date\": \"heading\", \"close\": 4}");
            app.add_option("--side", given->side, "Which price bars of bids and asks stand for")->check(CLI::IsMember({"mid", "bid", "ask"}))->capture_default_str();
            app.add_option("--price-shift", given->priceShift, "Prices are divided by 10^N (LEAN files: 4)")->check(CLI::Range(-8, 8));
            app.add_flag("--no-header", given->noHeader, "The first row is data");
            addTableOptions(app, *given);
            app.add_flag("--dry-run", given->dryRun, "Read, check and count; store nothing");
            app.add_flag("--strict", given->strict, "Refuse a file with any row that cannot be accepted");
            app.add_flag("--widen", given->widen, "Move high and low to hold open and close instead of refusing the row");
            app.add_flag("--keep-nonpositive", given->keepNonPositive, "Accept prices of zero and below");
            return [given](Context& context) { return importAll(context, *given); };
        }};
}

} // namespace rialto::cli
