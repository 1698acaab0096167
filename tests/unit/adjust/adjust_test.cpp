// SPDX-License-Identifier: GPL-3.0-or-later
// Adjusted and resampled bars against what is published: factor files against their own reference closes, dividends against
// the adjusted closes of the same file, minute bars against the day.
#include "api/cli/command.h"
#include "integration/adjust/factor_table.h"
#include "market/resample.h"
#include "support/console.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <map>
#include <sstream>

using namespace rialto;
using namespace rialto::integration;

namespace {

cli::Json run(std::vector<std::string> arguments, int wanted = cli::kOk)
{
    std::ostringstream out;
    std::ostringstream err;
    testing::NoBooks books;
    arguments.push_back("--json");
    const int code = cli::run(arguments, out, err, books);
    if (code != wanted)
        qWarning("%s %s", out.str().c_str(), err.str().c_str());
    return code == wanted ? cli::Json::parse(out.str().empty() ? "{}" : out.str(), nullptr, false) : cli::Json();
}

const std::string kData = RIALTO_SHARED_DATA;
bool there(const std::string& path) { return QFile::exists(QString::fromStdString(kData + path)); }

} // namespace

class AdjustTest : public QObject {
    Q_OBJECT

private slots:
    void factorsHoldUpToTheirDayAndMultiplyExactly()
    {
        // Apple's row of 2005-02-25 (a 2:1 split) and the one after it, as published.
        const auto table = FactorTable::parse("20000620,0.8613657,0.00892857,101\n20050225,0.8613657,0.01785710,88.97\n20501231,1,1,0\n");
        QVERIFY(table.ok());
        QCOMPARE(table->at(Date::of(2000, 6, 20)).split, std::int64_t{892'857});
        QCOMPARE(table->at(Date::of(2000, 6, 21)).split, std::int64_t{1'785'710});
        QCOMPARE(table->at(Date::of(2060, 1, 1)).split, std::int64_t{100'000'000});
        const Bar bar{Date::of(2005, 2, 25).startUtc(), Price::literal("88.97"), Price::literal("88.97"), Price::literal("88.97"), Price::literal("88.97"), Quantity::literal("100")};
        const Date day = Date::of(2005, 2, 25);
        const auto total = adjusted(std::span(&bar, 1), std::span(&day, 1), *table, AdjustMode::Total, std::nullopt);
        QCOMPARE(total->front().close.text(), std::string("1.36849147")); // 88.97 * 0.8613657 * 0.0178571 = 1.36849147148...
        const auto known = adjusted(std::span(&bar, 1), std::span(&day, 1), *table, AdjustMode::Total, day);
        QCOMPARE(known->front().close.text(), std::string("88.97")); // nothing after it was known
    }

    void damagedFactorFilesAreRefused()
    {
        QCOMPARE(FactorTable::parse("").error().code, std::string("adjust.no-factors"));
        QCOMPARE(FactorTable::parse("20200101,1,0,1\n").error().code, std::string("adjust.factor-malformed"));
        QCOMPARE(FactorTable::parse("20200101,1,1,1\n20190101,1,1,1\n").error().code, std::string("adjust.factors-not-rising"));
        QCOMPARE(TickerMap::parse("x,y\n").error().code, std::string("adjust.map-malformed"));
    }

    void tickersOfTheirTimeComeFromTheMapFile()
    {
        if (!there("/market/us_map_files/spwr.csv"))
            QSKIP("the shared data is not there");
        QFile file(QString::fromStdString(kData + "/market/us_map_files/spwr.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto map = TickerMap::parse(file.readAll().toStdString());
        QVERIFY(map->on(Date::of(2005, 11, 16)).empty());
        QVERIFY(map->on(Date::of(2008, 9, 29)) == "SPWR" && map->on(Date::of(2008, 9, 30)) == "SPWRA" && map->on(Date::of(2011, 11, 16)) == "SPWRA");
        QVERIFY(map->on(Date::of(2011, 11, 17)) == "SPWR");
    }

    void theReferenceClosesOfFactorFilesAreTheRawCloses_data()
    {
        QTest::addColumn<QString>("symbol");
        for (const char* symbol : {"aapl", "eem", "ibm", "qqq", "spy"})
            QTest::newRow(symbol) << QString(symbol);
    }
    void theReferenceClosesOfFactorFilesAreTheRawCloses()
    {
        QFETCH(QString, symbol);
        const std::string daily = "/market/us_daily_raw/" + symbol.toStdString() + ".csv";
        const std::string factors = "/market/us_factor_files/" + symbol.toStdString() + ".csv";
        if (!there(daily) || !there(factors))
            QSKIP("the shared data is not there");
        QFile file(QString::fromStdString(kData + factors));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = FactorTable::parse(file.readAll().toStdString());
        QVERIFY(table.ok());
        const auto raw = run({"adjust", kData + daily, "--mode", "raw"});
        const auto total = run({"adjust", kData + daily, "--factors", kData + factors, "--mode", "total"});
        const auto split = run({"adjust", kData + daily, "--factors", kData + factors, "--mode", "split"});
        QVERIFY(raw["count"] == total["count"] && raw["count"] == split["count"]);
        std::map<std::string, double> rawCloses;
        int compared = 0;
        for (std::size_t i = 0; i < raw["bars"].size(); ++i) {
            const double close = std::stod(raw["bars"][i]["close"].get<std::string>());
            rawCloses[raw["bars"][i]["time"]] = close;
            // An independent product in floating point.
            const auto& row = table->at(*Date::parse(raw["bars"][i]["time"].get<std::string>()));
            const double wanted = close * (static_cast<double>(row.price) / 1e8) * (static_cast<double>(row.split) / 1e8);
            QVERIFY(std::abs(std::stod(total["bars"][i]["close"].get<std::string>()) - wanted) <= 1e-6 * wanted);
            ++compared;
        }
        int references = 0;
        int agreeing = 0;
        for (const auto& row : table->rows())
            if (row.reference > 0 && rawCloses.count(row.date.text()) == 1) {
                ++references;
                agreeing += std::abs(rawCloses[row.date.text()] - static_cast<double>(row.reference) / 1e8) < 0.0051 ? 1 : 0;
            }
        qInfo("%s: %d closes adjusted; %d of %d reference closes are the raw closes", qPrintable(symbol), compared, agreeing, references);
        QVERIFY(references > 10 && agreeing * 100 >= references * 95);
    }

    void adjustedClosesAgreeWithThePublishedOnes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("CALM") << "CALM-1d-no-bad-divs";
        QTest::newRow("EWG") << "EWG-1d-no-bad-divs";
        QTest::newRow("1398-HK") << "1398-HK-1d-bad-div-fixed";
    }
    void adjustedClosesAgreeWithThePublishedOnes()
    {
        QFETCH(QString, name);
        const std::string file = "/dirty/yahoo_price_repair/" + name.toStdString() + ".csv";
        if (!there(file))
            QSKIP("the shared data is not there");
        const auto total = run({"adjust", kData + file, "--mode", "total"});
        QFile csv(QString::fromStdString(kData + file));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        std::map<std::string, double> published;
        for (const QByteArray& line : csv.readAll().split('\n').mid(1))
            if (const auto cells = line.split(','); cells.size() > 5 && !cells[5].isEmpty())
                published[cells[0].left(10).toStdString()] = cells[5].toDouble();
        double worst = 0;
        int compared = 0;
        for (const auto& bar : total["bars"]) {
            const double wanted = published[bar["time"]];
            worst = std::max(worst, std::abs(std::stod(bar["close"].get<std::string>()) - wanted) / wanted);
            ++compared;
        }
        qInfo("%s: %d adjusted closes, worst relative difference %.2g", QTest::currentDataTag(), compared, worst);
        QVERIFY(compared > 600);
        QVERIFY(worst < 1e-6);
    }

    void hoursHoldTheirMinutes()
    {
        const std::string path = "/market/us_minute/spy_20131007_trade.csv";
        if (!there(path))
            QSKIP("the shared data is not there");
        const auto all = run({"resample", kData + path, "--to", "1h"});
        QCOMPARE(all["conventions"]["zone"].get<std::string>(), std::string("America/New_York"));
        // By hand from the file: the minutes from 09:00 to 09:59 New York.
        QFile file(QString::fromStdString(kData + path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        double high = 0;
        double low = 1e9;
        double volume = 0;
        double open = 0;
        double close = 0;
        for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
            const auto cells = line.split(',');
            if (cells.size() < 6 || cells[0].toLongLong() / 3'600'000 != 9)
                continue;
            open = open == 0 ? cells[1].toDouble() : open;
            high = std::max(high, cells[2].toDouble());
            low = std::min(low, cells[3].toDouble());
            close = cells[4].toDouble();
            volume += cells[5].toDouble();
        }
        bool seen = false;
        for (const auto& bar : all["bars"])
            if (bar["local"] == "2013-10-07T09:00:00") {
                seen = true;
                const auto number = [&](const char* key) { return std::stod(bar[key].get<std::string>()); };
                QCOMPARE(number("open"), open / 10'000);
                QCOMPARE(number("high"), high / 10'000);
                QCOMPARE(number("low"), low / 10'000);
                QCOMPARE(number("close"), close / 10'000);
                QCOMPARE(number("volume"), volume);
                QVERIFY(bar["start"] == "2013-10-07T13:00:00Z");
            }
        QVERIFY(seen);
        const auto session = run({"resample", kData + path, "--to", "1h", "--session", "09:30-16:00", "--tz", "America/New_York"});
        QCOMPARE(session["bars"].size(), std::size_t{7});
        QVERIFY(session["bars"][0]["local"] == "2013-10-07T09:30:00" && session["bars"][6]["local"] == "2013-10-07T15:30:00" && session["bars"][6]["bars"] == 30);
    }

    void aDayOfRegularTradingIsTheDailyBar()
    {
        // The daily file and the minute file are of one vendor: regular hours make the day's high, low and open.
        if (!there("/market/us_minute/spy_20131008_trade.csv") || !there("/market/us_daily_raw/spy.csv"))
            QSKIP("the shared data is not there");
        for (const char* day : {"20131007", "20131008"}) {
            const auto made = run({"resample", kData + "/market/us_minute/spy_" + day + "_trade.csv", "--to", "1d", "--session", "09:30-16:00", "--tz", "America/New_York"});
            QCOMPARE(made["bars"].size(), std::size_t{1});
            const auto daily = run({"adjust", kData + "/market/us_daily_raw/spy.csv", "--mode", "raw"});
            for (const auto& bar : daily["bars"])
                if (bar["time"] == made["bars"][0]["start"])
                    for (const char* key : {"open", "high", "low"})
                        QVERIFY2(std::abs(std::stod(bar[key].get<std::string>()) - std::stod(made["bars"][0][key].get<std::string>())) < 0.011, key);
        }
    }

    void aClockChangeShiftsNoHour()
    {
        // New York goes to summer time on 2014-03-09; 09:00 local is 14:00Z before and 13:00Z after.
        std::vector<Bar> bars;
        for (const int day : {7, 10})
            for (const int minute : {0, 30})
                bars.push_back({Timestamp(Date::of(2014, 3, static_cast<unsigned>(day)).startUtc().nanos + ((day == 7 ? 14 : 13) * 60 + minute) * kNanosPerMinute), Price::of(1), Price::of(2), Price::of(1),
                    Price::of(1), Quantity::of(5)});
        market::ResampleOptions options;
        options.zone = "America/New_York";
        options.hasSession = true;
        options.openSeconds = 9 * 3600;
        options.closeSeconds = 16 * 3600;
        const auto made = market::resample(bars, options);
        QCOMPARE(made->bars.size(), std::size_t{2});
        QCOMPARE(made->bars[1].volume, Quantity::of(10));
        options.toSeconds = 7 * 60;
        QCOMPARE(market::resample(bars, options).error().code, std::string("market.resample-interval"));
    }
};

RIALTO_TEST(AdjustTest)
#include "adjust_test.moc"
