// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of reports. A report is one file in reports/catalog that defines `ReportDefinition <fileName>Report()`:
// a name, what it needs to know, and the sections that it is put together from. reportCatalog() lists them all, in the order of
// the file names; buildReport() turns a definition and facts into a document, the same for every format. Pure; any thread.
#pragma once

#include "reports/report_data.h"
#include "reports/report_document.h"
#include "reports/statement.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::reports {

struct ReportView;

using Blocks = std::vector<Block>;
/// A part of a report. It prints facts of the view and registers the figures behind what it prints.
using Section = Blocks (*)(const ReportView&);

/// Client: about one client and a period. Market: about the instruments of the book on a day. Study: about what a caller brings
/// (a backtest, a note); its value series, if it has one, is that of the statement.
enum class ReportScope { Client, Market, Study };

/// Parts of ReportData beyond the statement.
enum ReportNeed : unsigned { NeedsNothing = 0, NeedsLots = 1, NeedsOrders = 2, NeedsMarket = 4, NeedsQuality = 8, NeedsRisk = 16, NeedsProposal = 32, NeedsAttribution = 64, NeedsCompliance = 128, NeedsBacktest = 256, NeedsNote = 512 };

struct ReportDefinition {
    std::string id;                  // "client-statement", as on the command line
    LocalizedText title;
    LocalizedText description;       // one sentence, for the list of reports
    ReportScope scope = ReportScope::Client;
    unsigned needs = NeedsNothing;
    std::vector<Section> sections;
};

struct BuildOptions {
    Language language = Language::English;
    Brand brand;
    bool figures = true;             // false: only what is printed, for large batches of PDFs
};

std::vector<ReportDefinition> reportCatalog();
/// By id; "statement" is short for "client-statement". Errors: reports.unknown.
Result<ReportDefinition> findReport(std::string_view id);

/// "client-statement/C-1001/2026-01-01..2026-01-31"; what all figures of the report begin with.
std::string reportKey(const ReportDefinition& definition, const ReportData& facts);

/// Errors are those of validate() for reports of a client.
Result<ReportDocument> buildReport(const ReportDefinition& definition, const ReportData& data, const BuildOptions& options);

/// The statement of the catalogue. Errors are those of validate().
Result<ReportDocument> buildClientStatement(const StatementData& data, Language language);

} // namespace rialto::reports
