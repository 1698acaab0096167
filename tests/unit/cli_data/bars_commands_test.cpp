// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_book.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;

using rialto::testing::DataOpener;

class BarsCommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_out;
    std::string m_err;

    int run(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.end(), {"--book", m_dir.filePath("book").toStdString()});
        std::ostringstream out;
        std::ostringstream err;
        DataOpener opener;
        const int code = cli::run(arguments, out, err, opener);
        m_out = out.str();
        m_err = err.str();
        return code;
    }
    std::string file(const char* name, const char* text)
    {
        QFile created(m_dir.filePath(name));
        RIALTO_CHECK(created.open(QIODevice::WriteOnly), "the file can be made");
        created.write(text);
        return created.fileName().toStdString();
    }

private slots:
    void whatIsImportedIsListedAndShown()
    {
        const auto path = file("abc.csv", "date,open,high,low,close,volume\n2020-01-02,10,12,9,11,1000\n2020-01-03,11,11.5,10.25,10.75,900\n2020-01-06,9,8,7,9,1\n");
        QCOMPARE(run({"import", "bars", path, "--json"}), cli::kOk);
        const auto report = cli::Json::parse(m_out)["files"][0];
        QVERIFY(report["rowsRead"] == 3 && report["accepted"] == 2 && report["rejected"] == 1);
        QVERIFY(report["rejectedRows"][0]["code"] == "ohlc-contradiction" && report["rejectedRows"][0]["line"] == 4);
        QCOMPARE(run({"bars", "list", "--json"}), cli::kOk);
        const auto series = cli::Json::parse(m_out)["series"][0];
        QVERIFY(series["symbol"] == "ABC" && series["bars"] == 2 && series["first"] == "2020-01-02T00:00:00Z");
        QCOMPARE(run({"bars", "show", "ABC", "--from", "2020-01-03", "--json"}), cli::kOk);
        const auto shown = cli::Json::parse(m_out);
        QVERIFY(shown["bars"].size() == 1 && shown["bars"][0]["close"] == "10.75");
        QCOMPARE(run({"bars", "show", "XYZ"}), cli::kFailed);
        QVERIFY(m_err.find("market.series-unknown") != std::string::npos);
    }

    void oneBadFileDoesNotHinderTheOthersAndTheCodeSaysSo()
    {
        const auto good = file("good.csv", "date,close\n2020-01-02,10\n");
        const auto bad = file("bad.csv", "<html>Too many requests</html>");
        QCOMPARE(run({"import", "bars", bad, good, "--json"}), cli::kFailed);
        const auto document = cli::Json::parse(m_out);
        QVERIFY(document["files"].size() == 1 && document["failed"][0]["code"] == "import.html-page");
        QCOMPARE(run({"bars", "show", "GOOD"}), cli::kOk);
    }

    void aDryRunStoresNothing()
    {
        const auto path = file("dry.csv", "date,close\n2020-01-02,10\n");
        QCOMPARE(run({"import", "bars", path, "--dry-run"}), cli::kOk);
        QVERIFY(m_out.find("nothing was stored") != std::string::npos);
        QCOMPARE(run({"bars", "show", "DRY"}), cli::kFailed);
    }

    void mappingsComeAsTextOrInAFile()
    {
        const auto path = file("map.csv", "a;b\n02.01.2020;10,5\n");
        const auto mapping = file("map.json", "{\"date\": \"a\", \"close\": 2}");
        QCOMPARE(run({"import", "bars", path, "--mapping", mapping, "--date-format", "dd.MM.yyyy"}), cli::kOk);
        QCOMPARE(run({"import", "bars", path, "--mapping", "{\"date\": \"a\", \"close\": 2}", "--date-format", "dd.MM.yyyy"}), cli::kOk);
        QVERIFY(m_out.find("1 unchanged") != std::string::npos);
        QCOMPARE(run({"import", "bars", path, "--mapping", "{oops"}), cli::kFailed);
    }

    void anImportedSeriesStandsInTheBookOnceAndNobodyTradesIt()
    {
        const auto path = file("600000.SH.csv", "date,open,high,low,close,volume\n2020-01-02,10.01,12,9,11,1000\n");
        QCOMPARE(run({"import", "bars", path, "--json"}), cli::kOk);
        const auto assumptions = cli::Json::parse(m_out)["files"][0]["assumptions"].dump();
        QVERIFY2(assumptions.find("600000.SH: taken for a share in CNY, Asia/Shanghai") != std::string::npos, assumptions.c_str());
        QCOMPARE(run({"import", "bars", path, "--json"}), cli::kOk); // known by now
        QVERIFY(m_out.find("taken for") == std::string::npos);
        BookOptions options;
        options.directory = m_dir.filePath("book").toStdString();
        const auto session = DataOpener().open(options);
        QVERIFY(session.ok());
        (*session)->services().query([](const Engine& engine) {
            const Instrument* instrument = engine.findInstrument("600000.SH");
            QVERIFY(instrument != nullptr);
            QVERIFY(!instrument->tradable());
            QCOMPARE(instrument->spec.tick, Price::literal("0.01"));
            QCOMPARE(instrument->spec.currency, Currency::literal("CNY"));
        });
    }

    void wrongUsageIsTwo()
    {
        QCOMPARE(run({"import", "bars"}), cli::kUsage);
        QCOMPARE(run({"import", "bars", "x.csv", "--interval", "7m"}), cli::kUsage);
    }
};

RIALTO_TEST(BarsCommandsTest)
#include "bars_commands_test.moc"
