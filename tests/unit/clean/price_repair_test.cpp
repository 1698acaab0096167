// SPDX-License-Identifier: GPL-3.0-or-later
// The published pairs of broken and fixed files cell by cell, within the tolerances published with them; and small series of
// our own, each with one damage and a known answer.
#include "integration/clean/repair_file.h"
#include "support/test_main.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

#include <cmath>

using namespace rialto;
using namespace rialto::integration::clean;

namespace {

std::string bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::vector<QStringList> rowsOf(const std::string& text)
{
    std::vector<QStringList> rows;
    for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts))
        rows.push_back(line.trimmed().split(','));
    return rows;
}

/// A calm year by trading days with a dividend in each quarter, in the columns of Yahoo.
struct CalmRow {
    double close = 0;
    double factor = 1;
    double dividend = 0;
    double split = 0;
    double unit = 1;       // of all prices
    double volume = 100'000;
};
std::string textOf(const std::vector<CalmRow>& rows)
{
    QString text = "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n";
    QDate day(2023, 1, 2);
    for (const auto& row : rows) {
        while (day.dayOfWeek() > 5)
            day = day.addDays(1);
        const double c = row.close * row.unit;
        text += day.toString(Qt::ISODate);
        for (const double price : {c * 0.999, c * 1.004, c * 0.995, c, c * row.factor})
            text += "," + QString::number(price, 'f', 8);
        text += "," + QString::number(row.volume, 'f', 0) + "," + QString::number(row.dividend) + "," + QString::number(row.split) + "\n";
        day = day.addDays(1);
    }
    return text.toStdString();
}
std::vector<CalmRow> calmYear(double dividend = 0)
{
    std::vector<CalmRow> rows;
    double price = 50;
    for (int i = 0; i < 250; ++i) {
        price *= 1 + 0.004 * std::sin(i * 1.7) + 0.003 * std::cos(i * 0.9);
        CalmRow row;
        if (dividend > 0 && i > 0 && i % 62 == 0) {
            row.dividend = dividend;
            price -= dividend;
        }
        row.close = price;
        rows.push_back(row);
    }
    double factor = 1;
    for (std::size_t i = rows.size(); i-- > 0;) {
        rows[i].factor = factor;
        if (rows[i].dividend > 0)
            factor *= 1 - rows[i].dividend / rows[i - 1].close;
    }
    return rows;
}

QString worstDifference(const std::string& is, const std::string& wanted, double tolerance)
{
    const auto a = rowsOf(is);
    const auto b = rowsOf(wanted);
    if (a.size() != b.size())
        return QString("%1 rows instead of %2").arg(a.size()).arg(b.size());
    for (std::size_t i = 1; i < a.size(); ++i)
        for (int c = 1; c < a[i].size(); ++c) {
            const double x = a[i][c].toDouble();
            const double y = b[i][c].toDouble();
            if (std::abs(x - y) > tolerance * std::max(std::abs(y), 1e-3))
                return QString("row %1 %2: %3 instead of %4").arg(i).arg(a[0][c], a[i][c], b[i][c]);
        }
    return {};
}

} // namespace

