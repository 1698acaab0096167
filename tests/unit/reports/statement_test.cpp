// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/statement.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::reports;

class StatementTest : public QObject {
    Q_OBJECT

    static QString problem(const StatementData& data)
    {
        const auto ok = validate(data);
        return ok ? QString() : QString::fromStdString(ok.error().text());
    }
    static std::string code(const StatementData& data)
    {
        const auto ok = validate(data);
        return ok ? std::string("none") : ok.error().code;
    }

private slots:
    void samplesAgreeWithThemselves()
    {
        for (const auto& data : {testing::sampleStatement(), testing::emptyStatement(), testing::longStatement(60, 300)})
            QCOMPARE(problem(data), QString());
        QCOMPARE(testing::sampleStatement().holdings.size(), std::size_t(14));
        QCOMPARE(testing::longStatement(300, 2000).trades.size(), std::size_t(2000));
    }
    void sampleIsTheSameOnEveryRun() { QVERIFY(testing::sampleStatement() == testing::sampleStatement()); }

    void everyContradictionIsNamed_data()
    {
        QTest::addColumn<std::function<void(StatementData&)>>("spoil");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* title, const char* reason, std::function<void(StatementData&)> spoil) {
            QTest::newRow(title) << std::move(spoil) << "reports.statement-" + std::string(reason);
        };
        const auto cent = [](const Money& m) { return m + Money(1, m.currency()); };
        row("period backwards", "period", [](auto& d) { std::swap(d.from, d.to); });
        row("no base currency", "currency", [](auto& d) { d.base = {}; });
        row("account twice", "account", [](auto& d) { d.accounts.push_back(d.accounts.front()); });
        row("holding of an unknown account", "account", [](auto& d) { d.holdings.front().accountNumber = "?"; });
        row("rate missing", "rate-missing", [](auto& d) { d.fxRates.clear(); });
        row("conversion off by two cents", "rate", [=](auto& d) {
            for (auto& h : d.holdings)
                if (h.valueLocal.currency() != d.base)
                    h.valueBase = cent(cent(h.valueBase));
        });
        row("value in base differs", "rate", [=](auto& d) { d.holdings.front().valueBase = cent(d.holdings.front().valueBase); });
        row("cash does not settle", "cash", [=](auto& d) { d.cash.front().pending = cent(d.cash.front().pending); });
        row("cash twice", "cash", [](auto& d) { d.cash.push_back(d.cash.front()); });
        row("movement lost", "movements", [](auto& d) { d.movements.erase(d.movements.begin() + 3); });
        row("last movement lost", "movements", [](auto& d) { d.movements.pop_back(); });
        row("movement before the period", "movements", [](auto& d) { d.movements.front().date = d.from - 1; });
        row("trade net of nothing", "trade", [=](auto& d) { d.trades.front().net = cent(d.trades.front().net); });
        row("trade in two currencies", "currency", [](auto& d) { d.trades.front().fees = Money(1, Currency::literal("GBP")); });
        row("fee line added", "costs", [](auto& d) { d.fees.push_back({{"x", ""}, Money(1, d.base)}); });
        row("tax line lost", "costs", [](auto& d) { d.taxes.pop_back(); });
        row("gain invented", "change", [=](auto& d) { d.change.marketGains = cent(d.change.marketGains); });
        row("closing agrees with the flows but not with the holdings", "closing", [=](auto& d) {
            d.change.marketGains = cent(d.change.marketGains);
            d.change.closing = cent(d.change.closing);
        });
        row("series ends elsewhere", "series", [=](auto& d) { d.series.back().value = cent(d.series.back().value); });
        row("series opens elsewhere", "series", [=](auto& d) {
            for (auto& p : d.series)
                if (p.date < d.from)
                    p.value = cent(p.value);
        });
        row("series forgets a flow", "series", [](auto& d) { d.series.back().netContributions = Money::zero(d.base); });
    }
    void everyContradictionIsNamed()
    {
        QFETCH(std::function<void(StatementData&)>, spoil);
        QFETCH(std::string, expected);
        StatementData data = testing::sampleStatement();
        spoil(data);
        QCOMPARE(code(data), expected);
    }

    void conversionRoundsHalfToEven()
    {
        const Currency usd = Currency::literal("USD");
        QCOMPARE(atRate(Money(5, Currency::literal("EUR")), Price::literal("0.5"), usd)->minor(), 2);
        QCOMPARE(atRate(Money(7, Currency::literal("EUR")), Price::literal("0.5"), usd)->minor(), 4);
        QCOMPARE(atRate(Money(1000000, Currency::literal("JPY")), Price::literal("0.00667"), usd)->text(), std::string("6670.00"));
        QVERIFY(!atRate(Money(std::numeric_limits<std::int64_t>::max(), usd), Price::literal("3"), usd).ok());
    }
};

RIALTO_TEST(StatementTest)
#include "statement_test.moc"
