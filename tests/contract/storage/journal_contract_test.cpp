// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/book.h"
#include "storage/memory_journal.h"
#include "storage/sqlite_journal.h"
#include "sample_facts.h"
#include "support/test_main.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::storage;
using namespace rialto::testing;

namespace {

/// A journal of one kind that can be closed and opened again.
struct Harness {
    virtual ~Harness() = default;
    virtual Journal& journal() = 0;
    virtual bool reopen() { return false; }
};

struct MemoryHarness final : Harness {
    MemoryJournal store;
    Journal& journal() override { return store; }
};

struct SqliteHarness final : Harness {
    QTemporaryDir dir;
    std::unique_ptr<Book> book;
    std::unique_ptr<SqliteJournal> store;
    SqliteHarness() { reopen(); }
    Journal& journal() override { return *store; }
    bool reopen() override
    {
        store.reset();
        book.reset();
        book = std::move(*Book::open(dir.path().toStdString()));
        store = std::move(*SqliteJournal::open(std::move(*book->connectFacts())));
        return true;
    }
};

std::vector<Fact> allOf(Journal& journal)
{
    std::vector<Fact> facts;
    const auto loaded = journal.load([&](Fact&& fact) -> Result<void> {
        facts.push_back(std::move(fact));
        return {};
    });
    RIALTO_CHECK(loaded.ok(), "the journal loads");
    return facts;
}

} // namespace

class JournalContractTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<Harness> make()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind == "memory")
            return std::make_unique<MemoryHarness>();
        return std::make_unique<SqliteHarness>();
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << "memory";
        QTest::newRow("sqlite") << "sqlite";
    }

    void anEmptyJournalLoadsNothing()
    {
        const auto harness = make();
        QVERIFY(allOf(harness->journal()).empty());
        QVERIFY(harness->journal().append({}).ok());
    }

    void everyKindOfFactComesBackExactlyAndInOrder()
    {
        const auto harness = make();
        const auto facts = oneOfEach();
        QVERIFY(harness->journal().append(facts).ok());
        QVERIFY(harness->journal().append({sampleExecution("x2"), sampleGroup("g2"), sampleOrder(2)}).ok());
        auto expected = facts;
        expected.insert(expected.end(), {sampleExecution("x2"), sampleGroup("g2"), sampleOrder(2)});
        QVERIFY(allOf(harness->journal()) == expected);
        if (harness->reopen())
            QVERIFY(allOf(harness->journal()) == expected);
    }

    void appendingGoesOnAfterReopening()
    {
        const auto harness = make();
        QVERIFY(harness->journal().append({sampleGroup("a")}).ok());
        harness->reopen();
        QVERIFY(harness->journal().append({sampleGroup("b")}).ok());
        harness->reopen();
        QVERIFY((allOf(harness->journal()) == std::vector<Fact>{sampleGroup("a"), sampleGroup("b")}));
    }

    void aKeyThatIsThereIsRefusedAndNothingOfTheBatchIsKept_data()
    {
        QTest::addColumn<int>("kindOfFact");
        for (int kind = 0; kind < 8; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void aKeyThatIsThereIsRefusedAndNothingOfTheBatchIsKept()
    {
        QFETCH(int, kindOfFact);
        Order sameCommand = sampleOrder(2);
        sameCommand.request.commandId = "cmd-1";
        const std::vector<Fact> again{sampleInstruments()[0], sampleClient(1), sampleAccount(1), sampleOrder(1), sampleExecution("x1"),
            sampleGroup("fill:x1"), sameCommand, sampleRecords()[3]};
        const auto harness = make();
        QVERIFY(harness->journal().append(oneOfEach()).ok());
        const auto refusedBatch = harness->journal().append({sampleGroup("new"), again[static_cast<std::size_t>(kindOfFact)]});
        QVERIFY(!refusedBatch.ok());
        QCOMPARE(QString::fromStdString(refusedBatch.error().code), QString("journal.duplicate"));
        QVERIFY(!refusedBatch.error().detail.empty());
        QVERIFY(allOf(harness->journal()) == oneOfEach());
        QVERIFY(harness->journal().append({sampleGroup("new")}).ok());
    }

    void aKeyTwiceInOneBatchIsRefused()
    {
        const auto harness = make();
        QVERIFY(!harness->journal().append({sampleGroup("a"), sampleGroup("a")}).ok());
        QVERIFY(allOf(harness->journal()).empty());
    }

    void aVisitorThatFailsEndsTheLoadWithItsError()
    {
        const auto harness = make();
        QVERIFY(harness->journal().append(oneOfEach()).ok());
        int seen = 0;
        const auto loaded = harness->journal().load([&](Fact&&) -> Result<void> {
            if (++seen == 3)
                return invalid("test.enough");
            return {};
        });
        QCOMPARE(seen, 3);
        QCOMPARE(QString::fromStdString(loaded.error().code), QString("test.enough"));
        QVERIFY(allOf(harness->journal()) == oneOfEach());
    }

    void settingsAreKeptAndReplaced()
    {
        const auto harness = make();
        QVERIFY(!harness->journal().setting("session")->has_value());
        QVERIFY(harness->journal().setSetting("session", "1").ok());
        QVERIFY(harness->journal().setSetting("session", "二").ok());
        QVERIFY(harness->journal().setSetting("empty", "").ok());
        harness->reopen();
        QCOMPARE(QString::fromStdString(**harness->journal().setting("session")), QString("二"));
        QCOMPARE(QString::fromStdString(**harness->journal().setting("empty")), QString(""));
        QVERIFY(allOf(harness->journal()).empty());
    }
};

RIALTO_TEST(JournalContractTest)
#include "journal_contract_test.moc"
