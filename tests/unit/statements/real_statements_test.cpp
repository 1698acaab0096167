// SPDX-License-Identifier: GPL-3.0-or-later
// Real files of banks and brokers. What is expected comes from the files that were collected beside them (parses by other
// programs) or from totals that the files themselves state.
#include "integration/connectors/statement_file.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

using namespace rialto;
using namespace rialto::integration;

class RealStatementsTest : public QObject {
    Q_OBJECT

    static std::string folder(const char* name) { return std::string(RIALTO_SHARED_DATA) + "/bank_broker/" + name + "/"; }
    static QByteArray bytesOf(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList filesIn(const char* name, const char* pattern) { return QDir(QString::fromStdString(folder(name))).entryList({QLatin1String(pattern)}, QDir::Files, QDir::Name); }

private slots:
    // wolph/mt940 parsed the same files: every amount, date and balance.
    void mt940AgreesWithTheParseOfAnotherProgram()
    {
        const QStringList files = filesIn("mt940", "*.sta");
        if (files.isEmpty())
            QSKIP("the shared statements are not here");
        for (const QString& name : files) {
            const auto file = readStatementFile(folder("mt940") + name.toStdString(), {});
            QVERIFY2(file.ok(), qPrintable(name));
            const QString expectedName = name.chopped(4) + ".expected.json";
            const auto expected = nlohmann::json::parse(bytesOf(folder("mt940") + expectedName.toStdString()).toStdString());
            const auto& transactions = expected["transactions"];
            QVERIFY2(file->entryCount() == transactions.size(), qPrintable(name));
            std::size_t i = 0;
            for (const auto& statement : file->statements)
                for (const auto& entry : statement.entries) {
                    const auto& other = transactions[i++];
                    const auto& amount = other["amount"];
                    std::string text = amount.is_object() ? amount["amount"].get<std::string>() : amount.get<std::string>();
                    ExactAmount value;
                    QVERIFY(readAmount(text.substr(0, text.find(' ')), {'.', 0}, value) == AmountFault::None);
                    QVERIFY2(entry.amount == value, qPrintable(name + QLatin1String(": ") + QString::fromStdString(text + " against " + entry.amount.text())));
                    if (other.contains("date") && other["date"].is_string() && other["date"].get<std::string>().size() == 10)
                        QCOMPARE(entry.value->text(), other["date"].get<std::string>());
                }
            const auto& data = expected["data"];
            if (data.contains("final_closing_balance") && data["final_closing_balance"].contains("amount") && data["final_closing_balance"]["amount"].is_string()) {
                const std::string text = data["final_closing_balance"]["amount"].get<std::string>();
                // Where the bank leaves the currency out the other program takes digits of the amount for it ("0.00 950").
                if (!Currency::parse(text.substr(text.find(' ') + 1)) && text.substr(text.find(' ') + 1) != "DEM")
                    continue;
                ExactAmount value;
                QVERIFY(readAmount(text.substr(0, text.find(' ')), {'.', 0}, value) == AmountFault::None);
                const auto closing = std::find_if(file->statements.rbegin(), file->statements.rend(), [](const auto& s) { return s.sum.closing && s.sum.closing->kind == BalanceKind::Closing; });
                QVERIFY2(closing != file->statements.rend() && closing->sum.closing->amount == value, qPrintable(name));
            }
        }
    }

    void wholeStatementsCloseExactly()
    {
        if (filesIn("mt940", "*.sta").isEmpty())
            QSKIP("the shared statements are not here");
        for (const char* name : {"cmxl__mt940.sta", "mBank__mt940.sta", "jejik__generic.sta", "jejik__sns.sta", "self-provided__raphaelm.sta"}) {
            const auto file = readStatementFile(folder("mt940") + name, {});
            QVERIFY(file.ok());
            QVERIFY2(file->importable(), name);
            for (const auto& statement : file->statements)
                QVERIFY2(statement.sum.status == SumStatus::Exact && statement.sum.difference->isZero(), name);
        }
    }

    // genkgo/camt parsed the same files.
    void camtAgreesWithTheParseOfAnotherProgram()
    {
        const QStringList files = filesIn("camt", "*.xml");
        if (files.isEmpty())
            QSKIP("the shared statements are not here");
        for (const QString& name : files) {
            const auto file = readStatementFile(folder("camt") + name.toStdString(), {});
            QVERIFY2(file.ok(), qPrintable(name));
            const auto expected = nlohmann::json::parse(bytesOf(folder("camt") + name.chopped(4).toStdString() + ".json").toStdString());
            const auto& entries = expected["getEntries"];
            QVERIFY2(file->entryCount() == entries.size(), qPrintable(name));
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const auto& entry = file->statements[0].entries[i];
                const auto& money = entries[i]["getAmount"];
                const std::string currency = money["getCurrency"]["getCode"].get<std::string>();
                QCOMPARE(entry.currency, currency);
                QVERIFY2(entry.amount.toMoney(Currency::literal(currency))->minor() == std::stoll(money["getAmount"].get<std::string>()), qPrintable(name));
                QVERIFY(entry.amount.isZero() || entry.amount.isNegative() == (entries[i]["getCreditDebitIndicator"] == "DBIT"));
                if (entries[i]["getBookingDate"].is_object() && entry.booked)
                    QCOMPARE(entry.booked->text(), entries[i]["getBookingDate"]["0"].get<std::string>().substr(0, 10));
            }
        }
    }

