// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"
#include "support/test_main.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::storage;

class MigrationsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;
    std::unique_ptr<Connection> fresh()
    {
        return std::move(*Connection::open({.path = m_dir.filePath(QString::number(++m_files) + ".db").toStdString()}));
    }
    static inline const std::vector<Migration> kTwo{{1, "first", "CREATE TABLE a (i INTEGER);\nCREATE TABLE b (i INTEGER);\n"},
        {2, "second", "ALTER TABLE a ADD COLUMN j INTEGER;"}};

private slots:
    void theCompiledInSchemasApplyOnceAndThenNoMore()
    {
        for (const char* folder : {"book", "market"}) {
            const auto migrations = builtInMigrations(folder);
            QVERIFY(!migrations.empty());
            for (std::size_t i = 0; i < migrations.size(); ++i)
                QCOMPARE(migrations[i].version, static_cast<int>(i) + 1);
            auto connection = fresh();
            QCOMPARE(*applyMigrations(*connection, migrations), static_cast<int>(migrations.size()));
            QCOMPARE(*applyMigrations(*connection, migrations), 0);
            QVERIFY(checkSchema(*connection, migrations).ok());
            QVERIFY(connection->quickCheck().ok());
        }
    }

    void onlyStepsThatAreMissingAreApplied()
    {
        auto connection = fresh();
        QCOMPARE(*applyMigrations(*connection, {kTwo[0]}), 1);
        QCOMPARE(QString::fromStdString(checkSchema(*connection, kTwo).error().code), QString("storage.older-schema"));
        QCOMPARE(*applyMigrations(*connection, kTwo), 1);
        QVERIFY(connection->execute("INSERT INTO a (i, j) VALUES (1, 2)").ok());
    }

    void aNewerSchemaIsRefusedInASentence()
    {
        auto connection = fresh();
        QVERIFY(applyMigrations(*connection, kTwo).ok());
        const auto refused = applyMigrations(*connection, {kTwo[0]});
        QCOMPARE(QString::fromStdString(refused.error().code), QString("storage.newer-schema"));
        QVERIFY(refused.error().detail.find("newer Rialto") != std::string::npos);
    }

    void aStepWhoseTextWasChangedIsNoticed()
    {
        auto connection = fresh();
        QVERIFY(applyMigrations(*connection, kTwo).ok());
        auto altered = kTwo;
        altered[1].sql = "ALTER TABLE a ADD COLUMN k INTEGER;";
        QCOMPARE(QString::fromStdString(applyMigrations(*connection, altered).error().code), QString("storage.schema-altered"));
        auto windows = kTwo;
        windows[0].sql = "CREATE TABLE a (i INTEGER);\r\nCREATE TABLE b (i INTEGER);\r\n";
        QCOMPARE(*applyMigrations(*connection, windows), 0);
    }

    void aStepThatFailsLeavesNothingOfItself()
    {
        auto connection = fresh();
        const std::vector<Migration> broken{kTwo[0], {2, "broken", "CREATE TABLE c (i INTEGER); CREATE TABLE a (i INTEGER);"}};
        QVERIFY(!applyMigrations(*connection, broken).ok());
        QVERIFY(!connection->statement("SELECT * FROM c").ok());
        QVERIFY(connection->statement("SELECT * FROM b").ok());
        QCOMPARE(*applyMigrations(*connection, kTwo), 1);
    }

    void scriptsAreSplitOutsideCommentsLiteralsAndTriggers()
    {
        const auto parts = splitStatements("-- a; comment\nCREATE TABLE a (t TEXT DEFAULT ';'); -- another; one\n"
                                           "CREATE TRIGGER g BEFORE DELETE ON a BEGIN SELECT 1; SELECT 2; END;\n\nSELECT 1 -- in; side\n;\nSELECT 2");
        QCOMPARE(parts.size(), std::size_t{4});
        QVERIFY(parts[0] == "CREATE TABLE a (t TEXT DEFAULT ';')");
        QVERIFY(parts[1].substr(parts[1].size() - 3) == "END");
        QVERIFY(parts[3] == "SELECT 2");
    }
};

RIALTO_TEST(MigrationsTest)
#include "migrations_test.moc"
