// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/statement_files.h"

#include "reports/export/csv/statement_csv.h"
#include "reports/export/pdf/pdf_exporter.h"
#include "reports/report.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace rialto::reports {

namespace {

Result<void> writeText(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit())
        return unavailable("reports.write-failed", (path + ": " + file.errorString()).toStdString());
    return {};
}

} // namespace

Result<std::vector<std::string>> writeStatementFiles(const StatementData& data, const std::string& folder, const StatementFormats& formats)
{
    const QDir dir(QString::fromStdString(folder));
    if (!dir.mkpath("."))
        return unavailable("reports.write-failed", folder);
    // A client number is free text; a file name is not.
    QString client = QString::fromStdString(data.clientNumber);
    client.replace(QRegularExpression("[^A-Za-z0-9._-]"), "_");
    const QString stem = client + "-" + QString::fromStdString(data.to.text());
    std::vector<std::string> paths;
    for (const Language language : formats.pdf) {
        const auto document = buildClientStatement(data, language);
        if (!document)
            return document.error();
        const auto path = dir.filePath("statement-" + stem + (language == Language::Chinese ? "-zh.pdf" : "-en.pdf")).toStdString();
        if (const auto written = PdfExporter::write(*document, path); !written)
            return written.error();
        paths.push_back(path);
    }
    if (formats.csv) {
        const CsvOptions options{true, Language::English};
        for (const auto& [name, text] : {std::pair("holdings-", holdingsCsv(data, options)), std::pair("trades-", tradesCsv(data, options))}) {
            const QString path = dir.filePath(name + stem + ".csv");
            if (const auto written = writeText(path, text); !written)
                return written.error();
            paths.push_back(path.toStdString());
        }
    }
    return paths;
}

} // namespace rialto::reports
