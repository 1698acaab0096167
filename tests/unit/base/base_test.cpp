// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "base/bounded_queue.h"
#include "base/hash.h"
#include "base/rng.h"
#include "base/wide_math.h"

#include <thread>

using namespace rialto;

class BaseTest : public QObject {
    Q_OBJECT
private slots:
    void everyRoundingIsNamedAndExact_data();
    void everyRoundingIsNamedAndExact();
    void productsBeyond64BitsAreSeenAsOverflow();
    void theGeneratorGivesThePublishedNumbers();
    void gaussianNumbersHaveTheSpreadThatWasAskedFor();
    void theQueueKeepsOrderAndRefusesWhenFull();
    void theHasherTellsOrderAndBoundariesApart();
};

void BaseTest::everyRoundingIsNamedAndExact_data()
{
    QTest::addColumn<int>("numerator");
    QTest::addColumn<int>("expectedHalfEven");
    QTest::addColumn<int>("expectedHalfUp");
    QTest::addColumn<int>("expectedDown");
    QTest::addColumn<int>("expectedUp");
    QTest::addColumn<int>("expectedFloor");
    QTest::addColumn<int>("expectedCeiling");
    // numerator / 10
    QTest::newRow("2.5") << 25 << 2 << 3 << 2 << 3 << 2 << 3;
    QTest::newRow("3.5") << 35 << 4 << 4 << 3 << 4 << 3 << 4;
    QTest::newRow("-2.5") << -25 << -2 << -3 << -2 << -3 << -3 << -2;
    QTest::newRow("2.4") << 24 << 2 << 2 << 2 << 3 << 2 << 3;
    QTest::newRow("-2.6") << -26 << -3 << -3 << -2 << -3 << -3 << -2;
    QTest::newRow("3.0") << 30 << 3 << 3 << 3 << 3 << 3 << 3;
}

void BaseTest::everyRoundingIsNamedAndExact()
{
    QFETCH(int, numerator);
    const auto round = [&](Rounding rounding) { return static_cast<int>(*narrow(divideRounded(numerator, 10, rounding))); };
    QTEST(round(Rounding::HalfEven), "expectedHalfEven");
    QTEST(round(Rounding::HalfUp), "expectedHalfUp");
    QTEST(round(Rounding::Down), "expectedDown");
    QTEST(round(Rounding::Up), "expectedUp");
    QTEST(round(Rounding::Floor), "expectedFloor");
    QTEST(round(Rounding::Ceiling), "expectedCeiling");
}

void BaseTest::productsBeyond64BitsAreSeenAsOverflow()
{
    constexpr std::int64_t kLarge = 9'000'000'000'000'000'000;
    QVERIFY(!mulDiv(kLarge, 10, 3, Rounding::Down));
    QCOMPARE(*mulDiv(kLarge, 10, 10, Rounding::Down), kLarge);
}

void BaseTest::theGeneratorGivesThePublishedNumbers()
{
    // State 1, 2, 3, 4: the first outputs of the authors' reference code for xoshiro256**.
    Rng rng(0);
    rng.restore({1, 2, 3, 4});
    QCOMPARE(rng.next(), std::uint64_t(11520));
    QCOMPARE(rng.next(), std::uint64_t(0));
    QCOMPARE(rng.next(), std::uint64_t(1509978240));
    QCOMPARE(rng.next(), std::uint64_t(1215971899390074240));
}

void BaseTest::gaussianNumbersHaveTheSpreadThatWasAskedFor()
{
    Rng rng(7);
    constexpr int kCount = 100'000;
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    for (int i = 0; i < kCount; ++i) {
        const std::int64_t x = rng.gaussian(1000);
        sum += x;
        squares += x * x;
    }
    QVERIFY(std::abs(sum / kCount) < 15);
    QVERIFY(std::abs(squares / kCount - 1'000'000) < 20'000);
}

void BaseTest::theQueueKeepsOrderAndRefusesWhenFull()
{
    BoundedQueue<int> queue(3);
    QVERIFY(queue.tryPush(1) && queue.tryPush(2) && queue.tryPush(3));
    QVERIFY(!queue.tryPush(4));
    QCOMPARE(queue.drain(std::chrono::nanoseconds(0)), (std::vector<int>{1, 2, 3}));
    std::thread producer([&] { queue.tryPush(5); });
    QCOMPARE(queue.drain(std::chrono::seconds(20)), std::vector<int>{5});
    producer.join();
    queue.close();
    QVERIFY(!queue.tryPush(6));
}

void BaseTest::theHasherTellsOrderAndBoundariesApart()
{
    const auto of = [](std::initializer_list<const char*> texts) {
        Hasher hasher;
        for (const char* text : texts)
            hasher.add(std::string_view(text));
        return hasher.value();
    };
    QVERIFY(of({"ab", "c"}) != of({"a", "bc"}));
    QVERIFY(of({"a", "b"}) != of({"b", "a"}));
    QCOMPARE(of({"a", "b"}), of({"a", "b"}));
}

RIALTO_TEST(BaseTest)
#include "base_test.moc"