    void ofxClosesWithTheBalanceOfTheFile()
    {
        const QStringList files = filesIn("ofx", "*");
        if (files.isEmpty())
            QSKIP("the shared statements are not here");
        for (const QString& name : files) {
            const QString text = QString::fromLatin1(bytesOf(folder("ofx") + name.toStdString()));
            const auto file = readStatementFile(folder("ofx") + name.toStdString(), {});
            QVERIFY2(file.ok() && file->importable(), qPrintable(name));
            QStringList stated;
            static const QRegularExpression ledger(QStringLiteral("<LEDGERBAL>\\s*<BALAMT>([-0-9.]+)"));
            for (auto it = ledger.globalMatch(text); it.hasNext();)
                stated << it.next().captured(1);
            QStringList read;
            for (const auto& statement : file->statements)
                if (statement.sum.closing && statement.sum.closing->code == "LEDGERBAL")
                    read << QString::fromStdString(statement.sum.closing->amount.text(2));
            QVERIFY2(read == stated, qPrintable(name));
            if (!text.contains(QLatin1String("INVSTMTRS")))
                QVERIFY2(file->entryCount() == static_cast<std::size_t>(text.count(QLatin1String("<STMTTRN>"))), qPrintable(name));
        }
    }

    void qifRecordsAreAllThere()
    {
        if (filesIn("qif", "*.qif").isEmpty())
            QSKIP("the shared statements are not here");
        for (const char* name : {"Money95bank_fr.qif", "abc.qif"}) {
            const QByteArray bytes = bytesOf(folder("qif") + name);
            const auto file = readStatementFile(folder("qif") + name, {});
            QVERIFY2(file.ok() && file->importable(), name);
            std::size_t records = 0;
            for (const QByteArray& line : bytes.split('\n'))
                records += line.startsWith('^') ? 1 : 0;
            std::size_t opening = 0;
            for (const auto& balance : file->statements[0].balances)
                opening += balance.kind == BalanceKind::Opening ? 1 : 0;
            QCOMPARE(file->entryCount() + opening, records);
        }
    }

    // Portfolio Performance extracted the same files: trades and cash rows.
    void flexHoldsWhatAnotherProgramExtracted()
    {
        const auto bytes = bytesOf(folder("ibkr_flex") + "EXPECTED.json");
        if (bytes.isEmpty())
            QSKIP("the shared statements are not here");
        for (const auto& test : nlohmann::json::parse(bytes.toStdString())) {
            const std::string name = test["files"][0].get<std::string>();
            const auto file = readStatementFile(folder("ibkr_flex") + name, {});
            QVERIFY2(file.ok() && file->importable(), name.c_str());
            for (const auto& expected : test["expected"]) {
                if (!expected.contains("type") || !expected.contains("monetaryAmount"))
                    continue;
                const std::string type = expected["type"].get<std::string>();
                if (type != "BUY" && type != "SELL")
                    continue;
                const std::string money = expected["monetaryAmount"].get<std::string>();
                ExactAmount amount;
                QVERIFY(readAmount(money.substr(4), {'.', 0}, amount) == AmountFault::None);
                bool found = false;
                for (const auto& statement : file->statements)
                    for (const auto& trade : statement.securities) {
                        if (trade.currency != money.substr(0, 3) || !trade.net)
                            continue;
                        const auto net = trade.net->isNegative() ? -*trade.net : *trade.net;
                        const auto gap = net - amount;
                        const auto cent = ExactAmount::fromRaw(100'000'000);
                        found = found || (!(gap - cent == ExactAmount()) && (gap - cent).isNegative() && (-gap - cent).isNegative());
                    }
                QVERIFY2(found || amount.isZero(), (name + " " + money).c_str());
            }
        }
    }

    void aPaymentOrderIsNoStatement()
    {
        if (bytesOf(folder("pain") + "pain.001.001.03_sample.xml").isEmpty())
            QSKIP("the shared statements are not here");
        const auto file = readStatementFile(folder("pain") + "pain.001.001.03_sample.xml", {});
        QVERIFY(!file);
        QCOMPARE(file.error().code, std::string("statement.other-message"));
    }
};

RIALTO_TEST(RealStatementsTest)
#include "real_statements_test.moc"
