// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::storage;

class ConnectionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;

    std::string newPath() { return m_dir.filePath(QString::number(++m_files) + ".db").toStdString(); }
    static std::int64_t number(Connection& connection, const char* sql)
    {
        auto query = connection.statement(sql);
        RIALTO_CHECK(query.ok() && *query->step(), "the query has a row");
        return query->integer(0);
    }
    static QString codeOf(const Result<void>& result) { return result ? QString("ok") : QString::fromStdString(result.error().code); }

private slots:
    void valuesOfEveryTypeComeBackExactly()
    {
        auto connection = *Connection::open({.path = newPath()});
        QVERIFY(connection->execute("CREATE TABLE t (i INTEGER, t TEXT, b BLOB, n INTEGER)").ok());
        const std::string text = std::string("quote ' \" and 中文 \xF0\x9F\x98\x80 nul") + '\0' + "end";
        const std::vector<std::uint8_t> bytes{0, 255, 10, 0};
        {
            auto insert = *connection->statement("INSERT INTO t VALUES (?, ?, ?, ?)");
            insert.bind(std::numeric_limits<std::int64_t>::min()).bind(text).bindBytes(bytes).bindNull();
            QCOMPARE(*insert.run(), std::int64_t{1});
            insert.bind(std::numeric_limits<std::int64_t>::max()).bind("").bindBytes({}).bindNull();
            QCOMPARE(*insert.run(), std::int64_t{1});
        }
        auto query = *connection->statement("SELECT i, t, b, n FROM t ORDER BY i");
        QVERIFY(*query.step());
        QCOMPARE(query.integer(0), std::numeric_limits<std::int64_t>::min());
        QVERIFY(query.text(1) == text);
        QVERIFY(query.bytes(2) == std::string("\0\xFF\n\0", 4));
        QVERIFY(query.isNull(3));
        QVERIFY(*query.step());
        QCOMPARE(query.integer(0), std::numeric_limits<std::int64_t>::max());
        QVERIFY(query.text(1).empty() && !query.isNull(1));
        QVERIFY(!*query.step());
    }

    void factsAreWrittenWithFullSyncAndForeignKeys()
    {
        auto connection = *Connection::open({.path = newPath(), .durability = Durability::Full});
        QCOMPARE(number(*connection, "PRAGMA synchronous"), std::int64_t{2});
        QCOMPARE(number(*connection, "PRAGMA foreign_keys"), std::int64_t{1});
        auto mode = *connection->statement("PRAGMA journal_mode");
        QVERIFY(*mode.step());
        QVERIFY(mode.text(0) == "wal");
    }

    void aTransactionThatIsNotCommittedIsUndone()
    {
        auto connection = *Connection::open({.path = newPath()});
        QVERIFY(connection->execute("CREATE TABLE t (i INTEGER)").ok());
        {
            auto transaction = *Transaction::begin(*connection);
            QVERIFY(connection->execute("INSERT INTO t VALUES (1)").ok());
        }
        QCOMPARE(number(*connection, "SELECT count(*) FROM t"), std::int64_t{0});
        auto transaction = *Transaction::begin(*connection);
        QVERIFY(connection->execute("INSERT INTO t VALUES (1)").ok());
        QVERIFY(transaction.commit().ok());
        QCOMPARE(number(*connection, "SELECT count(*) FROM t"), std::int64_t{1});
    }

    void aFullDiskIsSaidToBeFullAndTheBatchIsUndone()
    {
        auto connection = *Connection::open({.path = newPath()});
        QVERIFY(connection->execute("CREATE TABLE t (b BLOB)").ok());
        QVERIFY(connection->execute("PRAGMA max_page_count = 20").ok()); // SQLite's own stand-in for a disk that ends
        Result<void> outcome;
        {
            auto transaction = *Transaction::begin(*connection);
            for (int i = 0; i < 100 && outcome.ok(); ++i)
                outcome = connection->execute("INSERT INTO t VALUES (zeroblob(4000))");
        }
        QCOMPARE(codeOf(outcome), QString("storage.disk-full"));
        QCOMPARE(number(*connection, "SELECT count(*) FROM t"), std::int64_t{0});
        QVERIFY(connection->execute("INSERT INTO t VALUES (zeroblob(10))").ok());
    }

    void aSecondWriterIsToldThatTheFileIsLocked()
    {
        const std::string path = newPath();
        auto first = *Connection::open({.path = path});
        auto second = *Connection::open({.path = path, .busyTimeoutMillis = 0});
        auto transaction = *Transaction::begin(*first);
        const auto refused = Transaction::begin(*second);
        QVERIFY(!refused.ok());
        QCOMPARE(QString::fromStdString(refused.error().code), QString("storage.locked"));
    }

    void aReadOnlyConnectionRefusesToWrite()
    {
        const std::string path = newPath();
        auto writer = *Connection::open({.path = path});
        QVERIFY(writer->execute("CREATE TABLE t (i INTEGER)").ok());
        auto reader = *Connection::open({.path = path, .readOnly = true});
        QCOMPARE(number(*reader, "SELECT count(*) FROM t"), std::int64_t{0});
        QCOMPARE(codeOf(reader->execute("INSERT INTO t VALUES (1)")), QString("storage.read-only"));
    }

    void brokenConstraintsAreToldApart()
    {
        auto connection = *Connection::open({.path = newPath()});
        QVERIFY(connection->execute("CREATE TABLE t (i INTEGER PRIMARY KEY, u TEXT UNIQUE, c INTEGER CHECK (c > 0))").ok());
        QVERIFY(connection->execute("INSERT INTO t VALUES (1, 'a', 1)").ok());
        QCOMPARE(codeOf(connection->execute("INSERT INTO t VALUES (1, 'b', 1)")), QString("storage.conflict"));
        QCOMPARE(codeOf(connection->execute("INSERT INTO t VALUES (2, 'a', 1)")), QString("storage.conflict"));
        QCOMPARE(codeOf(connection->execute("INSERT INTO t VALUES (3, 'c', 0)")), QString("storage.constraint"));
    }

    void aFileThatIsNoDatabaseIsSaidToBeCorrupt()
    {
        const std::string path = newPath();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = Connection::open({.path = path});
        QVERIFY(!opened.ok());
        QCOMPARE(QString::fromStdString(opened.error().code), QString("storage.corrupt"));
        QVERIFY(opened.error().detail.find(path) != std::string::npos);
    }

    void aFileThatCannotBeMadeIsSaidSo()
    {
        const auto opened = Connection::open({.path = m_dir.filePath("absent/x.db").toStdString()});
        QVERIFY(!opened.ok());
        QCOMPARE(QString::fromStdString(opened.error().code), QString("storage.cannot-open"));
    }
};

RIALTO_TEST(ConnectionTest)
#include "connection_test.moc"
