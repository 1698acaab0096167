// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "domain/calendar.h"
#include "domain/time_zone.h"

#include <QFile>

#include <set>

using namespace rialto;

class TimeTest : public QObject {
    Q_OBJECT
private slots:
    void everyDayOfFourCenturiesSurvivesItsText();
    void textThatIsNoDateIsRefused_data();
    void textThatIsNoDateIsRefused();
    void timesWithoutAZoneAreRefused();
    void newYorkChangesItsClockTwiceAYear();
    void aSkippedWallTimeIsTheInstantOfTheChange();
    void holidaysOfNewYorkAndTargetAreThePublishedOnes();
    void settlementCountsTradingDaysOnly();
};

void TimeTest::everyDayOfFourCenturiesSurvivesItsText()
{
    const Date first = Date::of(1800, 1, 1);
    for (std::int32_t d = 0; d < 400 * 365; ++d) {
        const Date date = first + d;
        QCOMPARE(Date::parse(date.text())->days, date.days);
        QCOMPARE(Date::of(date.year(), date.month(), date.day()).days, date.days);
    }
    QCOMPARE(Date::of(1970, 1, 1).days, 0);
    QCOMPARE(Date::of(2026, 11, 24).weekday(), 1); // a Tuesday
    QCOMPARE(Date::ofUtc(Timestamp(-1)).text(), std::string("1969-12-31"));
}

void TimeTest::textThatIsNoDateIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "20260132", "2026-01-01 "})
        QTest::newRow(*text == 0 ? "empty" : text) << QByteArray(text);
}

void TimeTest::textThatIsNoDateIsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Date::parse(text.toStdString()));
}

void TimeTest::timesWithoutAZoneAreRefused()
{
    QCOMPARE(parseIso("2026-01-05T09:30:00-05:00")->nanos, parseIso("2026-01-05T14:30:00Z")->nanos);
    QCOMPARE(isoUtc(*parseIso("2026-01-05 14:30:00.250Z")), std::string("2026-01-05T14:30:00.250Z"));
    QVERIFY(!parseIso("2026-01-05T09:30:00"));
    QVERIFY(!parseIso("2026-01-05T24:00:00Z"));
    QVERIFY(!parseIso("2026-01-05T09:30:00+5:00"));
}

void TimeTest::newYorkChangesItsClockTwiceAYear()
{
    const auto offset = [](const char* text) { return *utcOffsetSeconds(*parseIso(text), "America/New_York"); };
    QCOMPARE(offset("2026-03-08T06:59:59Z"), std::int64_t(-5 * 3600));
    QCOMPARE(offset("2026-03-08T07:00:00Z"), std::int64_t(-4 * 3600));
    QCOMPARE(offset("2026-11-01T06:00:00Z"), std::int64_t(-5 * 3600));
    QCOMPARE(utcOffsetSeconds(Timestamp(), "Asia/Shanghai").value(), std::int64_t(8 * 3600));
    QCOMPARE(utcOffsetSeconds(Timestamp(), "Mars/Olympus").error().code, std::string("domain.zone-unknown"));
}

void TimeTest::aSkippedWallTimeIsTheInstantOfTheChange()
{
    const auto skipped = fromLocal(Date::of(2026, 3, 8), 150 * kNanosPerMinute, "America/New_York");
    QCOMPARE(isoUtc(*skipped), std::string("2026-03-08T07:00:00Z"));
    const auto open = fromLocal(Date::of(2026, 7, 6), (9 * 60 + 30) * kNanosPerMinute, "America/New_York");
    QCOMPARE(isoUtc(*open), std::string("2026-07-06T13:30:00Z"));
}

void TimeTest::holidaysOfNewYorkAndTargetAreThePublishedOnes()
{
    QFile file(QString(RIALTO_SHARED_DATA) + "/refdata/calendars/holidays_dev.csv");
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data is not here: the holidays were not compared");
    std::set<QByteArray> published[2];
    std::set<QByteArray> ours[2];
    const QByteArray header = file.readLine().trimmed();
    QVERIFY(!header.isEmpty());
    const QByteArrayList columns = header.split(',');
    const int market = static_cast<int>(columns.indexOf("calendar")) >= 0 ? static_cast<int>(columns.indexOf("calendar")) : 0;
    while (!file.atEnd()) {
        const auto cells = file.readLine().trimmed().split(',');
        if (cells.size() < 2)
            continue;
        const int which = cells[market].contains("TARGET") ? 1 : 0;
        for (const auto& cell : cells)
            if (Date::parse(cell.toStdString()))
                published[which].insert(cell);
    }
    QVERIFY(published[0].size() > 30 && published[1].size() > 15);
    const auto collect = [](const std::vector<Date>& days, std::set<QByteArray>& into) {
        for (const Date day : days)
            if (day.year() >= 2015 && day.year() <= 2018 && !day.isWeekend())
                into.insert(QByteArray::fromStdString(day.text()));
    };
    collect(nyseHolidays(), ours[0]);
    collect(targetHolidays(), ours[1]);
    // One-off closures (the funeral of a president on 2018-12-05) are in no rule.
    for (int which = 0; which < 2; ++which) {
        for (const auto& day : ours[which])
            QVERIFY2(published[which].count(day) != 0, day.constData());
        for (const auto& day : published[which])
            QVERIFY2(ours[which].count(day) != 0 || day == "2018-12-05", day.constData());
    }
}

void TimeTest::settlementCountsTradingDaysOnly()
{
    const TradingCalendar nyse("XNYS", nyseHolidays());
    QCOMPARE(nyse.plus(Date::of(2026, 7, 2), 1).text(), std::string("2026-07-06")); // 3 July is observed for the 4th
    QCOMPARE(nyse.plus(Date::of(2026, 1, 10), 0).text(), std::string("2026-01-12"));
    QCOMPARE(nyse.previous(Date::of(2026, 1, 20)).text(), std::string("2026-01-16"));
    QCOMPARE(TradingCalendar("24x7", {}, true).plus(Date::of(2026, 1, 3), 2).text(), std::string("2026-01-05"));
}

RIALTO_TEST(TimeTest)
#include "time_test.moc"
