// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"
#include "storage/book_backup.h"
#include "storage/book_protection.h"
#include "storage/sealed_pages.h"
#include "storage/sealed_vfs.h"
#include "storage/key_ring_file.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_security_store.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <set>

using namespace rialto;
using namespace rialto::storage;

class SealedBookTest : public QObject {
    Q_OBJECT
private slots:
    void piecesCoverTheFileWithoutGapOrOverlap();
    void aProtectedBookHoldsWhatThePlainOneHeld();
    void nothingReadableIsLeftInAnyFile();
    void theWrongKeyOpensNothing();
    void aFlippedByteInAnyPageIsNoticedAndNamed();
    void pagesThatChangePlacesOrFilesAreNoticed();
    void aKilledWriterLosesNothingThatWasCommitted();
    void aProtectionThatWasKilledIsFinishedOrTakenBack();
    void aBackupOfAProtectedBookComesBackProtected();
    void usersAndApprovalsAreKept();
};

namespace {

constexpr const char* kSecret = "Zanzibar-Periwinkle-4711";

security::SecretKey keyOfByte(std::uint8_t byte)
{
    auto key = *security::SecretKey::make();
    for (auto& each : key.bytes())
        each = byte;
    return key;
}

Client clientNamed(std::uint64_t id, const std::string& name) { return {ClientId(id), HouseholdId(), "C-" + std::to_string(id), name, "", Date::of(2025, 1, 1)}; }

// A folder with a plain book of some clients, all with the secret in their names.
class Bed {
public:
    Bed(int clients = 400)
    {
        auto book = Book::open(path());
        RIALTO_CHECK(book.ok(), "a book is made");
        auto journal = SqliteJournal::open(*(*book)->connectFacts());
        std::vector<Fact> facts;
        for (int i = 1; i <= clients; ++i)
            facts.emplace_back(clientNamed(std::uint64_t(i), kSecret + std::to_string(i)));
        RIALTO_CHECK((*journal)->append(facts).ok(), "the book is filled");
    }
    std::string path() const { return m_dir.filePath("book").toStdString(); }
    std::string file(const char* name) const { return path() + "/" + name; }
    void protect(const security::SecretKey& key)
    {
        {
            auto book = Book::open(path());
            RIALTO_CHECK(book.ok(), "the plain book opens");
            const auto copied = makeSealedCopies(path(), key);
            RIALTO_CHECK(copied.ok(), copied ? "" : copied.error().text().c_str());
        }
        const auto finished = finishSealing(path());
        RIALTO_CHECK(finished.ok(), "the copies take their places");
    }
    int clients(const security::SecretKey& key) const
    {
        auto book = Book::open(path(), Book::Access::Write, key);
        if (!book)
            return -1;
        int count = 0;
        auto journal = SqliteJournal::open(*(*book)->connectFacts());
        const auto loaded = (*journal)->load([&count](Fact&& fact) -> Result<void> {
            count += std::get<Client>(fact).name.starts_with(kSecret) ? 1 : 0;
            return {};
        });
        return loaded ? count : -1;
    }

private:
    QTemporaryDir m_dir;
};

QByteArray contentOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void flip(const std::string& path, qint64 at)
{
    QFile file(QString::fromStdString(path));
    RIALTO_CHECK(file.open(QIODevice::ReadWrite), "the file can be written");
    file.seek(at);
    char byte = 0;
    file.read(&byte, 1);
    byte = char(byte ^ 0x10);
    file.seek(at);
    file.write(&byte, 1);
}

} // namespace

void SealedBookTest::piecesCoverTheFileWithoutGapOrOverlap()
{
    for (const bool log : {false, true}) {
        std::int64_t plain = 0;
        std::int64_t sealedEnd = log ? 0 : sealed::kFileHeader;
        for (int i = 0; i < 100; ++i) {
            const auto piece = log ? sealed::pieceOfLog(plain) : sealed::pieceOfDatabase(plain);
            QCOMPARE(piece.at, plain);
            QCOMPARE(piece.sealedAt, sealedEnd);
            const auto last = log ? sealed::pieceOfLog(plain + piece.size - 1) : sealed::pieceOfDatabase(plain + piece.size - 1);
            QCOMPARE(last.at, piece.at);
            plain += piece.size;
            sealedEnd += piece.size + sealed::kExtra;
            QCOMPARE(log ? sealed::plainSizeOfLog(sealedEnd) : sealed::plainSizeOfDatabase(sealedEnd), plain);
            QCOMPARE(log ? sealed::plainSizeOfLog(sealedEnd - 1) : sealed::plainSizeOfDatabase(sealedEnd - 1), plain - piece.size);
        }
    }
}

