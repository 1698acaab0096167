// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values by hand (Hamilton's method on small numbers); the rest are properties over seeded random splits.
#include "support/test_main.h"

#include "base/rng.h"
#include "oms/allocation.h"

#include <numeric>

using namespace rialto;

class AllocationTest : public QObject {
    Q_OBJECT
private slots:
    void largestRemaindersGetWhatIsLeftAndTheEarlierWinsATie();
    void everySplitConservesAndStaysWithinOneUnitOfItsShare();
    void sharesAreWholeLotsAndMakeTheWhole();
    void percentagesMustMakeAHundredAndManualSharesTheWhole();
    void moneyIsSharedToTheLastCentAlsoWhenItIsNegative();
    void theAveragePriceIsThatOfWhatTraded();
    void anAccountIsBroughtToItsModelWeightAndNeverBeyond();
    void weightsThatMeanNothingAreRefused();
};

void AllocationTest::largestRemaindersGetWhatIsLeftAndTheEarlierWinsATie()
{
    // 100 over 3 : 3 : 1 is 42.857, 42.857, 14.286
    QCOMPARE(*shareOut(100, {3, 3, 1}), (std::vector<std::int64_t>{43, 43, 14}));
    QCOMPARE(*shareOut(10, {1, 1, 1}), (std::vector<std::int64_t>{4, 3, 3}));
    QCOMPARE(*shareOut(1, {5, 0, 5}), (std::vector<std::int64_t>{1, 0, 0}));
    QCOMPARE(*shareOut(0, {5, 1}), (std::vector<std::int64_t>{0, 0}));
}

void AllocationTest::everySplitConservesAndStaysWithinOneUnitOfItsShare()
{
    Rng rng(20261124);
    for (int round = 0; round < 20'000; ++round) {
        const std::int64_t units = static_cast<std::int64_t>(rng.next() >> (rng.next() % 63 + 1));
        std::vector<std::int64_t> weights(1 + rng.next() % 40);
        for (auto& weight : weights)
            weight = rng.next() % 5 == 0 ? 0 : static_cast<std::int64_t>(rng.next() >> (rng.next() % 62 + 2));
        weights.front() += 1;
        const auto shares = shareOut(units, weights);
        QVERIFY(shares.ok());
        Int128 sum = 0;
        Int128 all = 0;
        for (const auto weight : weights)
            all += weight;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            sum += (*shares)[i];
            const Int128 floor = Int128(units) * weights[i] / all;
            QVERIFY(Int128((*shares)[i]) == floor || Int128((*shares)[i]) == floor + 1);
            if (weights[i] == 0)
                QCOMPARE((*shares)[i], std::int64_t(0));
        }
        QVERIFY2(sum == Int128(units), qPrintable(QStringLiteral("round %1").arg(round)));
        QCOMPARE(*shareOut(units, weights), *shares); // the same on replay
    }
}

void AllocationTest::sharesAreWholeLotsAndMakeTheWhole()
{
    const auto shares = allocateProRata(Quantity::of(1000), {1, 1, 1}, Quantity::of(100));
    QVERIFY(shares.ok());
    QCOMPARE((*shares)[0].text(), std::string("400"));
    QCOMPARE((*shares)[1].text(), std::string("300"));
    QCOMPARE((*shares)[2].text(), std::string("300"));
    QCOMPARE(allocateProRata(Quantity::of(150), {1}, Quantity::of(100)).error().code, std::string("oms.allocation-lots"));
    const auto equal = allocateEqual(Quantity::of(7), 3, Quantity::of(1));
    QCOMPARE((*equal)[0].text() + (*equal)[1].text() + (*equal)[2].text(), std::string("322"));
}

void AllocationTest::percentagesMustMakeAHundredAndManualSharesTheWhole()
{
    const auto shares = allocatePercent(Quantity::of(1000), {3333, 3333, 3334}, Quantity::of(1));
    QCOMPARE((*shares)[0].text() + "/" + (*shares)[1].text() + "/" + (*shares)[2].text(), std::string("333/333/334"));
    QCOMPARE(allocatePercent(Quantity::of(10), {5000, 4999}, Quantity::of(1)).error().code, std::string("oms.allocation-percent"));
    QVERIFY(allocateManual(Quantity::of(10), {Quantity::of(4), Quantity::of(6)}, Quantity::of(1)).ok());
    QCOMPARE(allocateManual(Quantity::of(10), {Quantity::of(4), Quantity::of(5)}, Quantity::of(1)).error().code, std::string("oms.allocation-sum"));
    QCOMPARE(allocateManual(Quantity::of(10), {Quantity::of(11), Quantity::of(-1)}, Quantity::of(1)).error().code, std::string("oms.allocation-lots"));
}

void AllocationTest::moneyIsSharedToTheLastCentAlsoWhenItIsNegative()
{
    const Currency usd = Currency::literal("USD");
    const auto fees = shareMoney(Money(100, usd), {1, 1, 1});
    QCOMPARE((*fees)[0].text() + " " + (*fees)[1].text() + " " + (*fees)[2].text(), std::string("0.34 0.33 0.33"));
    const auto negative = shareMoney(Money(-100, usd), {1, 1, 1});
    QCOMPARE((*negative)[0].minor() + (*negative)[1].minor() + (*negative)[2].minor(), std::int64_t(-100));
    QCOMPARE((*negative)[0].minor(), std::int64_t(-34));
}

void AllocationTest::theAveragePriceIsThatOfWhatTraded()
{
    AveragePrice average;
    average.add(Price::literal("10.00"), Quantity::of(100));
    average.add(Price::literal("10.03"), Quantity::of(200));
    QCOMPARE(average.price().text(), std::string("10.02"));
    average.add(Price::literal("10.00"), Quantity::of(1)); // 3016 / 301 = 10.0199335548...
    QCOMPARE(average.price().text(), std::string("10.01993355"));
}

void AllocationTest::anAccountIsBroughtToItsModelWeightAndNeverBeyond()
{
    const Currency usd = Currency::literal("USD");
    // a quarter of 10,000 at 30.00 is 83.33
    QCOMPARE(quantityToModel({Money(1'000'000, usd), Quantity(), 2500}, Price::literal("30"), {1, 1}, Quantity::of(1))->text(), std::string("83"));
    QCOMPARE(quantityToModel({Money(1'000'000, usd), Quantity::of(100), 2500}, Price::literal("30"), {1, 1}, Quantity::of(1))->text(), std::string("-16"));
    QCOMPARE(quantityToModel({Money(1'000'000, usd), Quantity::of(50), 0}, Price::literal("30"), {1, 1}, Quantity::of(1))->text(), std::string("-50"));
    // a bond at 99.50 per 100 nominal, lots of 1000: 50,000 buys 50,251.26 nominal
    QCOMPARE(quantityToModel({Money(5'000'000, usd), Quantity(), 10'000}, Price::literal("99.5"), {1, 100}, Quantity::of(1000))->text(), std::string("50000"));
    QCOMPARE(quantityToModel({Money(1, usd), Quantity(), 100}, Price(), {1, 1}, Quantity::of(1)).error().code, std::string("oms.allocation-range"));
}

void AllocationTest::weightsThatMeanNothingAreRefused()
{
    QCOMPARE(shareOut(10, {}).error().code, std::string("oms.allocation-weights"));
    QCOMPARE(shareOut(10, {0, 0}).error().code, std::string("oms.allocation-weights"));
    QCOMPARE(shareOut(10, {5, -1}).error().code, std::string("oms.allocation-weights"));
}

RIALTO_TEST(AllocationTest)
#include "allocation_test.moc"
