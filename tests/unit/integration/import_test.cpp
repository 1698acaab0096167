// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_bed.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::integration;

class ImportTest : public QObject, protected testing::ImportBed {
    Q_OBJECT

private slots:
    void init() { reset(); }

    void aPlainDailyFileIsRead()
    {
        const auto report = import("date,open,high,low,close,volume\n2020-01-02,10,12,9,11,1000\n2020-01-03,11,11.5,10.25,10.75,900\n");
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->rowsRead, std::int64_t{2});
        QCOMPARE(report->accepted, std::int64_t{2});
        QCOMPARE(show(bars()[1]), QString("2020-01-03T00:00:00Z 11 11.5 10.25 10.75 900"));
    }

    void importingTheSameFileAgainChangesNothing()
    {
        const char* text = "date,open,high,low,close,volume\n2020-01-02,10,12,9,11,1000\n2020-01-03,11,11.5,10.25,10.75,900\n";
        QCOMPARE(import(text)->totals().inserted, std::int64_t{2});
        QVERIFY((import(text)->totals() == market::WriteCounts{0, 0, 2, 0}));
        const auto changed = import("date,open,high,low,close,volume\n2020-01-03,11,11.5,10.25,10.8,900\n")->totals();
        QVERIFY((changed == market::WriteCounts{0, 1, 0, 0}));
    }

    void aDryRunCountsAndStoresNothing()
    {
        ImportOptions options;
        options.dryRun = true;
        const auto report = import("date,open,high,low,close\n2020-01-02,10,12,9,11\n", options);
        QVERIFY(report->dryRun);
        QCOMPARE(report->totals().inserted, std::int64_t{1});
        QVERIFY(m_bars->series()->empty());
    }

    void chineseHeadingsInGbkAreRead()
    {
        // The headings of date, open, high, low, close, volume.
        const std::string gbk = "\xC8\xD5\xC6\xDA,\xBF\xAA\xC5\xCC,\xD7\xEE\xB8\xDF,\xD7\xEE\xB5\xCD,\xCA\xD5\xC5\xCC,\xB3\xC9\xBD\xBB\xC1\xBF\n2020/1/2,10,12,9,11,100\n";
        const auto report = import(gbk);
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(QString::fromStdString(report->encoding), QString("GB18030"));
        QCOMPARE(show(bars()[0]), QString("2020-01-02T00:00:00Z 10 12 9 11 100"));
    }

    void decimalCommasWithAByteOrderMarkAreRead()
    {
        const auto report = import("\xEF\xBB\xBF日期;开盘价;最高价;最低价;收盘价\n2020年1月2日;10,5;12;9;11\n2020年1月3日;10,5;12;9,25;11\n");
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(show(bars()[1]), QString("2020-01-03T00:00:00Z 10.5 12 9.25 11 0"));
    }

    void utf16IsRead()
    {
        std::string text("\xFF\xFE");
        for (const char c : std::string_view("date\topen\thigh\tlow\tclose\n2020-01-02\t10\t12\t9\t11\n")) {
            text.push_back(c);
            text.push_back('\0');
        }
        const auto report = import(text);
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->delimiter, '\t');
        QCOMPARE(report->accepted, std::int64_t{1});
    }

    void columnsAreTakenAsTheMappingSays()
    {
        ImportOptions options;
        options.mapping = *parseMapping(R"({"date": "Handelstag", "open": 3, "high": 4, "low": 5, "close": "Schluss"})");
        const auto report = import("Schluss,Handelstag,A,B,C\n11,02.01.2020,10,12,9\n11,30.01.2020,10,12,9\n", options);
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(show(bars()[0]), QString("2020-01-02T00:00:00Z 10 12 9 11 0"));
        options.mapping = *parseMapping(R"({"date": "Tag"})");
        QCOMPARE(QString::fromStdString(import("a,b\n1,2\n", options).error().code), QString("import.mapping-column"));
        QCOMPARE(QString::fromStdString(parseMapping("{\"dat\": \"x\"}").error().code), QString("import.mapping-role"));
        QCOMPARE(QString::fromStdString(parseMapping("[1]").error().code), QString("import.mapping-malformed"));
    }

    void timesWithinTheDayNeedAZoneAndFollowItsClockChanges()
    {
        const char* text = "datetime,open,high,low,close\n2020-03-06 09:30,1,1,1,1\n2020-03-09 09:30,1,1,1,1\n2020-03-09 09:31,1,1,1,1\n";
        QCOMPARE(codeOf(text), QString("import.zone-missing"));
        ImportOptions options;
        options.zone = "America/New_York";
        QVERIFY(import(text, options).ok());
        const auto read = bars("ABC", BarInterval::Minute);
        QCOMPARE(QString::fromStdString(isoUtc(read[0].start)), QString("2020-03-06T14:30:00Z"));
        QCOMPARE(QString::fromStdString(isoUtc(read[1].start)), QString("2020-03-09T13:30:00Z"));
        options.zone = "America/Nowhere";
        QCOMPARE(QString::fromStdString(import(text, options).error().code), QString("domain.zone-unknown"));
    }

    void bothPartsOfADaySplitByAClockChangeAreRight()
    {
        ImportOptions options;
        options.zone = "America/New_York";
        QVERIFY(import("time,open,high,low,close\n2020-03-08 01:59,1,1,1,1\n2020-03-08 03:00,1,1,1,1\n", options).ok());
        const auto read = bars("ABC", BarInterval::Minute);
        QCOMPARE(read[1].start - read[0].start, kNanosPerMinute);
    }

    void everyRefusedRowIsCountedAndListedWithItsReason()
    {
        std::string text = "date,open,high,low,close,volume\n"
                           "2020-01-02,10,12,9,11,1\n" // row 2
                           "2020-01-02,10,12,9,11,1\n" // the same again
                           "2020-01-02,10,12,9,10,1\n" // another bar of that day
                           "2020-01-03,10,9,9,11,1\n"
                           "2020-01-04,10,12,11,11,1\n"
                           "2020-01-05,0,12,0,11,1\n"
                           "2020-01-06,-1,12,-2,11,1\n"
                           "2020-01-07,ten,12,9,11,1\n"
                           "2020-01-08,10,12,9,11,-5\n"
                           "2020-01-09,10,12,9,,5\n"
                           "2020-01-10,10,12,9\n"
                           "2020-01-11,10,12,9,11,5,7\n"
                           "2020-02-30,10,12,9,11,5\n"
                           "2020-01-12,10,12,9,11,9999999999999\n"
                           "\"2020-01-13\"x,10,12,9,11,1\n"
                           "2020-01-14,10,12,9,11.000000000001,\n";
        for (int day = 0; day < 13; ++day)
            text += (Date::of(2020, 3, 1) + day).text() + ",10,12,9,11,1\n";
        const auto report = import(text);
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->rowsRead, report->accepted + report->rejected);
        QStringList rows;
        for (const auto& row : report->rejectedRows)
            rows << QString("%1 %2 %3").arg(row.row).arg(QString::fromStdString(row.column), QString::fromStdString(row.code));
        QCOMPARE(rows,
            (QStringList{"3 date duplicate-identical", "4 date duplicate-time", "5 high ohlc-contradiction", "6 low ohlc-contradiction",
                "7 open price-not-positive", "8 open price-not-positive", "9 open price-malformed", "10 volume volume-negative", "11 close price-missing",
                "12  columns-missing", "13  columns-extra", "14 date time-malformed", "15 volume volume-range", "16  quote-stray"}));
        QCOMPARE(report->repairedByCode.at("rounded"), std::int64_t{1});
        QCOMPARE(report->repairedByCode.at("volume-missing"), std::int64_t{1});
        QCOMPARE(report->accepted, std::int64_t{15});
        QVERIFY(toJson(*report).find("ohlc-contradiction") != std::string::npos);
        QVERIFY(toText(*report).find("row 5 (line 5), column high: ohlc-contradiction, high 9 is below close 11") != std::string::npos);
    }

    void namedDecisionsChangeWhatIsRefused()
    {
        ImportOptions options;
        options.widenContradictions = true;
        auto report = import("date,open,high,low,close\n2020-01-03,10,9,9,11\n", options);
        QCOMPARE(report->repairedByCode.at("ohlc-widened"), std::int64_t{1});
        QCOMPARE(show(bars()[0]), QString("2020-01-03T00:00:00Z 10 11 9 11 0"));
        reset();
        options = {};
        options.keepNonPositivePrices = true;
        QVERIFY(import("date,open,high,low,close\n2020-04-20,10,12,-40.32,-37.63\n", options).ok());
        QCOMPARE(show(bars()[0]), QString("2020-04-20T00:00:00Z 10 12 -40.32 -37.63 0"));
        reset();
        options = {};
        options.strict = true;
        QCOMPARE(codeOf("date,open,high,low,close\n2020-01-02,10,12,9,11\n2020-01-03,10,9,9,11\n", options), QString("import.strict"));
    }

    void descendingAndUnorderedRowsAreStoredInOrder()
    {
        QVERIFY(import("date,open,high,low,close\n2020-01-03,1,1,1,1\n2020-01-01,1,1,1,1\n2020-01-02,1,1,1,1\n").ok());
        QCOMPARE(bars().size(), std::size_t{3});
        QVERIFY(market::requireRising(bars()).ok());
    }

    void aFileOfManySymbolsBecomesManySeries()
    {
        const auto report = import("symbol,date,price\nMSFT,Jan 1 2000,39.81\nAMZN,Jan 1 2000,64.56\nMSFT,Feb 1 2000,36.35\n");
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->series.size(), std::size_t{2});
        QCOMPARE(bars("MSFT").size(), std::size_t{2});
        QCOMPARE(show(bars("AMZN")[0]), QString("2000-01-01T00:00:00Z 64.56 64.56 64.56 64.56 0"));
    }

    void quotesBecomeBarsOfTheSideAsked()
    {
        const char* text = "datetime_UTC,bid_open,bid_high,bid_low,bid_close,bid_size,ask_open,ask_high,ask_low,ask_close,ask_size\n"
                           "20070101 00:00,1.3192,1.3212,1.3187,1.3209,0,1.3203,1.3222,1.3197,1.3219,0\n";
        const auto close = [&](QuoteSide side) {
            reset();
            ImportOptions options;
            options.quoteSide = side;
            RIALTO_CHECK(import(text, options).ok(), "the quotes are read");
            const std::string source = m_bars->series()->front().key.source;
            return QString::fromStdString(bars("ABC", BarInterval::Day, source)[0].close.text() + " " + source);
        };
        QCOMPARE(close(QuoteSide::Mid), QString("1.3214 csv-mid"));
        QCOMPARE(close(QuoteSide::Bid), QString("1.3209 csv-bid"));
        QCOMPARE(close(QuoteSide::Ask), QString("1.3219 csv-ask"));
    }

    void ticksAreReadAndReadAgainWithoutChange()
    {
        const char* text = "timestamp,bid,ask\n2013-01-01 22:00:00.295000+00:00,86.655,86.728\n2013-01-01 22:00:00.295000+00:00,86.656,86.728\n"
                           "2013-01-01 21:00:00+00:00,86.657,86.728\n2013-01-01 22:02:35.9+00:00,86.9,86.728\n2013-01-01 22:03:00+00:00,86.7,86.728\n";
        const auto report = import(text);
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->accepted, std::int64_t{3});
        QCOMPARE(report->rejectedByCode.at("time-backwards"), std::int64_t{1});
        QCOMPARE(report->rejectedByCode.at("bid-above-ask"), std::int64_t{1});
        QCOMPARE(m_ticks->read({"ABC", "csv"})->size(), std::size_t{3});
        QVERIFY((import(text)->totals() == market::WriteCounts{0, 0, 3, 0}));
    }
};

RIALTO_TEST(ImportTest)
#include "import_test.moc"
