// SPDX-License-Identifier: GPL-3.0-or-later
// The same seed makes the same market, the same orders and the same ledger; a book that was closed goes on where it stood.
#include "support/test_main.h"

#include "composition.h"

#include "api/cli/command.h"
#include "services/statement_service.h"

#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;

class DeterminismTest : public QObject {
    Q_OBJECT
private slots:
    void theSameSeedGivesTheSameTapeAndLedger();
    void aClosedBookOpensAsItWas();
    void everyDemoClientHasAStatementThatProvesItself();
    void aRealDayOfMinutesTradesInTheSimulator();

private:
    nlohmann::ordered_json console(std::vector<std::string> arguments)
    {
        app::Composition composition;
        std::ostringstream out;
        std::ostringstream err;
        arguments.push_back("--json");
        m_code = cli::run(std::move(arguments), out, err, composition);
        return nlohmann::ordered_json::parse(out.str(), nullptr, false);
    }
    int m_code = -1;
};

void DeterminismTest::theSameSeedGivesTheSameTapeAndLedger()
{
    nlohmann::ordered_json runs[3];
    for (int i = 0; i < 3; ++i) {
        QTemporaryDir folder;
        runs[i] = console({"demo", "--book", folder.filePath("book").toStdString(), "--seed", i == 2 ? "8" : "7", "--minutes", "3", "--orders", "60"});
        QCOMPARE(m_code, 0);
    }
    QCOMPARE(runs[0].dump(), runs[1].dump());
    QVERIFY(runs[0]["tapeHash"] != runs[2]["tapeHash"]);
    QVERIFY(runs[0]["fills"].get<int>() > 5);
    qInfo("tape %s, book %s", runs[0]["tapeHash"].get<std::string>().c_str(), runs[0]["bookHash"].get<std::string>().c_str());
}

void DeterminismTest::aClosedBookOpensAsItWas()
{
    QTemporaryDir folder;
    const std::string book = folder.filePath("book").toStdString();
    const auto first = console({"demo", "--book", book, "--minutes", "1", "--orders", "30"});
    QCOMPARE(m_code, 0);
    const auto before = console({"positions", "--book", book});
    const auto again = console({"ledger", "check", "--book", book});
    QCOMPARE(m_code, 0);
    // A look at the book lets no order be lost; what was filled stays filled.
    QCOMPARE(again["fills"].dump(), first["fills"].dump());
    QCOMPARE(console({"positions", "--book", book})["positions"].size(), before["positions"].size());
}

void DeterminismTest::everyDemoClientHasAStatementThatProvesItself()
{
    QTemporaryDir folder;
    app::Composition composition;
    BookOptions options;
    options.directory = folder.filePath("book").toStdString();
    auto session = composition.open(options);
    QVERIFY(session.ok());
    QVERIFY((*session)->services().book()->clients.size() >= 10);
    for (const auto& client : (*session)->services().book()->clients)
        for (const Date from : {Date::of(2025, 1, 6), Date::of(2025, 6, 1), Date()}) {
            const auto data = makeStatement((*session)->services(), (*session)->bars(), {client.id, from, Date()});
            QVERIFY2(data.ok(), data.ok() ? "" : (client.number + " " + data.error().text()).c_str());
            QVERIFY(!data->holdings.empty());
            QVERIFY(data->change.closing == reports::totalValue(*data));
        }
}

void DeterminismTest::aRealDayOfMinutesTradesInTheSimulator()
{
    const QString file = QString(RIALTO_SHARED_DATA) + "/market/us_minute/aapl_20140605_trade.csv";
    if (!QFile::exists(file))
        QSKIP("the shared data is not here: no real day was replayed");
    QTemporaryDir folder;
    const std::string book = folder.filePath("book").toStdString();
    const auto ran = console({"demo", "--book", book, "--replay", file.toStdString(), "--minutes", "20", "--orders", "0"});
    QCOMPARE(m_code, 0);
    QCOMPARE(ran["venueTime"].get<std::string>(), std::string("2014-06-05T13:50:00Z")); // 09:50 in New York
    app::Composition composition;
    BookOptions options;
    options.directory = book;
    options.replayFile = file.toStdString();
    auto session = composition.open(options);
    QVERIFY(session.ok());
    const auto bars = (*session)->bars().read({"AAPL", BarInterval::Minute, "sim"});
    QVERIFY(bars.ok());
    // The real minutes 09:30 to 09:50 ran between 643.5 and 649.5.
    int seen = 0;
    for (const auto& bar : *bars)
        if (bar.start >= *parseIso("2014-06-05T13:30:00Z")) {
            QVERIFY(bar.low > Price::literal("638") && bar.high < Price::literal("655"));
            ++seen;
        }
    QVERIFY(seen >= 18);
}

RIALTO_TEST(DeterminismTest)
#include "determinism_test.moc"
