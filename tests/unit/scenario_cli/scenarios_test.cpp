// SPDX-License-Identifier: GPL-3.0-or-later
// `rialtoctl sim scenario` on scenarios of our own (the sentences of docs/howto/scenarios.md) and on the shared data.
#include "support/console.h"

class ScenariosTest : public QObject {
    Q_OBJECT

    rialto::testing::Console m_console;

    /// Runs steps written one a line, a table as rows of cells separated by bars below its step.
    rialto::cli::Json report(const QByteArray& lines)
    {
        rialto::cli::Json steps = rialto::cli::Json::array();
        for (const QByteArray& raw : lines.split('\n')) {
            const QByteArray line = raw.trimmed();
            if (line.isEmpty())
                continue;
            if (line[0] != '|') {
                steps.push_back({{"step", line.toStdString()}});
                continue;
            }
            rialto::cli::Json row = rialto::cli::Json::array();
            const auto cells = line.mid(1, line.size() - 2).split('|');
            for (const QByteArray& cell : cells)
                row.push_back(cell.trimmed().toStdString());
            steps.back()["table"].push_back(row);
        }
        const rialto::cli::Json file{{"features", {{"own", {{{"scenario", "one"}, {"steps", steps}}}}}}};
        m_console.run({"sim", "scenario", m_console.write("scenario.json", QByteArray::fromStdString(file.dump())), "--json"});
        return rialto::cli::Json::parse(m_console.text, nullptr, false);
    }
    void verify(const QByteArray& lines, int expectations)
    {
        const auto result = report(lines);
        QVERIFY2(result.is_object(), (m_console.text + m_console.error).c_str());
        QString wrong;
        for (const auto& check : result["scenarios"][0]["expectations"])
            if (!check["pass"].get<bool>())
                wrong += QString::fromStdString(check.dump()) + "\n";
        QCOMPARE(wrong, QString());
        QCOMPARE(result["passed"].get<int>(), expectations);
    }

private slots:
    void sharedScenariosPass()
    {
        const std::string file = RIALTO_SHARED_DATA "/trading/auction/euronext_style_examples_dev.json";
        if (!QFile::exists(QString::fromStdString(file)))
            QSKIP("the auction examples are not here: shared/data is absent");
        const auto result = m_console.json({"sim", "scenario", file});
        QCOMPARE(result["failed"].get<int>(), 0);
        QVERIFY(result["passed"].get<int>() >= 10);
    }

    void dayOfAChineseShare()
    {
        verify(R"(Given the venue is "cn-chinext"
                  When the time is 09:15
                  And the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price |
                  | A      | Buy  | 300      | 10.10 |
                  | B      | Sell | 200      | 10.00 |
                  Then the phase is "opening_call"
                  And the indicative price is 10.10, volume 200 and surplus 100 buy
                  When the time is 09:20
                  And order A is cancelled
                  Then 1 order is refused
                  When the time is 09:30
                  Then the following trades are generated:
                  | Buyer | Seller | Quantity | Price |
                  | A     | B      | 200      | 10.1  |
                  And the phase is "continuous"
                  When the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price | Type          |
                  | C      | Sell | 500      | 10.00 | closing price |
                  And the time is 14:57
                  And the time is 15:05
                  And the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price | Type          |
                  | D      | Buy  | 100      | 10.05 | closing price |
                  | E      | Buy  | 100      | 10.20 | closing price |
                  Then the following trades are generated:
                  | Buyer | Seller | Quantity | Price |
                  | E     | C      | 100      | 10.1  |
                  When the time is 15:30
                  Then the phase is "closed"
                  And the last price is 10.1
                  And no order is refused)", 9);
    }

    void volatilityInterruptionOfXetra()
    {
        // 2 % around the last price: trades to 102, then an auction.
        verify(R"(Given the reference price is 100
                  And the auction rule is "xetra"
                  And the price range is 2% around the last price and 5% around 100, interrupting
                  When the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price |
                  | A      | Sell | 50       | 102   |
                  | B      | Sell | 50       | 103   |
                  | C      | Buy  | 80       | 104   |
                  Then the following trades are generated:
                  | Buyer | Seller | Quantity | Price |
                  | C     | A      | 50       | 102   |
                  And the phase is "volatility_auction"
                  When class auction completes
                  And the phase becomes "continuous"
                  Then the following trades are generated:
                  | Buyer | Seller | Quantity | Price |
                  | C     | B      | 30       | 103   |
                  And the book looks like:
                  | Broker | Quantity | Price | Price | Quantity | Broker |
                  |        |          |       | 103   | 20       | B      |)", 4);
    }

    void groupsAreSubmittedCancelledAndWait()
    {
        verify(R"(When the following orders are submitted as a bracket:
                  | Id | Broker | Side | Quantity | Price | Type  | Stop |
                  | e  | A      | Buy  | 10       | 100   | limit |      |
                  | t  | A      | Sell | 10       | 110   | limit |      |
                  | s  | A      | Sell | 10       |       | stop  | 90   |
                  Then the waiting orders look like:
                  | Broker | Side | Quantity |
                  | A      | Sell | 10       |
                  | A      | Sell | 10       |
                  When the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price |
                  | B      | Sell | 4        | 100   |
                  | C      | Buy  | 1        | 110   |
                  Then the book looks like:
                  | Broker | Quantity | Price | Price | Quantity | Broker |
                  | A      | 6        | 100   | 110   | 3        | A      |
                  And the waiting orders look like:
                  | Broker | Side | Quantity |
                  | A      | Sell | 3        |
                  When the group of order s is cancelled
                  Then the book is empty)", 4);
    }

    void termsOfATableAreUnderstood()
    {
        verify(R"(When the following orders are submitted in this order:
                  | Broker | Side | Quantity | Price | Display | Terms    | TIF | Owner | STP           |
                  | A      | Sell | 10       | 100   | 4       |          |     | 1     |               |
                  | B      | Sell | 5        | 100   |         | hidden   |     |       |               |
                  | C      | Buy  | 20       | 99    |         | post only |    |       |               |
                  | D      | Buy  | 12       | 100   |         |          | IOC |       |               |
                  | A      | Buy  | 3        | 100   |         |          |     | 1     | cancel newest |
                  Then the following trades are generated:
                  | Buyer | Seller | Quantity | Price |
                  | D     | A      | 4        | 100   |
                  | D     | A      | 4        | 100   |
                  | D     | A      | 2        | 100   |
                  | D     | B      | 2        | 100   |
                  | A     | B      | 3        | 100   |
                  When order C is reduced by 5
                  And order C is replaced by 7 at 98
                  Then the book looks like:
                  | Broker | Quantity | Price | Price | Quantity | Broker |
                  | C      | 7        | 98    |       |          |        |)", 2);
    }

    void whatIsWrongIsTold()
    {
        const auto result = report(R"(Given the venue is "moon"
                                      When the time is 09:20
                                      And order X is cancelled
                                      And the phase becomes "nap"
                                      And the price range is 105 to 95, holding
                                      And pigs fly
                                      When the following orders are submitted in this order:
                                      | Broker | Side | Quantity | Price | Type |
                                      | A      | Buy  | 1        | 1     | odd  |)");
        QCOMPARE(result["failed"].get<int>(), 7);
        QCOMPARE(result["scenarios"][0]["expectations"][0]["error"].get<std::string>(), std::string("no venue profile is called 'moon'"));
    }
};

RIALTO_TEST(ScenariosTest)
#include "scenarios_test.moc"
