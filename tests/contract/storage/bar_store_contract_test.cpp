// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rng.h"
#include "market/bar_store.h"
#include "storage/book.h"
#include "storage/memory_bar_store.h"
#include "storage/sqlite_bar_store.h"
#include "support/test_main.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::market;
using namespace rialto::storage;

namespace {

struct Harness {
    QTemporaryDir dir;
    std::unique_ptr<Book> book;
    std::unique_ptr<BarStore> store;
    bool onDisk = false;

    explicit Harness(const QString& kind) : onDisk(kind == "sqlite") { reopen(); }
    void reopen()
    {
        if (!onDisk) {
            if (!store)
                store = std::make_unique<MemoryBarStore>();
            return;
        }
        store.reset();
        book.reset();
        book = std::move(*Book::open(dir.path().toStdString()));
        store = std::make_unique<SqliteBarStore>(std::move(*book->connectMarket()));
    }
};

Bar barAt(std::int64_t minute, std::int64_t close = 1000)
{
    const auto price = [](std::int64_t cents) { return Price::fromRaw(cents * 1'000'000); };
    return {Timestamp(minute * kNanosPerMinute), price(close - 1), price(close + 3), price(close - 5), price(close), Quantity::of(100 + minute % 7)};
}

std::vector<Bar> minutes(std::int64_t from, std::int64_t count, std::int64_t step = 1)
{
    std::vector<Bar> bars;
    for (std::int64_t i = 0; i < count; ++i)
        bars.push_back(barAt(from + i * step));
    return bars;
}

const SeriesKey kSpy{"SPY", BarInterval::Minute, "csv"};

} // namespace

class BarStoreContractTest : public QObject {
    Q_OBJECT

    static Harness make()
    {
        QFETCH_GLOBAL(QString, kind);
        return Harness(kind);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("memory") << "memory";
        QTest::newRow("sqlite") << "sqlite";
    }

