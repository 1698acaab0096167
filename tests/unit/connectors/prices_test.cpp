// SPDX-License-Identifier: GPL-3.0-or-later
#include "connector_bed.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::integration;
using namespace rialto::testing;

namespace {

QString line(const Bar& bar)
{
    return QString::fromStdString(isoUtc(bar.start) + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() + " " + bar.close.text() + " " + bar.volume.text());
}

// The shape of /v8/finance/chart; times are 09:30 in New York.
constexpr char kYahoo[] = R"({"chart":{"result":[{"meta":{"currency":"USD","symbol":"ABC","exchangeTimezoneName":"America/New_York","gmtoffset":-14400,"dataGranularity":"1d"},
"timestamp":[1715002200,1715088600,1715175000],"events":{"dividends":{"1715088600":{"amount":0.24,"date":1715088600}}},
"indicators":{"quote":[{"open":[10.5,null,11],"high":[11.25,null,12],"low":[10.25,null,10.75],"close":[11,null,11.5],"volume":[1000,null,1832641364]}],"adjclose":[{"adjclose":[10.9,null,11.5]}]}}],"error":null}})";

} // namespace

class PricesTest : public QObject {
    Q_OBJECT

private slots:
    void yahooBarsCarryTheDayOfTheirExchange()
    {
        const auto report = readText(kYahoo, "abc.json");
        QCOMPARE(summary(report), QString("yahoo-chart 3 2 1"));
        const auto& bars = report->harvest.bars.front();
        QCOMPARE(QString::fromStdString(bars.symbol), QString("ABC"));
        QCOMPARE(line(bars.bars[0]), QString("2024-05-06T00:00:00Z 10.5 11.25 10.25 11 1000"));
        QCOMPARE(line(bars.bars[1]), QString("2024-05-08T00:00:00Z 11 12 10.75 11.5 1832641364"));
        QCOMPARE(report->harvest.rejectedByCode.at("price-missing"), std::int64_t{1});
        QCOMPARE(QString::fromStdString(report->harvest.records.front().key), QString("ABC dividend"));
    }
    void anErrorInPlaceOfDataIsToldAsOne()
    {
        QCOMPARE(summary(readText(R"({"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}})", "x.json")), QString("import.source-error"));
        QCOMPARE(summary(readText("Exceeded the daily hits limit", "x.csv")), QString("import.source-error"));
        QCOMPARE(summary(readText("<!DOCTYPE html><html><body>Too Many Requests</body></html>", "x.csv")), QString("import.html-page"));
        QCOMPARE(summary(readText(R"([{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}])", "x.json")), QString("import.source-error"));
        QCOMPARE(summary(readText(R"({"error_code":400,"error_message":"Bad Request. The series does not exist."})", "x.json")), QString("import.source-error"));
    }
    void stooqsBulkFilesSayTheirSymbolAndPeriod()
    {
        const auto report = readText("<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nABC.US,D,20240506,000000,10,11,9,10.5,1200,0\nABC.US,D,20240507,000000,10,9,11,10.5,1200,0\n", "abc.us.txt");
        QCOMPARE(summary(report), QString("stooq-csv 2 1 1"));
        QCOMPARE(report->harvest.rejectedByCode.at("ohlc-contradiction"), std::int64_t{1});
    }
    void alpacaBarsOfSeveralSymbols()
    {
        const auto report = readText(R"({"bars":{"AA":[{"t":"2024-05-06T04:00:00Z","o":10,"h":11,"l":9.5,"c":10.25,"v":100,"n":3,"vw":10.1},{"t":"2024-05-07T04:00:00Z","o":10,"h":11,"l":9.5,"c":10.5,"v":100}],
"BB":[{"t":"2024-05-06T04:00:00Z","o":1,"h":1,"l":1,"c":1,"v":5}]},"next_page_token":null})", "bars.json");
        QCOMPARE(summary(report), QString("alpaca 3 3 0"));
        QCOMPARE(report->symbols.size(), std::size_t{2});
        QCOMPARE(line(report->harvest.bars.front().bars[1]), QString("2024-05-07T00:00:00Z 10 11 9.5 10.5 100"));
    }
    void binanceKlinesAsJsonAndAsDump()
    {
        // The example of Binance's documentation: a bar of a week.
        const auto json = readText(R"([[1499040000000,"0.01634790","0.80000000","0.01575800","0.01577100","148976.11427815",1499644799999,"2434.19055334",308,"1756.87402397","28.46694368","0"]])", "BNBBTC-1w.json");
        QCOMPARE(summary(json), QString("binance-json 1 1 0"));
        QCOMPARE(QString::fromStdString(json->series.front().interval), QString("1w"));
        QCOMPARE(QString::fromStdString(json->series.front().symbol), QString("BNBBTC"));
        // Microseconds, as dumps are since 2025.
        const auto dump = readText("1735689600000000,93576.00,93610.93,93537.50,93610.93,8.21827000,1735689659999999,768978.1,2631,4.9,463000.1,0\n", "BTCUSDT-1m-2025-01.csv");
        QCOMPARE(summary(dump), QString("binance-csv 1 1 0"));
        QCOMPARE(line(dump->harvest.bars.front().bars[0]), QString("2025-01-01T00:00:00Z 93576 93610.93 93537.5 93610.93 8.21827"));
        const auto trades = readText("id,price,qty,quote_qty,time,is_buyer_maker\n1,100.5,2,201,1704067200000,true\n2,-1,2,201,1704067200001,false\n", "ABCUSDT-trades-2024-01-01.csv");
        QCOMPARE(summary(trades), QString("binance-csv 2 1 1"));
    }
    void depthUpdatesThatDoNotFollowAreTold()
    {
        const std::string head = R"({"topic":"orderbook.50.X","type":"snapshot","ts":1733011200691,"data":{"s":"X","b":[["10","1"],["9","2"]],"a":[["11","3"]],"u":5}})";
        const auto report = readText(head + "\n" + R"({"topic":"orderbook.50.X","type":"delta","ts":1733011200791,"data":{"s":"X","b":[["10","0"]],"a":[["10.5","4"]],"u":6}})"
                + "\n" + R"({"topic":"orderbook.50.X","type":"delta","ts":1733011200891,"data":{"s":"X","b":[["9","7"]],"a":[],"u":6}})" + "\n",
            "book.jsonl");
        QCOMPARE(summary(report), QString("bybit-orderbook 3 2 1"));
        QCOMPARE(report->harvest.rejectedByCode.at("sequence-stale"), std::int64_t{1});
        QCOMPARE(QString::fromStdString(report->harvest.about.at("book.X")), QString("1 bids, 2 asks, best 9 x 2 / 10.5 x 4"));
    }
    void theBybitBookEndsWhereTheManifestSays()
    {
        if (!haveShared())
            QSKIP("the shared data are not on this machine");
        const auto report = readShared("market/l2_bybit_xrpusdt_ob500.jsonl");
        QCOMPARE(summary(report), QString("bybit-orderbook 50 50 0"));
        QCOMPARE(QString::fromStdString(report->harvest.about.at("book.XRPUSDT")), QString("500 bids, 500 asks, best 1.9537 x 10605 / 1.9538 x 6702"));
    }
    void marketByOrderIsReplayedWithoutAnUnknownOrder()
    {
        if (!haveShared())
            QSKIP("the shared data are not on this machine");
        const auto report = readShared("trading/l3_book_sample/mbo_20240508_first6000.csv");
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(summary(report), QString("mbo-csv 6000 6000 0"));
        for (const auto& set : report->harvest.ticks)
            for (const auto& tick : set.ticks)
                QVERIFY2(tick.kind == market::TickKind::Trade || tick.bid < tick.ask, "the book is crossed at the end of an event");
    }
    void itchMessagesBuildABook()
    {
        std::string bytes;
        const auto big = [](std::uint64_t value, int count) {
            std::string out;
            for (int i = count - 1; i >= 0; --i)
                out += static_cast<char>((value >> (8 * i)) & 0xFF);
            return out;
        };
        const auto message = [&](std::string body) { bytes += big(body.size(), 2) + body; };
        const std::string head = big(7, 2) + big(0, 2) + big(34'200'000'000'000, 6); // locate 7, half past nine
        message("R" + head + "ABC     " + "Q" + "N" + big(100, 4) + "N" + "C" + "Z " + "P" + "N" + " " + "1" + "N" + big(0, 4) + "N");
        message("A" + head + big(1, 8) + "B" + big(300, 4) + "ABC     " + big(1'000'000, 4));
        message("A" + head + big(2, 8) + "S" + big(200, 4) + "ABC     " + big(1'005'000, 4));
        message("E" + head + big(2, 8) + big(50, 4) + big(9, 8));
        message("D" + head + big(99, 8)); // nobody's order
        bytes += big(19, 2) + "D"; // cut off
        ImportOptions options;
        options.fileName = "day.itch";
        options.date = Date::of(2024, 5, 6);
        const auto report = importAnyBytes(bytes, options, {}, {});
        QCOMPARE(summary(report), QString("itch-5.0 6 4 2"));
        QCOMPARE(report->harvest.rejectedByCode.at("order-unknown"), std::int64_t{1});
        QCOMPARE(report->harvest.rejectedByCode.at("message-truncated"), std::int64_t{1});
        const auto& ticks = report->harvest.ticks.front().ticks;
        QCOMPARE(QString::fromStdString(isoUtc(ticks.front().time)), QString("2024-05-06T13:30:00Z"));
        QCOMPARE(QString::fromStdString(ticks.back().bid.text() + " " + ticks.back().ask.text() + " " + ticks.back().askSize.text()), QString("100 100.5 150"));
    }
};

RIALTO_TEST(PricesTest)
#include "prices_test.moc"
