// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_book.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;
using namespace rialto::testing;

namespace {

struct Answered {
    int code = 0;
    cli::Json json;
    std::string err;
};

class Desk {
public:
    Desk() { QDir(folder.path()).mkpath(QStringLiteral("book")); }
    Answered run(std::vector<std::string> arguments)
    {
        arguments.push_back("--json");
        arguments.push_back("--book");
        arguments.push_back(folder.filePath(QStringLiteral("book")).toStdString());
        std::ostringstream out, err;
        DataOpener opener;
        Answered answered;
        answered.code = cli::run(arguments, out, err, opener);
        answered.json = cli::Json::parse(out.str(), nullptr, false);
        answered.err = err.str() + out.str();
        return answered;
    }
    std::string file(const char* name, const std::string& text)
    {
        const QString path = folder.filePath(QLatin1String(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), qint64(text.size())) != qint64(text.size()))
            qFatal("a file of the test cannot be written");
        return path.toStdString();
    }
    QTemporaryDir folder;
};

const char* const kFirst = "Date,Open,High,Low,Close,Volume\n2024-01-02,10,11,9,10.5,100\n2024-01-03,10.5,12,10,11.5,200\n2024-01-04,11.5,12,11,11.25,150\n";
// The third of January is corrected, and a day is added.
const char* const kSecond = "Date,Open,High,Low,Close,Volume\n2024-01-03,10.5,12,10,11.75,200\n2024-01-04,11.5,12,11,11.25,150\n2024-01-05,11.25,13,11,12.5,300\n";

} // namespace

class DeskCliTest : public QObject {
    Q_OBJECT
private slots:
    void aCorrectedBarIsSeenAsItWasKnownOnAnyDay()
    {
        Desk desk;
        QCOMPARE(desk.run({"import", desk.file("ACME.csv", kFirst), "--known-on", "2024-02-01"}).code, 0);
        QCOMPARE(desk.run({"import", desk.file("ACME.csv", kSecond), "--known-on", "2024-03-01"}).code, 0);
        const auto now = desk.run({"bars", "ACME"});
        QVERIFY2(now.code == 0, now.err.c_str());
        QCOMPARE(now.json["bars"].size(), std::size_t(4));
        QCOMPARE(now.json["bars"][1]["close"].get<std::string>(), std::string("11.75"));
        const auto february = desk.run({"bars", "ACME", "--as-known", "2024-02-15"});
        QVERIFY2(february.code == 0, february.err.c_str());
        QCOMPARE(february.json["bars"][1]["close"].get<std::string>(), std::string("11.5"));
        const auto march = desk.run({"bars", "ACME", "--as-known", "2024-03-01"});
        QCOMPARE(march.json["bars"][1]["close"].get<std::string>(), std::string("11.75"));
        const auto early = desk.run({"bars", "ACME", "--as-known", "2024-01-03"});
        QCOMPARE(early.json["bars"].size(), std::size_t(2));
        QCOMPARE(early.json["bars"][1]["close"].get<std::string>(), std::string("11.5"));
        const auto first = desk.run({"bars", "ACME", "--uncorrected"});
        QCOMPARE(first.json["bars"].size(), std::size_t(4));
        QCOMPARE(first.json["bars"][1]["close"].get<std::string>(), std::string("11.5"));
    }

    void importingTheSameFileAgainIsNoCorrection()
    {
        Desk desk;
        const std::string file = desk.file("ACME.csv", kFirst);
        QCOMPARE(desk.run({"import", file}).code, 0);
        QCOMPARE(desk.run({"import", file}).code, 0);
        const auto bars = desk.run({"bars", "ACME", "--corrections"});
        QCOMPARE(bars.json["corrections"].size(), std::size_t(0));
    }

    void theLineageOfABarNamesTheLineTheFileAndWhatItWasBefore()
    {
        Desk desk;
        QCOMPARE(desk.run({"import", desk.file("ACME.csv", kFirst)}).code, 0);
        const std::string second = desk.file("fixed.csv", kSecond);
        QCOMPARE(desk.run({"import", second, "--symbol", "ACME"}).code, 0);
        const auto corrected = desk.run({"lineage", "bar:ACME:1d:csv:2024-01-03"});
        QVERIFY2(corrected.code == 0, corrected.err.c_str());
        QCOMPARE(corrected.json["value"]["close"].get<std::string>(), std::string("11.75"));
        QCOMPARE(corrected.json["origin"]["file"].get<std::string>(), second);
        QCOMPARE(corrected.json["origin"]["line"].get<int>(), 2);
        QCOMPARE(corrected.json["origin"]["fileState"].get<std::string>(), std::string("unchanged"));
        QCOMPARE(corrected.json["formerValues"][0]["close"].get<std::string>(), std::string("11.5"));
        const auto untouched = desk.run({"lineage", "bar:ACME:1d:csv:2024-01-02"});
        QCOMPARE(untouched.json["origin"]["line"].get<int>(), 2);
        QVERIFY(untouched.json["origin"]["file"].get<std::string>().ends_with("ACME.csv"));
        desk.file("ACME.csv", "something else\n");
        QCOMPARE(desk.run({"lineage", "bar:ACME:1d:csv:2024-01-02"}).json["origin"]["fileState"].get<std::string>(), std::string("changed"));
        QCOMPARE(desk.run({"lineage", "bar:ACME:1d:csv:2023-01-02"}).code, 1);
        QCOMPARE(desk.run({"lineage", "nonsense"}).code, 1);
    }

