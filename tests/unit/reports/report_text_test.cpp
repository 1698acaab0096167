// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/allocation.h"
#include "reports/chart_axis.h"
#include "reports/format.h"
#include "reports/text.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

#include <numeric>
#include <set>

using namespace rialto;
using namespace rialto::reports;

class ReportTextTest : public QObject {
    Q_OBJECT

    static std::multiset<std::string> placeholders(const std::string& text)
    {
        std::multiset<std::string> found;
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
            found.insert(text.substr(at, 3));
        return found;
    }
    static bool hasChinese(const std::string& text)
    {
        return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    }

private slots:
    void everyTextExistsInBothLanguages()
    {
        const std::set<std::string> sameInBoth{"1 {0}"};
        for (const auto& one : everyText()) {
            QVERIFY2(!one.en.empty() && !one.zh.empty(), one.en.c_str());
            QVERIFY2(placeholders(one.en) == placeholders(one.zh), one.en.c_str());
            QVERIFY2(!hasChinese(one.en), one.en.c_str());
            QVERIFY2(sameInBoth.count(one.en) || hasChinese(one.zh), one.en.c_str());
        }
    }
    void placeholdersAreFilled()
    {
        QCOMPARE(text(Text::PageOf, Language::English, {"2", "9"}), std::string("Page 2 of 9"));
        QCOMPARE(text(Text::PageOf, Language::Chinese, {"2", "9"}), std::string("第 2 页，共 9 页"));
    }
    void numbersAreGroupedAndSigned()
    {
        const Currency usd = Currency::literal("USD");
        QCOMPARE(formatMoney(Money(123456789, usd)), std::string("1,234,567.89"));
        QCOMPARE(formatMoney(Money(-5, usd)), std::string("\u22120.05"));
        QCOMPARE(formatMoney(Money(100, Currency::literal("JPY"))), std::string("100"));
        QCOMPARE(formatMoney(Money(std::numeric_limits<std::int64_t>::min(), usd)), std::string("\u221292,233,720,368,547,758.08"));
        QCOMPARE(formatSignedMoney(Money(100, usd)), std::string("+1.00"));
        QCOMPARE(formatSignedMoney(Money(0, usd)), std::string("0.00"));
        QCOMPARE(formatQuantity(Quantity::literal("7.53201450")), std::string("7.5320145"));
        QCOMPARE(formatPrice(Price::literal("1234.5"), 2), std::string("1,234.50"));
        QCOMPARE(formatPrice(Price::literal("1.08425"), 2), std::string("1.08425"));
        QCOMPARE(formatRoundedPrice(Price::literal("29.145"), 2), std::string("29.14"));
        QCOMPARE(formatRoundedPrice(Price::literal("-29.155"), 2), std::string("\u221229.16"));
        QCOMPARE(formatSignedPercent(Rate{1'234'500}), std::string("+1.23%"));
        QCOMPARE(formatSignedPercent(Rate{-4'999}), std::string("0.00%"));
        QCOMPARE(formatPercent(Rate{-500'000'000}), std::string("\u2212500.00%"));
        QCOMPARE(formatSignedPercent(std::nullopt), std::string(kNoFigure));
        QCOMPARE(formatCount(1000000), std::string("1,000,000"));
    }
    void datesAreWrittenAsInTheLanguage()
    {
        const Date day = Date::of(2026, 11, 4);
        QCOMPARE(formatDate(day, Language::English), std::string("4 Nov 2026"));
        QCOMPARE(formatLongDate(day, Language::English), std::string("4 November 2026"));
        QCOMPARE(formatDate(day, Language::Chinese), std::string("2026年11月4日"));
        QCOMPARE(formatMonth(2026, 11, Language::Chinese), std::string("2026年11月"));
    }

    void weightsAlwaysMakeTheWhole_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("parts");
        QTest::addColumn<std::vector<std::int64_t>>("expected");
        using V = std::vector<std::int64_t>;
        QTest::newRow("thirds") << V{1, 1, 1} << V{3334, 3333, 3333};
        QTest::newRow("a debt") << V{150, -50} << V{15000, -5000};
        QTest::newRow("a small debt") << V{3, 3, -1} << V{6000, 6000, -2000};
        QTest::newRow("huge") << V{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::max()} << V{5000, 5000};
        QTest::newRow("tiny") << V{1, 1'000'000'000} << V{0, 10000};
        QTest::newRow("nothing") << V{0, 0} << V{};
        QTest::newRow("only debt") << V{-4, 1} << V{};
    }
    void weightsAlwaysMakeTheWhole()
    {
        QFETCH(std::vector<std::int64_t>, parts);
        QFETCH(std::vector<std::int64_t>, expected);
        QVERIFY(weightsOf(parts) == expected);
    }
    void classesOfTheSampleMakeTheWhole()
    {
        const auto data = testing::sampleStatement();
        const auto allocation = allocationOf(data);
        Money value = Money::zero(data.base);
        std::int64_t weight = 0;
        for (const auto& row : allocation.classes) {
            value += row.value;
            weight += row.weight->e8;
        }
        QVERIFY(value == data.change.closing);
        QCOMPARE(weight, kFixedOne);
        QVERIFY(!allocation.classes.back().assetClass);
    }

    void axesEndOnRoundTicks_data()
    {
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("high");
        QTest::newRow("usual") << qint64(0) << qint64(73'450'012);
        QTest::newRow("losses") << qint64(-1'999) << qint64(420);
        QTest::newRow("cents") << qint64(0) << qint64(7);
        QTest::newRow("equal") << qint64(0) << qint64(0);
        QTest::newRow("largest") << qint64(0) << qint64(4'000'000'000'000'000'000);
    }
    void axesEndOnRoundTicks()
    {
        QFETCH(qint64, low);
        QFETCH(qint64, high);
        const Axis axis = moneyAxis(low, high, Currency::literal("USD"));
        QVERIFY(axis.min <= low && axis.max >= high && axis.min < axis.max);
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 8);
        QCOMPARE(axis.ticks.front().at, axis.min);
        QCOMPARE(axis.ticks.back().at, axis.max);
        std::set<std::string> labels;
        for (const auto& tick : axis.ticks)
            QVERIFY(labels.insert(tick.label).second);
    }
    void dateTicksAreFewAndInside_data()
    {
        QTest::addColumn<int>("days");
        for (const int days : {0, 1, 5, 20, 60, 200, 400, 1000, 4000, 20000})
            QTest::addRow("%d days", days) << days;
    }
    void dateTicksAreFewAndInside()
    {
        QFETCH(int, days);
        for (const auto language : {Language::English, Language::Chinese}) {
            const Axis axis = dateAxis(Date::of(2024, 3, 4), Date::of(2024, 3, 4) + days, language);
            QVERIFY(!axis.ticks.empty() && axis.ticks.size() <= 8);
            for (const auto& tick : axis.ticks)
                QVERIFY(tick.at >= axis.min && tick.at <= axis.max);
        }
    }
};

RIALTO_TEST(ReportTextTest)
#include "report_text_test.moc"
