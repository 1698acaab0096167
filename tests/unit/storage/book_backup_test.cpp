// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"
#include "storage/book_backup.h"
#include "storage/sqlite_journal.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::storage;

namespace {

const std::string kPassword = "a sentence that nobody guesses";
const security::PasswordCost kCheap{1, 8}; // the lowest that unsealing takes; a test tries many

Result<void> fillBook(const std::string& directory, int clients)
{
    const auto book = Book::open(directory);
    if (!book)
        return book.error();
    const auto journal = SqliteJournal::open(*(*book)->connectFacts(), directory + "/audit.key");
    if (!journal)
        return journal.error();
    for (int i = 1; i <= clients; ++i)
        if (const auto done = (*journal)->append({Client{ClientId(std::uint64_t(i)), HouseholdId(), "C-" + std::to_string(i), "PLANTED-SECRET-NAME", "", Date::of(2026, 1, 1)}}); !done)
            return done;
    return {};
}

int clientsOf(const std::string& directory)
{
    const auto book = Book::open(directory);
    if (!book)
        return -1;
    const auto journal = SqliteJournal::open(*(*book)->connectFacts());
    int count = 0;
    const auto loaded = (*journal)->load([&count](Fact&&) -> Result<void> {
        ++count;
        return {};
    });
    return loaded ? count : -1;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class BookBackupTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string path(const char* name) const { return m_dir->filePath(name).toStdString(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(fillBook(path("book"), 20).ok());
    }

    void aBookComesBackAsItWas()
    {
        const auto saved = backUpBook(path("book"), path("b.rialto"), kPassword, kCheap);
        QVERIFY2(saved.ok(), saved.ok() ? "" : saved.error().text().c_str());
        QCOMPARE(saved->size(), std::size_t(3));
        const auto restored = restoreBook(path("b.rialto"), path("again"), kPassword);
        QVERIFY2(restored.ok(), restored.ok() ? "" : restored.error().text().c_str());
        QCOMPARE(clientsOf(path("again")), 20);
        QCOMPARE(contents(m_dir->filePath("again/audit.key")), contents(m_dir->filePath("book/audit.key")));
        QVERIFY2(QDir(m_dir->path()).entryList({"*-restoring-*"}, QDir::Dirs).isEmpty() && QDir(m_dir->filePath("book")).entryList({"backup-*"}, QDir::Dirs).isEmpty(), "nothing is left lying about");
    }

    void aBackupTakesTheBookAsOfOneMomentWhileItIsOpen()
    {
        const auto book = Book::open(path("book"));
        QVERIFY(book.ok());
        QVERIFY(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).ok());
    }

    void nothingOfTheBookCanBeReadInTheFile()
    {
        QVERIFY(contents(m_dir->filePath("book/book.db")).contains("PLANTED-SECRET-NAME") || contents(m_dir->filePath("book/book.db-wal")).contains("PLANTED-SECRET-NAME"));
        QVERIFY(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).ok());
        const QByteArray sealed = contents(m_dir->filePath("b.rialto"));
        QVERIFY(!sealed.contains("PLANTED-SECRET-NAME") && !sealed.contains("SQLite format"));
    }

    void aWrongPasswordOpensNothingAndLeavesNothing()
    {
        QVERIFY(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).ok());
        const auto restored = restoreBook(path("b.rialto"), path("again"), "another sentence altogether");
        QVERIFY(!restored.ok());
        QCOMPARE(restored.error().code, std::string("security.password-or-damage"));
        QVERIFY(!QFile::exists(m_dir->filePath("again")));
    }

    void aDamagedOrCutOffFileRestoresNothing()
    {
        QVERIFY(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).ok());
        const QByteArray whole = contents(m_dir->filePath("b.rialto"));
        const auto refuses = [&](const QByteArray& bytes, const char* what) {
            QFile file(m_dir->filePath("damaged"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            QVERIFY2(!restoreBook(path("damaged"), path("again"), kPassword).ok() && !QFile::exists(m_dir->filePath("again")), what);
        };
        for (int i = 0; i < 24; ++i) {
            QByteArray flipped = whole;
            const qsizetype at = whole.size() * i / 24;
            flipped[at] = char(flipped[at] ^ 0x10);
            refuses(flipped, "one bit");
            refuses(whole.left(at), "cut off");
        }
        refuses(whole + "x", "something added");
        refuses("<html>Too many requests</html>", "a page");
    }

    void nothingIsOverwritten()
    {
        QVERIFY(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).ok());
        QCOMPARE(backUpBook(path("book"), path("b.rialto"), kPassword, kCheap).error().code, std::string("backup.exists"));
        QCOMPARE(restoreBook(path("b.rialto"), path("book"), kPassword).error().code, std::string("backup.exists"));
    }
};

RIALTO_TEST(BookBackupTest)
#include "book_backup_test.moc"
