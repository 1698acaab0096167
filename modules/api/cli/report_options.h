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

} // namespace rialto::cli
