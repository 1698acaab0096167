// SPDX-License-Identifier: GPL-3.0-or-later
#include "data_book.h"
#include "support/test_main.h"

#include <QTemporaryDir>

#include <sstream>

using namespace rialto;
using rialto::testing::DataOpener;

class TrialBalanceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::pair<int, std::string> run(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.end(), {"--book", m_dir.filePath("book").toStdString()});
        std::ostringstream out;
        std::ostringstream err;
        DataOpener opener;
        const int code = cli::run(arguments, out, err, opener);
        return {code, code == cli::kOk ? out.str() : err.str()};
    }

private slots:
    void initTestCase()
    {
        BookOptions options;
        options.directory = m_dir.filePath("book").toStdString();
        const auto session = DataOpener().open(options);
        QVERIFY(session.ok());
        AppServices& services = (*session)->services();
        services.command(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "", Date::of(1970, 1, 1)}}, nullptr);
        services.command(AddAccount{{AccountId(1), ClientId(1), "A-1", Currency::literal("EUR"), Date::of(1970, 1, 1)}}, nullptr);
        services.command(MoveCash{"m1", AccountId(1), Money(12'345, Currency::literal("EUR")), "opening"}, nullptr);
        // A day later the book learns of a withdrawal.
        QVERIFY(services.advanceTo(Timestamp(kNanosPerDay * 2)).ok());
        services.command(MoveCash{"m2", AccountId(1), Money(-345, Currency::literal("EUR")), "rent"}, nullptr);
    }

    void everyAssetSumsToZero()
    {
        const auto [code, out] = run({"trial-balance", "--json"});
        QVERIFY2(code == cli::kOk, out.c_str());
        const auto json = cli::Json::parse(out);
        QVERIFY(json["balanced"].get<bool>());
        QCOMPARE(json["rows"].size(), std::size_t(2));
        QCOMPARE(json["rows"][0]["bucket"].get<std::string>(), std::string("own"));
        QCOMPARE(json["rows"][0]["balance"].get<std::string>(), std::string("120.00"));
        QCOMPARE(json["rows"][1]["balance"].get<std::string>(), std::string("-120.00"));
    }

    void whatWasNotKnownYetIsTheRestatement()
    {
        const auto [code, out] = run({"trial-balance", "--known-at", "1970-01-01", "--restated-at", "1970-01-31", "--account", "A-1", "--json"});
        QVERIFY2(code == cli::kOk, out.c_str());
        const auto json = cli::Json::parse(out);
        QCOMPARE(json["rows"][0]["balance"].get<std::string>(), std::string("123.45"));
        QCOMPARE(json["restated"][0]["balance"].get<std::string>(), std::string("-3.45"));
    }

    void wrongWordsAreRefused()
    {
        QCOMPARE(run({"trial-balance", "--as-of", "soon"}).first, cli::kFailed);
        QCOMPARE(run({"trial-balance", "--account", "A-9"}).first, cli::kFailed);
    }
};

RIALTO_TEST(TrialBalanceTest)
#include "trial_balance_test.moc"
