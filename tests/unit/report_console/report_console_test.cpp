// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs about reports on a demo book, as a user runs them: the program is started anew for each.
#include "support/test_main.h"

#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <nlohmann/json.hpp>

#include <cmath>
#include <csignal>

using Json = nlohmann::json;

class ReportConsoleTest : public QObject {
    Q_OBJECT

    struct Answer {
        int code = -1;
        QByteArray out;
        QByteArray err;
        Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    };

    QString path(const QString& name) const { return m_dir.filePath(name); }

    Answer run(QStringList arguments, bool withBook = true)
    {
        if (withBook)
            arguments << "--book" << path("book");
        QProcess process;
        process.start(RIALTO_BIN_DIR "/rialtoctl", arguments);
        if (!process.waitForFinished(240'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_dir;

private slots:
    void initTestCase()
    {
        const auto listed = run({"report", "list", "--json"}, false);
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.json()["reports"].size() >= 9);
    }

    void everyReportHasContentInBothLanguages()
    {
        const auto catalogue = run({"report", "list", "--json"}, false).json();
        for (const auto& report : catalogue["reports"]) {
            const auto name = QString::fromStdString(report["name"].get<std::string>());
            if (report["about"] == "study") {
                QCOMPARE(run({"report", name, "--out", path("all")}).code, 2);
                continue;
            }
            QStringList arguments{"report", name, "--format", "json,html,csv,xlsx", "--lang", "en,zh", "--out", path("all"), "--json", "--from", "2025-01-06"};
            if (report["about"] == "client")
                arguments << "--client" << "C-1001";
            const auto made = run(arguments);
            QVERIFY2(made.code == 0, (made.out + made.err).constData());
            const Json answer = made.json();
            QCOMPARE(answer["files"].size(), std::size_t(8));
            if (name != "fee-invoice")
                QVERIFY2(answer["figures"].get<int>() > 10, qPrintable(name));
            for (const auto& file : answer["files"])
                QVERIFY(QFile(QString::fromStdString(file["file"].get<std::string>())).size() > 1000);
        }
        const auto verified = run({"report", "verify", path("all/manifest.json"), "--json"}, false);
        QCOMPARE(verified.code, 0);
    }

    void aBacktestWritesItsTearSheetInTheSameBytesEachTime()
    {
        QFile bars(path("bars.csv"));
        QVERIFY(bars.open(QIODevice::WriteOnly));
        bars.write("date,open,high,low,close,volume\n");
        QDate day(2020, 1, 1);
        int price = 10'000;
        for (int i = 0; i < 700; ++i, day = day.addDays(1)) {
            if (day.dayOfWeek() > 5)
                continue;
            // Waves of 90 days: a crossing of averages has something to trade.
            price += (i % 90 < 50 ? 40 : -45) + (i * 37 % 21 - 10);
            bars.write(QStringLiteral("%1,%2,%3,%4,%5,1000000\n").arg(day.toString(Qt::ISODate)).arg(price / 100.0, 0, 'f', 2).arg((price + 60) / 100.0, 0, 'f', 2).arg((price - 60) / 100.0, 0, 'f', 2).arg((price + 20) / 100.0, 0, 'f', 2).toUtf8());
        }
        bars.close();
        const QStringList arguments{"backtest", "--bars", "WAVE=" + path("bars.csv"), "--strategy", "sma_cross", "--param", "fast=5", "--param", "slow=20", "--format", "pdf,xlsx,html,json", "--lang", "en,zh", "--json", "--report"};
        const auto first = run(QStringList(arguments) << path("tear1"), false);
        QVERIFY2(first.code == 0, (first.out + first.err).constData());
        const auto second = run(QStringList(arguments) << path("tear2"), false);
        QCOMPARE(second.code, 0);
        QCOMPARE(first.json()["report"]["files"].size(), std::size_t(8));
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(QString::fromStdString(first.json()["report"]["files"][i]["sha256"].get<std::string>()), QString::fromStdString(second.json()["report"]["files"][i]["sha256"].get<std::string>()));
        // What is printed is what the run says.
        QFile file(path("tear1/") + QDir(path("tear1")).entryList({"*-en.json"}).value(0));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json report = Json::parse(file.readAll().toStdString());
        bool seen = false;
        for (const auto& figure : report["figures"])
            if (figure["id"].get<std::string>().find("backtest/total-return") != std::string::npos) {
                seen = true;
                QVERIFY(std::fabs(std::stod(figure["value"].get<std::string>()) - first.json()["figures"]["totalReturn"].get<double>()) < 1e-7);
            }
        QVERIFY(seen);
        QCOMPARE(run({"report", "verify", path("tear1/manifest.json")}, false).code, 0);
    }

    void aClientIsAdvisedFromTheBook()
    {
        const auto proposed = run({"advice", "propose", "--client", "C-1001", "--profile", "growth", "--json", "--out", path("proposal"), "--format", "html,json", "--even-unsuitable"});
        QVERIFY2(proposed.code == 0 || proposed.code == 1, (proposed.out + proposed.err).constData());
        const Json json = proposed.json();
        QVERIFY2(json.contains("trades"), (proposed.out + proposed.err).constData());
        QCOMPARE(json["report"]["files"].size(), std::size_t(2));
        QVERIFY(json["suitability_after"]["sentence"].get<std::string>().size() > 20);
        const auto harvested = run({"advice", "harvest", "--client", "C-1001", "--short-term-rate", "0.3", "--long-term-rate", "0.2", "--json"});
        QVERIFY2(harvested.code == 0, (harvested.out + harvested.err).constData());
        QVERIFY(harvested.json().contains("summary"));
    }

    void everyFigureOfTheStatementIsDerivedFromTheBook()
    {
        QCOMPARE(run({"report", "client-statement", "--client", "C-1003", "--from", "2025-03-01", "--format", "json", "--out", path("trace")}).code, 0);
        const QStringList files = QDir(path("trace")).entryList({"client-statement*.json"});
        QCOMPARE(files.size(), 1);
        const QString name = path("trace/" + files.front());
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const Json report = Json::parse(whole.toStdString());
        const std::string key = report["key"];
        // The cover's figure leads to nearly everything.
        for (const std::string& id : {key + "/change/closing", key + "/change/market-gains", key + "/performance/period", key + "/costs/total"}) {
            const auto explained = run({"explain", QString::fromStdString(id), "--report", name, "--json"});
            QVERIFY2(explained.code == 0, (explained.out.right(2000) + explained.err).constData());
            QVERIFY(explained.json()["good"].get<bool>());
        }
        const std::string day = report["series"][report["series"].size() / 2]["id"];
        QCOMPARE(run({"explain", QString::fromStdString(day), "--report", name}).code, 0);

        // A changed value, wherever it stands in the file, is found.
        Json changed = report;
        std::string touched;
        for (auto& figure : changed["figures"])
            if (figure["operation"] == "given" && figure.contains("sources") && figure["id"].get<std::string>().find("/quantity") != std::string::npos) {
                figure["value"] = "123456.00000000";
                figure["sources"][0]["value"] = "123456.00000000";
                touched = figure["id"];
                break;
            }
        QVERIFY(!touched.empty());
        QFile other(path("trace/changed.json"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(QByteArray::fromStdString(changed.dump()));
        other.close();
        const auto found = run({"explain", QString::fromStdString(touched), "--report", path("trace/changed.json")});
        QCOMPARE(found.code, 1);
        QVERIFY(found.out.contains("MISMATCH"));
        QCOMPARE(run({"explain", QString::fromStdString(key) + "/change/closing", "--report", path("trace/changed.json")}).code, 1);
        QCOMPARE(run({"explain", QString::fromStdString(key) + "/no/such"}).code, 1);
        QCOMPARE(run({"explain", "nonsense"}).code, 1);
    }

    void everyChangedByteIsFound()
    {
        QCOMPARE(run({"report", "market-daily", "--format", "csv", "--out", path("verify")}).code, 0);
        const QStringList files = QDir(path("verify")).entryList({"*.csv"});
        QCOMPARE(files.size(), 1);
        const QString name = path("verify/" + files.front());
        QCOMPARE(run({"report", "verify", name}, false).code, 0);
        QCOMPARE(run({"report", "verify", name}).code, 0); // and the book knows it
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (const qsizetype at : {qsizetype(0), whole.size() / 3, whole.size() - 1}) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 1);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(changed);
            file.close();
            const auto answer = run({"report", "verify", name}, false);
            QCOMPARE(answer.code, 1);
            QVERIFY(answer.err.contains("not what was issued"));
        }
        // A manifest that was made to fit does not fool the book.
        QVERIFY(QFile::remove(path("verify/manifest.json")));
        QCOMPARE(run({"report", "verify", name}).code, 1);
        const auto unknown = run({"report", "verify", name}, false);
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.err.contains("reports.not-issued"));
    }

    void batchMakesWholeFilesForEveryClient()
    {
        const auto made = run({"report", "batch", "--out", path("batch"), "--json"});
        QVERIFY2(made.code == 0, (made.out.right(500) + made.err).constData());
        const Json answer = made.json();
        QCOMPARE(answer["made"], answer["clients"]);
        QVERIFY(answer["peakMemoryMiB"].get<double>() > 1);
        QVERIFY(made.err.contains("12 of 12"));
        QCOMPARE(QDir(path("batch")).entryList({"*.pdf"}).size(), 12);
        QCOMPARE(run({"report", "verify", path("batch/manifest.json")}, false).code, 0);
    }

    void anInterruptLeavesWholeFilesOnly()
    {
#ifndef Q_OS_UNIX
        QSKIP("there is no SIGINT to send here");
#else
        QStringList clients;
        for (int i = 0; i < 400; ++i)
            clients << QString("C-10%1").arg(1 + i % 12, 2, 10, QChar('0'));
        QProcess process;
        process.start(RIALTO_BIN_DIR "/rialtoctl", {"report", "batch", "--clients", clients.join(','), "--format", "pdf,html", "--out", path("cancelled"), "--book", path("book")});
        QVERIFY(process.waitForStarted());
        QElapsedTimer timer;
        timer.start();
        while (QDir(path("cancelled")).entryList({"*.pdf"}).isEmpty() && timer.elapsed() < 120'000)
            QThread::msleep(20);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("cancelled"));
        QCOMPARE(run({"report", "verify", path("cancelled/manifest.json")}, false).code, 0);
        for (const auto& name : QDir(path("cancelled")).entryList(QDir::Files))
            QVERIFY2(name.endsWith(".pdf") || name.endsWith(".html") || name == "manifest.json", qPrintable(name));
#endif
    }

    void whatIsWrongIsSaid()
    {
        QCOMPARE(run({"report", "nonsense"}).code, 1);
        QCOMPARE(run({"report", "risk-report"}).code, 2);
        QCOMPARE(run({"report"}).code, 2);
        QCOMPARE(run({"report", "risk-report", "--client", "C-9999"}).code, 1);
        QCOMPARE(run({"report", "risk-report", "--client", "C-1001", "--as-of", "2026-13-01"}).code, 1);
        QCOMPARE(run({"report", "risk-report", "--client", "C-1001", "--format", "doc"}).code, 2);
        const auto brand = run({"report", "risk-report", "--client", "C-1001", "--brand", path("none.json")});
        QCOMPARE(brand.code, 1);
        QVERIFY(brand.err.contains("none.json"));
    }
};

RIALTO_TEST(ReportConsoleTest)
#include "report_console_test.moc"