class PriceRepairTest : public QObject {
    Q_OBJECT

private slots:
    void publishedPairsAreRepairedAsPublished_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("tolerance");
        const QDir dir(QStringLiteral(RIALTO_SHARED_DATA "/dirty/yahoo_price_repair"));
        const std::string expected = bytesOf(dir.filePath("EXPECTED_CHANGES.json"));
        if (expected.empty()) {
            QTest::newRow("absent") << QString() << 0.0;
            return;
        }
        for (const auto& each : nlohmann::json::parse(expected))
            QTest::newRow(each["case"].get<std::string>().c_str()) << QString::fromStdString(each["case"]) << each["rtol_in_yfinance_test"].get<double>();
    }
    void publishedPairsAreRepairedAsPublished()
    {
        QFETCH(QString, name);
        QFETCH(double, tolerance);
        if (name.isEmpty())
            QSKIP("the shared data is not there");
        const QString folder = QStringLiteral(RIALTO_SHARED_DATA "/dirty/yahoo_price_repair/");
        const std::string broken = bytesOf(folder + name + ".csv");
        const std::string fixed = bytesOf(folder + name + "-fixed.csv");
        const auto repaired = repairText(broken);
        QVERIFY2(repaired.ok(), repaired.ok() ? "" : repaired.error().text().c_str());
        if (fixed.empty()) { // nothing was wrong with it
            QCOMPARE(repaired->text, broken);
            QVERIFY(repaired->report.changes.empty());
            return;
        }
        auto is = rowsOf(repaired->text);
        auto wanted = rowsOf(fixed);
        QCOMPARE(is.size(), wanted.size());
        int compared = 0;
        int different = 0;
        QString first;
        for (std::size_t i = 1; i < is.size(); ++i) {
            QCOMPARE(is[i][0], wanted[i][0]);
            for (int c = 1; c < is[0].size(); ++c) {
                const int other = static_cast<int>(wanted[0].indexOf(is[0][c]));
                const QString x = is[i].value(c);
                const QString y = wanted[i].value(other);
                ++compared;
                // Dividends are compared to the digits of a double, as in the published tests.
                const double allowed = (is[0][c] == "Dividends" ? 1e-12 : tolerance) * std::abs(y.toDouble());
                if (x != y && (x.isEmpty() || y.isEmpty() || std::abs(x.toDouble() - y.toDouble()) > allowed + 1e-12)) {
                    ++different;
                    if (first.isEmpty())
                        first = is[i][0] + " " + is[0][c] + ": " + x + " instead of " + y;
                }
            }
        }
        qInfo("%-32s %5d cells, %d differ from the published fix; %zu changed for %zu reasons", qPrintable(name), compared, different, repaired->report.changes.size(),
            repaired->report.decisions.size());
        QVERIFY2(different == 0, qPrintable(first));
        for (const auto& change : repaired->report.changes)
            QVERIFY2(!change.decisions.empty() && !repaired->report.decisions[change.decisions.front()].evidence.empty(), "a change without a reason");
    }

    void aCalmYearStaysAsItIs()
    {
        const auto text = textOf(calmYear(0.4));
        const auto repaired = repairText(text);
        QCOMPARE(repaired->text, text);
        QVERIFY(repaired->report.changes.empty() && repaired->report.findings.empty());
    }

    void oneDamageIsUndone_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char* reason : {"unit-switch", "unit-100x-row", "split-unadjusted", "dividend-100x", "dividend-0.01x", "adjustment-missing", "adjustment-too-small",
                 "adjustment-too-big", "dividend-and-adjustment-100x", "dividend-phantom"})
            QTest::newRow(reason) << QString(reason);
    }
    void oneDamageIsUndone()
    {
        QFETCH(QString, reason);
        auto rows = calmYear(0.4);
        rows[150].split = reason == "split-unadjusted" ? 4 : 0;
        const std::string good = textOf(rows);
        constexpr std::size_t kPaid = 124;
        const double last = rows[kPaid - 1].close;
        const auto adjustBefore = [&](std::size_t row, double factor) {
            for (std::size_t i = 0; i < row; ++i)
                rows[i].factor *= factor;
        };
        const double right = 1 - 0.4 / last;
        if (reason == "unit-switch")
            for (std::size_t i = 0; i < 90; ++i)
                rows[i].unit = 100;
        else if (reason == "unit-100x-row")
            rows[77].unit = 0.01;
        else if (reason == "split-unadjusted")
            for (std::size_t i = 100; i < 110; ++i) {
                rows[i].unit = 4;
                rows[i].volume /= 4;
            }
        else if (reason == "dividend-100x")
            rows[kPaid].dividend = 40;
        else if (reason == "dividend-0.01x")
            rows[kPaid].dividend = 0.004;
        else if (reason == "adjustment-missing")
            adjustBefore(kPaid, 1 / right);
        else if (reason == "adjustment-too-small")
            adjustBefore(kPaid, (1 - 0.004 / last) / right);
        else if (reason == "adjustment-too-big")
            adjustBefore(kPaid, (1 - 40 / last) / right);
        else if (reason == "dividend-and-adjustment-100x") {
            rows[kPaid].dividend = 40;
            adjustBefore(kPaid, (1 - 40 / last) / right);
        } else {
            rows[kPaid + 4].dividend = 0.4;
            adjustBefore(kPaid + 4, 1 - 0.4 / rows[kPaid + 3].close);
        }
        const auto repaired = repairText(textOf(rows));
        QVERIFY(repaired.ok());
        QVERIFY2(repaired->report.cellsByCode.count(reason.toStdString()) == 1, toText(repaired->report).c_str());
        QCOMPARE(worstDifference(repaired->text, good, 1e-6), QString());
        const auto again = repairText(repaired->text);
        QVERIFY2(again->report.changes.empty(), "a second repair finds something to do");
    }

    void untouchedBytesStayAsTheyAre()
    {
        const std::string text = "\xEF\xBB\xBF\"Date\";Open;High;Low;\"Close\";Note\r\n2023-01-02;10;10;10;\"10.50\";\"a; \"\"b\"\"\"\r\n\r\n2023-01-03;10;10;10;1050;x\r\n"
                                 "2023-01-04;10;10;10;10.4;y\r\n2023-01-05;10;10;10;10.4;y\r\n2023-01-06;10;10;10;10.4;y\r\n2023-01-09;10;10;10;10.4;";
        const auto repaired = repairText(text);
        QVERIFY2(repaired.ok(), repaired.ok() ? "" : repaired.error().text().c_str());
        std::string wanted = text;
        wanted.replace(wanted.find("1050"), 4, "10.5");
        QCOMPARE(repaired->text, wanted);
        QCOMPARE(repaired->report.changes.size(), std::size_t{1});
        QVERIFY(repaired->report.changes[0].line == 4 && repaired->report.changes[0].before == "1050" && repaired->report.changes[0].column == "Close");
    }

    void rowsTwiceAndRowsOutOfPlaceAreToldAndMended()
    {
        const std::string head = "Date,Open,High,Low,Close\n";
        const auto repaired = repairText(head + "2023-01-02,1,1,1,1\n2023-01-03,2,2,2,2\n2023-01-03,2,2,2,2\n2023-01-05,1,1,1,1\n2023-01-04,1,1,1,1\n2023-01-06,1,1,1,1\n");
        QCOMPARE(repaired->text, head + "2023-01-02,1,1,1,1\n2023-01-03,2,2,2,2\n2023-01-04,1,1,1,1\n2023-01-05,1,1,1,1\n2023-01-06,1,1,1,1\n");
        QVERIFY(repaired->report.cellsByCode.count("duplicate-row") == 1 && repaired->report.cellsByCode.count("out-of-order") == 1);
    }

    void whatIsNoTableIsRefusedWithASentence()
    {
        QCOMPARE(repairText("").error().code, std::string("import.empty"));
        QCOMPARE(repairText("<html><body>Too many requests</body></html>").error().code, std::string("import.html-page"));
        QCOMPARE(repairText("Date,Open,High,Low,Close\n").error().code, std::string("repair.no-rows"));
        QCOMPARE(repairText("a,b\n1,2\n").error().code, std::string("repair.columns"));
    }

    void thePointMovesDigitForDigit()
    {
        QCOMPARE(shiftPoint("4.42", -2), std::string("0.0442"));
        QCOMPARE(shiftPoint("3501", -2), std::string("35.01"));
        QCOMPARE(shiftPoint("34.700001", 2), std::string("3470.0001"));
        QCOMPARE(shiftPoint("9.999999747378752e-05", 4), std::string("0.9999999747378752"));
        QCOMPARE(shiftPoint("-0.5", 2), std::string("-50.0"));
        QCOMPARE(shiftPoint("100.0", -2), std::string("1.0"));
        QCOMPARE(shiftPoint("abc", 2), std::string());
    }
};

RIALTO_TEST(PriceRepairTest)
#include "price_repair_test.moc"
