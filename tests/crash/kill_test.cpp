// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a writing program at random moments and looks at what it left. The child prints each order that was acknowledged to
// it; after the kill the book must hold every one of them, once, and balance. RIALTO_KILLS=50 makes the long run.
#include "support/test_main.h"

#include "composition.h"

#include "base/rng.h"

#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <set>

using namespace rialto;

class KillTest : public QObject {
    Q_OBJECT
private slots:
    void nothingAcknowledgedIsLostOrDoubledWhenTheProgramIsKilled();
};

namespace {

struct Told {
    std::set<std::string> orders; // command ids that were acknowledged
    std::set<std::string> fills;  // execution ids that were shown
};

// Lines of `rialtoctl demo --trace`: "order <command id>" and "fill <execution id>".
void read(const QByteArray& output, Told& told)
{
    const auto lines = output.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // the last piece may be torn
        if (lines[i].startsWith("order "))
            told.orders.insert(lines[i].mid(6).toStdString());
        if (lines[i].startsWith("fill "))
            told.fills.insert(lines[i].mid(5).toStdString());
    }
}

} // namespace

void KillTest::nothingAcknowledgedIsLostOrDoubledWhenTheProgramIsKilled()
{
    const int kills = std::max(1, qEnvironmentVariableIntValue("RIALTO_KILLS") > 0 ? qEnvironmentVariableIntValue("RIALTO_KILLS") : 6);
    const std::uint64_t seed = qEnvironmentVariableIsSet("RIALTO_SEED") ? qEnvironmentVariable("RIALTO_SEED").toULongLong() : 42;
    Rng rng(seed);
    QTemporaryDir folder;
    const QString book = folder.filePath("book");
    app::Composition composition;
    Told told;
    int died = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QString(RIALTO_BIN_DIR) + "/rialtoctl",
            {"demo", "--book", book, "--minutes", "600", "--orders", "20000", "--trace", "--flow", QString::number(kill + 1)});
        QVERIFY2(child.waitForStarted(), "rialtoctl did not start");
        // Every second child is first seen to be in the flow, however slow the machine; the others die wherever they are.
        if (kill % 2 == 1)
            child.waitForReadyRead(60'000);
        // From the very first moments, when the book is being made, to deep in the flow.
        const int patience = kill == 0 ? static_cast<int>(rng.between(5, 60)) : static_cast<int>(rng.between(10, 900));
        if (!child.waitForFinished(patience)) {
            child.kill();
            QVERIFY(child.waitForFinished());
            ++died;
        }
        read(child.readAll(), told);

        BookOptions options;
        options.directory = book.toStdString();
        auto session = composition.open(options);
        QVERIFY2(session.ok(), session.ok() ? "" : session.error().text().c_str());
        AppServices& services = (*session)->services();
        std::map<std::string, int> orders;
        std::map<std::string, int> fills;
        for (const auto& order : services.book()->orders)
            ++orders[order.request.commandId];
        for (const auto& fill : services.book()->fills)
            ++fills[fill.report.executionId];
        for (const auto& id : told.orders)
            QVERIFY2(orders[id] == 1, (id + " is in the book " + std::to_string(orders[id]) + " times").c_str());
        for (const auto& id : told.fills)
            QVERIFY2(fills[id] == 1, (id + " is in the book " + std::to_string(fills[id]) + " times").c_str());
        Result<void> checked;
        int groups = 0;
        services.query([&](const Engine& engine) {
            checked = engine.ledger().check();
            for (const auto& group : engine.ledger().groups())
                groups += group.kind == GroupKind::Trade && group.order.valid() ? 1 : 0;
        });
        QVERIFY2(checked.ok(), checked.ok() ? "" : checked.error().text().c_str());
        QCOMPARE(groups, static_cast<int>(services.book()->fills.size())); // a fill and its posting are one
        QVERIFY(services.stop().ok());
    }
    qInfo("seed %llu: %d kills, %zu acknowledged orders and %zu fills, all there once", static_cast<unsigned long long>(seed), died,
        told.orders.size(), told.fills.size());
    QVERIFY2(died > 0, "no child was killed: the test proved nothing");
    if (kills >= 2)
        QVERIFY2(!told.orders.empty(), "no order flow before the kills: the test proved nothing");
    if (kills >= 6)
        QVERIFY2(!told.fills.empty(), "no fill before the kills: the test proved nothing");
}

RIALTO_TEST(KillTest)
#include "kill_test.moc"
