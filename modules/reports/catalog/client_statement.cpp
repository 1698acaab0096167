// SPDX-License-Identifier: GPL-3.0-or-later
// The client statement: what the client holds, what moved, what was traded and how it did.
#include "reports/report.h"

#include "reports/format.h"
#include "reports/sections/statement_sections.h"

#include <iterator>

namespace rialto::reports {
namespace {

constexpr const char* kId = "client-statement";

constexpr Blocks (*kSections[])(const StatementView&) = {coverSection, overviewSection, holdingsSection, performanceSection, cashSection, tradesSection, costsSection, notesSection};

} // namespace

Result<ReportDocument> buildClientStatement(const StatementData& data, Language language)
{
    if (const auto ok = validate(data); !ok)
        return ok.error();
    const StatementView view{data, language, allocationOf(data)};
    const std::string period = view.say(Text::PeriodFromTo, {view.day(data.from), view.day(data.to)});
    ReportDocument document;
    document.id = kId;
    document.language = language;
    document.title = view.say(Text::ClientStatement) + " " + data.clientNumber + " " + data.to.text();
    document.author = data.firmName.in(language);
    document.subject = data.clientName.in(language) + " · " + period;
    document.createdAt = data.createdAt;
    document.furniture = {data.clientName.in(language) + " · " + data.clientNumber, view.say(Text::ClientStatement) + " · " + period,
        data.firmName.in(language), view.say(Text::PageOf), data.simulated ? view.say(Text::Simulated) : std::string()};
    for (const auto section : kSections) {
        Blocks blocks = section(view);
        document.blocks.insert(document.blocks.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    }
    return document;
}

ReportDefinition clientStatementReport()
{
    return {kId, {text(Text::ClientStatement, Language::English), text(Text::ClientStatement, Language::Chinese)},
        {text(Text::ClientStatementDescription, Language::English), text(Text::ClientStatementDescription, Language::Chinese)}, buildClientStatement};
}

} // namespace rialto::reports
