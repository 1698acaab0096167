// SPDX-License-Identifier: GPL-3.0-or-later
// A protected book under attack from outside: programs killed while they put the lock on or change a password, hostile text in
// every field of the verbs, wrong passwords from the console. RIALTO_KILLS=50 makes the long run.
#include "support/test_main.h"

#include "api/cli/command.h"
#include "base/rng.h"
#include "composition.h"
#include "storage/sealed_vfs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;

class ProtectedBookTest : public QObject {
    Q_OBJECT
private slots:
    void aKillWhileProtectingLeavesThePlainBookOrTheProtectedOne();
    void aKillWhileChangingAPasswordLeavesTheOldOneOrTheNewOne();
    void aKillWhileBackingUpOrRestoringLeavesAWholeOneOrNone();
    void hostileTextInEveryFieldChangesNothingElse();
    void aPlantedSecretIsNowhereInTheFolder();
};

namespace {

constexpr const char* kFirst = "herring under the red bridge";
constexpr const char* kSecond = "twelve quiet trombones at dusk";

int kills()
{
    const int asked = qEnvironmentVariableIntValue("RIALTO_KILLS");
    return asked > 0 ? asked : 6;
}

// Runs rialtoctl with lines on its standard input; killed after so many milliseconds when that is above zero.
struct Ran {
    bool killed = false;
    int code = -1;
    QString out;
};
Ran ctl(const QStringList& arguments, const QByteArray& input, int killAfter = 0)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QStringLiteral(RIALTO_BIN_DIR "/rialtoctl"), arguments);
    RIALTO_CHECK(child.waitForStarted(), "rialtoctl starts");
    child.write(input);
    child.closeWriteChannel();
    Ran ran;
    if (killAfter > 0 && !child.waitForFinished(killAfter)) {
        child.kill();
        ran.killed = true;
    }
    RIALTO_CHECK(child.state() == QProcess::NotRunning || child.waitForFinished(120'000), "rialtoctl ends");
    ran.code = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1;
    ran.out = QString::fromUtf8(child.readAll());
    return ran;
}

QByteArray lines(std::initializer_list<const char*> all)
{
    QByteArray bytes;
    for (const char* each : all)
        bytes += QByteArray(each) + '\n';
    return bytes;
}

Result<std::size_t> ordersOf(const QString& book, const char* password)
{
    BookOptions options;
    options.directory = book.toStdString();
    options.create = false;
    if (password != nullptr)
        options.credentials = [password]() -> Result<Credentials> { return Credentials{"anna", password, {}}; };
    app::Composition composition;
    auto session = composition.open(options);
    if (!session)
        return session.error();
    return (*session)->services().book()->clients.size();
}

} // namespace

void ProtectedBookTest::aKillWhileProtectingLeavesThePlainBookOrTheProtectedOne()
{
    Rng rng(20261124);
    QTemporaryDir folder;
    int plain = 0;
    int guarded = 0;
    int died = 0;
    for (int kill = 0; kill < kills(); ++kill) {
        const QString book = folder.filePath(QString::number(kill));
        QCOMPARE(ctl({"positions", "--book", book, "--json"}, {}).code, 0);
        const auto before = ordersOf(book, nullptr);
        QVERIFY(before.ok() && *before > 0);
        died += ctl({"book", "protect", "--user", "anna", "--password-fd", "0", "--book", book}, lines({kFirst}), int(rng.between(50, 4000))).killed ? 1 : 0;
        const bool isProtected = QFile::exists(book + "/book.keys");
        const auto after = ordersOf(book, isProtected ? kFirst : nullptr);
        QVERIFY2(after.ok(), after ? "" : after.error().text().c_str());
        QCOMPARE(*after, *before);
        QCOMPARE(storage::isSealedFile((book + "/book.db").toStdString()), isProtected);
        QCOMPARE(storage::isSealedFile((book + "/market.db").toStdString()), isProtected);
        QVERIFY(!QFile::exists(book + "/book.db.sealing"));
        QVERIFY(!QFile::exists(book + "/market.db.sealing"));
        (isProtected ? guarded : plain) += 1;
    }
    qInfo("%d of %d killed: %d plain books and %d protected ones, all whole", died, kills(), plain, guarded);
    QVERIFY(died > 0);
}

