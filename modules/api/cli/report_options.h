// SPDX-License-Identifier: GPL-3.0-or-later
// What every verb about reports lets a user say: day or period, languages, formats, folder and brand.
#pragma once

#include "api/cli/command.h"
#include "reports/export/delivery/report_archive.h"
#include "services/report_source.h"

#include <string>
#include <vector>

namespace rialto::cli {

struct ReportOptions {
    std::string asOf;
    std::string from;
    std::vector<std::string> languages = {"en"};
    std::vector<std::string> formats = {"pdf"};
    std::string folder = ".";
    std::string brandFile;

    void addTo(CLI::App& app);
    Result<ReportPeriod> period() const;
    std::vector<reports::Language> languageList() const;
    std::vector<reports::ReportFormat> formatList() const;
    Result<reports::Brand> brand() const;
};

Json toJson(const reports::IssuedReport& issued);

struct IssuedFiles {
    std::string key;
    std::size_t figures = 0;
    std::vector<reports::IssuedReport> files;
};
/// Builds the report in every language asked for, writes it in every format, and keeps it in the folder's manifest and, when there
/// is a book, in its record.
Result<IssuedFiles> issueReport(const reports::ReportDefinition& definition, const reports::ReportData& data, const ReportOptions& options, const std::string& bookFolder);
/// The files as lines, and as JSON.
std::string issuedText(const IssuedFiles& issued);
Json issuedJson(const IssuedFiles& issued);

} // namespace rialto::cli
