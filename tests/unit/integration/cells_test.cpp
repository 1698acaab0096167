// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rng.h"
#include "domain/fixed.h"
#include "integration/decimal_field.h"
#include "integration/file_name_hints.h"
#include "integration/text_encoding.h"
#include "integration/time_field.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::integration;

class CellsTest : public QObject {
    Q_OBJECT

    static QString decimal(std::string_view cell, DecimalRules rules = {})
    {
        DecimalReading reading;
        switch (readDecimal(cell, rules, reading)) {
        case DecimalFault::None: break;
        case DecimalFault::Empty: return "empty";
        case DecimalFault::Malformed: return "malformed";
        case DecimalFault::Range: return "range";
        case DecimalFault::Ambiguous: return "ambiguous";
        case DecimalFault::OtherStyle: return "other";
        }
        return QString::fromStdString(formatDecimal(reading.raw, 8, 0)) + (reading.rounded ? " rounded" : "") + (reading.grouped ? " grouped" : "");
    }

    static QString time(TimeShape shape, std::string_view cell)
    {
        TimeReading reading;
        if (!TimeFormat(shape).read(cell, reading))
            return "no";
        QString text = QString::fromStdString(isoUtc(reading.date.startUtc() + reading.nanosOfDay));
        if (reading.offsetSeconds)
            text += QString(" offset %1").arg(*reading.offsetSeconds);
        return text + (reading.hasTime ? "" : " day");
    }

private slots:
    void numbersAreReadExactly_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* cell, const char* expected) { QTest::newRow(cell) << QByteArray(cell) << QString(expected); };
        row("0", "0");
        row("-0", "0");
        row("10.82", "10.82");
        row(" 10.82 ", "10.82");
        row("+1.5", "1.5");
        row("00012.500", "12.5");
        row("0.00002853", "0.00002853");
        row("36304.20000000", "36304.2");
        row("92233720368.54775807", "92233720368.54775807");
        row("-92233720368.54775807", "-92233720368.54775807");
        row("92233720368.54775808", "range");
        row("100000000000", "range");
        row("999999999999999999999", "range");
        row("-0.09999999999999964", "-0.1 rounded");
        row("0.08999999999999986", "0.09 rounded");
        row("1.000000005", "1 rounded"); // half to even
        row("1.000000015", "1.00000002 rounded");
        row("1.0000000050000000000001", "1.00000001 rounded");
        row("1.00000000000000000000", "1");
        row("0.000000004", "0 rounded");
        row("0.000000005", "0 rounded");
        row("0.000000006", "0.00000001 rounded");
        row("1e2", "100");
        row("1.23456E-05", "0.00001235 rounded");
        row("2.5e-3", "0.0025");
        row("1e400", "range");
        row("1e9999", "malformed");
        row("0e99", "0");
        row("1,234.50", "1234.5 grouped");
        row("12,345,678.9", "12345678.9 grouped");
        row("1,234", "ambiguous");
        row("1,234,567", "1234567 grouped");
        row("1234,5", "other");
        row("1.234,5", "other");
        row("1.2.3", "other");
        row("12,34", "other");
        row("", "empty");
        row("-", "empty");
        row("NaN", "empty");
        row("null", "empty");
        row("abc", "malformed");
        row("12abc", "malformed");
        row("1.", "malformed");
        row(".5", "malformed");
        row("--1", "malformed");
        row("1e", "malformed");
        row("$5", "malformed");
    }
    void numbersAreReadExactly()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, expected);
        QCOMPARE(decimal({cell.constData(), static_cast<std::size_t>(cell.size())}), expected);
    }

    void commasAndScalesAreReadExactly()
    {
        const DecimalRules comma{DecimalStyle::Comma, 0, false};
        QCOMPARE(decimal("1234,5", comma), QString("1234.5"));
        QCOMPARE(decimal("1.234,50", comma), QString("1234.5 grouped"));
        QCOMPARE(decimal("1234.5", comma), QString("other"));
        QCOMPARE(decimal("1.234", comma), QString("ambiguous"));
        QCOMPARE(decimal("1.234", {DecimalStyle::Comma, 0, true}), QString("1234 grouped"));
        const DecimalRules lean{DecimalStyle::Point, 4, false};
        QCOMPARE(decimal("6488000", lean), QString("648.8"));
        QCOMPARE(decimal("1", lean), QString("0.0001"));
        QCOMPARE(decimal("0.00001", lean), QString("0 rounded"));
        QCOMPARE(decimal("226306.13", {DecimalStyle::Point, -2, true}), QString("22630613"));
        QCOMPARE(decimal("92233720368", {DecimalStyle::Point, -2, true}), QString("range"));
    }

    void theFastAndTheExactReaderAgree()
    {
        Rng rng(7);
        for (int i = 0; i < 200'000; ++i) {
            std::string text = rng.chance(300) ? "-" : "";
            for (std::int64_t n = rng.between(1, 12); n > 0; --n)
                text.push_back(static_cast<char>('0' + rng.below(10)));
            if (rng.chance(700)) {
                text.push_back('.');
                for (std::int64_t n = rng.between(1, 8); n > 0; --n)
                    text.push_back(static_cast<char>('0' + rng.below(10)));
            }
            const auto exact = parseDecimal(text, 8);
            DecimalReading reading;
            const auto fault = readDecimal(text, {}, reading);
            QCOMPARE(fault == DecimalFault::None, exact.ok());
            if (exact)
                QCOMPARE(reading.raw, *exact);
        }
    }

    void theStyleOfAFileShowsInItsCells()
    {
        QCOMPARE(decimalEvidence("1234.5"), 1);
        QCOMPARE(decimalEvidence("1,234.5"), 1);
        QCOMPARE(decimalEvidence("1,234,567"), 1);
        QCOMPARE(decimalEvidence("1234,5"), -1);
        QCOMPARE(decimalEvidence("1.234,5"), -1);
        QCOMPARE(decimalEvidence("1,234"), 0);
        QCOMPARE(decimalEvidence("1234"), 0);
        QCOMPARE(decimalEvidence("x,5"), 0);
    }

    void timesOfRealFilesAreRead()
    {
        QCOMPARE(time(TimeShape::YearMonthDay, "2013/1/4"), QString("2013-01-04T00:00:00Z day"));
        QCOMPARE(time(TimeShape::YearMonthDay, "2020年1月31日"), QString("2020-01-31T00:00:00Z day"));
        QCOMPARE(time(TimeShape::YearMonthDay, "2013-01-01 22:00:00.295000+00:00"), QString("2013-01-01T22:00:00.295Z offset 0"));
        QCOMPARE(time(TimeShape::YearMonthDay, "2023-06-09 00:00:00+02:00"), QString("2023-06-09T00:00:00Z offset 7200"));
        QCOMPARE(time(TimeShape::YearMonthDay, "2023-06-09T09:30Z"), QString("2023-06-09T09:30:00Z offset 0"));
        QCOMPARE(time(TimeShape::Compact, "20200101 170000065"), QString("2020-01-01T17:00:00.065Z"));
        QCOMPARE(time(TimeShape::Compact, "20070101 00:00"), QString("2007-01-01T00:00:00Z"));
        QCOMPARE(time(TimeShape::MonthName, "Jan 1 2000"), QString("2000-01-01T00:00:00Z day"));
        QCOMPARE(time(TimeShape::MonthName, "01-Feb-2020"), QString("2020-02-01T00:00:00Z day"));
        QCOMPARE(time(TimeShape::DayMonthYear, "31.12.2020 23:59"), QString("2020-12-31T23:59:00Z"));
        QCOMPARE(time(TimeShape::EpochMillis, "1637971200000"), QString("2021-11-27T00:00:00Z offset 0"));
        QCOMPARE(time(TimeShape::EpochMicros, "1637971200000000"), QString("2021-11-27T00:00:00Z offset 0"));
        for (const char* wrong : {"2020-02-30", "2020-13-01", "2020-00-10", "2020-1", "2020-01-01 25:00", "2020-01-01x", "2020-01-01 10:00 +9", "", "20200101"})
            QCOMPARE(time(TimeShape::YearMonthDay, wrong), QString("no"));
        QCOMPARE(time(TimeShape::MonthDayYear, "2/29/2021"), QString("no"));
        QCOMPARE(time(TimeShape::MillisOfDay, "86400000"), QString("no"));
    }

    void aShapeThatFitsTwoWaysIsAnErrorNotAGuess()
    {
        const std::vector<std::string> unclear{"03/04/2020", "05/06/2020"};
        QCOMPARE(QString::fromStdString(TimeFormat::detect(unclear, "date").error().code), QString("import.date-ambiguous"));
        const std::vector<std::string> clear{"03/04/2020", "25/06/2020"};
        QVERIFY(TimeFormat::detect(clear, "date")->shape() == TimeShape::DayMonthYear);
        const std::vector<std::string> none{"soon", "later"};
        QCOMPARE(QString::fromStdString(TimeFormat::detect(none, "when").error().code), QString("import.date-unknown"));
    }

    void patternsReadWhatTheySay()
    {
        TimeReading reading;
        const auto format = *TimeFormat::fromPattern("dd.MM.yy HH:mm:ss.SSS");
        QVERIFY(format.read("05.04.21 17:03:02.25", reading));
        QCOMPARE(QString::fromStdString(isoUtc(reading.date.startUtc() + reading.nanosOfDay)), QString("2021-04-05T17:03:02.250Z"));
        QVERIFY(!format.read("05.04.2021 17:03:02.25", reading));
        QVERIFY(TimeFormat::fromPattern("d MMM yyyy")->read("5 Sep 1999", reading));
        QVERIFY(!TimeFormat::fromPattern("yyyy-MM").ok());
    }

    void fileNamesTellSymbolIntervalAndDay()
    {
        const auto hints = [](const char* file) {
            const auto found = hintsFromFileName(file);
            return QString::fromStdString(found.symbol) + (found.interval ? " " + QString::fromUtf8(rialto::name(*found.interval).data()) : "")
                + (found.date ? " " + QString::fromStdString(found.date->text()) : "");
        };
        QCOMPARE(hints("aapl.csv"), QString("AAPL"));
        QCOMPARE(hints("600000.SH.csv"), QString("600000.SH"));
        QCOMPARE(hints("index_000300.csv"), QString("000300"));
        QCOMPARE(hints("aapl_20140605_trade.csv"), QString("AAPL 2014-06-05"));
        QCOMPARE(hints("ADABTC-1m-2021-11-27.csv"), QString("ADABTC 1m 2021-11-27"));
        QCOMPARE(hints("eurusd_oanda_daily_quote.csv"), QString("EURUSD 1d"));
        QCOMPARE(hints("usdjpy-ticks.csv"), QString("USDJPY"));
        QCOMPARE(hints("quote_tick_data.csv"), QString(""));
    }

    void encodingsAreToldApart()
    {
        const auto guess = [](std::string_view bytes, bool whole = true) {
            const auto found = guessEncoding(bytes, whole);
            return found ? QString::fromUtf8(rialto::integration::name(found->encoding).data()) + QString(" %1").arg(found->markBytes)
                         : QString::fromStdString(found.error().code);
        };
        QCOMPARE(guess("plain"), QString("UTF-8 0"));
        QCOMPARE(guess("\xEF\xBB\xBF" "date"), QString("UTF-8 3"));
        QCOMPARE(guess("开盘"), QString("UTF-8 0"));
        QCOMPARE(guess("\xBF\xAA\xC5\xCC"), QString("GB18030 0")); // the same word
        QCOMPARE(guess("\xFF\xFE" "d"), QString("UTF-16LE 2"));
        QCOMPARE(guess("\xE5\xBC", false), QString("UTF-8 0")); // cut
        QCOMPARE(guess("a\xFF" "b"), QString("import.encoding-unknown"));
        QVERIFY(invalidUtf8At("\xC0\x80", true) == 0);           // overlong
        QVERIFY(invalidUtf8At("\xED\xA0\x80", true) == 0);       // surrogate
        QVERIFY(invalidUtf8At("ok\xF4\x90\x80\x80", true) == 2); // beyond U+10FFFF
        QVERIFY(invalidUtf8At("\xF0\x9F\x98\x80", true) == std::string_view::npos);
    }
};

RIALTO_TEST(CellsTest)
#include "cells_test.moc"
