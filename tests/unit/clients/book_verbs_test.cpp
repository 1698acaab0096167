// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs about clients, fees and corporate actions on a book on disk.
#include "../cli_data/data_book.h"
#include "clients/billing/billing_period.h"
#include "services/client_overview.h"
#include "services/fee_billing.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <sstream>

using namespace rialto;
using rialto::testing::DataOpener;

class BookVerbsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_said;

    std::string write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        RIALTO_CHECK(file.open(QIODevice::WriteOnly), "a file can be written");
        file.write(bytes);
        return file.fileName().toStdString();
    }
    cli::Json run(std::vector<std::string> arguments, int expected = cli::kOk)
    {
        arguments.insert(arguments.end(), {"--book", m_dir.filePath("book").toStdString(), "--json"});
        std::ostringstream out;
        std::ostringstream err;
        DataOpener opener;
        const int code = cli::run(arguments, out, err, opener);
        m_said = out.str() + err.str();
        if (code != expected)
            qWarning("%s", m_said.c_str());
        return code == expected ? cli::Json::parse(out.str(), nullptr, false) : cli::Json();
    }
    bool refused(std::vector<std::string> arguments, const char* code)
    {
        run(std::move(arguments), cli::kFailed);
        return m_said.find(code) != std::string::npos;
    }