void SealedBookTest::aProtectedBookHoldsWhatThePlainOneHeld()
{
    Bed bed;
    const auto key = keyOfByte(7);
    bed.protect(key);
    QVERIFY(isSealedFile(bed.file("book.db")));
    QVERIFY(isSealedFile(bed.file("market.db")));
    QCOMPARE(bed.clients(key), 400);
    QCOMPARE(Book::open(bed.path()).error().code, std::string("security.login-needed"));
}

void SealedBookTest::nothingReadableIsLeftInAnyFile()
{
    Bed bed;
    QVERIFY(contentOf(bed.file("book.db")).contains(kSecret)); // it would be seen
    const auto key = keyOfByte(7);
    bed.protect(key);
    auto book = Book::open(bed.path(), Book::Access::Write, key);
    QVERIFY(book.ok());
    auto journal = SqliteJournal::open(*(*book)->connectFacts(), AuditKeyFile(bed.file("audit.key"), key));
    QVERIFY(journal.ok());
    std::vector<Fact> more;
    for (std::uint64_t i = 1001; i < 3000; ++i)
        more.emplace_back(clientNamed(i, kSecret + std::to_string(i)));
    QVERIFY((*journal)->append(more).ok());
    // With the log beside it, in the middle of the work.
    QVERIFY(QFile::exists(QString::fromStdString(bed.file("book.db-wal"))));
    QVERIFY(QFile(QString::fromStdString(bed.file("book.db-wal"))).size() > 100'000);
    int files = 0;
    for (const QFileInfo& each : QDir(QString::fromStdString(bed.path())).entryInfoList(QDir::Files)) {
        const QByteArray bytes = contentOf(each.filePath().toStdString());
        QVERIFY2(!bytes.contains(kSecret), qPrintable(each.fileName()));
        QVERIFY2(!bytes.contains("SQLite format 3"), qPrintable(each.fileName()));
        QVERIFY2(!bytes.contains(QByteArray(32, 7)), qPrintable(each.fileName())); // the key
        ++files;
    }
    QVERIFY(files >= 4);
    QVERIFY(contentOf(bed.file("audit.key")).startsWith("sealed "));
}

void SealedBookTest::theWrongKeyOpensNothing()
{
    Bed bed(3);
    bed.protect(keyOfByte(7));
    const auto opened = Book::open(bed.path(), Book::Access::Write, keyOfByte(8));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, std::string("storage.page-damaged"));
    QCOMPARE(bed.clients(keyOfByte(7)), 3); // and harmed nothing
}

void SealedBookTest::aFlippedByteInAnyPageIsNoticedAndNamed()
{
    Bed bed;
    const auto key = keyOfByte(7);
    bed.protect(key);
    QVERIFY(verifySealedFile(bed.file("book.db"), key).ok());
    const qint64 size = QFile(QString::fromStdString(bed.file("book.db"))).size();
    const qint64 pages = (size - sealed::kFileHeader) / sealed::kLargestPiece;
    QVERIFY(pages > 20);
    for (qint64 page = 1; page <= pages; ++page) {
        // Nonce, content and tag in turn.
        const qint64 offsets[] = {3, 24 + 2000, 24 + 4096 + 5};
        const qint64 at = sealed::kFileHeader + (page - 1) * sealed::kLargestPiece + offsets[page % 3];
        flip(bed.file("book.db"), at);
        const auto opened = Book::open(bed.path(), Book::Access::Write, key);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, std::string("storage.page-damaged"));
        QVERIFY2(opened.error().detail.starts_with("page " + std::to_string(page) + " of "), opened.error().detail.c_str());
        flip(bed.file("book.db"), at);
    }
    for (qint64 at = 0; at < sealed::kFileHeader; ++at) {
        flip(bed.file("book.db"), at);
        QVERIFY(!Book::open(bed.path(), Book::Access::Write, key).ok());
        flip(bed.file("book.db"), at);
    }
    QCOMPARE(bed.clients(key), 400);
    // A page that goes bad while the book is open is named when it is read.
    auto book = Book::open(bed.path(), Book::Access::Write, key);
    QVERIFY(book.ok());
    for (qint64 page = 2; page <= pages; ++page)
        flip(bed.file("book.db"), sealed::kFileHeader + (page - 1) * sealed::kLargestPiece + 100);
    auto connection = (*book)->connectFacts();
    auto journal = connection ? SqliteJournal::open(std::move(*connection)) : Result<std::unique_ptr<SqliteJournal>>(connection.error());
    const auto loaded = journal ? (*journal)->load([](Fact&&) -> Result<void> { return {}; }) : Result<void>(journal.error());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, std::string("storage.page-damaged"));
}

