// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus of the fuzz target in every build, as it is and with seeded damage; and every real file that is at hand.
#include "base/rng.h"
#include "connector_bed.h"
#include "fuzz/connector_target.h"
#include "support/test_main.h"

#include <QDirIterator>

using namespace rialto;
using namespace rialto::testing;

class CorpusReplayTest : public QObject {
    Q_OBJECT

private slots:
    void filesOfEveryFormatKeepTheirPromises()
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/connector"));
        int files = 0;
        Rng rng(42);
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto feed = [](const QByteArray& each) { fuzzing::runConnectorTarget(reinterpret_cast<const std::uint8_t*>(each.constData()), static_cast<std::size_t>(each.size())); };
            feed(bytes);
            integration::ImportOptions options;
            options.fileName = name.toStdString();
            const auto report = integration::importAnyBytes(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), options, {}, {});
            QVERIFY2(report.ok() && report->harvest.accepted > 0, qPrintable(name + (report ? QString() : QString::fromStdString(": " + report.error().text()))));
            for (int i = 0; i < 60; ++i) {
                QByteArray damaged = bytes;
                for (std::int64_t n = rng.between(1, 4); n > 0 && !damaged.isEmpty(); --n) {
                    const auto at = static_cast<qsizetype>(rng.below(static_cast<std::uint32_t>(damaged.size())));
                    constexpr char kSpecial[] = "\"\r\n,;<>[]{}:-+0\0\xFF\xB0" "e";
                    if (rng.chance(300))
                        damaged.remove(at, rng.between(1, 8));
                    else if (rng.chance(500))
                        damaged.insert(at, kSpecial[rng.below(sizeof kSpecial - 1)]);
                    else
                        damaged[at] = kSpecial[rng.below(sizeof kSpecial - 1)];
                }
                feed(damaged);
            }
            ++files;
        }
        QVERIFY(files >= 15);
    }
    void everyRealFileIsReadWithoutASilentLoss()
    {
        if (!haveShared())
            QSKIP("the shared data are not on this machine");
        // Answers to questions, no data; and a file that says nothing about its zone and must ask.
        const QStringList refused{"expected_bad_ticks.csv", "expected_anomalies.csv", "quote_tick_data.csv"};
        int files = 0;
        for (const char* folder : {"market", "info", "refdata"}) {
            QDirIterator walk(shared(folder), QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString path = walk.next();
                integration::ImportOptions options;
                const auto report = integration::importAnyFile(path.toStdString(), options, {});
                ++files;
                if (refused.contains(QFileInfo(path).fileName())) {
                    QVERIFY2(!report.ok() && report.error().detail.size() > 30, qPrintable(path));
                    continue;
                }
                QVERIFY2(report.ok(), qPrintable(path + (report ? QString() : QString::fromStdString(": " + report.error().text()))));
                QCOMPARE(report->harvest.rowsRead, report->harvest.accepted + report->harvest.rejected);
                // Orders and accounts among the payloads of an exchange are no market data, and are told one by one.
                if (!path.endsWith("binance_spot.json"))
                    QVERIFY2(report->harvest.rejected == 0, qPrintable(path + " " + QString::fromStdString(report->harvest.rejectedRows.empty() ? std::string() : report->harvest.rejectedRows.front().column + " " + report->harvest.rejectedRows.front().code)));
            }
        }
        QVERIFY(files > 60);
    }
};

RIALTO_TEST(CorpusReplayTest)
#include "corpus_replay_test.moc"
