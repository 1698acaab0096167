// SPDX-License-Identifier: GPL-3.0-or-later
// Every reference column of shared/data/analytics/ta_reference (QuantConnect/Lean, Tests/TestData; Apache-2.0) against our own
// figures. The tolerance is that of the column's printed digits or the repository's own test (PARAMETERS.json), whichever is
// the narrower that the source allows; `skip` rows settle a recursion whose start the source chose before its first row.
#include "analytics/indicator_core/indicator.h"
#include "api/cli/bars_file.h"
#include "reference_cases.h"
#include "support/test_main.h"

#include <QDir>

#include <cmath>

using namespace rialto;
using namespace rialto::analytics;

class ReferenceTest : public QObject {
    Q_OBJECT
private slots:
    void columnsOfTheSharedDataAreReproduced_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < testing::referenceCases().size(); ++i) {
            const auto& one = testing::referenceCases()[i];
            QTest::newRow((one.file + "/" + one.column).c_str()) << static_cast<int>(i);
        }
    }

    void columnsOfTheSharedDataAreReproduced()
    {
        QFETCH(int, place);
        const testing::ReferenceCase& one = testing::referenceCases()[static_cast<std::size_t>(place)];
        const QString path = QStringLiteral(RIALTO_SHARED_DATA "/analytics/ta_reference/") + QString::fromStdString(one.file);
        if (!QFile::exists(path))
            QSKIP("the shared reference data is not on this machine");
        const auto file = cli::BarsFile::read(path.toStdString());
        QVERIFY2(file.ok(), file.ok() ? "" : file.error().text().c_str());
        const Indicator* indicator = findIndicator(one.indicator);
        QVERIFY2(indicator != nullptr, one.indicator.c_str());
        const auto values = indicatorValues(*indicator, one.parameters);
        QVERIFY2(values.ok(), values.ok() ? "" : values.error().text().c_str());
        const auto columnOr = [&](const char* name) { return file->column(name) == nullptr ? std::vector<double>() : *file->column(name); };
        const auto open = columnOr("open"), high = columnOr("high"), low = columnOr("low"), close = columnOr("close"), volume = columnOr("volume");
        Series series{open, high, low, close, volume, {}, open, {}, file->rows()};
        const auto value = sourceColumn(series, one.source.empty() ? indicator->source : one.source);
        series.value = value;
        const auto outputs = computeIndicator(*indicator, *values, series);
        QVERIFY2(outputs.ok(), outputs.ok() ? "" : outputs.error().text().c_str());
        std::size_t output = 0;
        while (output < indicator->outputs.size() && !one.output.empty() && indicator->outputs[output].name != one.output)
            ++output;
        QVERIFY2(output < indicator->outputs.size(), one.output.c_str());
        const std::vector<double>* expected = file->column(one.column);
        QVERIFY2(expected != nullptr, one.column.c_str());
        std::size_t compared = 0;
        double worst = 0;
        std::size_t worstAt = 0;
        for (std::size_t i = one.skip; i < expected->size(); ++i) {
            const double want = (*expected)[i];
            if (std::isnan(want))
                continue;
            const double have = one.shift <= i ? (*outputs)[output][i - one.shift] : kNone;
            QVERIFY2(!std::isnan(have), qPrintable(QStringLiteral("row %1 has %2 in the file and nothing here").arg(i).arg(want)));
            const double gap = std::fabs(have - want) / (one.relative ? std::max(1.0, std::fabs(want)) : 1.0);
            if (gap > worst)
                worst = gap, worstAt = i;
            ++compared;
        }
        QVERIFY2(compared > 20, "too few rows to compare");
        QVERIFY2(worst <= one.tolerance, qPrintable(QStringLiteral("row %1: %2 here, %3 in the file, gap %4").arg(worstAt).arg((*outputs)[output][worstAt], 0, 'g', 12)
            .arg((*expected)[worstAt], 0, 'g', 12).arg(worst)));
    }
};

RIALTO_TEST(ReferenceTest)
#include "reference_test.moc"
