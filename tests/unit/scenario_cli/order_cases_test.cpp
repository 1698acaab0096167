// SPDX-License-Identifier: GPL-3.0-or-later
// `rialtoctl sim orders` on cases of our own (every op and expectation of docs/howto/scenarios.md) and on the shared data.
#include "support/console.h"

class OrderCasesTest : public QObject {
    Q_OBJECT

    rialto::testing::Console m_console;

    /// Runs one case of these steps; the report.
    rialto::cli::Json run(const QByteArray& steps, int code = rialto::cli::kOk)
    {
        const std::string file = m_console.write("case.json", R"({"cases":[{"case":"one","steps":[)" + steps + "]}]}");
        return m_console.json({"sim", "orders", file}, code);
    }
    static std::string firstWrong(const rialto::cli::Json& report)
    {
        for (const auto& one : report["cases"])
            for (const auto& check : one["expectations"])
                if (!check["pass"].get<bool>())
                    return one["case"].get<std::string>() + ": " + check.dump();
        return {};
    }
    void verify(const QByteArray& steps, int expectations)
    {
        const std::string file = m_console.write("case.json", R"({"cases":[{"case":"one","steps":[)" + steps + "]}]}");
        m_console.run({"sim", "orders", file, "--json"});
        const auto report = rialto::cli::Json::parse(m_console.text, nullptr, false);
        QVERIFY2(report.is_object(), (m_console.text + m_console.error).c_str());
        QCOMPARE(QString::fromStdString(firstWrong(report)), QString());
        QCOMPARE(report["passed"].get<int>(), expectations);
    }

private slots:
    void sharedCasesPass()
    {
        const std::string file = RIALTO_SHARED_DATA "/trading/order_types/cpptrader_cases_dev.json";
        if (!QFile::exists(QString::fromStdString(file)))
            QSKIP("the order-type cases are not here: shared/data is absent");
        const auto report = m_console.json({"sim", "orders", file});
        QCOMPARE(report["failed"].get<int>(), 0);
        QVERIFY(report["passed"].get<int>() > 10);
    }

    void phasesCollectPublishAndUncross()
    {
        verify(R"({"op":"SetPhase","phase":"opening_call","cancels":false},
                  {"expect":"phase","value":"opening_call"},
                  {"op":"AddOrder","kind":"BuyLimit","id":1,"price":102,"qty":10},
                  {"op":"AddOrder","kind":"SellLimit","id":2,"price":100,"qty":4},
                  {"op":"DeleteOrder","id":2},
                  {"expect":"refused","reason":"not_in_this_phase"},
                  {"op":"AddOrder","kind":"BuyLimit","id":3,"price":100,"qty":5,"tif":"IOC"},
                  {"expect":"refused","reason":"not in this phase"},
                  {"expect":"indicative","rule":"xetra","price":102,"volume":4,"surplus":6,"side":"buy"},
                  {"op":"Uncross","rule":"xetra"},
                  {"op":"SetPhase","phase":"continuous"},
                  {"expect":"trades","trades":[{"price":102,"quantity":4,"buyer":1,"seller":2}]},
                  {"expect":"last_price","value":102},
                  {"expect":"order","id":1,"quantity":6,"price":102,"waiting":false})", 7);
    }

    void priceRangeInterruptsAndTheAuctionResumes()
    {
        verify(R"({"op":"SetPhase","phase":"continuous"},
                  {"op":"SetLastPrice","price":1000},
                  {"op":"SetPriceGuard","action":"interrupt","dynamic_bp":200},
                  {"op":"AddOrder","kind":"SellLimit","id":1,"price":1020,"qty":5},
                  {"op":"AddOrder","kind":"SellLimit","id":2,"price":1021,"qty":5},
                  {"op":"AddOrder","kind":"BuyLimit","id":3,"price":1030,"qty":8},
                  {"expect":"phase","value":"volatility_auction"},
                  {"expect":"trades","trades":[{"price":1020,"quantity":5,"buyer":3,"seller":1}]},
                  {"op":"Snapshot"},
                  {"op":"Uncross","rule":"euronext"},
                  {"op":"SetPhase","phase":"continuous"},
                  {"expect":"trades","trades":[{"price":1021,"quantity":3,"buyer":3,"seller":2}]},
                  {"expect":"order","id":2,"quantity":2})", 4);
    }

    void bracketActivatesReducesAndEnds()
    {
        verify(R"({"op":"EnableMatching"},
                  {"op":"AddGroup","group":"BRACKET","orders":[{"kind":"BuyLimit","id":1,"price":100,"qty":10},
                     {"kind":"SellLimit","id":2,"price":110,"qty":10},{"kind":"SellStop","id":3,"stop_price":90,"trigger_on":"last","qty":10}]},
                  {"expect":"waiting_orders","bid":0,"ask":2},
                  {"op":"AddOrder","kind":"SellMarket","id":4,"qty":6},
                  {"expect":"order","id":2,"active":6,"held":4,"quantity":10},
                  {"op":"Snapshot"},
                  {"op":"AddOrder","kind":"BuyLimit","id":5,"price":110,"qty":2},
                  {"expect":"order","id":3,"active":4,"held":4},
                  {"expect":"cancelled","id":3,"reason":"group_done","quantity":2},
                  {"op":"CancelGroup","id":3},
                  {"expect":"order","id":1,"live":false},
                  {"expect":"order_count","bid":0,"ask":0})", 6);
    }

