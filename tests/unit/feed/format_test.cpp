// SPDX-License-Identifier: GPL-3.0-or-later
#include "Feed/format.h"
#include "support/test_main.h"

using namespace rialto;

class FormatTest : public QObject
{
    Q_OBJECT

    const Format en{UiLanguage::English};
    const Format zh{UiLanguage::Chinese};
    static Price price(const char* text) { return Price::literal(text); }

private slots:
    void pricesAreGroupedAndKeepEveryDigitTheyHave()
    {
        QCOMPARE(en.price(price("1234567.5"), 2), QStringLiteral("1,234,567.50"));
        QCOMPARE(en.price(price("0.12345"), 2), QStringLiteral("0.12345"));
        QCOMPARE(en.price(price("999"), 2), QStringLiteral("999.00"));
        QCOMPARE(en.price(price("-1000"), 0), QStringLiteral("\u22121,000"));
    }

    void changesAlwaysCarryTheirSign()
    {
        QCOMPARE(en.change(price("101.25"), price("100"), 2), QStringLiteral("+1.25"));
        QCOMPARE(en.change(price("99"), price("100"), 2), QStringLiteral("\u22121.00"));
        QCOMPARE(en.change(price("100"), price("100"), 2), QStringLiteral("0.00"));
    }

    void percentIsRoundedFromTheExactRatio()
    {
        QCOMPARE(en.percentChange(price("101.005"), price("100")), QStringLiteral("+1.01%"));
        QCOMPARE(en.percentChange(price("98.995"), price("100")), QStringLiteral("\u22121.01%"));
        QCOMPARE(en.percentChange(price("100"), price("3")), QStringLiteral("+3,233.33%"));
        QCOMPARE(en.percentChange(price("5"), price("0")), QString());
    }

    void largeQuantitiesShortenTheWayEachLanguageCounts()
    {
        QCOMPARE(en.compact(Quantity::of(9999)), QStringLiteral("9,999"));
        QCOMPARE(en.compact(Quantity::of(12'499)), QStringLiteral("12.4K"));
        QCOMPARE(en.compact(Quantity::of(3'059'000)), QStringLiteral("3.05M"));
        QCOMPARE(en.compact(Quantity::of(-3'000'000'000)), QStringLiteral("\u22123B"));
        QCOMPARE(zh.compact(Quantity::of(12'499)), QStringLiteral("1.24万"));
        QCOMPARE(zh.compact(Quantity::of(30'590'000)), QStringLiteral("3,059万"));
        QCOMPARE(zh.compact(Quantity::of(120'000'000)), QStringLiteral("1.2亿"));
    }

    void moneyShowsItsMinorDigits()
    {
        QCOMPARE(en.moneyWithCode(Money(123'456, Currency::literal("USD"))), QStringLiteral("USD 1,234.56"));
        QCOMPARE(en.signedMoney(Money(-5000, Currency::literal("JPY"))), QStringLiteral("\u22125,000"));
        QCOMPARE(en.percentChange(Money(5, Currency::literal("USD")), Money(1000, Currency::literal("USD"))), QStringLiteral("+0.50%"));
    }

    void timesFollowTheZoneThroughTheSpringChange()
    {
        const auto before = *parseIso("2026-03-08T06:59:59Z");
        const auto after = *parseIso("2026-03-08T07:00:00Z");
        QCOMPARE(en.timeWithZone(before, "America/New_York"), QStringLiteral("01:59:59 EST"));
        QCOMPARE(en.timeWithZone(after, "America/New_York"), QStringLiteral("03:00:00 EDT"));
        QCOMPARE(zh.timeWithZone(after, "America/New_York"), QStringLiteral("03:00:00 UTC\u22124"));
        QCOMPARE(en.timeWithZone(after, "Asia/Shanghai"), QStringLiteral("15:00:00 UTC+8"));
        QCOMPARE(en.timeMillis(after + 5 * kNanosPerMilli, "Asia/Kolkata"), QStringLiteral("12:30:00.005"));
    }

    void datesReadAsEachLanguageWritesThem()
    {
        QCOMPARE(en.date(Date::of(2026, 11, 4)), QStringLiteral("4 Nov 2026"));
        QCOMPARE(zh.date(Date::of(2026, 11, 4)), QStringLiteral("2026-11-04"));
        QCOMPARE(en.shortDate(Date::of(2026, 11, 4)), QStringLiteral("Wed 4 Nov"));
        QCOMPARE(zh.shortDate(Date::of(2026, 11, 4)), QStringLiteral("11月4日 周三"));
    }
};

RIALTO_TEST(FormatTest)
#include "format_test.moc"
