// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/tick_store.h"
#include "storage/book.h"
#include "storage/memory_tick_store.h"
#include "storage/sqlite_tick_store.h"
#include "support/test_main.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::market;
using namespace rialto::storage;

namespace {

struct TickHarness {
    QTemporaryDir dir;
    std::unique_ptr<Book> book;
    std::unique_ptr<TickStore> store;

    explicit TickHarness(const QString& kind)
    {
        if (kind == "memory") {
            store = std::make_unique<MemoryTickStore>();
            return;
        }
        book = *Book::open(dir.path().toStdString());
        store = std::make_unique<SqliteTickStore>(*book->connectMarket());
    }
};

const TickSeriesKey kEurUsd{"EURUSD", "csv"};

/// Two ticks share each second.
std::vector<Tick> ticks(std::int64_t from, std::int64_t count, std::int64_t bid = 112'120'000)
{
    std::vector<Tick> all;
    for (std::int64_t i = from; i < from + count; ++i)
        all.push_back({Timestamp(i / 2 * kNanosPerSecond), i % 3 == 0 ? TickKind::Trade : TickKind::Quote, Price::fromRaw(bid + i % 11), Price::fromRaw(bid + 20 + i % 7),
            Quantity::fromRaw(i), Quantity::fromRaw(-i)});
    return all;
}

Result<WriteCounts> write(TickStore& store, std::span<const Tick> all, bool keep = true, std::size_t piece = 1000)
{
    auto writer = *store.beginWrite();
    for (std::size_t at = 0; at < all.size(); at += piece)
        if (auto done = writer->append(kEurUsd, all.subspan(at, std::min(piece, all.size() - at))); !done)
            return done.error();
    auto counts = writer->finish(keep);
    if (!counts)
        return counts.error();
    return (*counts)[kEurUsd];
}

} // namespace

class TickStoreContractTest : public QObject {
    Q_OBJECT

    static TickHarness make()
    {
        QFETCH_GLOBAL(QString, kind);
        return TickHarness(kind);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << "memory";
        QTest::newRow("sqlite") << "sqlite";
    }

    void ticksComeBackExactlyAndInOrder()
    {
        auto harness = make();
        const auto all = ticks(0, 10'000);
        QVERIFY((*write(*harness.store, all) == WriteCounts{10'000, 0, 0, 0}));
        QVERIFY(*harness.store->read(kEurUsd) == all);
        const auto part = *harness.store->read(kEurUsd, Timestamp(2000 * kNanosPerSecond), Timestamp(2002 * kNanosPerSecond));
        QVERIFY(part == ticks(4000, 4));
        const auto list = *harness.store->series();
        QVERIFY((list == std::vector<TickSeriesInfo>{{kEurUsd, 10'000, all.front().time, all.back().time}}));
    }

    void theSameAgainChangesNothing()
    {
        auto harness = make();
        QVERIFY(write(*harness.store, ticks(0, 9001)).ok());
        QVERIFY((*write(*harness.store, ticks(0, 9001), true, 333) == WriteCounts{0, 0, 9001, 0}));
        QVERIFY((*write(*harness.store, ticks(100, 50)) == WriteCounts{0, 0, 50, 0}));
        QVERIFY(*harness.store->read(kEurUsd) == ticks(0, 9001));
    }

    void aRangeThatDiffersIsReplacedAndTheRestStays()
    {
        auto harness = make();
        QVERIFY(write(*harness.store, ticks(0, 9000)).ok());
        const auto other = ticks(4000, 500, 999'000'000);
        QVERIFY((*write(*harness.store, other) == WriteCounts{500, 0, 0, 500}));
        auto expected = ticks(0, 4000);
        expected.insert(expected.end(), other.begin(), other.end());
        const auto tail = ticks(4500, 4500);
        expected.insert(expected.end(), tail.begin(), tail.end());
        QVERIFY(*harness.store->read(kEurUsd) == expected);
    }

    void whatIsNotKeptOrNotFinishedLeavesNoTrace()
    {
        auto harness = make();
        QVERIFY((*write(*harness.store, ticks(0, 5000), false) == WriteCounts{5000, 0, 0, 0}));
        {
            auto writer = *harness.store->beginWrite();
            QVERIFY(writer->append(kEurUsd, ticks(0, 5000)).ok());
        }
        QVERIFY(harness.store->series()->empty());
        QCOMPARE(QString::fromStdString(harness.store->read(kEurUsd).error().code), QString("market.series-unknown"));
    }

    void ticksThatGoBackAreRefused()
    {
        auto harness = make();
        const std::vector<Tick> back{ticks(10, 1)[0], ticks(0, 1)[0]};
        QCOMPARE(QString::fromStdString(write(*harness.store, back).error().code), QString("market.ticks-not-rising"));
        QCOMPARE(QString::fromStdString(write(*harness.store, back, true, 1).error().code), QString("market.ticks-not-rising"));
    }
};

RIALTO_TEST(TickStoreContractTest)
#include "tick_store_contract_test.moc"
