// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/report_options.h"

#include "reports/export/delivery/brand_file.h"

#include <fmt/format.h>

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

Result<IssuedFiles> issueReport(const reports::ReportDefinition& definition, const reports::ReportData& data, const ReportOptions& options, const std::string& bookFolder)
{
    const auto brand = options.brand();
    if (!brand)
        return brand.error();
    IssuedFiles issued;
    for (const auto language : options.languageList()) {
        const auto document = reports::buildReport(definition, data, {language, *brand, true});
        if (!document)
            return document.error();
        auto files = reports::writeReport(*document, options.folder, options.formatList());
        if (!files)
            return files.error();
        issued.key = document->key;
        issued.figures = document->figures.size();
        for (auto& file : *files)
            issued.files.push_back({document->key, language == reports::Language::Chinese ? "zh" : "en", isoUtc(document->createdAt), std::move(file)});
    }
    if (const auto kept = reports::addToManifest(options.folder, issued.files); !kept)
        return kept.error();
    if (!bookFolder.empty())
        if (const auto kept = reports::addToRecord(bookFolder, issued.files); !kept)
            return kept.error();
    return issued;
}

std::string issuedText(const IssuedFiles& issued)
{
    std::string text = fmt::format("{}: {} figures\n", issued.key, issued.figures);
    for (const auto& one : issued.files)
        text += fmt::format("  {}  {} bytes{}\n", one.file.path, one.file.bytes, one.file.pages > 0 ? fmt::format(", {} pages", one.file.pages) : std::string());
    return text;
}

Json issuedJson(const IssuedFiles& issued)
{
    Json files = Json::array();
    for (const auto& one : issued.files)
        files.push_back(toJson(one));
    return files;
}

} // namespace rialto::cli
