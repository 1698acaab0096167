// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in and out of every real file that is at hand.
#include "import_bed.h"
#include "support/test_main.h"

#include <QFile>

using namespace rialto;
using namespace rialto::integration;

class RealFilesTest : public QObject, protected testing::ImportBed {
    Q_OBJECT

private slots:
    void everyRowOfARealFileIsAccountedFor_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("first"); // interval, first bar or tick
        QTest::addColumn<QString>("last");
        const auto row = [](const char* path, const char* symbol, const char* zone, int rows, const char* first, const char* last) {
            QTest::newRow(path) << symbol << zone << rows << first << last;
        };
        row("us_daily_raw/aapl.csv", "AAPL", "", 5849, "1d 1998-01-02T00:00:00Z 13.63 16.25 13.5 16.25 6315000", "2021-03-31T00:00:00Z");
        row("us_daily_raw/eem.csv", "EEM", "", 5245, "1d 1998-01-06T00:00:00Z 9.63 9.63 9.63 9.63 3000", "");
        row("us_daily_raw/ibm.csv", "IBM", "", 5849, "1d 1998-01-02T00:00:00Z 104.5 105.75 104.06 105.75 2563200", "");
        row("us_daily_raw/qqq.csv", "QQQ", "", 3964, "1d 1999-03-10T00:00:00Z 102.25 102.31 100.56 101.94 2632800", "");
        row("us_daily_raw/spy.csv", "SPY", "", 5849, "1d 1998-01-02T00:00:00Z 97.31 97.53 96.53 97.36 2150000", "");
        row("cn_a_share/600000.SH.csv", "600000.SH", "", 1456, "1d 2014-01-02T00:00:00Z 5.4102 5.4159 5.3242 5.3472 69821037", "2020-02-13T00:00:00Z");
        row("cn_a_share/index_000300.csv", "000300", "", 1423, "1d 2013-01-04T00:00:00Z 2551.814 2558.529 2498.892 2524.409 9798818200", "");
        row("fx/eurusd_oanda_daily_quote.csv", "EURUSD", "", 3738, "1d 2007-01-01T00:00:00Z 1.31977 1.32175 1.3192 1.32145 0", "");
        row("crypto/btcusd_coinbase_daily_trade.csv", "BTCUSD", "", 1318, "1d 2014-12-01T00:00:00Z 300 370 300 370 0.05655554", "");
        row("us_minute/aapl_20140605_quote.csv", "AAPL", "", 830, "1m 2014-06-05T08:00:00Z 644.9 645.03 644.9 645.03 0", "");
        row("us_minute/aapl_20140605_trade.csv", "AAPL", "", 686, "1m 2014-06-05T08:15:00Z 644.8 644.8 644.8 644.8 90", "");
        row("us_minute/aapl_20140606_trade.csv", "AAPL", "", 783, "1m 2014-06-06T08:00:00Z 648.8 649.1 648.8 649.1 300", "");
        row("us_minute/spy_20131007_trade.csv", "SPY", "", 828, "1m 2013-10-07T08:00:00Z 167.41 167.41 167.25 167.27 3197", "");
        row("us_minute/spy_20131008_trade.csv", "SPY", "", 828, "1m 2013-10-08T08:00:00Z 167.42 167.42 167.42 167.42 210", "");
        row("index_daily/NYSE_composite_1990_2005.csv", "NYSE", "", 4003, "1d 1990-01-02T00:00:00Z 2093.6 2093.6 2093.6 2093.6 0", "2005-11-11T00:00:00Z");
        row("index_daily/sp500_2000_2020_ohlcv.csv", "SP500", "", 5105, "1d 2000-01-03T00:00:00Z 1469.25 1478 1438.359985 1455.219971 931800000", "");
        row("ticks_bars/ADABTC-1m-2021-11-27.csv", "ADABTC", "", 10, "1m 2021-11-27T00:00:00Z 0.00002853 0.00002854 0.00002851 0.00002854 36304.2", "");
        row("ticks_bars/quote_tick_data.csv", "EURUSD", "Etc/GMT+5", 9500, "tick 2020-01-01T22:00:00.065Z 1.1212 1.12172", "");
        row("ticks_bars/usdjpy-ticks.csv", "USDJPY", "", 1000, "tick 2013-01-01T22:00:00.295Z 86.655 86.728", "");
        row("ticks_bars/binance-futures_book_snapshot_5_BTCUSDT.csv", "BTCUSDT", "", 10, "", "");
        row("monthly/vega_stocks.csv", "MSFT", "", 560, "1d 2000-01-01T00:00:00Z 39.81 39.81 39.81 39.81 0", "");
        row("futures/es_trade_201312.csv", "ES", "", 0, "1d 2013-10-06T00:00:00Z 1676.75 1678.25 1673.25 1676.5 21573", "");
    }
    void everyRowOfARealFileIsAccountedFor()
    {
        const std::string path = std::string(RIALTO_SHARED_DATA "/market/") + QTest::currentDataTag();
        if (!QFile::exists(QString::fromStdString(path)))
            QSKIP("the shared data is not there");
        QFETCH(QString, symbol);
        QFETCH(QString, zone);
        QFETCH(int, rows);
        QFETCH(QString, first);
        QFETCH(QString, last);
        reset();
        ImportOptions options;
        options.zone = zone.toStdString();
        if (!zone.isEmpty())
            options.symbol = symbol.toStdString();
        const auto report = importFile(path, options, {*m_bars, m_ticks.get()});
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->rowsRead, report->accepted + report->rejected);
        std::int64_t counted = 0;
        for (const auto& [code, count] : report->rejectedByCode)
            counted += count;
        QCOMPARE(counted, report->rejected);
        if (report->rejected != 0)
            qInfo("%s", toText(*report).c_str());
        QCOMPARE(report->rejected, std::int64_t{0});
        if (rows > 0)
            QCOMPARE(report->rowsRead, std::int64_t{rows});
        QCOMPARE(report->totals().inserted, report->accepted);
        const auto again = importFile(path, options, {*m_bars, m_ticks.get()});
        QCOMPARE(again->totals().unchanged, report->accepted);
        QCOMPARE(again->totals().inserted + again->totals().changed, std::int64_t{0});
        if (report->kind == "ticks") {
            const auto ticks = *m_ticks->read({symbol.toStdString(), "csv"});
            QCOMPARE(static_cast<std::int64_t>(ticks.size()), report->accepted);
            if (!first.isEmpty())
                QCOMPARE(QString::fromStdString("tick " + isoUtc(ticks[0].time) + " " + ticks[0].bid.text() + " " + ticks[0].ask.text()), first);
            return;
        }
        const BarInterval interval = first.startsWith("1d") ? BarInterval::Day : BarInterval::Minute;
        const bool quotes = QByteArray(QTest::currentDataTag()).contains("quote");
        const auto stored = bars(symbol.toStdString(), interval, quotes ? "csv-mid" : "csv");
        QCOMPARE(QString::fromUtf8(rialto::name(interval).data()) + " " + show(stored.front()), first);
        if (!last.isEmpty())
            QCOMPARE(QString::fromStdString(isoUtc(stored.back().start)), last);
    }

    void depthFilesAreRefusedAsWhatTheyAre()
    {
        for (const char* file : {"btcusdt-depth-snap.csv", "btcusdt-depth-update.csv"}) {
            const std::string path = std::string(RIALTO_SHARED_DATA "/market/ticks_bars/") + file;
            if (!QFile::exists(QString::fromStdString(path)))
                QSKIP("the shared data is not there");
            reset();
            QCOMPARE(QString::fromStdString(importFile(path, {}, {*m_bars, m_ticks.get()}).error().code), QString("import.order-book"));
        }
    }
};

RIALTO_TEST(RealFilesTest)
#include "real_files_test.moc"