    void aNoteIsKeptWithItsRatingsAndItsHistory()
    {
        Desk desk;
        const auto kept = desk.run({"note", "add", "--title", "利润率稳定", "--text", "# Margins\nThey hold.", "--symbol", "ACME", "--rating", "buy", "--target", "12.50", "--currency", "USD"});
        QVERIFY2(kept.code == 0, kept.err.c_str());
        QCOMPARE(kept.json["id"].get<int>(), 1);
        QCOMPARE(kept.json["target"].get<std::string>(), std::string("12.5"));
        QCOMPARE(desk.run({"note", "add", "--edit", "1", "--rating", "hold"}).json["revision"].get<int>(), 2);
        const auto shown = desk.run({"note", "show", "1", "--history"});
        QCOMPARE(shown.json["rating"].get<std::string>(), std::string("hold"));
        QCOMPARE(shown.json["title"].get<std::string>(), std::string("利润率稳定"));
        QCOMPARE(shown.json["history"][0]["rating"].get<std::string>(), std::string("buy"));
        QCOMPARE(desk.run({"note", "list", "--symbol", "ACME"}).json["count"].get<int>(), 1);
        QCOMPARE(desk.run({"note", "list", "--search", "利润"}).json["count"].get<int>(), 1);
        QCOMPARE(desk.run({"note", "list", "--symbol", "OTHER"}).json["count"].get<int>(), 0);
        QCOMPARE(desk.run({"note", "add", "--title", "x", "--rating", "splendid"}).code, 1);
        QCOMPARE(desk.run({"note", "show", "7"}).code, 1);
    }

    void contractsFollowEachOtherByVolumeAndEarlierPricesMove()
    {
        Desk desk;
        // By hand: on the 3rd the March contract has more volume, so from the 4th it is followed; its close of the 3rd is 4 higher.
        desk.run({"import", desk.file("XYZ23.csv", "Date,Open,High,Low,Close,Volume\n2023-12-01,100,101,99,100,900\n2023-12-03,100,103,100,102,400\n2023-12-04,102,104,101,103,100\n"),
            desk.file("XYH24.csv", "Date,Open,High,Low,Close,Volume\n2023-12-01,104,105,103,104,100\n2023-12-03,104,107,104,106,500\n2023-12-04,106,108,105,107,800\n2023-12-05,107,109,106,108,900\n")});
        const auto back = desk.run({"bars", "XY", "--continuous", "volume"});
        QVERIFY2(back.code == 0, back.err.c_str());
        QCOMPARE(back.json["rolls"].size(), std::size_t(1));
        QCOMPARE(back.json["rolls"][0]["day"].get<std::string>(), std::string("2023-12-04"));
        QCOMPARE(back.json["bars"].size(), std::size_t(4));
        QCOMPARE(back.json["bars"][0]["close"].get<std::string>(), std::string("104"));
        QCOMPARE(back.json["bars"][0]["rawClose"].get<std::string>(), std::string("100"));
        QCOMPARE(back.json["bars"][2]["close"].get<std::string>(), std::string("107"));
        const auto ratio = desk.run({"bars", "XY", "--continuous", "volume", "--roll", "ratio"});
        QCOMPARE(ratio.json["bars"][0]["close"].get<std::string>(), std::string("103.92156863")); // 100 x 106 / 102
        const auto calendar = desk.run({"bars", "XY", "--continuous", "calendar", "--days-before", "12"});
        // The third Friday of December 2023 was the 15th; twelve days before it is the 3rd.
        QCOMPARE(calendar.json["rolls"][0]["day"].get<std::string>(), std::string("2023-12-03"));
        QCOMPARE(desk.run({"bars", "XY", "--continuous", "open-interest"}).code, 1);
    }

    void aScreenFindsWhatItDescribesAndSaysWhatIsNotKnown()
    {
        Desk desk;
        std::string up = "Date,Open,High,Low,Close,Volume\n", down = up;
        for (int i = 0; i < 40; ++i) {
            const std::string day = Date(19'700 + i).text();
            up += day + "," + std::to_string(100 + i) + "," + std::to_string(101 + i) + "," + std::to_string(99 + i) + "," + std::to_string(100 + i) + ",10\n";
            down += day + "," + std::to_string(200 - i) + "," + std::to_string(201 - i) + "," + std::to_string(199 - i) + "," + std::to_string(200 - i) + ",10\n";
        }
        desk.run({"import", desk.file("UP.csv", up), desk.file("DOWN.csv", down), desk.file("SHORT.csv", kFirst)});
        const auto rising = desk.run({"screen", "rsi(14) > 70 and close > sma(20)"});
        QVERIFY2(rising.code == 0, rising.err.c_str());
        QCOMPARE(rising.json["matches"].size(), std::size_t(1));
        QCOMPARE(rising.json["matches"][0]["symbol"].get<std::string>(), std::string("UP"));
        QCOMPARE(rising.json["matches"][0]["values"]["sma(20)"].get<double>(), 129.5); // mean of 120 to 139
        QCOMPARE(rising.json["unknown"][0]["symbol"].get<std::string>(), std::string("SHORT"));
        QCOMPARE(desk.run({"screen", "close < close[1]"}).json["matched"].get<int>(), 2);
        QCOMPARE(desk.run({"screen", "not (rsi < 50) and close / 2 >= 69.5"}).json["matched"].get<int>(), 1);
        QCOMPARE(desk.run({"screen", "pe < 15"}).json["unknown"].size(), std::size_t(3));
        for (const char* wrong : {"", "close", "close >", "close > 1 and 5", "nosuch(3) > 1", "rsi(0) > 1", "(close > 1", "close > 1 or", "rsi(14", "close $ 1", "crosses above"})
            QVERIFY2(desk.run({"screen", wrong}).code != 0, wrong);
        QCOMPARE(desk.run({"screen", std::string(3000, '(')}).code, 1);
    }
};

RIALTO_TEST(DeskCliTest)
#include "desk_cli_test.moc"
