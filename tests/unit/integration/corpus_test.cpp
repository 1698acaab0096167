// SPDX-License-Identifier: GPL-3.0-or-later
// The corpora of the fuzz targets in every build, as they are and with seeded damage.
#include "base/rng.h"
#include "fuzz/cell_target.h"
#include "fuzz/csv_target.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

using namespace rialto;

class CorpusTest : public QObject {
    Q_OBJECT

    template <class Run>
    static int replay(const char* folder, int mutations, Run run)
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/") + folder);
        int files = 0;
        Rng rng(42);
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            RIALTO_CHECK(file.open(QIODevice::ReadOnly), "a file of the corpus is readable");
            const QByteArray bytes = file.readAll();
            const auto feed = [&](const QByteArray& each) { run(reinterpret_cast<const std::uint8_t*>(each.constData()), static_cast<std::size_t>(each.size())); };
            feed(bytes);
            for (int i = 0; i < mutations; ++i) {
                QByteArray damaged = bytes;
                for (std::int64_t n = rng.between(1, 4); n > 0 && !damaged.isEmpty(); --n) {
                    const auto at = static_cast<qsizetype>(rng.below(static_cast<std::uint32_t>(damaged.size())));
                    constexpr char kSpecial[] = "\"\r\n,;\t.-+0\0\xFF\xB0" "e";
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
        return files;
    }

private slots:
    void filesOfEveryShapeKeepTheirPromises() { QVERIFY(replay("csv", 150, fuzzing::runCsvTarget) >= 10); }
    void cellsOfEveryShapeKeepTheirPromises() { QVERIFY(replay("cell", 300, fuzzing::runCellTarget) >= 10); }
};

RIALTO_TEST(CorpusTest)
#include "corpus_test.moc"
