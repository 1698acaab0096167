// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/report_file_target.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

using namespace rialto;

class ReportFileCorpusTest : public QObject {
    Q_OBJECT

private slots:
    void theCorpusIsReadOrRefused()
    {
        const QDir folder(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/report_file"));
        int seen = 0;
        for (const auto& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            // Whole, cut off anywhere, and with single bytes changed.
            fuzzing::runReportFileTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size()));
            for (qsizetype at = 0; at < std::min<qsizetype>(bytes.size(), 3000); at += 7) {
                fuzzing::runReportFileTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(at));
                QByteArray changed = bytes;
                changed[at] = char(changed[at] ^ (1 << (at % 7)));
                fuzzing::runReportFileTarget(reinterpret_cast<const std::uint8_t*>(changed.constData()), std::size_t(changed.size()));
            }
            ++seen;
        }
        QVERIFY(seen >= 7);
    }

    void aCircleIsNamed()
    {
        QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/report_file/circle.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto report = reports::readReportFigures(file.readAll().toStdString());
        QVERIFY(report.ok());
        const auto tree = reports::explainFigure(*report, nullptr, "a");
        QVERIFY(tree.ok() && !tree->matches);
        QVERIFY(tree->why.find("reports.figure-circular") != std::string::npos);
    }
};

RIALTO_TEST(ReportFileCorpusTest)
#include "report_file_corpus_test.moc"
