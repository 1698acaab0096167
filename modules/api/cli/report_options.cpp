// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"

#include "reports/export/delivery/brand_file.h"

namespace rialto::cli {

void ReportOptions::addTo(CLI::App& app)
{
    app.add_option("--as-of,--to", asOf, "Last day of the report (default: the venue's trading day)");
    app.add_option("--from", from, "First day (default: the first of the month of the last day)");
    app.add_option("--lang", languages, "en, zh or both")->delimiter(',')->check(CLI::IsMember({"en", "zh"}));
    app.add_option("--format", formats, "pdf, xlsx, html, csv, json; several with commas")->delimiter(',')->check(CLI::IsMember(reports::reportFormatNames()));
    app.add_option("--out", folder, "Folder for the files")->capture_default_str();
    app.add_option("--brand", brandFile, "The firm's white label: a JSON file with firmName, contact, accent, logo, disclosures");
}

Result<ReportPeriod> ReportOptions::period() const
{
    ReportPeriod period;
    for (const auto& [text, day] : {std::pair(&asOf, &period.to), std::pair(&from, &period.from)}) {
        if (text->empty())
            continue;
        const auto parsed = Date::parse(*text);
        if (!parsed)
            return parsed.error();
        *day = *parsed;
    }
    return period;
}

std::vector<reports::Language> ReportOptions::languageList() const
{
    std::vector<reports::Language> list;
    for (const auto& language : languages)
        list.push_back(language == "zh" ? reports::Language::Chinese : reports::Language::English);
    return list;
}

std::vector<reports::ReportFormat> ReportOptions::formatList() const
{
    std::vector<reports::ReportFormat> list;
    for (const auto& format : formats)
        if (const auto known = reports::reportFormat(format))
            list.push_back(*known);
    return list;
}

Result<reports::Brand> ReportOptions::brand() const
{
    return brandFile.empty() ? Result<reports::Brand>(reports::Brand{}) : reports::readBrand(brandFile);
}

Json toJson(const reports::IssuedReport& issued)
{
    return {{"file", issued.file.path}, {"format", reports::name(issued.file.format)}, {"language", issued.language}, {"bytes", issued.file.bytes}, {"sha256", issued.file.sha256}, {"report", issued.key}};
}

} // namespace rialto::cli
