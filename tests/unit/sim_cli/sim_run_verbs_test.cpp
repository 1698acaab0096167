// SPDX-License-Identifier: GPL-3.0-or-later
// sim run, sim verify and sim branch from the outside.
#include "support/console.h"

#include <map>

using namespace rialto;
using namespace rialto::testing;
using cli::Json;

class SimRunVerbsTest : public QObject {
    Q_OBJECT
private slots:
    void aRunSaysWhatHappenedAndWritesTradesAndBars();
    void theSameSeedGivesTheSameHashAndAnotherSeedAnother();
    void aVenueListsItsOwnInstrumentsWithinItsPriceLimits();
    void verifyFindsAllRunsTheSame();
    void verifyNamesTheFirstStepThatDiffersFromARecord();
    void aBranchWithoutChangesNeverDiffers();
    void aBranchWithAnotherSeedDiffersFromTheMomentOn();
    void aBranchWithAnotherOrderFillsItThereOnly();
    void ownOrdersTradeAndAreReported();
    void aHaltedInstrumentDoesNotTradeUntilItResumes();
    void damagedOrdersNameTheRowAndTheColumn();
    void wrongOptionsAreRefusedInASentence();

private:
    static QByteArray read(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Console m_console;
};

void SimRunVerbsTest::aRunSaysWhatHappenedAndWritesTradesAndBars()
{
    const std::string trades = m_console.write("trades.csv", "");
    const std::string bars = m_console.write("bars.csv", "");
    const Json json = m_console.json({"sim", "run", "--seed", "3", "--minutes", "40", "--instruments", "MERI,VOTE", "--trades", trades, "--bars", bars});
    QCOMPARE(json["from"].get<std::string>(), std::string("2026-03-02T14:30:00Z")); // 09:30 in New York
    QCOMPARE(json["to"].get<std::string>(), std::string("2026-03-02T15:10:00Z"));
    QCOMPARE(json["instruments"].size(), std::size_t(2));
    // What the file holds is what the summary counts: trades, volume, and bars that add up to the same.
    std::map<QByteArray, std::int64_t> count;
    std::map<QByteArray, double> volume;
    QByteArray before;
    const QList<QByteArray> lines = read(trades).trimmed().split('\n');
    QCOMPARE(lines.front(), QByteArray("time,symbol,price,quantity,side,sequence"));
    for (int i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].split(',');
        QVERIFY(before <= cells[0]);
        before = cells[0];
        ++count[cells[1]];
        volume[cells[1]] += cells[3].toDouble();
    }
    QCOMPARE(std::size_t(lines.size() - 1), json["trades"].get<std::size_t>());
    std::map<QByteArray, double> barVolume;
    for (const QByteArray& line : read(bars).trimmed().split('\n').mid(1))
        barVolume[line.split(',')[1]] += line.split(',')[6].toDouble();
    for (const Json& each : json["instruments"]) {
        const QByteArray symbol = QByteArray::fromStdString(each["symbol"].get<std::string>());
        QCOMPARE(count[symbol], each["trades"].get<std::int64_t>());
        QCOMPARE(volume[symbol], QByteArray::fromStdString(each["volume"].get<std::string>()).toDouble());
        QCOMPARE(barVolume[symbol], volume[symbol]);
        QVERIFY(each["medianSpreadTicks"].get<double>() >= 1);
    }
}

void SimRunVerbsTest::theSameSeedGivesTheSameHashAndAnotherSeedAnother()
{
    const auto hash = [&](const char* seed) {
        return m_console.json({"sim", "run", "--minutes", "5", "--seed", seed, "--instruments", "MERI"})["stateHash"].get<std::string>();
    };
    const std::string first = hash("11");
    QCOMPARE(hash("11"), first);
    QVERIFY(hash("12") != first);
}

void SimRunVerbsTest::aVenueListsItsOwnInstrumentsWithinItsPriceLimits()
{
    const Json json = m_console.json({"sim", "run", "--venue", "cn-sse-main", "--minutes", "10"});
    // The invented shares in yuan, all of them and nothing else.
    std::vector<std::string> symbols;
    for (const Json& each : json["instruments"])
        symbols.push_back(each["symbol"].get<std::string>());
    QCOMPARE(symbols, (std::vector<std::string>{"STBE", "SPVP", "BMBM", "BHAP"}));
    // 36.42 plus ten per cent is 40.06 (SSE rule: half up to the tick): an order above is refused, one at it is not.
    const std::string orders = m_console.write("limit.csv", "time,id,symbol,side,quantity,price\n1,1,STBE,buy,100,40.07\n1,2,STBE,buy,100,40.06\n");
    const Json own = m_console.json({"sim", "run", "--venue", "cn-sse-main", "--minutes", "1", "--orders", orders})["ownReports"];
    QCOMPARE(own[0]["event"].get<std::string>(), std::string("RejectedByBroker"));
    QCOMPARE(own[0]["reason"].get<std::string>(), std::string("simulator.outside-price-limits"));
    QCOMPARE(own[1]["event"].get<std::string>(), std::string("Accepted"));
    QCOMPARE(own[1]["order"].get<int>(), 2);
}

