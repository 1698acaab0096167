// SPDX-License-Identifier: GPL-3.0-or-later
// Statements through the console into a book on disk and out again.
#include "data_book.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;

class StatementCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_out;
    std::string m_err;

    static std::string sample(const char* path) { return std::string(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/") + path; }

    int run(std::vector<std::string> arguments, bool withBook = true)
    {
        if (withBook)
            arguments.insert(arguments.end(), {"--book", m_dir->filePath("book").toStdString()});
        std::ostringstream out;
        std::ostringstream err;
        testing::DataOpener opener;
        const int code = cli::run(arguments, out, err, opener);
        m_out = out.str();
        m_err = err.str();
        return code;
    }
    cli::Json json(std::vector<std::string> arguments, bool withBook = true)
    {
        arguments.emplace_back("--json");
        RIALTO_CHECK(run(std::move(arguments), withBook) == cli::kOk, m_out.c_str());
        return cli::Json::parse(m_out);
    }
    std::string groups() { return json({"ledger", "check"})["groups"].dump(); }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aDryRunNeedsNoBook()
    {
        const auto document = json({"statement", "import", sample("camt/day.xml"), "--dry-run"}, false);
        QVERIFY(document["format"] == "camt.053.001.08" && document["importable"] == true);
        QVERIFY(document["accounts"][0]["sumCheck"]["status"] == "exact" && document["accounts"][0]["closing"]["amount"] == "849.55");
        QVERIFY(!QFile::exists(m_dir->filePath("book")));
    }

    void theClosingBalanceIsReproducedAndTheSecondImportDoesNothing()
    {
        for (const char* path : {"camt/day.xml", "mt940/day.sta", "ofx/bank.ofx", "flex/own.xml"}) {
            init();
            const auto first = json({"statement", "import", sample(path)});
            QVERIFY2(first["imported"].get<int>() > 0, path);
            for (const auto& account : first["book"])
                if (account.contains("closing"))
                    QVERIFY2(account["closingReproduced"] == true && account["difference"].get<std::string>().find_first_not_of("0.") == std::string::npos, path);
            const auto before = groups();
            const auto second = json({"statement", "import", sample(path)});
            QVERIFY2(second["imported"] == 0 && second["batch"].is_null() && second["alreadyInBook"].get<int>() > 0, path);
            QCOMPARE(groups(), before);
        }
    }

    void aBatchIsTakenBackAndMayComeAgain()
    {
        const auto first = json({"statement", "import", sample("camt/day.xml")});
        const std::string batch = first["batch"].get<std::string>();
        QVERIFY(json({"statement", "undo", batch})["reversed"] == 3); // opening and two booked entries
        QVERIFY(json({"statement", "undo", batch})["alreadyUndone"] == true);
        const auto again = json({"statement", "import", sample("camt/day.xml")});
        QVERIFY(again["imported"] == first["imported"] && again["batch"] == batch + "-2" && again["book"][0]["closingReproduced"] == true);
        QCOMPARE(run({"statement", "undo", "nothing"}), cli::kFailed);
        QVERIFY(m_err.find("engine.batch-unknown") != std::string::npos);
    }

    void aDamagedFileImportsNothingAndSaysWhere()
    {
        QFile whole(QString::fromStdString(sample("camt/day.xml")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        json({"statement", "import", sample("mt940/day.sta")});
        const auto before = groups();
        const auto damaged = [&](const QByteArray& content) {
            QFile file(m_dir->filePath("damaged.xml"));
            RIALTO_CHECK(file.open(QIODevice::WriteOnly), "the file can be made");
            file.write(content);
            file.close();
            return run({"statement", "import", file.fileName().toStdString()});
        };
        QCOMPARE(damaged(bytes.left(bytes.size() / 2)), cli::kFailed);
        QVERIFY2(m_err.find("line ") != std::string::npos && m_err.find("get it again") != std::string::npos, m_err.c_str());
        QByteArray digit = bytes;
        QCOMPARE(damaged(digit.replace("50.05</n:Amt>", "60.05</n:Amt>")), cli::kFailed);
        QVERIFY2(m_err.find("statement.not-importable") != std::string::npos, m_err.c_str());
        QCOMPARE(groups(), before);
    }

    void reconciliationTellsMatchedMissingAndDiffering()
    {
        json({"statement", "import", sample("mt940/day.sta")});
        const auto clean = json({"statement", "reconcile", sample("mt940/day.sta")});
        QVERIFY(clean["clean"] == true && clean["accounts"][0]["matched"] == 3);
        // The same days as another bank's file tells them: one amount differs, one entry is new, one is gone.
        QFile other(m_dir->filePath("other.sta"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(":20:OTHER\n:25:37040044/0532013000EUR\n:28C:1/1\n:60F:C260105EUR1000,00\n:61:2601050105DR201,50NMSCRENT-1//B1\n:86:177?00TRANSFER?21SVWZ+Rent?32Landlord\n"
                    ":61:2601060106CR0,45NINTNONREF\n:61:2601060106CR7,00NINTNONREF\n:62F:C260106EUR805,95\n-\n");
        other.close();
        const auto breaks = json({"statement", "reconcile", other.fileName().toStdString()})["accounts"][0];
        QVERIFY2(breaks["matched"] == 1 && breaks["differing"] == 1 && breaks["missingHere"] == 1 && breaks["missingThere"] == 1, m_out.c_str());
    }
};

RIALTO_TEST(StatementCommandsTest)
#include "statement_commands_test.moc"
