// SPDX-License-Identifier: GPL-3.0-or-later
#include "Feed/messages.h"
#include "support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace rialto;

class MessagesTest : public QObject {
    Q_OBJECT

private slots:
    void everyCodeOfTheModulesHasASentence();
    void theTableIsSortedAndComplete();
    void factsOfTheDetailStandInTheSentence();
    void aMissingFactGivesTheShortSentence();
    void anUnknownCodeIsNamed();
    void numbersAreGrouped_data();
    void numbersAreGrouped();
};

void MessagesTest::everyCodeOfTheModulesHasASentence()
{
    // Names of settings look like codes but are never shown.
    const QSet<QString> settings{"host.session", "host.probe", "host.recovered", "simulator.checkpoint", "simulator.run", "demo.seed", "demo.first-day", "module.reason",
        "c.brandt", "j.ferrer", "l.zhang", "m.harding", "s.okoro", // who asks in the demo firm
        "four-eyes.client-changes", "four-eyes.orders-from", "four-eyes.withdrawals-from",
        // Words of the audit log.
        "account.opened", "client.added", "instrument.added", "order.placed", "approval.asked", "book.backed-up", "book.protected", "client.revealed", "policy.four-eyes", "security.refused",
        "session.begun", "session.locked", "session.unlocked", "user.added", "user.disabled", "user.enabled", "user.password-changed", "user.password-reset", "user.role", "user.second-factor"};
    const QSet<QString> suffixes{"db", "csv", "json", "sql", "zip", "txt", "pdf", "md", "cpp", "h", "png", "html", "svg", "ttf", "ttc", "lock", "bak", "tmp", "utc", "key", "log", "keys"};
    static const QRegularExpression literal(QStringLiteral("\"([a-z]+(?:-[a-z]+)*\\.([a-z]+(?:-[a-z0-9]+)*))\""));
    int seen = 0;
    QStringList missing;
    QStringList paths;
    // Below app/ are the programs' own complaints about their command lines.
    for (const auto& [folder, flags] : {std::pair("/modules", QDirIterator::Subdirectories), std::pair("/app", QDirIterator::NoIteratorFlags)}) {
        QDirIterator files(QStringLiteral(RIALTO_SOURCE_DIR) + QLatin1String(folder), {"*.cpp", "*.h"}, QDir::Files, flags);
        while (files.hasNext())
            paths.append(files.next());
    }
    for (const QString& path : paths) {
        // Consoles and programs read codes, not sentences of the screens; and these modules are reached by the console only so far.
        // Whoever puts one of them on a screen takes it out of this list and writes its sentences.
        static const QStringList consoleOnly{"/modules/api/", "/modules/analytics/", "/modules/advice/", "/modules/numerics/", "/modules/research/", "/modules/integration/",
            "/modules/clients/input/", "/modules/ledger/lots/", "/modules/ledger/input/", "/modules/net/", "/modules/market/resample", "/modules/backtest/", "/modules/services/backtest_service"};
        if (std::any_of(consoleOnly.begin(), consoleOnly.end(), [&path](const QString& folder) { return path.contains(folder); }))
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto matches = literal.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            const QString code = match.captured(1);
            if (settings.contains(code) || suffixes.contains(match.captured(2)))
                continue;
            ++seen;
            if (!hasMessage(code.toStdString()))
                missing.append(code + QStringLiteral(" in ") + file.fileName());
        }
    }
    QVERIFY(seen > 40);
    missing.removeDuplicates();
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("no sentence in qml/Rialto/Feed/messages_table.cpp for:\n") + missing.join('\n')));
}

void MessagesTest::theTableIsSortedAndComplete()
{
    std::string_view before;
    for (const auto& row : messages::table()) {
        QVERIFY2(before < row.code, row.code);
        QVERIFY2(*row.plain != '\0', row.code);
        before = row.code;
    }
}

void MessagesTest::factsOfTheDetailStandInTheSentence()
{
    QCOMPARE(message("risk.funds", "needed 10000.00, available 950.00 USD"),
        QStringLiteral("Not enough cash: 10,000.00 needed, 950.00 USD available. Reduce the quantity or deposit cash first."));
    QCOMPARE(shortMessage("risk.position", "wanted 1500, free to sell 0"), QStringLiteral("Only 0 can be sold, 1,500 is wanted."));
    QCOMPARE(shortMessage("risk.price-collar", "reference 184.2, limit 250, collar 10%"),
        QStringLiteral("The limit 250 is more than 10% through the market at 184.2."));
}

void MessagesTest::aMissingFactGivesTheShortSentence()
{
    QCOMPARE(shortMessage("risk.funds"), QStringLiteral("Not enough cash."));
    QCOMPARE(shortMessage("risk.notional", "limit 1000 USD, value out of range"), QStringLiteral("The order is worth more than one order may be."));
}

void MessagesTest::anUnknownCodeIsNamed()
{
    QVERIFY(!hasMessage("risk.unheard-of"));
    QCOMPARE(message("risk.unheard-of", "x 1"), QStringLiteral("This was not possible (risk.unheard-of): x 1."));
    QCOMPARE(message(""), QStringLiteral("This was not possible (?)."));
}

void MessagesTest::numbersAreGrouped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("money") << "1234567.50 USD" << "1,234,567.50 USD";
    QTest::newRow("small") << "999.00 USD" << "999.00 USD";
    QTest::newRow("negative") << "-12000" << "-12,000";
    QTest::newRow("decimals stay") << "0.12345678" << "0.12345678";
    QTest::newRow("names stay") << "A10000 600000.SH" << "A10000 600000.SH";
    QTest::newRow("dates stay") << "2026-01-31" << "2026-01-31";
}

void MessagesTest::numbersAreGrouped()
{
    QFETCH(QString, text);
    QTEST(messages::grouped(text), "expected");
}

RIALTO_TEST(MessagesTest)
#include "messages_test.moc"
