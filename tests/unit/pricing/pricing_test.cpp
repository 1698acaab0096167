// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/bond_pricing.h"
#include "analytics/pricing/option_pricing.h"
#include "support/test_main.h"

#include <cmath>

using namespace rialto;
using namespace rialto::pricing;

class PricingTest : public QObject {
    Q_OBJECT

    static void compare(double actual, double expected, double tolerance)
    {
        QVERIFY2(std::abs(actual - expected) <= tolerance, qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)));
    }

private slots:
    // Fabozzi, Bond Markets, Analysis, and Strategies, chapter 4: bonds that yield 9 % semiannually, with 5 and 25 years to go.
    void pricesAndDurationsAreThoseOfTheTextbook_data()
    {
        QTest::addColumn<double>("coupon");
        QTest::addColumn<int>("years");
        QTest::addColumn<double>("price");
        QTest::addColumn<double>("macaulay");
        QTest::addColumn<double>("modified");
        QTest::newRow("9 % of 5 years") << 0.09 << 5 << 100.0 << 4.13 << 3.96;
        QTest::newRow("9 % of 25 years") << 0.09 << 25 << 100.0 << 10.33 << 9.88;
        QTest::newRow("6 % of 5 years") << 0.06 << 5 << 88.1309 << 4.35 << 4.16;
        QTest::newRow("6 % of 25 years") << 0.06 << 25 << 70.3570 << 11.10 << 10.62;
        QTest::newRow("no coupon, 5 years") << 0.0 << 5 << 64.3928 << 5.0 << 4.78;
        QTest::newRow("no coupon, 25 years") << 0.0 << 25 << 11.0710 << 25.0 << 23.92;
    }
    void pricesAndDurationsAreThoseOfTheTextbook()
    {
        QFETCH(double, coupon);
        QFETCH(int, years);
        QFETCH(double, price);
        QFETCH(double, macaulay);
        QFETCH(double, modified);
        const BondTerms terms{Date::of(2020, 6, 15), Date::of(2020 + years, 6, 15), coupon, 2, DayCount::Thirty360Bond};
        const auto figures = bondFromYield(terms, Date::of(2020, 6, 15), 0.09);
        QVERIFY2(figures.ok(), figures.ok() ? "" : figures.error().text().c_str());
        compare(figures->cleanPrice, price, 0.00005);
        compare(figures->macaulayDuration, macaulay, 0.005);
        compare(figures->modifiedDuration, modified, 0.005);
        const auto back = bondFromCleanPrice(terms, Date::of(2020, 6, 15), figures->cleanPrice);
        QVERIFY(back.ok());
        compare(back->yield, 0.09, 1e-12);
    }

    void aPriceThatNoYieldGivesIsAnError()
    {
        const BondTerms terms{Date::of(2020, 6, 15), Date::of(2025, 6, 15), 0.05, 2, DayCount::Thirty360Bond};
        QVERIFY(!bondFromCleanPrice(terms, Date::of(2020, 6, 15), -1).ok());
        QVERIFY(!bondFromYield(terms, Date::of(2026, 6, 15), 0.01).ok());
        QVERIFY(!bondFromYield({Date::of(2020, 6, 15), Date::of(2025, 6, 15), 0.05, 5, DayCount::Actual360}, Date::of(2021, 1, 1), 0.01).ok());
        QVERIFY(!bondFromYield({Date::of(1850, 1, 1), Date::of(2025, 6, 15), 0.05, 1, DayCount::Actual360}, Date::of(2021, 1, 1), 0.01).ok());
    }

    // ISDA, EMU and Market Conventions: Recent Developments (1999), examples of the three ACT/ACT methods.
    void actualActualIsThatOfTheIsdaPaper_data()
    {
        QTest::addColumn<int>("convention");
        QTest::addColumn<double>("fraction");
        QTest::newRow("ISDA") << int(DayCount::ActualActualIsda) << 0.497724380567;
        QTest::newRow("ISMA") << int(DayCount::ActualActualIsma) << 0.5;
        QTest::newRow("AFB") << int(DayCount::ActualActualAfb) << 0.497267759563;
    }
    void actualActualIsThatOfTheIsdaPaper()
    {
        QFETCH(int, convention);
        QFETCH(double, fraction);
        const Date start = Date::of(2003, 11, 1);
        const Date end = Date::of(2004, 5, 1);
        const auto counted = countDays(static_cast<DayCount>(convention), start, end, ReferencePeriod{start, end});
        QVERIFY(counted.ok());
        QCOMPARE(counted->days, 182);
        compare(counted->yearFraction, fraction, 1e-12);
    }

    void namesOfConventionsAreReadInTheirUsualSpellings()
    {
        for (const DayCount each : allDayCounts())
            QVERIFY(*parseDayCount(name(each)) == each);
        QVERIFY(*parseDayCount("Actual/365 (Fixed)") == DayCount::Actual365Fixed);
        QVERIFY(*parseDayCount("30/360 (Bond Basis)") == DayCount::Thirty360Bond);
        QVERIFY(*parseDayCount("act/act icma") == DayCount::ActualActualIsma);
        QVERIFY(!parseDayCount("ACT/361").ok());
        QVERIFY(!countDays(DayCount::ActualActualIsma, Date::of(2020, 1, 1), Date::of(2020, 7, 1)).ok());
    }

    // Hull, Options, Futures, and Other Derivatives, example 15.6.
    void anOptionIsWorthWhatHullSays()
    {
        OptionTerms terms{true, 42, 40, 0, 0.1, 0.2, 0.5};
        compare(europeanOption(terms)->price, 4.76, 0.005);
        terms.call = false;
        compare(europeanOption(terms)->price, 0.81, 0.005);
    }

    // Haug, Option Pricing Formulas, page 24, as QuantLib's test suite quotes it (its tolerance there is 0.003).
    void americanApproximationsAreThoseOfHaug()
    {
        OptionTerms terms{true, 90, 100, 0.1, 0.1, 0.15, 0.1};
        compare(*americanOption(terms, AmericanModel::BaroneAdesiWhaley), 0.0206, 0.00005);
        terms = {true, 90, 100, 0.1, 0.1, 0.35, 0.5};
        compare(*americanOption(terms, AmericanModel::BaroneAdesiWhaley), 5.0063, 0.0005);
    }

    void greeksAreTheSlopesOfThePrice()
    {
        const double h = 1e-4;
        for (const bool call : {true, false}) {
            const OptionTerms terms{call, 100, 105, 0.02, 0.04, 0.25, 0.75};
            const auto at = [&](auto change) {
                OptionTerms moved = terms;
                change(moved);
                return europeanOption(moved)->price;
            };
            const auto figures = europeanOption(terms);
            compare(figures->delta, (at([&](auto& t) { t.spot += h; }) - at([&](auto& t) { t.spot -= h; })) / (2 * h), 1e-7);
            compare(figures->vega, (at([&](auto& t) { t.volatility += h; }) - at([&](auto& t) { t.volatility -= h; })) / (2 * h), 1e-5);
            compare(figures->rho, (at([&](auto& t) { t.rate += h; }) - at([&](auto& t) { t.rate -= h; })) / (2 * h), 1e-5);
            compare(figures->theta, (at([&](auto& t) { t.years -= h; }) - at([&](auto& t) { t.years += h; })) / (2 * h), 1e-5);
            compare(figures->gamma, (at([&](auto& t) { t.spot += 0.01; }) - 2 * figures->price + at([&](auto& t) { t.spot -= 0.01; })) / 1e-4, 1e-5);
            compare(*impliedVolatility(terms, figures->price), 0.25, 1e-12);
        }
    }

    void aPriceOutsideItsBoundsHasNoVolatility()
    {
        const OptionTerms terms{true, 100, 90, 0, 0.05, 0, 1};
        QVERIFY(!impliedVolatility(terms, 9).ok());   // below the discounted intrinsic value
        QVERIFY(!impliedVolatility(terms, 101).ok()); // above the spot
        QVERIFY(!europeanOption({true, 0, 90, 0, 0.05, 0.2, 1}).ok());
        QVERIFY(!americanOption({true, 100, 90, 0, 0.05, 0.2, 1}, AmericanModel::CoxRossRubinstein, 1).ok());
    }
};

RIALTO_TEST(PricingTest)
#include "pricing_test.moc"
