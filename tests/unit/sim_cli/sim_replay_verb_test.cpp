// SPDX-License-Identifier: GPL-3.0-or-later
// sim replay on recorded data of each kind.
#include "support/console.h"

using namespace rialto;
using namespace rialto::testing;
using cli::Json;

namespace {

std::string shared(const char* path) { return std::string(RIALTO_SHARED_DATA "/") + path; }
bool there(const std::string& path) { return QFile::exists(QString::fromStdString(path)); }

/// ITCH 5.0 messages as the specification lays them out.
class Itch {
public:
    Itch& add(quint64 id, char side, quint32 shares, quint32 price)
    {
        QByteArray body = big(id, 8) + QByteArray(1, side) + big(shares, 4) + QByteArray("AAPL    ") + big(price, 4);
        return message('A', body);
    }
    Itch& executed(quint64 id, quint32 shares) { return message('E', big(id, 8) + big(shares, 4) + big(++m_match, 8)); }
    Itch& cancelled(quint64 id, quint32 shares) { return message('X', big(id, 8) + big(shares, 4)); }
    Itch& removed(quint64 id) { return message('D', big(id, 8)); }
    Itch& replaced(quint64 id, quint64 next, quint32 shares, quint32 price) { return message('U', big(id, 8) + big(next, 8) + big(shares, 4) + big(price, 4)); }
    QByteArray bytes;

private:
    static QByteArray big(quint64 value, int count)
    {
        QByteArray out;
        for (int i = count - 1; i >= 0; --i)
            out.append(char(value >> (8 * i) & 0xFF));
        return out;
    }
    Itch& message(char type, const QByteArray& body)
    {
        m_time += 1'000'000'000; // one a second from 09:30
        const QByteArray all = QByteArray(1, type) + big(1, 2) + big(0, 2) + big(m_time, 6) + body;
        bytes += big(quint64(all.size()), 2) + all;
        return *this;
    }
    quint64 m_time = 34'200'000'000'000;
    quint64 m_match = 0;
};

} // namespace

class SimReplayVerbTest : public QObject {
    Q_OBJECT
private slots:
    void anOrderInItchDataWaitsForItsExactTurn();
    void theBookOfAnMboFileIsThatOfSimBook();
    void depthIncrementsAreReplayed();
    void depthSnapshotsGiveTheirSizesOnce();
    void quotesAreReplayed();
    void minuteBarsFillWhatTheyTradeThrough();
    void untilStopsAndStepsCarryAHash();
    void wrongInputIsRefusedInASentence();
    void damagedFilesEndInASentence();

private:
    std::string orders(const QByteArray& rows) { return m_console.write("own.csv", "time,action,id,side,quantity,price,tif\n" + rows); }
    Console m_console;
};

void SimReplayVerbTest::anOrderInItchDataWaitsForItsExactTurn()
{
    Itch itch;
    itch.add(1, 'B', 100, 1'000'000).add(2, 'B', 200, 1'000'000).add(3, 'S', 100, 1'000'200); // 09:30:01 to :03
    itch.add(4, 'B', 50, 1'000'000);                                                          // :04, behind us
    itch.cancelled(1, 40).replaced(2, 5, 200, 1'000'000).executed(1, 60);                     // :05, :06 loses its place, :07
    itch.executed(5, 30);                                                                     // :08 would have been ours
    const std::string file = m_console.write("day.itch", itch.bytes);
    const std::string own = orders("2.5,new,7,buy,80,100.00,\n");
    const Json json = m_console.json({"sim", "replay", file, "--date", "2019-01-30", "--orders", own});
    QCOMPARE(json["kind"].get<std::string>(), std::string("orders"));
    QCOMPARE(json["model"].get<std::string>(), std::string("exact"));
    const Json& symbol = json["symbols"][0];
    QCOMPARE(symbol["symbol"].get<std::string>(), std::string("AAPL"));
    QCOMPARE(symbol["from"].get<std::string>(), std::string("2019-01-30T14:30:01Z"));
    QCOMPARE(symbol["orders"][0]["aheadAtEntry"].get<std::string>(), std::string("300"));
    QCOMPARE(symbol["fills"].size(), std::size_t(1));
    QCOMPARE(symbol["fills"][0]["time"].get<std::string>(), std::string("2019-01-30T14:30:08Z"));
    QCOMPARE(symbol["fills"][0]["quantity"].get<std::string>(), std::string("30"));
    QCOMPARE(symbol["fills"][0]["cause"].get<std::string>(), std::string("queue-reached"));
    QCOMPARE(symbol["orders"][0]["state"].get<std::string>(), std::string("open"));
    QCOMPARE(symbol["misfits"].get<int>(), 0);
    // The cautious model knows less: 90 of the 300 before it have traded, and nothing more is sure.
    const Json careful = m_console.json({"sim", "replay", file, "--date", "2019-01-30", "--orders", own, "--model", "conservative"})["symbols"][0];
    QVERIFY(careful["fills"].empty());
}

