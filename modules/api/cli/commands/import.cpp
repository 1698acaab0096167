// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/imported_series.h"
#include "api/cli/table_arguments.h"
#include "api/cli/note_view.h"
#include "integration/connectors/recorded_import.h"

#include <ostream>

namespace rialto::cli {

namespace {

using namespace rialto::integration;

struct ImportAnyArguments : TableArguments {
    std::vector<std::string> files;
    std::string knownOn;
    bool formats = false;
};

Json codes(const std::map<std::string, std::int64_t>& counts)
{
    Json out = Json::object();
    for (const auto& [code, count] : counts)
        out[code] = count;
    return out;
}

Json reportJson(const AnyReport& report)
{
    const Harvest& harvest = report.harvest;
    Json out{{"file", report.file}, {"format", harvest.format}, {"kind", harvest.kind}, {"encoding", harvest.encoding}, {"dryRun", report.dryRun},
        {"rowsRead", harvest.rowsRead}, {"accepted", harvest.accepted}, {"repaired", harvest.repairedRows()}, {"quarantined", harvest.rejected}, {"rejected", harvest.rejected}};
    out["repairedByCode"] = codes(harvest.repairedByCode);
    out["rejectedByCode"] = codes(harvest.rejectedByCode);
    out["rejectedRows"] = Json::array();
    for (const auto& row : harvest.rejectedRows)
        out["rejectedRows"].push_back({{"row", row.row}, {"line", row.line}, {"place", row.column}, {"code", row.code}, {"detail", row.detail}});
    out["first"] = report.first ? Json(isoUtc(*report.first)) : Json(nullptr);
    out["last"] = report.last ? Json(isoUtc(*report.last)) : Json(nullptr);
    out["symbols"] = report.symbols;
    out["series"] = Json::array();
    for (const auto& each : report.series)
        out["series"].push_back({{"symbol", each.symbol}, {"interval", each.interval}, {"source", each.source}, {"first", isoUtc(each.first)}, {"last", isoUtc(each.last)},
            {"inserted", each.counts.inserted}, {"changed", each.counts.changed}, {"unchanged", each.counts.unchanged}});
    out["holds"] = {{"barSeries", harvest.bars.size()}, {"tickSeries", harvest.ticks.size()}, {"series", harvest.series.size()}, {"fixings", harvest.fixings.size()},
        {"documents", harvest.documents.size()}, {"companies", harvest.companies.size()}, {"records", harvest.records.size()}};
    out["kept"] = {{"inserted", report.kept.inserted}, {"changed", report.kept.changed}, {"unchanged", report.kept.unchanged}};
    out["assumptions"] = harvest.assumptions;
    return out;
}

std::string reportText(const AnyReport& report)
{
    const Harvest& harvest = report.harvest;
    std::string text = report.file + ": " + harvest.format + " (" + harvest.kind + "), " + std::to_string(harvest.rowsRead) + " rows, " + std::to_string(harvest.accepted) + " accepted, "
        + std::to_string(harvest.repairedRows()) + " repairs, " + std::to_string(harvest.rejected) + " quarantined" + (report.dryRun ? ", nothing stored" : "") + "\n";
    if (report.first && report.last)
        text += "  from " + isoUtc(*report.first) + " to " + isoUtc(*report.last) + "\n";
    std::string symbols;
    for (std::size_t i = 0; i < report.symbols.size() && i < 12; ++i)
        symbols += (i == 0 ? "" : " ") + report.symbols[i];
    if (!symbols.empty())
        text += "  " + symbols + (report.symbols.size() > 12 ? " and " + std::to_string(report.symbols.size() - 12) + " more" : "") + "\n";
    for (const auto& [code, count] : harvest.rejectedByCode)
        text += "  quarantined " + std::to_string(count) + ": " + code + "\n";
    for (const auto& [code, count] : harvest.repairedByCode)
        text += "  repaired " + std::to_string(count) + ": " + code + "\n";
    for (const auto& sentence : harvest.assumptions)
        text += "  assumed: " + sentence + "\n";
    return text;
}

int listFormats(Context& context)
{
    Json list = Json::array();
    std::string text;
    for (const auto& each : allConnectors()) {
        list.push_back({{"id", each.id}, {"title", each.title}, {"kind", each.kind}});
        text += each.id + std::string(each.id.size() < 22 ? 22 - each.id.size() : 1, ' ') + each.title + "\n";
    }
    return context.ok(Json{{"formats", list}}, text + "and tables of bars and ticks as CSV, TSV or XLSX");
}

int importAny(Context& context, const ImportAnyArguments& arguments)
{
    if (arguments.formats)
        return listFormats(context);
    if (arguments.files.empty()) {
        context.err << "rialtoctl: import: name at least one file; 'rialtoctl import --help' shows how\n";
        return kUsage;
    }
    const auto options = tableOptions(arguments);
    if (!options)
        return context.fail(options.error());
    std::unique_ptr<BookSession> session;
    std::unique_ptr<market::BarStore> bars;
    std::unique_ptr<market::TickStore> ticks;
    std::unique_ptr<research::ResearchStore> desk;
    AnyStores stores;
    if (!arguments.dryRun) {
        session = context.open();
        if (!session)
            return kFailed;
        auto openedBars = session->openBars();
        auto openedTicks = session->openTicks();
        auto openedDesk = session->openResearch();
        if (!openedBars)
            return context.fail(openedBars.error());
        if (!openedTicks)
            return context.fail(openedTicks.error());
        if (!openedDesk)
            return context.fail(openedDesk.error());
        bars = std::move(*openedBars);
        ticks = std::move(*openedTicks);
        desk = std::move(*openedDesk);
        stores = {bars.get(), ticks.get(), desk.get()};
    }
    std::unique_ptr<market::ImportLog> log;
    Timestamp now = wallClock();
    if (session) {
        auto opened = session->openImports();
        if (!opened)
            return context.fail(opened.error());
        log = std::move(*opened);
    }
    if (!arguments.knownOn.empty()) {
        const auto day = Date::parse(arguments.knownOn);
        if (!day)
            return context.fail(day.error());
        now = day->startUtc();
    }
    Json document{{"files", Json::array()}, {"failed", Json::array()}};
    std::string text;
    for (const auto& file : arguments.files) {
        auto report = log ? importRecorded(file, *options, stores, *log, now) : importAnyFile(file, *options, stores);
        if (report && session)
            if (const auto entered = enterInstruments(session->services(), *bars, report->series, arguments.zone, arguments.currency, report->harvest.assumptions); !entered)
                return context.fail(entered.error());
        if (report) {
            document["files"].push_back(reportJson(*report));
            text += reportText(*report);
        } else {
            document["failed"].push_back({{"file", file}, {"code", report.error().code}, {"detail", report.error().detail}});
            text += "refused: " + report.error().detail + " [" + report.error().code + "]\n";
        }
    }
    const bool allWell = document["failed"].empty();
    if (context.json)
        context.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        (allWell ? context.out : context.err) << text;
    return allWell ? kOk : kFailed;
}

} // namespace

Command importCommand()
{
    return {{"import"}, "Import files of any known format; what each is, is found out from its bytes",
        {"rialtoctl import AAPL.json eurofxref-hist.xml companyfacts.json --book mybook", "rialtoctl import feed.xml --dry-run --json", "rialtoctl import --formats"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ImportAnyArguments>();
            app.add_option("files", given->files, "The files");
            app.add_option("--symbol", given->symbol, "Symbol or series, where the file does not say it");
            app.add_option("--interval", given->interval, "Length of the bars; default: from the file")->check(CLI::IsMember({"1m", "1h", "1d"}));
            app.add_option("--mapping", given->mapping, "Columns of a table as JSON, or a file that holds it: {\"date\": \"heading\", \"close\": 4}");
            addTableOptions(app, *given);
            app.add_option("--known-on", given->knownOn, "Day on which these values became known, YYYY-MM-DD, when it is not today: for files that were received earlier");
            app.add_flag("--dry-run", given->dryRun, "Read, check and count; no book is needed and nothing is stored");
            app.add_flag("--formats", given->formats, "List the formats that are known");
            return [given](Context& context) { return importAny(context, *given); };
        }};
}

} // namespace rialto::cli