void SealedBookTest::pagesThatChangePlacesOrFilesAreNoticed()
{
    Bed bed;
    Bed other;
    const auto key = keyOfByte(7);
    bed.protect(key);
    other.protect(key);
    QByteArray bytes = contentOf(bed.file("book.db"));
    const QByteArray foreign = contentOf(other.file("book.db"));
    const auto place = [](qsizetype page) { return qsizetype(sealed::kFileHeader) + (page - 1) * qsizetype(sealed::kLargestPiece); };
    const auto write = [&bed](const QByteArray& content) {
        QFile file(QString::fromStdString(bed.file("book.db")));
        RIALTO_CHECK(file.open(QIODevice::WriteOnly), "the file can be written");
        file.write(content);
    };
    QByteArray swapped = bytes;
    swapped.replace(place(5), sealed::kLargestPiece, bytes.mid(place(6), sealed::kLargestPiece));
    write(swapped);
    QCOMPARE(verifySealedFile(bed.file("book.db"), key).error().detail.substr(0, 6), std::string("page 5"));
    QByteArray moved = bytes;
    moved.replace(place(9), sealed::kLargestPiece, foreign.mid(place(9), sealed::kLargestPiece));
    write(moved);
    QCOMPARE(verifySealedFile(bed.file("book.db"), key).error().detail.substr(0, 6), std::string("page 9"));
    write(bytes.chopped(100));
    QVERIFY(!verifySealedFile(bed.file("book.db"), key).ok());
    write(bytes);
    QCOMPARE(bed.clients(key), 400);
}

void SealedBookTest::aKilledWriterLosesNothingThatWasCommitted()
{
    Bed bed(10);
    const auto key = keyOfByte(7);
    bed.protect(key);
    QTemporaryDir copies;
    auto book = Book::open(bed.path(), Book::Access::Write, key);
    auto journal = SqliteJournal::open(*(*book)->connectFacts());
    for (std::uint64_t i = 1; i <= 30; ++i) {
        QVERIFY((*journal)->append({clientNamed(100 + i, kSecret)}).ok());
        // What a kill at this moment leaves: the files as they are, the log's end torn off in many places.
        const std::string dead = copies.filePath(QString::number(i)).toStdString();
        QVERIFY(QDir().mkpath(QString::fromStdString(dead)));
        for (const char* name : {"book.db", "book.db-wal", "market.db"})
            QFile::copy(QString::fromStdString(bed.file(name)), QString::fromStdString(dead + "/" + name));
        QFile log(QString::fromStdString(dead + "/book.db-wal"));
        QVERIFY(log.open(QIODevice::Append)); // a frame that was begun
        log.write(QByteArray(int(i * 137 % 4200), 'x'));
        log.close();
        auto found = Book::open(dead, Book::Access::Write, key);
        QVERIFY2(found.ok(), found ? "" : found.error().text().c_str());
        auto reader = SqliteJournal::open(*(*found)->connectFacts());
        std::uint64_t facts = 0;
        QVERIFY((*reader)->load([&facts](Fact&&) -> Result<void> {
            ++facts;
            return {};
        }).ok());
        QCOMPARE(facts, 10 + i);
    }
}

