// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus of the repair's fuzz target, as it is and with seeded damage.
#include "base/rng.h"
#include "fuzz/repair_target.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

using namespace rialto;

class RepairCorpusTest : public QObject {
    Q_OBJECT

private slots:
    void filesOfEveryShapeKeepTheirPromises()
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/repair"));
        Rng rng(4711);
        int files = 0;
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto feed = [](const QByteArray& each) { fuzzing::runRepairTarget(reinterpret_cast<const std::uint8_t*>(each.constData()), static_cast<std::size_t>(each.size())); };
            feed(bytes);
            for (int i = 0; i < 120; ++i) {
                QByteArray damaged = bytes;
                for (std::int64_t n = rng.between(1, 4); n > 0 && !damaged.isEmpty(); --n) {
                    const auto at = static_cast<qsizetype>(rng.below(static_cast<std::uint32_t>(damaged.size())));
                    constexpr char kSpecial[] = "\"\r\n,;\t.-+0\0\xFF" "e9";
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
        QVERIFY(files >= 10);
    }
};

RIALTO_TEST(RepairCorpusTest)
#include "repair_corpus_test.moc"
