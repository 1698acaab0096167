// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs against the grids of shared data: a grid's input columns go in, and the other columns must come out.
#include "api/cli/batch_table.h"
#include "support/console.h"
#include "support/test_main.h"

#include <QFile>

#include <cmath>

using namespace rialto;

namespace {

/// Lines, each cut after so many columns.
QByteArray firstColumns(const QByteArray& text, int columns)
{
    QByteArray cut;
    for (const QByteArray& line : text.split('\n'))
        if (!line.trimmed().isEmpty())
            cut += line.trimmed().split(',').mid(0, columns).join(',') + '\n';
    return cut;
}

} // namespace

class PricingGridTest : public QObject {
    Q_OBJECT

    testing::Console m_console;

    std::string write(const QByteArray& text) { return m_console.write("in.csv", text); }
    std::pair<int, std::string> run(std::vector<std::string> arguments)
    {
        const int code = m_console.run(std::move(arguments));
        return {code, code == cli::kOk ? m_console.text : m_console.error};
    }

private slots:
    void theGridsOfPublishedValuesComeOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<double>("tolerance"); // relative or absolute, whichever is met
        QTest::newRow("bonds") << "analytics/fixed_income/bond_grid_dev.csv" << 7 << "bond" << 1e-8;
        QTest::newRow("options") << "analytics/options/option_grid_dev.csv" << 8 << "option" << 1e-8;
        QTest::newRow("Haug") << "analytics/options/haug_black_scholes_dev.csv" << 7 << "option" << 1e-4;
    }
    void theGridsOfPublishedValuesComeOut()
    {
        QFETCH(QString, file);
        QFETCH(int, inputs);
        QFETCH(QString, verb);
        QFETCH(double, tolerance);
        QFile grid(QStringLiteral(RIALTO_SHARED_DATA "/") + file);
        if (!grid.open(QIODevice::ReadOnly))
            QSKIP("the shared data is not here");
        const QByteArray text = grid.readAll();
        const auto [code, out] = run({verb.toStdString(), "--batch", write(firstColumns(text, inputs))});
        QVERIFY2(code == cli::kOk, out.c_str());
        const auto expected = cli::BatchTable::parse(text.toStdString());
        const auto actual = cli::BatchTable::parse(out);
        QVERIFY(expected.ok() && actual.ok());
        QCOMPARE(actual->rows(), expected->rows());
        const QList<QByteArray> header = text.split('\n').first().trimmed().split(',');
        for (int column = inputs; column < header.size(); ++column) {
            const std::string name = header[column].toStdString();
            if (name == "tolerance")
                continue;
            std::string lower = name;
            for (char& c : lower)
                c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
            const auto ours = actual->column({lower});
            QVERIFY2(ours.has_value(), name.c_str());
            for (std::size_t row = 0; row < expected->rows(); ++row) {
                const double theirs = *expected->number(row, std::size_t(column));
                const double difference = std::abs(*actual->number(row, *ours) - theirs);
                QVERIFY2(difference <= tolerance * std::max(1.0, std::abs(theirs)), qPrintable(QStringLiteral("%1 in row %2").arg(QString::fromStdString(name)).arg(row + 2)));
            }
        }
    }

    void holidaysAreThoseOfTheMarkets()
    {
        QFile file(QStringLiteral(RIALTO_SHARED_DATA "/refdata/calendars/holidays_dev.csv"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the shared data is not here");
        std::map<std::string, std::string> expected;
        for (const QByteArray& line : file.readAll().trimmed().split('\n').mid(1))
            expected[line.split(',')[0].toStdString()] += line.trimmed().split(',')[1].toStdString() + "\n";
        QVERIFY(expected.size() == 2);
        for (const auto& [market, days] : expected)
            QCOMPARE(run({"calendar", "--market", market, "--from", "2015-01-01", "--to", "2018-12-31"}).second, days);
    }

    void aWrongRowIsNamedAndNothingIsPrinted()
    {
        const auto [code, err] = run({"bond", "--batch", write("settlement,issue,maturity,coupon,frequency,day_count,yield\n"
                                                                   "2024-03-01,2022-01-31,2027-01-31,0.02,2,30E/360,0.01\n"
                                                                   "2024-03-01,2022-01-31,2027-01-31,0.02,2,30E/361,0.01\n")});
        QCOMPARE(code, cli::kFailed);
        QVERIFY2(err.find("row 3") != std::string::npos && err.find("30E/361") != std::string::npos, err.c_str());
        QCOMPARE(run({"option", "--batch", write("type,spot\ncall,1\n")}).first, cli::kFailed);
        QCOMPARE(run({"daycount", "--batch", write("start,end\n\"2020-01-01,1\n")}).first, cli::kFailed);
        QCOMPARE(run({"daycount", "--batch", write("")}).first, cli::kFailed);
    }

    void anImpliedVolatilityComesFromAPrice()
    {
        const auto [code, out] = run({"option", "--model", "bs", "--json", "--batch", write("type,spot,strike,q,r,t,price\ncall,42,40,0,0.1,0.5,4.759422392871532\n")});
        QVERIFY2(code == cli::kOk, out.c_str());
        const auto row = cli::Json::parse(out)["rows"][0];
        QVERIFY(std::abs(row["implied_vol_from_price"].get<double>() - 0.2) < 1e-9);
    }
};

RIALTO_TEST(PricingGridTest)
#include "pricing_grid_test.moc"