void SimReplayVerbTest::theBookOfAnMboFileIsThatOfSimBook()
{
    const std::string file = shared("trading/l3_book_sample/mbo_20240508_first6000.csv");
    if (!there(file))
        QSKIP("the shared data are not there");
    const Json book = m_console.json({"sim", "book", "--mbo", file, "--depth", "10"});
    const Json replay = m_console.json({"sim", "replay", file, "--depth", "10"})["symbols"][0];
    QCOMPARE(replay["bidLevels"], book["bidLevels"]);
    QCOMPARE(replay["askLevels"], book["askLevels"]);
    for (const char* side : {"bids", "asks"})
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(replay[side][i]["price"], book[side][i]["price"]);
            QCOMPARE(replay[side][i]["size"].get<std::string>(), std::to_string(book[side][i]["size"].get<int>()));
            QCOMPARE(replay[side][i]["orders"], book[side][i]["orders"]);
        }
}

void SimReplayVerbTest::depthIncrementsAreReplayed()
{
    const std::string file = m_console.write("depth.csv",
        "symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty,pu\n"
        "BTCUSDT,1667347199000,10,10,b,snap,20000.0,2,-1\nBTCUSDT,1667347199000,10,10,a,snap,20001.0,1,-1\n"
        "BTCUSDT,1667347200000,11,12,a,set,20001.0,3,10\nBTCUSDT,1667347201000,13,13,a,set,20000.0,0.5,12\n");
    const std::string own = orders("1667347199500,new,1,buy,1.5,20001,ioc\n1667347199600,new,2,buy,0.4,20000,\n");
    const Json symbol = m_console.json({"sim", "replay", file, "--orders", own})["symbols"][0];
    QCOMPARE(symbol["fills"][0]["quantity"].get<std::string>(), std::string("1"));
    QCOMPARE(symbol["fills"][1]["order"].get<int>(), 2);
    QCOMPARE(symbol["fills"][1]["quantity"].get<std::string>(), std::string("0.4"));
    QCOMPARE(symbol["fills"][1]["cause"].get<std::string>(), std::string("crossed"));
    QCOMPARE(symbol["fills"][1]["time"].get<std::string>(), std::string("2022-11-02T00:00:01Z"));
    QCOMPARE(symbol["asks"][0]["left"].get<std::string>(), std::string("0.1"));
    QCOMPARE(symbol["asks"][1]["left"].get<std::string>(), std::string("2"));
    const std::string real = shared("market/ticks_bars/btcusdt-depth-update.csv");
    if (there(real)) {
        const Json updates = m_console.json({"sim", "replay", real})["symbols"][0];
        QVERIFY(updates["events"]["level"].get<int>() == 100);
    }
}

void SimReplayVerbTest::depthSnapshotsGiveTheirSizesOnce()
{
    const std::string file = shared("market/ticks_bars/binance-futures_book_snapshot_5_BTCUSDT.csv");
    if (!there(file))
        QSKIP("the shared data are not there");
    // The first snapshot offers 1.714 at 11657.08; the second still shows that price (see the file).
    const std::string own = orders("0,new,1,buy,1.714,11657.08,ioc\n0,new,2,buy,1,11657.08,ioc\n");
    const Json symbol = m_console.json({"sim", "replay", file, "--orders", own, "--latency", "1"})["symbols"][0];
    QCOMPARE(symbol["fills"].size(), std::size_t(1));
    QCOMPARE(symbol["fills"][0]["quantity"].get<std::string>(), std::string("1.714"));
    QCOMPARE(symbol["orders"][1]["state"].get<std::string>(), std::string("no-liquidity"));
}