    void oneCancelsOtherNeverTradesTwice()
    {
        verify(R"({"op":"EnableMatching"},
                  {"op":"AddGroup","group":"OCO","orders":[{"kind":"SellLimit","id":1,"price":100,"qty":10},{"kind":"SellLimit","id":2,"price":101,"qty":10}]},
                  {"op":"AddOrder","kind":"BuyLimit","id":3,"price":105,"qty":15},
                  {"expect":"trades","trades":[{"price":100,"quantity":10,"buyer":3,"seller":1}]},
                  {"expect":"order_count","bid":1,"ask":0},
                  {"op":"AddGroup","group":"OCO","orders":[{"kind":"SellLimit","id":4,"price":120,"qty":10},{"kind":"BuyLimit","id":5,"price":90,"qty":10}]},
                  {"expect":"refused","reason":"bad_combination"})", 3);
    }

    void proRataSelfTradesAndClosingPriceOrders()
    {
        verify(R"({"op":"SetAllocation","allocation":"pro_rata"},
                  {"op":"EnableMatching"},
                  {"op":"AddOrder","kind":"SellLimit","id":1,"price":100,"qty":30},
                  {"op":"AddOrder","kind":"SellLimit","id":2,"price":100,"qty":10,"owner":7},
                  {"op":"AddOrder","kind":"BuyLimit","id":3,"price":100,"qty":8},
                  {"expect":"trades","trades":[{"price":100,"quantity":6,"buyer":3,"seller":1},{"price":100,"quantity":2,"buyer":3,"seller":2}]},
                  {"op":"AddOrder","kind":"BuyLimit","id":4,"price":100,"qty":3,"owner":7,"stp":"cancel_oldest"},
                  {"expect":"cancelled","id":2,"reason":"self_trade","quantity":8},
                  {"op":"SetPhase","phase":"fixed_price"},
                  {"op":"AddOrder","kind":"BuyClosingPrice","id":5,"price":101,"qty":4},
                  {"op":"AddOrder","kind":"SellClosingPrice","id":6,"qty":9},
                  {"op":"AddOrder","kind":"BuyClosingPrice","id":7,"price":99,"qty":4},
                  {"expect":"cancelled","id":7,"reason":"worse_than_fixed","quantity":4},
                  {"op":"SetPhase","phase":"closed","orders":false,"cancels":false},
                  {"expect":"cancelled","id":6,"reason":"auction_over","quantity":5})", 4);
    }

    void whatIsWrongIsToldWithItsStep()
    {
        const auto report = run(R"({"op":"EnableMatching"},{"op":"Fly"},{"op":"SetPhase","phase":"nap"},{"op":"AddGroup","group":"OCO"},
                                   {"op":"AddOrder","kind":"BuySomething","id":1,"qty":1},{"expect":"order_count","bid":5})", rialto::cli::kFailed);
        QCOMPARE(report["failed"].get<int>(), 5);
        QCOMPARE(report["cases"][0]["expectations"][1]["error"].get<std::string>(), std::string("unknown phase nap"));
        QVERIFY(m_console.error.find("5 expectations") != std::string::npos);
        for (const char* text : {"", "{", "[1]", R"({"cases":7})", R"({"cases":[{"steps":3}]})"}) {
            QCOMPARE(m_console.run({"sim", "orders", m_console.write("bad.json", text)}), rialto::cli::kFailed);
            QVERIFY(!m_console.error.empty());
        }
        QCOMPARE(m_console.run({"sim", "orders", "/no/such/file.json"}), rialto::cli::kFailed);
        QCOMPARE(m_console.run({"sim", "orders"}), rialto::cli::kUsage);
    }

    void hostileNumbersAreNoHarm()
    {
        run(R"({"op":"EnableMatching"},
               {"op":"AddOrder","kind":"BuyLimit","id":18446744073709551615,"price":9e300,"qty":1e300},
               {"op":"AddOrder","kind":"BuyLimit","id":-1,"price":-9223372036854775808,"qty":4294967295},
               {"op":"AddOrder","kind":"TrailingSellStop","id":2,"qty":1,"stop_price":9223372036854775807,"trailing_distance":-9223372036854775808},
               {"op":"SetPriceGuard","dynamic_bp":9223372036854775807,"static_bp":-5,"reference":2147483000},
               {"op":"AddOrder","kind":"BuyLimit","id":3,"price":2147483000,"qty":4294967295},
               {"op":"AddOrder","kind":"BuyLimit","id":4,"price":2147483000,"qty":4294967295},
               {"op":"AddOrder","kind":"SellLimit","id":5,"price":-2147483000,"qty":4294967295},
               {"op":"Snapshot"},{"expect":"order_count","bid":1})", rialto::cli::kFailed);
    }
};

RIALTO_TEST(OrderCasesTest)
#include "order_cases_test.moc"