void SimRunVerbsTest::verifyFindsAllRunsTheSame()
{
    const std::string orders = m_console.write("own.csv", "time,id,symbol,side,quantity,price\n00:03:10,1,MERI,buy,500,\n00:09:00,2,MERI,sell,300,184.5\n");
    const Json json = m_console.json({"sim", "verify", "--seed", "5", "--minutes", "20", "--orders", orders, "--latency", "order=40,jitter=20"});
    QVERIFY(json["same"].get<bool>());
    QCOMPARE(json["runs"].size(), std::size_t(2));
    QVERIFY(json["trades"].get<int>() > 100);
}

void SimRunVerbsTest::verifyNamesTheFirstStepThatDiffersFromARecord()
{
    const std::string record = m_console.write("run.json", "");
    m_console.json({"sim", "run", "--seed", "5", "--minutes", "10", "--instruments", "MERI", "--record", record});
    QVERIFY(m_console.json({"sim", "verify", "--run", record})["same"].get<bool>());
    Json altered = Json::parse(read(record).toStdString());
    altered["hashes"][6] = "0000000000000000";
    const std::string wrong = m_console.write("wrong.json", QByteArray::fromStdString(altered.dump()));
    const Json json = m_console.json({"sim", "verify", "--run", wrong}, cli::kFailed);
    QVERIFY(!json["same"].get<bool>());
    QCOMPARE(json["runs"][2]["firstDifferingStep"].get<int>(), 7);
    QVERIFY(m_console.error.find("step 7") != std::string::npos);
    QCOMPARE(m_console.run({"sim", "branch", "--run", wrong, "--at", "60"}), cli::kFailed);
}

void SimRunVerbsTest::aBranchWithoutChangesNeverDiffers()
{
    const Json json = m_console.json({"sim", "branch", "--seed", "9", "--minutes", "30", "--at", "00:17:00", "--instruments", "MERI"});
    QCOMPARE(json["branchedAfterStep"].get<int>(), 17);
    QVERIFY(json["firstDifferingStep"].is_null());
    QCOMPARE(json["base"]["stateHash"], json["branch"]["stateHash"]);
}

void SimRunVerbsTest::aBranchWithAnotherSeedDiffersFromTheMomentOn()
{
    const std::string record = m_console.write("branch.json", "");
    m_console.json({"sim", "run", "--seed", "9", "--minutes", "30", "--instruments", "MERI", "--record", record});
    const Json json = m_console.json({"sim", "branch", "--run", record, "--at", "2026-03-02T14:47:00Z", "--branch-seed", "10"});
    QCOMPARE(json["branchedAfterStep"].get<int>(), 17);
    QCOMPARE(json["firstDifferingStep"].get<int>(), 18);
    for (const Json& row : json["comparison"])
        QCOMPARE(row["same"].get<bool>(), row["step"].get<int>() <= 17);
    QVERIFY(json["base"]["tradeHash"] != json["branch"]["tradeHash"]);
}

void SimRunVerbsTest::aBranchWithAnotherOrderFillsItThereOnly()
{
    const std::string orders = m_console.write("more.csv", "time,id,symbol,side,quantity\n00:12:30,77,MERI,buy,200\n");
    const Json json = m_console.json({"sim", "branch", "--seed", "4", "--minutes", "20", "--at", "+720", "--instruments", "MERI", "--branch-orders", orders});
    QVERIFY(json["base"]["ownReports"].empty());
    double filled = 0;
    for (const Json& report : json["branch"]["ownReports"])
        if (report.contains("quantity"))
            filled += std::stod(report["quantity"].get<std::string>());
    QCOMPARE(filled, 200.0);
    QCOMPARE(json["firstDifferingStep"].get<int>(), 13);
    // The past cannot be changed.
    m_console.run({"sim", "branch", "--seed", "4", "--minutes", "20", "--at", "+780", "--instruments", "MERI", "--branch-orders", orders});
    QCOMPARE(m_console.code, cli::kFailed);
    QVERIFY(m_console.error.find("simulator.command-in-the-past") != std::string::npos);
}