    void whatIsAppendedIsReadBackInOrder()
    {
        Harness harness = make();
        const auto counts = append(*harness.store, kSpy, minutes(10, 10'000));
        QVERIFY((*counts == WriteCounts{10'000, 0, 0, 0}));
        harness.reopen();
        QVERIFY(*harness.store->read(kSpy) == minutes(10, 10'000));
    }

    void appendingTheSameAgainChangesNothing()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, kSpy, minutes(0, 5000)).ok());
        const auto again = append(*harness.store, kSpy, minutes(0, 5000));
        QVERIFY((*again == WriteCounts{0, 0, 5000, 0}));
        QVERIFY(*harness.store->read(kSpy) == minutes(0, 5000));
    }

    void oneBarAtATimeGrowsTheSeries()
    {
        Harness harness = make();
        for (std::int64_t minute = 0; minute < 50; ++minute)
            QVERIFY(append(*harness.store, kSpy, minutes(minute, 1)).ok());
        QVERIFY(*harness.store->read(kSpy) == minutes(0, 50));
    }

    void barsBeforeBetweenAndOverOldOnesAreMerged()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, kSpy, minutes(0, 9000, 2)).ok());
        std::vector<Bar> second = minutes(-5, 6000, 1);
        second[5] = barAt(0, 777); // overwrites the bar of minute 0
        const auto counts = append(*harness.store, kSpy, second);
        QCOMPARE(counts->changed, std::int64_t{1});
        QCOMPARE(counts->unchanged, std::int64_t{2997});
        QCOMPARE(counts->inserted, std::int64_t{3002});
        const auto all = *harness.store->read(kSpy);
        QVERIFY(requireRising(all).ok());
        QCOMPARE(all.size(), std::size_t{9000 + 3002});
        QVERIFY(all[5] == barAt(0, 777));
    }

    void aReadTakesTheStartAndLeavesTheEnd()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, kSpy, minutes(0, 10'000)).ok());
        const auto at = [](std::int64_t minute) { return Timestamp(minute * kNanosPerMinute); };
        QVERIFY(*harness.store->read(kSpy, at(4095), at(4097)) == minutes(4095, 2));
        QVERIFY(*harness.store->read(kSpy, at(9999), kEndOfTime) == minutes(9999, 1));
        QVERIFY(harness.store->read(kSpy, at(20'000), kEndOfTime)->empty());
        QVERIFY(harness.store->read(kSpy, at(5), at(5))->empty());
        QVERIFY(harness.store->read(kSpy, at(5), at(1))->empty());
        QVERIFY(*harness.store->read(kSpy, Timestamp(at(7).nanos + 1), at(9)) == minutes(8, 1));
    }

    void replacingARangeErasesWhatIsNotInTheNewBars()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, kSpy, minutes(0, 100)).ok());
        const auto at = [](std::int64_t minute) { return Timestamp(minute * kNanosPerMinute); };
        const auto counts = replaceRange(*harness.store, kSpy, at(10), at(20), minutes(12, 2));
        QVERIFY((*counts == WriteCounts{2, 0, 0, 10}));
        const auto all = *harness.store->read(kSpy);
        QCOMPARE(all.size(), std::size_t{92});
        QVERIFY(all[10] == barAt(12));
        const auto outside = replaceRange(*harness.store, kSpy, at(10), at(20), minutes(20, 1));
        QCOMPARE(QString::fromStdString(outside.error().code), QString("market.bar-outside-range"));
        QVERIFY(*harness.store->read(kSpy) == all);
    }

    void aWriterThatDiesLeavesNoTrace()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, kSpy, minutes(0, 10)).ok());
        {
            auto writer = *harness.store->beginWrite();
            QVERIFY(writer->upsert(kSpy, minutes(0, 5000)).ok());
            QVERIFY(writer->upsert({"OTHER", BarInterval::Day, "csv"}, minutes(0, 5)).ok());
            QVERIFY(writer->erase(kSpy, kBeginningOfTime, Timestamp(0)).ok());
        }
        QVERIFY(*harness.store->read(kSpy) == minutes(0, 10));
        QCOMPARE(harness.store->series()->size(), std::size_t{1});
        QVERIFY(append(*harness.store, kSpy, minutes(10, 1)).ok());
    }

    void barsThatDoNotRiseAreRefused()
    {
        Harness harness = make();
        const std::vector<Bar> twice{barAt(1), barAt(1)};
        const std::vector<Bar> falling{barAt(2), barAt(1)};
        for (const auto& bars : {twice, falling}) {
            const auto refused = append(*harness.store, kSpy, bars);
            QCOMPARE(QString::fromStdString(refused.error().code), QString("market.bars-not-rising"));
        }
        QVERIFY(harness.store->series()->empty());
    }

    void seriesAreListedByKeyWithTheirExtent()
    {
        Harness harness = make();
        QVERIFY(append(*harness.store, {"b", BarInterval::Day, "csv"}, minutes(3, 5000)).ok());
        QVERIFY(append(*harness.store, {"a", BarInterval::Minute, "sim"}, minutes(1, 1)).ok());
        QVERIFY(append(*harness.store, {"a", BarInterval::Minute, "csv"}, minutes(2, 2)).ok());
        const auto list = *harness.store->series();
        QCOMPARE(list.size(), std::size_t{3});
        QVERIFY((list[0] == SeriesInfo{{"a", BarInterval::Minute, "csv"}, 2, barAt(2).start, barAt(3).start}));
        QVERIFY((list[1] == SeriesInfo{{"a", BarInterval::Minute, "sim"}, 1, barAt(1).start, barAt(1).start}));
        QVERIFY((list[2] == SeriesInfo{{"b", BarInterval::Day, "csv"}, 5000, barAt(3).start, barAt(5002).start}));
    }

    void anUnknownSeriesIsSaidToBeUnknown()
    {
        Harness harness = make();
        QCOMPARE(QString::fromStdString(harness.store->read(kSpy).error().code), QString("market.series-unknown"));
        QCOMPARE(QString::fromStdString(harness.store->remove(kSpy).error().code), QString("market.series-unknown"));
        QVERIFY(append(*harness.store, kSpy, minutes(0, 3)).ok());
        QVERIFY(harness.store->remove(kSpy).ok());
        QCOMPARE(QString::fromStdString(harness.store->read(kSpy).error().code), QString("market.series-unknown"));
    }

    void extremeValuesSurvive()
    {
        Harness harness = make();
        const auto low = std::numeric_limits<std::int64_t>::min();
        const auto high = std::numeric_limits<std::int64_t>::max();
        const auto bar = [](std::int64_t start, std::int64_t value, std::int64_t other) {
            const auto p = [](std::int64_t raw) { return Price::fromRaw(raw); };
            return Bar{Timestamp(start), p(value), p(other), p(value), p(other), Quantity::fromRaw(value)};
        };
        const std::vector<Bar> bars{bar(low, low, high), bar(-1, high, low), bar(0, 0, 1), bar(high - 1, low, low)};
        QVERIFY(append(*harness.store, kSpy, bars).ok());
        harness.reopen();
        QVERIFY(*harness.store->read(kSpy) == bars);
    }

    void randomWritesAgreeWithAMap()
    {
        Harness harness = make();
        Rng rng(20261124);
        std::map<Timestamp, Bar> model;
        for (int round = 0; round < 60; ++round) {
            const std::int64_t from = rng.between(0, 30'000);
            if (rng.chance(250)) {
                const Timestamp first(from * kNanosPerMinute);
                const Timestamp last((from + rng.between(0, 6000)) * kNanosPerMinute);
                auto writer = *harness.store->beginWrite();
                QVERIFY(writer->erase(kSpy, first, last).ok());
                QVERIFY(writer->commit().ok());
                model.erase(model.lower_bound(first), model.lower_bound(last));
                continue;
            }
            std::vector<Bar> bars;
            std::int64_t minute = from;
            for (std::int64_t i = rng.between(1, 3000); i > 0; --i, minute += rng.between(1, 3))
                bars.push_back(barAt(minute, rng.between(900, 901)));
            WriteCounts expected;
            for (const Bar& bar : bars) {
                const auto [place, added] = model.try_emplace(bar.start, bar);
                ++(added ? expected.inserted : place->second == bar ? expected.unchanged : expected.changed);
                place->second = bar;
            }
            QVERIFY(*append(*harness.store, kSpy, bars) == expected);
        }
        std::vector<Bar> all;
        for (const auto& [time, bar] : model)
            all.push_back(bar);
        QVERIFY(*harness.store->read(kSpy) == all);
        const auto list = *harness.store->series();
        QCOMPARE(list[0].count, static_cast<std::int64_t>(all.size()));
    }
};

RIALTO_TEST(BarStoreContractTest)
#include "bar_store_contract_test.moc"