void SimReplayVerbTest::quotesAreReplayed()
{
    const std::string file = shared("market/ticks_bars/usdjpy-ticks.csv");
    if (!there(file))
        QSKIP("the shared data are not there");
    const Json json = m_console.json({"sim", "replay", file, "--orders", orders("2013-01-01T22:02:40Z,new,1,buy,1000,86.728,\n")});
    QCOMPARE(json["kind"].get<std::string>(), std::string("quotes"));
    QCOMPARE(json["symbols"][0]["fills"][0]["price"].get<std::string>(), std::string("86.728"));
    QCOMPARE(m_console.run({"sim", "replay", file, "--model", "exact"}), cli::kFailed);
    QVERIFY(m_console.error.find("order by order") != std::string::npos);
}

void SimReplayVerbTest::minuteBarsFillWhatTheyTradeThrough()
{
    const std::string file = m_console.write("bars.csv", "timestamp,open,high,low,close,volume\n2024-01-02T14:30:00Z,100,101,99,100.5,400\n"
                                                          "2024-01-02T14:31:00Z,100.5,102,100.4,101.8,800\n");
    // Resting at 99 is only touched; at 99.5 it is traded through by 100 of the first bar's 400; the sell at 101.5 by 200 of the second's 800.
    const std::string own = orders("0,new,1,buy,50,99,\n0,new,2,buy,500,99.5,\n0,new,3,sell,50,101.5,\n");
    const Json json = m_console.json({"sim", "replay", file, "--orders", own});
    QCOMPARE(json["kind"].get<std::string>(), std::string("bars"));
    const Json& list = json["symbols"][0]["orders"];
    QCOMPARE(list[0]["filled"].get<std::string>(), std::string("0"));
    QCOMPARE(list[1]["filled"].get<std::string>(), std::string("100"));
    QCOMPARE(list[2]["filled"].get<std::string>(), std::string("50"));
}

void SimReplayVerbTest::untilStopsAndStepsCarryAHash()
{
    const std::string file = m_console.write("bars.csv", "timestamp,open,high,low,close,volume\n2024-01-02T14:30:00Z,100,101,99,100.5,400\n"
                                                          "2024-01-02T14:31:00Z,100.5,102,100.4,101.8,800\n");
    const Json whole = m_console.json({"sim", "replay", file, "--step", "30"})["symbols"][0];
    const Json part = m_console.json({"sim", "replay", file, "--step", "30", "--until", "+60"})["symbols"][0];
    QCOMPARE(part["to"].get<std::string>(), std::string("2024-01-02T14:31:00Z"));
    QVERIFY(part["events"]["trade"].get<int>() < whole["events"]["trade"].get<int>());
    QCOMPARE(part["steps"][0]["hash"], whole["steps"][0]["hash"]);
}

void SimReplayVerbTest::wrongInputIsRefusedInASentence()
{
    const std::string file = m_console.write("bars.csv", "timestamp,open,high,low,close,volume\n2024-01-02T14:30:00Z,100,101,99,100.5,400\n");
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
        {{file, "--model", "lucky"}, "lucky"}, {{file, "--until", "later"}, "later"}, {{file, "--speed", "0"}, "--speed 0"},
        {{file, "--latency", "-3"}, "-3"}, {{"/nowhere/at/all.csv"}, "all.csv"},
        {{file, "--orders", orders("0,halt,1,,,,\n")}, "halted"}};
    for (const auto& [arguments, sentence] : cases) {
        std::vector<std::string> all = {"sim", "replay"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        QCOMPARE(m_console.run(all), cli::kFailed);
        QVERIFY2(m_console.error.find(sentence) != std::string::npos, m_console.error.c_str());
    }
}

void SimReplayVerbTest::damagedFilesEndInASentence()
{
    Itch itch;
    itch.add(1, 'B', 100, 1'000'000).add(2, 'B', 200, 1'000'000).add(3, 'S', 100, 1'000'200);
    const std::string cut = m_console.write("cut.itch", itch.bytes.left(itch.bytes.size() - 5));
    const Json json = m_console.json({"sim", "replay", cut, "--date", "2019-01-30"});
    QCOMPARE(json["rejectedByCode"]["message-truncated"].get<int>(), 1);
    QCOMPARE(m_console.run({"sim", "replay", m_console.write("empty.csv", "")}), cli::kFailed);
    QCOMPARE(m_console.run({"sim", "replay", m_console.write("words.csv", "one,two\nthree,four\n")}), cli::kFailed);
    QVERIFY(!m_console.error.empty());
}

RIALTO_TEST(SimReplayVerbTest)
#include "sim_replay_verb_test.moc"
