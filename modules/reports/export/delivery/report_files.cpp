// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/delivery/report_files.h"

#include "reports/export/csv/report_csv.h"
#include "reports/export/html/report_html.h"
#include "reports/export/json/report_json.h"
#include "reports/export/pdf/pdf_exporter.h"
#include "reports/export/xlsx/report_xlsx.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace rialto::reports {
namespace {

constexpr std::array<std::pair<ReportFormat, std::string_view>, 5> kFormats{{{ReportFormat::Pdf, "pdf"}, {ReportFormat::Xlsx, "xlsx"}, {ReportFormat::Html, "html"}, {ReportFormat::Csv, "csv"}, {ReportFormat::Json, "json"}}};

std::string plain(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ? c : '_';
    return out;
}

Result<std::string> bytesOf(const ReportDocument& document, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Html: return reportHtml(document);
    case ReportFormat::Csv: return reportCsv(document);
    case ReportFormat::Json: return reportJson(document);
    case ReportFormat::Xlsx: return reportXlsx(document);
    case ReportFormat::Pdf: break;
    }
    const auto pdf = PdfExporter::render(document);
    if (!pdf)
        return pdf.error();
    return pdf->toStdString();
}

} // namespace

std::string_view name(ReportFormat format)
{
    for (const auto& [value, words] : kFormats)
        if (value == format)
            return words;
    return "";
}

std::optional<ReportFormat> reportFormat(std::string_view words)
{
    for (const auto& [value, text] : kFormats)
        if (text == words)
            return value;
    return std::nullopt;
}

std::vector<std::string> reportFormatNames()
{
    std::vector<std::string> names;
    for (const auto& [value, words] : kFormats)
        names.emplace_back(words);
    return names;
}

std::string reportFileStem(const ReportDocument& document)
{
    return plain(document.id) + "-" + (document.client.empty() ? "" : plain(document.client) + "-") + document.to.text() + (document.language == Language::Chinese ? "-zh" : "-en");
}

Result<ReportFile> writeWhole(const std::string& path, std::string_view bytes)
{
    QSaveFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit())
        return unavailable("reports.write-failed", path + ": " + file.errorString().toStdString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(size)));
    return ReportFile{path, QFileInfo(QString::fromStdString(path)).fileName().toStdString(), ReportFormat::Pdf, hash.result().toHex().toStdString(), size, 0};
}

Result<std::string> sha256OfFile(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return unavailable("reports.read-failed", path + ": " + file.errorString().toStdString());
    return hash.result().toHex().toStdString();
}

Result<std::vector<ReportFile>> writeReport(const ReportDocument& document, const std::string& folder, const std::vector<ReportFormat>& formats)
{
    const QDir dir(QString::fromStdString(folder));
    if (!dir.mkpath("."))
        return unavailable("reports.write-failed", folder + " cannot be made");
    std::vector<ReportFile> files;
    for (const auto format : formats) {
        const std::string path = dir.filePath(QString::fromStdString(reportFileStem(document) + "." + std::string(name(format)))).toStdString();
        const auto bytes = bytesOf(document, format);
        if (!bytes)
            return bytes.error();
        auto written = writeWhole(path, *bytes);
        if (!written)
            return written.error();
        written->format = format;
        files.push_back(std::move(*written));
    }
    return files;
}

} // namespace rialto::reports