void SealedBookTest::aProtectionThatWasKilledIsFinishedOrTakenBack()
{
    const auto key = keyOfByte(7);
    {
        Bed bed(50); // killed before the key ring was written: the plain book, and the copies are gone
        QVERIFY(makeSealedCopies(bed.path(), key).ok());
        auto book = Book::open(bed.path());
        QVERIFY(book.ok());
        QVERIFY(!QFile::exists(QString::fromStdString(bed.file("book.db.sealing"))));
    }
    {
        Bed bed(50); // killed after it: the protected book
        QVERIFY(makeSealedCopies(bed.path(), key).ok());
        QCOMPARE(bed.clients(key), 50);
        QVERIFY(isSealedFile(bed.file("book.db")));
    }
    {
        Bed bed(50); // killed between the two renames, while the plain one was being overwritten
        QVERIFY(makeSealedCopies(bed.path(), key).ok());
        QVERIFY(QFile::remove(QString::fromStdString(bed.file("book.db"))));
        QVERIFY(QFile::rename(QString::fromStdString(bed.file("book.db.sealing")), QString::fromStdString(bed.file("book.db"))));
        QFile market(QString::fromStdString(bed.file("market.db")));
        QVERIFY(market.open(QIODevice::ReadWrite));
        market.write(QByteArray(5000, '\0'));
        market.close();
        QCOMPARE(bed.clients(key), 50);
        QVERIFY(isSealedFile(bed.file("market.db")));
    }
}

void SealedBookTest::aBackupOfAProtectedBookComesBackProtected()
{
    Bed bed(50);
    const auto key = keyOfByte(7);
    auto ring = security::KeyRing::make(systemRandom);
    QVERIFY(ring.set("anna", "herring under the red bridge", key, {1, 8}, systemRandom).ok());
    bed.protect(key);
    QVERIFY(KeyRingFile(bed.path()).write(ring).ok());
    QTemporaryDir there;
    const std::string file = there.filePath("b.rialto").toStdString();
    const std::string back = there.filePath("back").toStdString();
    const auto packed = backUpBook(bed.path(), file, "a password of the backup", {1, 8}, key);
    QVERIFY2(packed.ok(), packed ? "" : packed.error().text().c_str());
    QCOMPARE(backUpBook(bed.path(), there.filePath("c.rialto").toStdString(), "a password of the backup", {1, 8}).error().code, std::string("security.login-needed"));
    QVERIFY(restoreBook(file, back, "a password of the backup").ok());
    const auto opened = KeyRingFile(back).read()->open("anna", "herring under the red bridge", Timestamp(1));
    QVERIFY(opened.ok());
    auto book = Book::open(back, Book::Access::Write, *opened);
    QVERIFY2(book.ok(), book ? "" : book.error().text().c_str());
    QVERIFY(!contentOf(back + "/book.db").contains(kSecret));
}

void SealedBookTest::usersAndApprovalsAreKept()
{
    Bed bed(1);
    auto book = Book::open(bed.path());
    SqliteSecurityStore store(*(*book)->connectFacts());
    security::User user;
    user.name = "o'brien; DROP TABLE security_user";
    user.display = "奥布莱恩 \"--";
    user.role = security::Role::Advisor;
    user.everyClient = false;
    user.clients = {ClientId(1), ClientId(77)};
    user.totpSecret = std::string("\0\x01\xff", 3);
    user.totpLastStep = 5;
    user.recoveryHashes = {"aa", "bb"};
    user.created = Timestamp(12);
    user.createdBy = "anna";
    user.passwordSet = Timestamp(13);
    QVERIFY(store.putUser(user).ok());
    QCOMPARE(store.users()->size(), std::size_t{1});
    QVERIFY(store.users()->front() == user);
    const auto session = store.beginSession({0, "anna", "test", Timestamp(5), std::nullopt});
    QVERIFY(store.endSession(*session, Timestamp(9)).ok());
    QCOMPARE(store.sessions(10)->front().ended->nanos, std::int64_t{9});
    security::Approval approval;
    approval.requester = "anna";
    approval.subject = "'); DELETE FROM fact; --";
    approval.command = "{}";
    approval.id = *store.addApproval(approval);
    approval.state = security::ApprovalState::Refused;
    approval.decider = "carla";
    approval.decided = Timestamp(3);
    QVERIFY(*store.decideApproval(approval));
    QVERIFY(!*store.decideApproval(approval)); // somebody was faster
    QCOMPARE(store.approvals(10)->front().subject, approval.subject);
    QVERIFY(security::putPolicy(store, {250'000, 0, true}).ok());
    QVERIFY(security::policyFrom(*store.settings()) == (security::FourEyesPolicy{250'000, 0, true}));
}

RIALTO_TEST(SealedBookTest)
#include "sealed_book_test.moc"
