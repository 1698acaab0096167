// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus of fuzz_replay, every prefix of it, and random records with own orders in them.
#include "fuzz/replay_target.h"
#include "support/test_main.h"

#include "base/rng.h"

#include <QDir>
#include <QFile>

#include <vector>

class ReplayCorpusTest : public QObject {
    Q_OBJECT
private slots:
    void everyPrefixOfTheCorpusIsTaken()
    {
        const QDir folder(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/replay"));
        int files = 0;
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (qsizetype size = 0; size <= bytes.size(); ++size)
                rialto::fuzzing::runReplayTarget(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(size));
            ++files;
        }
        QVERIFY(files >= 2);
    }
    void randomRecordsKeepTheirInvariants()
    {
        rialto::Rng rng(20261124);
        for (int round = 0; round < 400; ++round) {
            std::vector<std::uint8_t> bytes(1 + 5 * 200);
            for (auto& each : bytes)
                each = static_cast<std::uint8_t>(rng.below(256));
            rialto::fuzzing::runReplayTarget(bytes.data(), bytes.size());
        }
    }
};

RIALTO_TEST(ReplayCorpusTest)
#include "replay_corpus_test.moc"
