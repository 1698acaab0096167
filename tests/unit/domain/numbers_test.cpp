// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "base/rng.h"
#include "domain/money.h"

#include <limits>

using namespace rialto;

class NumbersTest : public QObject {
    Q_OBJECT
private slots:
    void decimalTextIsReadExactlyOrRefused_data();
    void decimalTextIsReadExactlyOrRefused();
    void textOfEveryNumberReadsBackTheSame();
    void theSmallestAndLargestNumbersSurvive();
    void notionalRoundsOnceHalfEven();
    void notionalTakesTheMultiplierIntoAccount();
    void notionalBeyondTheRangeIsAnError();
    void moneyKnowsTheDigitsOfItsCurrency();
};

void NumbersTest::decimalTextIsReadExactlyOrRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qlonglong>("raw");
    QTest::addColumn<QByteArray>("error");
    const auto good = [](const char* text, qlonglong raw) { QTest::newRow(text) << QByteArray(text) << raw << QByteArray(); };
    const auto bad = [](const char* text, const char* error) { QTest::newRow(*text == 0 ? "empty" : text) << QByteArray(text) << 0LL << QByteArray(error); };
    good("1", 100'000'000);
    good("-1.5", -150'000'000);
    good("+0.00000001", 1);
    good("007.10", 710'000'000);
    good(".5", 50'000'000);
    good("1.000000000", 100'000'000); // a ninth digit that is zero says nothing
    bad("", "domain.number-malformed");
    bad("-", "domain.number-malformed");
    bad(".", "domain.number-malformed");
    bad("1.", "domain.number-malformed");
    bad("1.2.3", "domain.number-malformed");
    bad("1,000", "domain.number-malformed");
    bad("1e5", "domain.number-malformed");
    bad(" 1", "domain.number-malformed");
    bad("NaN", "domain.number-malformed");
    bad("0x10", "domain.number-malformed");
    bad("0.000000001", "domain.number-precision");
    bad("92233720368.54775808", "domain.number-range");
    bad("99999999999999999999999", "domain.number-range");
}

void NumbersTest::decimalTextIsReadExactlyOrRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(qlonglong, raw);
    QFETCH(QByteArray, error);
    const auto price = Price::parse(text.toStdString());
    if (error.isEmpty()) {
        QVERIFY(price.ok());
        QCOMPARE(price->raw(), raw);
    } else {
        QVERIFY(!price.ok());
        QCOMPARE(QByteArray::fromStdString(price.error().code), error);
    }
}

void NumbersTest::textOfEveryNumberReadsBackTheSame()
{
    Rng rng(11);
    for (int i = 0; i < 100'000; ++i) {
        const auto raw = static_cast<std::int64_t>(rng.next() >> rng.below(60));
        const Price price = Price::fromRaw(rng.chance(500) ? raw : -raw);
        QCOMPARE(Price::literal(price.text()).raw(), price.raw());
        QCOMPARE(Price::literal(price.text(8)).raw(), price.raw());
    }
}

void NumbersTest::theSmallestAndLargestNumbersSurvive()
{
    const Price least = Price::fromRaw(std::numeric_limits<std::int64_t>::min());
    const Price most = Price::fromRaw(std::numeric_limits<std::int64_t>::max());
    QCOMPARE(least.text(), std::string("-92233720368.54775808"));
    QCOMPARE(Price::literal(least.text()).raw(), least.raw());
    QCOMPARE(Price::literal(most.text()).raw(), most.raw());
}

void NumbersTest::notionalRoundsOnceHalfEven()
{
    const Currency usd = Currency::literal("USD");
    const auto value = [&](const char* price, const char* quantity) {
        return notional(Price::literal(price), Quantity::literal(quantity), {}, usd, Rounding::HalfEven)->text();
    };
    QCOMPARE(value("0.125", "1"), std::string("0.12"));
    QCOMPARE(value("0.135", "1"), std::string("0.14"));
    QCOMPARE(value("-0.125", "1"), std::string("-0.12"));
    QCOMPARE(value("33.33333333", "3"), std::string("100.00"));
    QCOMPARE(value("184.21", "100"), std::string("18421.00"));
}

void NumbersTest::notionalTakesTheMultiplierIntoAccount()
{
    const Currency usd = Currency::literal("USD");
    QCOMPARE(notional(Price::literal("101.25"), Quantity::of(10'000), {1, 100}, usd, Rounding::HalfEven)->text(), std::string("10125.00"));
    QCOMPARE(notional(Price::literal("5000.25"), Quantity::of(-2), {50, 1}, usd, Rounding::HalfEven)->text(), std::string("-500025.00"));
    QCOMPARE(notional(Price::literal("151.24"), Quantity::of(1000), {}, Currency::literal("JPY"), Rounding::HalfEven)->text(), std::string("151240"));
}

void NumbersTest::notionalBeyondTheRangeIsAnError()
{
    const auto huge = notional(Price::of(90'000'000'000), Quantity::of(90'000'000'000), {1000, 1}, Currency::literal("USD"), Rounding::HalfEven);
    QVERIFY(!huge);
    QCOMPARE(huge.error().code, std::string("domain.notional-range"));
}

void NumbersTest::moneyKnowsTheDigitsOfItsCurrency()
{
    QCOMPARE(Money(1234, Currency::literal("JPY")).text(), std::string("1234"));
    QCOMPARE(Money(1234, Currency::literal("KWD")).text(), std::string("1.234"));
    QCOMPARE(Money(-5, Currency::literal("USD")).text(), std::string("-0.05"));
    QVERIFY(!Money::parse("1.5", Currency::literal("JPY")));
    QVERIFY(!Currency::parse("XXX"));
    for (const auto& currency : Currency::all())
        QCOMPARE(Currency::literal(currency.code()).key(), currency.key());
}

RIALTO_TEST(NumbersTest)
#include "numbers_test.moc"
