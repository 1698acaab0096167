// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"
#include "research/research_store.h"

#include <algorithm>

namespace rialto::cli {

namespace {

constexpr std::size_t kMostHeadlines = 8;

struct NoteReport {
    std::int64_t note = 0;
    std::string symbol;
    ReportOptions options;
};

Result<reports::NoteFacts> noteFacts(research::ResearchStore& desk, const NoteReport& wanted)
{
    const auto revisions = desk.noteHistory(wanted.note);
    if (!revisions)
        return revisions.error();
    const research::Note& note = revisions->back();
    reports::NoteFacts facts;
    facts.symbol = wanted.symbol.empty() && !note.symbols.empty() ? note.symbols.front() : wanted.symbol;
    facts.title = note.title;
    facts.author = note.author;
    facts.written = Date::ofUtc(note.time);
    facts.body = note.body;
    facts.rating = note.rating;
    if (note.target)
        facts.target = note.target->text() + " " + note.currency;
    const auto documents = desk.documents("news");
    if (!documents)
        return documents.error();
    for (const auto& each : research::merge(*documents)) {
        const auto& document = each.document;
        const bool about = std::find(document.symbols.begin(), document.symbols.end(), facts.symbol) != document.symbols.end();
        if (about && document.published && facts.news.size() < kMostHeadlines)
            facts.news.emplace_back(Date::ofUtc(*document.published), document.title);
    }
    return facts;
}

int researchNote(Context& context, const NoteReport& wanted)
{
    const auto definition = reports::findReport("research-note");
    if (!definition)
        return context.fail(definition.error());
    const auto asked = wanted.options.period();
    if (!asked)
        return context.fail(asked.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    auto facts = noteFacts(**desk, wanted);
    if (!facts)
        return context.fail(facts.error());
    if (facts->symbol.empty())
        return context.fail(invalid("reports.note-symbol", "the note names no security; say which with --symbol"));
    const auto source = ReportSource::gather(session->services(), session->bars());
    if (!source)
        return context.fail(source.error());
    const ReportPeriod period = (*source)->resolved(*asked);
    const auto row = (*source)->marketOf(facts->symbol, period.to);
    if (!row)
        return context.fail(row.error());
    reports::ReportData data;
    data.subject = facts->symbol;
    data.market = {*row};
    data.statement.firmName = {"Rialto Demo Wealth", "里亚托演示财富"};
    data.statement.from = data.statement.to = period.to;
    data.statement.createdAt = (*source)->createdAt();
    data.statement.simulated = (*source)->simulated();
    data.statement.base = Currency::parse(row->currency).valueOr(Currency::literal("USD"));
    data.note = std::make_shared<const reports::NoteFacts>(std::move(*facts));
    const auto issued = issueReport(*definition, data, wanted.options, session->directory());
    if (!issued)
        return context.fail(issued.error());
    return context.ok({{"report", definition->id}, {"key", issued->key}, {"note", wanted.note}, {"symbol", data.subject}, {"figures", issued->figures}, {"files", issuedJson(*issued)}}, issuedText(*issued));
}

} // namespace

Command reportResearchNoteCommand()
{
    return {{"report", "research-note"}, "A research note as a document: the analyst's words with price, chart and news",
        {"rialtoctl report research-note --note 1 --format pdf,html --lang en,zh --out notes"}, [](CLI::App& app) -> Action {
            auto wanted = std::make_shared<NoteReport>();
            app.add_option("--note", wanted->note, "Number of the note ('rialtoctl note list')")->required();
            app.add_option("--symbol", wanted->symbol, "Of the security (default: the first that the note names)");
            wanted->options.addTo(app);
            return [wanted](Context& context) { return researchNote(context, *wanted); };
        }};
}

} // namespace rialto::cli
