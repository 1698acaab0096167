// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/text_file.h"

#include "reports/explanation.h"
#include "services/report_source.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct ExplainOptions {
    std::string id;
    std::string file;
    int depth = 64;
    std::size_t rows = 12;
};

std::string amountText(std::int64_t units, const reports::Figure& figure)
{
    return formatDecimal(units, figure.decimals, figure.decimals) + (figure.unit.empty() ? "" : " " + figure.unit);
}

Json toJson(const reports::ExplainedFigure& step, const std::string& key, int depth)
{
    const auto& figure = step.figure;
    Json json{{"id", key + "/" + figure.id}, {"value", formatDecimal(figure.units, figure.decimals, figure.decimals)}, {"unit", figure.unit}, {"kind", reports::name(figure.kind)},
        {"operation", reports::name(figure.operation)}, {"formula", reports::formulaText(figure)}, {"method", figure.method},
        {"derived", step.derived ? Json(formatDecimal(*step.derived, figure.decimals, figure.decimals)) : Json(nullptr)}, {"matches", step.matches}};
    if (!step.why.empty())
        json["why"] = step.why;
    if (step.repeated) {
        json["repeated"] = true;
        return json;
    }
    if (!figure.sources.empty()) {
        json["sources"] = Json::array();
        for (const auto& row : figure.sources)
            json["sources"].push_back({{"kind", row.kind}, {"key", row.key}, {"text", row.text}, {"value", formatDecimal(row.units, figure.decimals, figure.decimals)}});
    }
    if (!step.inputs.empty() && depth > 0) {
        json["inputs"] = Json::array();
        for (const auto& input : step.inputs)
            json["inputs"].push_back(toJson(input, key, depth - 1));
    }
    return json;
}

void print(std::string& out, const reports::ExplainedFigure& step, const ExplainOptions& options, int level)
{
    const std::string indent(static_cast<std::size_t>(level) * 2, ' ');
    const auto& figure = step.figure;
    out += indent + figure.id + " = " + amountText(figure.units, figure);
    if (!step.matches)
        out += "   MISMATCH: " + step.why + (step.derived ? ", " + amountText(*step.derived, figure) : std::string());
    out += step.repeated ? "   (above)\n" : "\n";
    if (step.repeated)
        return;
    out += indent + "  = " + reports::formulaText(figure) + "\n";
    if (!figure.method.empty())
        out += indent + "  " + figure.method + "\n";
    for (std::size_t i = 0; i < figure.sources.size(); ++i) {
        if (i == options.rows && figure.sources.size() > options.rows + 1) {
            out += indent + "  ... and " + std::to_string(figure.sources.size() - i) + " rows more (--rows N)\n";
            break;
        }
        const auto& row = figure.sources[i];
        out += indent + "  - " + formatDecimal(row.units, figure.decimals, 0) + "  " + row.kind + " " + row.key + "  " + row.text + "\n";
    }
    if (level < options.depth)
        for (const auto& input : step.inputs)
            print(out, input, options, level + 1);
}

/// The same report, made of the book's rows now. A day of the value series is the whole statement of that day.
Result<reports::ReportFigures> fromBook(BookSession& session, const reports::FigureAddress& address)
{
    const auto definition = reports::findReport(address.report);
    if (!definition)
        return definition.error();
    const auto source = ReportSource::gather(session.services(), session.bars());
    if (!source)
        return source.error();
    ClientId client;
    if (definition->scope == reports::ReportScope::Client) {
        const auto found = (*source)->client(address.client);
        if (!found)
            return found.error();
        client = found->id;
    }
    const auto data = (*source)->data(*definition, client, {address.from, address.to}, true);
    if (!data)
        return data.error();
    const auto document = reports::buildReport(*definition, *data, {});
    if (!document)
        return document.error();
    return reports::figuresOf(*document);
}

