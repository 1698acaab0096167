// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/advice_target.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

using namespace rialto;

class AdviceCorpusTest : public QObject {
    Q_OBJECT

private slots:
    void theCorpusIsReadOrRefused()
    {
        const QDir folder(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/advice"));
        int seen = 0;
        for (const auto& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            // Whole, cut off anywhere, and with single bytes changed.
            fuzzing::runAdviceTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size()));
            for (qsizetype at = 0; at < bytes.size(); ++at) {
                fuzzing::runAdviceTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(at));
                for (const int bit : {0, 3, 6}) {
                    QByteArray changed = bytes;
                    changed[at] = char(changed[at] ^ (1 << bit));
                    fuzzing::runAdviceTarget(reinterpret_cast<const std::uint8_t*>(changed.constData()), std::size_t(changed.size()));
                }
            }
            ++seen;
        }
        QVERIFY(seen >= 4);
    }
};

RIALTO_TEST(AdviceCorpusTest)
#include "advice_corpus_test.moc"
