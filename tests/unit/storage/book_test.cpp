// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"
#include "storage/bar_codec.h"
#include "storage/sqlite_bar_store.h"
#include "storage/sqlite_journal.h"
#include "../../contract/storage/sample_facts.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace rialto;
using namespace rialto::storage;

namespace {

QString codeOf(const Error& error) { return QString::fromStdString(error.code); }

std::unique_ptr<SqliteJournal> openJournal(const Book& book)
{
    return std::move(*SqliteJournal::open(std::move(*book.connectFacts())));
}

Result<std::vector<Fact>> loadAll(Journal& journal)
{
    std::vector<Fact> facts;
    const auto loaded = journal.load([&](Fact&& fact) -> Result<void> {
        facts.push_back(std::move(fact));
        return {};
    });
    if (!loaded)
        return loaded.error();
    return facts;
}

} // namespace

class BookTest : public QObject {
    Q_OBJECT

private slots:
    void aNewDirectoryBecomesABook()
    {
        QTemporaryDir dir;
        const std::string path = dir.filePath("deep/er/书").toStdString();
        auto book = Book::open(path);
        QVERIFY2(book.ok(), book ? "" : book.error().text().c_str());
        QVERIFY(QFile::exists(dir.filePath("deep/er/书/book.db")));
        QVERIFY(QFile::exists(dir.filePath("deep/er/书/market.db")));
    }

    void aSecondWriterIsRefusedWithTheNameOfTheFirst()
    {
        QTemporaryDir dir;
        auto first = Book::open(dir.path().toStdString());
        QVERIFY(first.ok());
        const auto second = Book::open(dir.path().toStdString());
        QVERIFY(!second.ok());
        QCOMPARE(codeOf(second.error()), QString("storage.locked"));
        QVERIFY(second.error().detail.find("process " + std::to_string(QCoreApplication::applicationPid())) != std::string::npos);
        first->reset();
        QVERIFY(Book::open(dir.path().toStdString()).ok());
    }

    void aReaderMayLookWhileAnotherWrites()
    {
        QTemporaryDir dir;
        auto writer = *Book::open(dir.path().toStdString());
        auto journal = openJournal(*writer);
        QVERIFY(journal->append(testing::oneOfEach()).ok());
        auto reader = Book::open(dir.path().toStdString(), Book::Access::Read);
        QVERIFY2(reader.ok(), reader ? "" : reader.error().text().c_str());
        auto readingJournal = openJournal(**reader);
        QVERIFY(*loadAll(*readingJournal) == testing::oneOfEach());
        const auto refused = readingJournal->append({testing::sampleGroup("more")});
        QCOMPARE(codeOf(refused.error()), QString("storage.read-only"));
    }

    void readingADirectoryWithoutABookSaysSo()
    {
        QTemporaryDir dir;
        QCOMPARE(codeOf(Book::open(dir.path().toStdString(), Book::Access::Read).error()), QString("storage.no-book"));
        QFile file(dir.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(codeOf(Book::open(dir.filePath("file").toStdString()).error()), QString("storage.not-a-directory"));
    }

    void aReadOnlyDirectoryIsRefusedInASentence()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may write into read-only directories");
#endif
        QTemporaryDir dir;
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto refused = Book::open(dir.path().toStdString());
        QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!refused.ok());
        QCOMPARE(codeOf(refused.error()), QString("storage.read-only"));
    }

    void factsAreFinal()
    {
        QTemporaryDir dir;
        auto book = *Book::open(dir.path().toStdString());
        QVERIFY(openJournal(*book)->append(testing::oneOfEach()).ok());
        auto connection = *book->connectFacts();
        QVERIFY(!connection->execute("DELETE FROM transfer").ok());
        QVERIFY(!connection->execute("UPDATE transfer_group SET memo = 'x'").ok());
        QVERIFY(!connection->execute("DELETE FROM fact").ok());
    }

    void aChangedByteInAFactIsFoundWhenFactsAreRead()
    {
        QTemporaryDir dir;
        {
            auto book = *Book::open(dir.path().toStdString());
            QVERIFY(openJournal(*book)->append({testing::sampleGroup("marker-of-the-row")}).ok());
        }
        QFile file(dir.filePath("book.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray all = file.readAll();
        const auto memo = all.indexOf(QByteArray("'quoted'"));
        QVERIFY(memo > 0);
        file.seek(memo + 1);
        file.write("Q");
        file.close();
        auto book = Book::open(dir.path().toStdString());
        QVERIFY(book.ok()); // the file's structure is sound
        const auto loaded = loadAll(*openJournal(**book));
        QVERIFY(!loaded.ok());
        QCOMPARE(codeOf(loaded.error()), QString("storage.corrupt"));
        QVERIFY(loaded.error().detail.find("fact 1") != std::string::npos);
    }

    void aDestroyedPageIsFoundAtOpening()
    {
        QTemporaryDir dir;
        {
            auto book = *Book::open(dir.path().toStdString());
            QVERIFY(openJournal(*book)->append(testing::oneOfEach()).ok());
        }
        QFile file(dir.filePath("book.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 2; page * 4096 < file.size(); page += 3) {
            file.seek(page * 4096);
            file.write(QByteArray(64, '\x7f'));
        }
        file.close();
        const auto book = Book::open(dir.path().toStdString());
        QVERIFY(!book.ok());
        QCOMPARE(codeOf(book.error()), QString("storage.corrupt"));
    }

    void aFlippedBitInBarsIsFound()
    {
        std::vector<Bar> bars;
        for (int i = 0; i < 100; ++i)
            bars.push_back({Timestamp(i * kNanosPerDay), Price::of(i), Price::of(i + 2), Price::of(i - 1), Price::of(i + 1), Quantity::of(i)});
        const auto good = encodeBars(bars);
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            auto bad = good;
            bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1U << (bit % 8)));
            std::vector<Bar> read;
            QVERIFY(!decodeBars(std::string_view(reinterpret_cast<const char*>(bad.data()), bad.size()), read).ok());
        }
    }