/// "series/2026-01-02" of a client's report: the value of that day, as the statement of that one day explains it.
reports::FigureAddress dayAddress(const reports::FigureAddress& address)
{
    constexpr std::size_t kPrefix = 7;
    if (address.figure.rfind("series/", 0) != 0)
        return address;
    const auto day = Date::parse(address.figure.substr(kPrefix));
    if (!day)
        return address;
    reports::FigureAddress one = address;
    one.report = "client-statement";
    one.from = one.to = *day;
    one.figure = "total/value";
    one.key = one.report + "/" + one.client + "/" + day->text() + ".." + day->text();
    return one;
}

int explain(Context& context, const ExplainOptions& options)
{
    auto address = reports::parseFigureAddress(options.id);
    if (!address)
        return context.fail(address.error());
    std::optional<reports::ReportFigures> stated;
    if (!options.file.empty()) {
        const auto text = readTextFile(options.file);
        if (!text)
            return context.fail(text.error());
        auto read = reports::readReportFigures(*text);
        if (!read)
            return context.fail(read.error());
        if (read->key != address->key)
            return context.fail(invalid("reports.figure-address", options.file + " is " + read->key.substr(0, 120)));
        stated = std::move(*read);
    }
    const reports::FigureAddress asked = dayAddress(*address);
    std::optional<std::int64_t> statedDay;
    if (stated && asked.key != address->key) {
        for (const auto& day : stated->series)
            if (day.date == asked.to)
                statedDay = day.value;
        if (!statedDay)
            return context.fail(notFound("reports.figure-unknown", options.id.substr(0, 160)));
        stated.reset();
    }
    const bool fileAlone = stated && context.book.empty();
    BookOptions open;
    open.create = !stated;
    open.directory = context.book;
    const auto session = context.books.open(context.withCredentials(open));
    std::optional<reports::ReportFigures> facts;
    if (session) {
        auto made = fromBook(**session, asked);
        if (!made)
            return context.fail(made.error());
        facts = std::move(*made);
    } else if (!fileAlone || session.error().code != "storage.no-book") {
        return context.fail(session.error());
    }
    if (!stated)
        stated = facts;
    auto tree = reports::explainFigure(*stated, facts ? &*facts : nullptr, asked.figure);
    if (!tree)
        return context.fail(tree.error());
    if (statedDay && *statedDay != tree->figure.units) {
        tree->matches = tree->whole = false;
        tree->why = "the report's series states " + amountText(*statedDay, tree->figure);
    }
    const char* where = facts ? "the book's facts" : "the source rows in the file; no book was given";
    std::string text;
    print(text, *tree, options, 0);
    text += tree->whole ? fmt::format("ok: derived again from {}\n", where) : fmt::format("MISMATCH: what is stated does not follow from {}\n", where);
    context.ok({{"id", options.id}, {"good", tree->whole}, {"facts", where}, {"method", "each step is computed again from its inputs, exactly, and rounded half even once"}, {"tree", toJson(*tree, asked.key, options.depth)}}, text);
    if (!tree->whole && !context.json)
        context.err << "rialtoctl: " << options.id << " does not follow from " << where << "; see MISMATCH\n";
    return tree->whole ? kOk : kFailed;
}

} // namespace

Command explainCommand()
{
    return {{"explain"}, "How a figure of a report comes about, down to the rows of the book; derives it again and fails when it does not match",
        {"rialtoctl explain client-statement/C-1001/2026-01-01..2026-01-05/total/value", "rialtoctl explain client-statement/C-1001/2026-01-01..2026-01-05/performance/period --report statement.json --json"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<ExplainOptions>();
            app.add_option("ID", options->id, "The figure's id: in the report as JSON, CSV or HTML (data-figure)")->required();
            app.add_option("--report", options->file, "The report as JSON: its figures are what is checked");
            app.add_option("--depth", options->depth, "Steps down that are shown; all are checked")->check(CLI::Range(0, 64))->capture_default_str();
            app.add_option("--rows", options->rows, "Source rows of a figure that are shown")->capture_default_str();
            return [options](Context& context) { return explain(context, *options); };
        }};
}

} // namespace rialto::cli