void ProtectedBookTest::aKillWhileChangingAPasswordLeavesTheOldOneOrTheNewOne()
{
    Rng rng(7);
    QTemporaryDir folder;
    const QString book = folder.filePath("book");
    QCOMPARE(ctl({"positions", "--book", book}, {}).code, 0);
    QCOMPARE(ctl({"book", "protect", "--user", "anna", "--password-fd", "0", "--book", book}, lines({kFirst})).code, 0);
    const char* now = kFirst;
    const char* next = kSecond;
    int changed = 0;
    int died = 0;
    for (int kill = 0; kill < kills(); ++kill) {
        died += ctl({"user", "passwd", "--user", "anna", "--password-fd", "0", "--new-password-fd", "0", "--book", book}, lines({now, next}), int(rng.between(500, 6000))).killed ? 1 : 0;
        const auto asNew = ordersOf(book, next);
        if (asNew.ok()) {
            std::swap(now, next);
            ++changed;
            continue;
        }
        const auto asOld = ordersOf(book, now);
        QVERIFY2(asOld.ok(), asOld ? "" : asOld.error().text().c_str());
    }
    qInfo("%d of %d killed, %d passwords changed; each time exactly one opened", died, kills(), changed);
}

void ProtectedBookTest::aKillWhileBackingUpOrRestoringLeavesAWholeOneOrNone()
{
    Rng rng(11);
    QTemporaryDir folder;
    const QString book = folder.filePath("book");
    QCOMPARE(ctl({"positions", "--book", book}, {}).code, 0);
    QCOMPARE(ctl({"book", "protect", "--user", "anna", "--password-fd", "0", "--book", book}, lines({kFirst})).code, 0);
    const auto before = ordersOf(book, kFirst);
    QVERIFY(before.ok());
    const QString whole = folder.filePath("whole.rialto");
    const auto backUp = [&](const QString& file, int after) { return ctl({"book", "backup", "--out", file, "--password-fd", "0", "--user", "anna", "--login-fd", "0", "--book", book}, lines({kSecond, kFirst}), after); };
    const auto restore = [&](const QString& file, const QString& to, int after) { return ctl({"book", "restore", file, "--to", to, "--password-fd", "0"}, lines({kSecond}), after); };
    const auto first = backUp(whole, 0);
    QVERIFY2(first.code == 0, qPrintable(first.out));
    int died = 0;
    int there = 0;
    for (int kill = 0; kill < kills(); ++kill) {
        const QString file = folder.filePath(QStringLiteral("b%1.rialto").arg(kill));
        died += backUp(file, int(rng.between(300, 4000))).killed ? 1 : 0;
        const QString back = folder.filePath(QStringLiteral("from%1").arg(kill));
        if (QFile::exists(file)) {
            ++there;
            QCOMPARE(restore(file, back, 0).code, 0);
            QCOMPARE(*ordersOf(back, kFirst), *before);
        }
        const auto still = ordersOf(book, kFirst); // the book itself is never hurt
        QVERIFY2(still.ok() && *still == *before, still ? "" : still.error().text().c_str());
        const QString again = folder.filePath(QStringLiteral("again%1").arg(kill));
        died += restore(whole, again, int(rng.between(300, 3000))).killed ? 1 : 0;
        if (QFile::exists(again))
            QCOMPARE(*ordersOf(again, kFirst), *before);
        // Nothing readable is left in what a killed one leaves behind.
        QDirIterator left(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (left.hasNext()) {
            QFile each(left.next());
            QVERIFY(each.open(QIODevice::ReadOnly));
            QVERIFY2(!each.readAll().contains("A-1001-1"), qPrintable(each.fileName()));
        }
    }
    qInfo("%d of %d killed; %d backups were finished and restored to the same book", died, 2 * kills(), there);
    QVERIFY(died > 0);
}

void ProtectedBookTest::hostileTextInEveryFieldChangesNothingElse()
{
    QTemporaryDir folder;
    const QString book = folder.filePath("book");
    QCOMPARE(ctl({"positions", "--book", book}, {}).code, 0);
    const auto clients = ordersOf(book, nullptr);
    QCOMPARE(ctl({"book", "protect", "--user", "anna", "--name", "Robert'); DROP TABLE security_user; --", "--password-fd", "0", "--book", book}, lines({kFirst})).code, 0);
    const QString evil = "x'); DELETE FROM security_user; DROP TABLE fact; -- \"\\\n";
    const auto as = [&book](QStringList arguments, const QByteArray& input) {
        arguments << "--user" << "anna" << "--password-fd" << "0" << "--book" << book;
        return ctl(arguments, input);
    };
    QVERIFY(as({"user", "add", evil, "--new-password-fd", "0"}, lines({kFirst, kSecond})).code != 0);
    QCOMPARE(as({"user", "add", "bob", "--name", evil, "--role", "trader", "--new-password-fd", "0"}, lines({kFirst, kSecond})).code, 0);
    QVERIFY(as({"user", "add", "eve", "--clients", evil, "--new-password-fd", "0"}, lines({kFirst, kSecond})).code != 0);
    QVERIFY(as({"user", "role", evil, "admin"}, lines({kFirst})).code != 0);
    QVERIFY(as({"user", "role", "bob", evil}, lines({kFirst})).code != 0);
    QVERIFY(as({"user", "disable", evil}, lines({kFirst})).code != 0);
    QVERIFY(as({"user", "totp", "--confirm", evil}, lines({kFirst})).code != 0);
    QVERIFY(as({"approval", "decide", "1", "approve", "--remark", evil}, lines({kFirst})).code != 0);
    QVERIFY(as({"approval", "policy", "--orders-from", evil}, lines({kFirst})).code != 0);
    QVERIFY(as({"order", "place", "--account", evil, "--symbol", evil, "--side", "buy", "--quantity", "1", "--limit", "1", "--id", evil}, lines({kFirst})).code != 0);
    QVERIFY(ctl({"positions", "--user", evil, "--password-fd", "0", "--book", book}, lines({kFirst})).code != 0);
    QVERIFY(ctl({"positions", "--user", "anna", "--password-fd", "0", "--book", book}, lines({"' OR '1'='1"})).code != 0);
    QVERIFY(ctl({"positions", "--user", "anna", "--book", book}, lines({kFirst})).code != 0);
    const auto list = as({"user", "list", "--json"}, lines({kFirst}));
    QCOMPARE(list.code, 0);
    const auto json = cli::Json::parse(list.out.toStdString(), nullptr, false);
    QCOMPARE(json["users"].size(), std::size_t{2});
    QCOMPARE(json["users"][0]["name"].get<std::string>(), std::string("Robert'); DROP TABLE security_user; --"));
    QCOMPARE(json["users"][1]["name"].get<std::string>(), evil.toStdString());
    QCOMPARE(*ordersOf(book, kFirst), *clients);
}

void ProtectedBookTest::aPlantedSecretIsNowhereInTheFolder()
{
    QTemporaryDir folder;
    const QString book = folder.filePath("book");
    QCOMPARE(ctl({"positions", "--book", book}, {}).code, 0);
    const QByteArray secret = "Quetzalcoatl-8841-Marzipan";
    QCOMPARE(ctl({"book", "protect", "--user", "anna", "--name", secret, "--password-fd", "0", "--book", book}, lines({kFirst})).code, 0);
    QCOMPARE(ctl({"user", "totp", "--user", "anna", "--password-fd", "0", "--book", book}, lines({kFirst})).code, 0);
    int files = 0;
    for (const QFileInfo& each : QDir(book).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(each.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray& planted : {secret, QByteArray(kFirst), QByteArray("anna"), QByteArray("A-1001-1"), QByteArray("SQLite format")})
            QVERIFY2(!bytes.contains(planted), qPrintable(each.fileName() + ": " + planted));
        ++files;
    }
    QVERIFY(files >= 4);
}

RIALTO_TEST(ProtectedBookTest)
#include "protected_book_test.moc"