#ifdef Q_OS_UNIX
    void noAcknowledgedFactIsLostOrDoubledWhenTheProgramIsKilled()
    {
        QTemporaryDir dir;
        const std::string path = dir.path().toStdString();
        std::size_t before = 0;
        for (int round = 0; round < 12; ++round) {
            int pipes[2];
            QCOMPARE(pipe(pipes), 0);
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                close(pipes[0]);
                auto book = Book::open(path);
                if (!book)
                    _exit(2);
                auto journal = openJournal(**book);
                for (std::size_t n = before;; ++n) {
                    const std::string key = std::to_string(n);
                    if (!journal->append({testing::sampleExecution("x" + key), testing::sampleGroup("g" + key)}))
                        _exit(3);
                    if (write(pipes[1], "a", 1) != 1)
                        _exit(4);
                }
            }
            close(pipes[1]);
            std::size_t acknowledged = 0;
            char byte = 0;
            while (acknowledged < static_cast<std::size_t>(5 + 11 * round) && read(pipes[0], &byte, 1) == 1)
                ++acknowledged;
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY2(WIFSIGNALED(status), "the child was still writing when it was killed");
            while (read(pipes[0], &byte, 1) == 1) // what it had said before it died
                ++acknowledged;
            close(pipes[0]);

            auto book = Book::open(path); // the dead program's lock is no obstacle
            QVERIFY2(book.ok(), book ? "" : book.error().text().c_str());
            const auto facts = loadAll(*openJournal(**book));
            QVERIFY(facts.ok());
            QCOMPARE(facts->size() % 2, std::size_t{0});
            const std::size_t steps = facts->size() / 2;
            QVERIFY(steps >= before + acknowledged);
            QVERIFY(steps <= before + acknowledged + 1); // at most the one that was committed but not yet acknowledged
            for (std::size_t n = 0; n < steps; ++n) {
                QVERIFY((*facts)[2 * n] == Fact(testing::sampleExecution("x" + std::to_string(n))));
                QVERIFY((*facts)[2 * n + 1] == Fact(testing::sampleGroup("g" + std::to_string(n))));
            }
            before = steps;
        }
    }

    void aFileThatMayNotGrowGivesAnErrorAndKeepsWhatWasThere()
    {
        QTemporaryDir dir;
        const std::string path = dir.path().toStdString();
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{400'000, 400'000};
            auto book = Book::open(path);
            if (!book || setrlimit(RLIMIT_FSIZE, &limit) != 0)
                _exit(2);
            auto journal = openJournal(**book);
            for (std::size_t n = 0; n < 100'000; ++n)
                if (const auto done = journal->append({testing::sampleGroup("g" + std::to_string(n))}); !done)
                    _exit(done.error().kind == ErrorKind::Unavailable && n > 10 ? 0 : 3);
            _exit(4);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        auto book = Book::open(path);
        QVERIFY(book.ok());
        const auto facts = loadAll(*openJournal(**book));
        QVERIFY(facts.ok());
        for (std::size_t n = 0; n < facts->size(); ++n)
            QVERIFY((*facts)[n] == Fact(testing::sampleGroup("g" + std::to_string(n))));
    }
#endif
};

RIALTO_TEST(BookTest)
#include "book_test.moc"