void SimRunVerbsTest::ownOrdersTradeAndAreReported()
{
    const std::string orders = m_console.write("trade.csv", "time,action,id,symbol,side,type,quantity,price,tif\n"
                                                            "60,new,1,MERI,buy,market,100,,day\n"
                                                            "2026-03-02T14:32:00Z,new,2,MERI,buy,limit,100,100.00,day\n"
                                                            "180,cancel,2,,,,,,\n");
    const Json reports = m_console.json({"sim", "run", "--seed", "2", "--minutes", "5", "--instruments", "MERI", "--orders", orders})["ownReports"];
    std::string story;
    for (const Json& each : reports)
        if (each["order"].get<int>() == 2)
            story += each["event"].get<std::string>() + " ";
    QCOMPARE(story, std::string("Accepted Cancelled "));
    QCOMPARE(reports[1]["order"].get<int>(), 1);
    QVERIFY(reports[1].contains("price"));
}

void SimRunVerbsTest::aHaltedInstrumentDoesNotTradeUntilItResumes()
{
    const std::string orders = m_console.write("halt.csv", "time,action,symbol,side,quantity\n00:05:00,halt,MERI,,\n00:10:00,resume,MERI,,\n");
    const std::string trades = m_console.write("halted.csv", "");
    m_console.json({"sim", "run", "--seed", "6", "--minutes", "15", "--instruments", "MERI", "--orders", orders, "--trades", trades});
    int during = 0;
    int after = 0;
    std::map<QByteArray, int> auctionPrices;
    for (const QByteArray& line : read(trades).trimmed().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        during += cells[0] > "2026-03-02T14:35:00.0" && cells[0] < "2026-03-02T14:40:00.0" ? 1 : 0;
        after += cells[0] > "2026-03-02T14:40:00.0" ? 1 : 0;
        if (cells[0] == "2026-03-02T14:40:00.000000000Z")
            ++auctionPrices[cells[2]];
    }
    QCOMPARE(during, 0);
    QVERIFY(after > 20);
    QVERIFY(auctionPrices.size() <= 1); // an auction has one price
}

void SimRunVerbsTest::damagedOrdersNameTheRowAndTheColumn()
{
    const std::vector<std::pair<QByteArray, std::string>> cases = {
        {"", "sim.orders-empty"},
        {"time,symbol,quantity\n1,MERI,5\n", "no column side"},
        {"time,symbol,side,quantity\n1,MERI,buy,5\nyesterday,MERI,buy,5\n", "row 3: time"},
        {"time,symbol,side,quantity\n1,MERI,up,5\n", "row 2: side"},
        {"time,symbol,side,quantity\n1,MERI,buy,-5\n", "row 2: quantity"},
        {"time,symbol,side,quantity,price\n1,MERI,buy,5,1e5\n", "row 2: price"},
        {"time,symbol,side,quantity\n1,NOBODY,buy,5\n", "NOBODY"},
        {"time,symbol,side,quantity\n99999999999999999999,MERI,buy,5\n", "row 2: time"}};
    for (const auto& [text, sentence] : cases) {
        const std::string orders = m_console.write("damaged.csv", text);
        m_console.run({"sim", "run", "--minutes", "1", "--instruments", "MERI", "--orders", orders});
        QCOMPARE(m_console.code, cli::kFailed);
        QVERIFY2(m_console.error.find(sentence) != std::string::npos, m_console.error.c_str());
    }
}

void SimRunVerbsTest::wrongOptionsAreRefusedInASentence()
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
        {{"--venue", "moon"}, "cn-sse-main"}, {{"--instruments", "NONE"}, "NONE"}, {{"--mix", "sharks=3"}, "crowd"},
        {{"--latency", "order=-1"}, "order=-1"}, {{"--start", "someday"}, "someday"}, {{"--speed", "fast"}, "fast"}};
    for (const auto& [arguments, sentence] : cases) {
        std::vector<std::string> all = {"sim", "run", "--minutes", "1"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        QCOMPARE(m_console.run(all), cli::kFailed);
        QVERIFY2(m_console.error.find(sentence) != std::string::npos, m_console.error.c_str());
    }
    QCOMPARE(m_console.run({"sim", "run", "--minutes", "0"}), cli::kUsage);
}

RIALTO_TEST(SimRunVerbsTest)
#include "sim_run_verbs_test.moc"