private slots:
    void initTestCase()
    {
        BookOptions options;
        options.directory = m_dir.filePath("book").toStdString();
        const auto session = DataOpener().open(options);
        QVERIFY(session.ok());
        AppServices& services = (*session)->services();
        Instrument share;
        share.id = InstrumentId(1);
        share.symbol = "MERI";
        share.mic = "XSIM";
        share.name = "Meridian";
        share.calendarId = "WEEKDAYS";
        share.timeZone = "UTC";
        share.spec = {Currency::literal("USD"), Price::literal("0.01"), Quantity::of(1), {1, 1}, 2, 2};
        const auto say = [&](EngineHost::Body body) {
            bool accepted = false;
            services.command(std::move(body), [&](const Result<Reply>& reply) { accepted = reply && reply->accepted; });
            QVERIFY(accepted);
        };
        say(AddInstrument{share});
        say(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "", Date::of(1970, 1, 1)}});
        say(AddAccount{{AccountId(1), ClientId(1), "A-1", Currency::literal("USD"), Date::of(1970, 1, 1)}});
        say(MoveCash{"m1", AccountId(1), Money(10'000'000, Currency::literal("USD")), "opening"});
        say(BookTrade{"t1", AccountId(1), InstrumentId(1), Quantity::of(101), Price::literal("10.00"), Money(500, Currency::literal("USD")), Money(0, Currency::literal("USD"))});
        QVERIFY(services.advanceTo(Timestamp(kNanosPerDay * 2)).ok());
        say(BookTrade{"t2", AccountId(1), InstrumentId(1), Quantity::of(50), Price::literal("12.00"), Money(0, Currency::literal("USD")), Money(0, Currency::literal("USD"))});
        QVERIFY(services.advanceTo(Timestamp(kNanosPerDay * 100)).ok());
        say(MoveCash{"m2", AccountId(1), Money(100, Currency::literal("USD")), "later"});
    }

    void aFamilyIsEnteredAndLookedThrough()
    {
        run({"household", "add", "--name", "Example family", "--number", "H-1", "--by", "ada"});
        QCOMPARE(run({"client", "add", "--name", "Bo Example", "--number", "C-2", "--currency", "EUR", "--household", "H-1"})["account"].get<std::string>(), std::string("A-2-1"));
        run({"client", "add", "--name", "Example Holdings Ltd", "--kind", "company", "--number", "C-3", "--owner", "C-2:40", "--owner", "C-1:60"});
        run({"client", "own", "C-3", "A-1", "--share", "50"});
        run({"client", "own", "C-1", "A-1", "--share", "50"});
        QVERIFY(refused({"client", "own", "C-3", "C-1", "--share", "1"}, "clients.ownership-cycle"));
        QVERIFY(refused({"client", "own", "C-2", "A-1", "--share", "1"}, "clients.ownership-over-whole"));
        const auto shown = run({"client", "show", "C-1"});
        QCOMPARE(shown["accounts"].size(), std::size_t{1});
        QCOMPARE(shown["accounts"][0]["share"].get<std::string>(), std::string("0.8")); // half of it, and 60 % of the other half
        QCOMPARE(run({"client", "list", "--search", "hold"})["clients"].size(), std::size_t{1});
        QCOMPARE(run({"household", "list"})["households"][0]["members"].size(), std::size_t{1});
    }
    void whatIsKnownIsShown()
    {
        run({"client", "kyc", "C-1", "--status", "approved", "--rating", "low", "--reviewed", "1968-12-02", "--next", "1969-12-01"});
        run({"client", "document", "C-1", "--kind", "passport", "--document-number", "X1", "--expires", "1970-02-01"});
        run({"client", "assess", "C-1", "--answers", "3,3,3,3,3,3,3,3"});
        QVERIFY(refused({"client", "kyc", "C-1", "--status", "approved"}, "clients.kyc-dates"));
        const auto shown = run({"client", "show", "C-1"});
        QCOMPARE(shown["kyc"]["state"].get<std::string>(), std::string("overdue"));
        QCOMPARE(shown["documents"][0]["state"].get<std::string>(), std::string("due-soon"));
        QCOMPARE(shown["assessment"]["profile"].get<std::string>(), std::string("growth"));
    }
    void hitsAreKeptOnce()
    {
        const std::string list = write("list.csv", "name,id,program\n\"EXAMPLE, Ada\",7,TEST\n");
        QCOMPARE(run({"client", "screen", "--list", list, "--record"})["recorded"].get<int>(), 1);
        QCOMPARE(run({"client", "screen", "--list", list, "--record"})["recorded"].get<int>(), 0);
        QCOMPARE(run({"client", "show", "C-1"})["screening"].size(), std::size_t{1});
    }
    void nobodyDecidesAlone()
    {
        run({"approval", "--ask", "Open", "--client", "C-1", "--by", "ada"});
        QVERIFY(refused({"approval", "--approve", "1", "--by", "ada"}, "clients.own-approval"));
        QCOMPARE(run({"approval", "--approve", "1", "--by", "grace"})["approvals"][0]["state"].get<std::string>(), std::string("approved"));
    }
    void aTaskIsListedUntilItIsClosed()
    {
        run({"task", "add", "Annual review", "--client", "C-1", "--due", "1969-06-30", "--assignee", "ada"});
        const auto open = run({"task", "list", "--client", "C-1"})["tasks"];
        QCOMPARE(open.size(), std::size_t{1});
        QVERIFY(open[0]["overdue"].get<bool>());
        const std::string id = std::to_string(open[0]["id"].get<std::uint64_t>());
        QCOMPARE(run({"task", "close", id, "--note", "by phone"})["state"].get<std::string>(), std::string("done"));
        QCOMPARE(run({"task", "list", "--client", "C-1"})["tasks"].size(), std::size_t{0});
        QCOMPARE(run({"task", "list", "--client", "C-1", "--all"})["tasks"][0]["note"].get<std::string>(), std::string("by phone"));
        QVERIFY(refused({"task", "close", "99"}, "cli.record-unknown"));
    }
    // 100 a year is 25 a quarter; nothing the second time. The clock of a console stands at the book's last input, so that this
    // one lives through a quarter in a session of its own.
    void billingTwiceBillsOnce()
    {
        const std::string schedule = write("flat.json", R"({"name":"Flat","type":"flat","amount":100})");
        QVERIFY(refused({"bill", "--period", "1970Q2", "--schedule", schedule}, "billing.period-open"));
        QVERIFY(refused({"bill", "--schedule", schedule}, "billing.period-missing"));
        BookOptions options;
        options.directory = m_dir.filePath("book").toStdString();
        const auto session = DataOpener().open(options);
        QVERIFY(session.ok());
        AppServices& services = (*session)->services();
        QVERIFY(services.advanceTo(Timestamp(kNanosPerDay * 100)).ok());
        const auto bars = (*session)->openBars();
        const FeeRequest request{*clients::BillingPeriod::parse("1970Q1"), std::nullopt, false};
        QCOMPARE(QString::fromStdString(planFees(services, **bars, request).error().code), QString("billing.no-agreement"));
        clients::ClientRecord record;
        record.id = 1;
        record.by = "test";
        record.body = clients::FeeAgreement{clients::Node::of(AccountId(2)), R"({"name":"Flat","currency":"EUR","type":"flat","amount":100})", std::nullopt, std::nullopt};
        services.command(RecordClients{{}, {}, {record}}, [](const Result<Reply>& reply) { QVERIFY(reply && reply->accepted); });
        const auto plans = planFees(services, **bars, request);
        QVERIFY2(plans.ok(), plans ? "" : plans.error().text().c_str());
        QCOMPARE((*plans)[0].postings.size(), std::size_t{1});
        QCOMPARE((*plans)[0].postings[0].amount.text(), std::string("25.00"));
        int repeated = 0;
        for (int run = 0; run < 2; ++run)
            services.command(PostFees{(*plans)[0].postings}, [&](const Result<Reply>& reply) { repeated += reply && reply->accepted && reply->repeated ? 1 : 0; });
        QCOMPARE(repeated, 1);
        const auto again = planFees(services, **bars, request);
        QVERIFY(again.ok());
        QVERIFY((*again)[0].postings.empty());
        QCOMPARE((*again)[0].known.size(), std::size_t{1});
        QCOMPARE(feeGroups(services).size(), std::size_t{1});
    }
    // 101 for 1015.00, 50 for 600.00: 151 shares. 3:2 gives 226.5; the half share is paid at 8.00: 4.00.
    void aSplitIsPreviewedPostedAndUndone()
    {
        const std::vector<std::string> terms{"split", "MERI", "ratio=3:2", "whole", "lieu=8", "--date", "1970-02-02"};
        auto preview = terms;
        preview.insert(preview.begin(), {"action", "preview"});
        const auto shown = run(preview);
        QCOMPARE(shown["accounts"][0]["held"].get<std::string>(), std::string("151"));
        QCOMPARE(shown["accounts"][0]["after"].get<std::string>(), std::string("226"));
        QCOMPARE(shown["accounts"][0]["cash"].get<std::string>(), std::string("4.00"));
        QCOMPARE(shown["accounts"][0]["proof"]["basisBefore"].get<std::string>(), std::string("1615.00"));
        QVERIFY(shown["accounts"][0]["proof"]["conserved"].get<bool>());
        auto post = terms;
        post.insert(post.begin(), {"action", "post"});
        QVERIFY(run(post)["ledgerBalanced"].get<bool>());
        QVERIFY(run(post)["repeated"].get<bool>());
        const auto positions = run({"positions"});
        QCOMPARE(positions["positions"][0]["quantity"].get<std::string>(), std::string("226"));
        // The half share cost 600 / 75 / 2 = 4.00: no gain, and the rest keeps 1611.00.
        QCOMPARE(positions["positions"][0]["cost"].get<std::string>(), std::string("1611.00"));
        run({"action", "undo", "split-MERI-1970-02-02"});
        const auto back = run({"positions"});
        QCOMPARE(back["positions"][0]["quantity"].get<std::string>(), std::string("151"));
        QCOMPARE(back["positions"][0]["cost"].get<std::string>(), std::string("1615.00"));
        QVERIFY(run({"action", "undo", "split-MERI-1970-02-02"})["alreadyUndone"].get<bool>());
        QVERIFY(run({"trial-balance"})["balanced"].get<bool>());
    }
    // An eighth of the basis, 201.875, goes to the new shares: lot by lot 126.88 and 75.00.
    void aSpinOffTakesItsPartOfTheBasis()
    {
        run({"action", "post", "spin-off", "MERI", "ratio=1:2", "target=KIDD", "basis=0.125", "--new-instrument", "Kid", "--date", "1970-02-03"});
        const auto positions = run({"positions"});
        QCOMPARE(positions["positions"].size(), std::size_t{2});
        QCOMPARE(positions["positions"][1]["quantity"].get<std::string>(), std::string("75.5"));
        QCOMPARE(positions["positions"][0]["cost"].get<std::string>(), std::string("1413.12"));
        QCOMPARE(positions["positions"][1]["cost"].get<std::string>(), std::string("201.88"));
        run({"action", "post", "dividend", "MERI", "price=0.50", "tax=15%", "--date", "1970-02-04"}); // 75.50, 11.33 of it withheld
        QVERIFY(refused({"action", "undo", "spin_off-MERI-1970-02-03x"}, "actions.unknown"));
        QVERIFY(refused({"action", "post", "split", "NONE", "ratio=2", "--date", "1970-02-03"}, "actions.instrument-unknown"));
        QVERIFY(refused({"action", "preview", "split", "MERI", "ratio=banana", "--date", "1970-02-03"}, "actions.terms-malformed"));
        QVERIFY(run({"ledger", "check"})["balanced"].get<bool>());
    }
    void aFurtherFeeAgreementEndsTheOneBefore()
    {
        const std::string one = write("one.json", R"({"name":"One","type":"flat","amount":100})");
        const std::string two = write("two.json", R"({"name":"Two","type":"flat","amount":200})");
        const auto before = run({"fee-agreement", "list"})["agreements"].size();
        QVERIFY(refused({"fee-agreement", "set", "--subject", "C-3", "--to", "1972-12-31"}, "cli.record-unknown"));
        run({"fee-agreement", "set", "--subject", "C-3", "--schedule", one, "--from", "1960-01-01"});
        run({"fee-agreement", "set", "--subject", "C-3", "--schedule", two, "--from", "1971-01-01"});
        const auto all = run({"fee-agreement", "list", "--subject", "C-3"})["agreements"];
        QCOMPARE(run({"fee-agreement", "list"})["agreements"].size(), before + 2);
        QCOMPARE(all[0]["to"].get<std::string>(), std::string("1970-12-31"));
        QVERIFY(all[0]["inForce"].get<bool>());
        QVERIFY(!all[1]["inForce"].get<bool>());
        QVERIFY(all[1]["to"].is_null());
        // The same beginning again corrects the agreement; an end alone ends it.
        QCOMPARE(run({"fee-agreement", "set", "--subject", "C-3", "--schedule", one, "--from", "1971-01-01"})["agreement"].get<std::uint64_t>(), all[1]["id"].get<std::uint64_t>());
        run({"fee-agreement", "set", "--subject", "C-3", "--to", "1972-12-31"});
        QCOMPARE(run({"fee-agreement", "list", "--subject", "C-3"})["agreements"][1]["to"].get<std::string>(), std::string("1972-12-31"));
        QVERIFY(refused({"fee-agreement", "set", "--subject", "C-3", "--schedule", write("bad.json", "{"), "--from", "1970-01-01"}, "billing.schedule-malformed"));
    }
};

RIALTO_TEST(BookVerbsTest)
#include "book_verbs_test.moc"
