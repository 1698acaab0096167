// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

#include "reports/format.h"
#include "reports/sections/statement_sections.h"

#include <iterator>

namespace rialto::reports {
namespace {

void describeSeries(ReportDocument& document, const StatementData& data)
{
    document.seriesDecimals = data.base.digits();
    for (const auto& point : data.series)
        document.series.push_back({point.date, point.value.minor(), point.netContributions.minor()});
}

void addDisclosures(ReportDocument& document, const ReportView& view)
{
    if (view.brand.disclosures.empty())
        return;
    document.blocks.push_back(Heading{2, view.say("Disclosures", "重要披露"), {}, false});
    for (const auto& sentence : view.brand.disclosures)
        document.blocks.push_back(Paragraph{sentence.in(view.language), true});
}

} // namespace

Result<ReportDefinition> findReport(std::string_view id)
{
    if (id == "statement")
        id = "client-statement";
    for (auto& report : reportCatalog())
        if (report.id == id)
            return report;
    return notFound("reports.unknown", std::string(id.substr(0, 60)));
}

std::string reportKey(const ReportDefinition& definition, const ReportData& facts)
{
    const StatementData& data = facts.statement;
    const std::string about = definition.scope == ReportScope::Client ? data.clientNumber : definition.scope == ReportScope::Study ? facts.subject : std::string("market");
    return definition.id + "/" + about + "/" + data.from.text() + ".." + data.to.text();
}

Result<ReportDocument> buildReport(const ReportDefinition& definition, const ReportData& facts, const BuildOptions& options)
{
    const StatementData& data = facts.statement;
    const bool ofClient = definition.scope == ReportScope::Client;
    if (ofClient)
        if (const auto ok = validate(data); !ok)
            return ok.error();
    FigureBook figures;
    if (options.figures)
        for (const auto& backing : data.backing)
            figures.addBacking(backing);
    const ReportView view{data, facts, options.language, allocationOf(data), options.brand, definition, options.figures ? &figures : nullptr};
    if (ofClient && options.figures) {
        // What a figure of one section is computed from may be printed by another, or by none of this report.
        for (const auto section : {overviewSection, holdingsSection})
            section(view);
        figures.keepAsBacking();
    }
    const bool ofStudy = definition.scope == ReportScope::Study;
    const std::string period = ofClient || (ofStudy && data.from != data.to) ? view.say(Text::PeriodFromTo, {view.day(data.from), view.day(data.to)}) : view.day(data.to);
    const std::string& title = definition.title.in(options.language);
    ReportDocument document;
    document.id = definition.id;
    document.language = options.language;
    document.title = title + " " + (ofClient ? data.clientNumber + " " : ofStudy ? facts.subject + " " : "") + data.to.text();
    document.author = view.firmName();
    document.subject = ofClient ? data.clientName.in(options.language) + " · " + period : title + " · " + period;
    document.createdAt = data.createdAt;
    document.furniture = {ofClient ? data.clientName.in(options.language) + " · " + data.clientNumber : ofStudy ? facts.subject : view.firmName(), title + " · " + period,
        view.firmName(), view.say(Text::PageOf), data.simulated ? view.say(Text::Simulated) : std::string()};
    for (const auto section : definition.sections) {
        Blocks blocks = section(view);
        document.blocks.insert(document.blocks.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    }
    addDisclosures(document, view);
    document.key = reportKey(definition, facts);
    document.client = ofClient ? data.clientNumber : ofStudy ? facts.subject : std::string();
    document.from = data.from;
    document.to = data.to;
    document.currency = data.base.code();
    document.brand = options.brand;
    if (options.figures) {
        document.figures = figures.take();
        describeSeries(document, data);
    }
    return document;
}

Result<ReportDocument> buildClientStatement(const StatementData& data, Language language)
{
    const auto definition = findReport("client-statement");
    if (!definition)
        return definition.error();
    ReportData facts;
    facts.statement = data;
    BuildOptions options;
    options.language = language;
    return buildReport(*definition, facts, options);
}

} // namespace rialto::reports
