// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/audit_verifier.h"
#include "storage/book.h"
#include "storage/sqlite_journal.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::storage;

class AuditTrailTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Book> m_book;
    std::string m_anchor;

    std::string keyFile() const { return m_book->directory() + "/audit.key"; }
    std::unique_ptr<SqliteJournal> journal() { return *SqliteJournal::open(*m_book->connectFacts(), keyFile()); }
    static Fact client(int number) { return Client{ClientId(std::uint64_t(number)), HouseholdId(), "C-" + std::to_string(number), "Ada", "", Date::of(2026, 1, 1)}; }
    std::string exported()
    {
        std::string text;
        const auto anchor = AuditTrail::exportTo(**m_book->connectFacts(), keyFile(), Timestamp::fromMillis(1'767'600'000'000), [&text](const std::string& line) {
            text += line;
            return true;
        });
        m_anchor = anchor ? std::to_string(anchor->sequence) + ":" + anchor->hash : std::string();
        return anchor ? text : anchor.error().code;
    }
    std::optional<std::int64_t> altered()
    {
        auto plain = *SqliteJournal::open(*m_book->connectFacts());
        return *AuditTrail::firstAlteredFact(**m_book->connectFacts(), [&](const std::function<Result<void>(Fact&&)>& visit) { return plain->load(visit); });
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_book = *Book::open(m_dir->filePath("book").toStdString());
    }
    void cleanup()
    {
        m_book.reset();
        m_dir.reset();
    }

    void theLogGoesOnOverRestartsAndStaysGood()
    {
        int number = 0;
        for (int run = 0; run < 4; ++run) {
            auto written = journal();
            for (int i = 0; i < 100; ++i)
                QVERIFY(written->append({client(++number), client(number + 10'000)}).ok());
        }
        const std::string text = exported();
        const auto verdict = security::verifyAudit(text);
        QVERIFY2(verdict.intact, verdict.problem.c_str());
        QCOMPARE(verdict.records, std::uint64_t(800));
        QVERIFY(verdict.checkpoints >= 4); // one at each close
        QVERIFY2(security::verifyAudit(text, m_anchor).intact, "the anchor that the export gives is one of its records");
        QVERIFY(!altered().has_value());
    }

    void whatIsRolledBackIsNotInTheLog()
    {
        auto written = journal();
        QVERIFY(written->append({client(1)}).ok());
        QVERIFY(!written->append({client(2), client(1)}).ok()); // the second is there already
        QVERIFY(written->append({client(3)}).ok());
        written.reset();
        const auto verdict = security::verifyAudit(exported());
        QVERIFY2(verdict.intact, verdict.problem.c_str());
        QCOMPARE(verdict.records, std::uint64_t(2));
        QVERIFY(!altered().has_value());
    }

    void aFactThatWasAlteredBehindTheProgramsBackIsNamed()
    {
        {
            auto written = journal();
            for (int i = 1; i <= 5; ++i)
                QVERIFY(written->append({client(i)}).ok());
        }
        // Somebody who knows the schema rewrites the row of fact 3 and its checksum: the journal alone would believe it.
        {
            QTemporaryDir other;
            auto forgedBook = *Book::open(other.filePath("b").toStdString());
            auto forged = *SqliteJournal::open(*forgedBook->connectFacts());
            QVERIFY(forged->append({Client{ClientId(3), HouseholdId(), "C-3", "Eve", "", Date::of(2026, 1, 1)}}).ok());
            auto from = *forgedBook->connectFacts();
            auto row = from->statement("SELECT checksum FROM fact");
            QVERIFY(*row->step());
            auto to = *m_book->connectFacts();
            QVERIFY(to->execute("DROP TRIGGER fact_is_final").ok()); // the guard of a careful program is no obstacle to a careless person
            auto name = to->statement("UPDATE client SET name = 'Eve' WHERE seq = 3");
            QVERIFY(name->run().ok());
            auto checksum = to->statement("UPDATE fact SET checksum = ? WHERE seq = 3");
            checksum->bind(row->integer(0));
            QVERIFY(checksum->run().ok());
        }
        QCOMPARE(altered().value_or(0), 3);
    }

    void aLostKeyIsTold()
    {
        { QVERIFY(journal()->append({client(1)}).ok()); }
        QVERIFY(QFile::remove(QString::fromStdString(keyFile())));
        { QVERIFY(journal()->append({client(2)}).ok()); }
        const auto verdict = security::verifyAudit(exported());
        QVERIFY(!verdict.intact);
        QVERIFY(verdict.problem.find("begun anew") != std::string::npos);
    }
};

RIALTO_TEST(AuditTrailTest)
#include "audit_trail_test.moc"
