// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the seeds of the fuzz target, each also cut short and with single bytes changed.
#include "base/rng.h"
#include "fuzz/clients_target.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

class ClientsCorpusTest : public QObject {
    Q_OBJECT

private slots:
    void everySeedIsReadWhole_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/clients"));
        for (const QString& name : folder.entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        QVERIFY(!folder.entryList(QDir::Files).isEmpty());
    }
    void everySeedIsReadWhole()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string bytes = file.readAll().toStdString();
        rialto::testing::readAsClientInput(bytes);
        for (std::size_t cut = 0; cut < bytes.size(); ++cut)
            rialto::testing::readAsClientInput(std::string_view(bytes).substr(0, cut));
        rialto::Rng rng(3);
        for (int n = 0; n < 400; ++n) {
            std::string changed = bytes;
            changed[rng.below(static_cast<std::uint32_t>(changed.size()))] = static_cast<char>(rng.below(256));
            rialto::testing::readAsClientInput(changed);
        }
    }
};

RIALTO_TEST(ClientsCorpusTest)
#include "corpus_test.moc"
