// SPDX-License-Identifier: GPL-3.0-or-later
// The 61 candle patterns against the columns of shared/data/analytics/ta_reference/spy_candle_patterns.txt (TA-Lib's results,
// QuantConnect/Lean, Tests/TestData), bar by bar and blanks included; and the published shape of a few drawn by hand.
#include "analytics/indicator_core/indicator.h"
#include "api/cli/bars_file.h"
#include "support/test_main.h"

#include <QFile>

#include <cmath>

using namespace rialto;
using namespace rialto::analytics;

class CandleTest : public QObject {
    Q_OBJECT
private slots:
    void everyPatternOfTheReferenceIsFoundOnTheSameBars()
    {
        const QString path = QStringLiteral(RIALTO_SHARED_DATA "/analytics/ta_reference/spy_candle_patterns.txt");
        if (!QFile::exists(path))
            QSKIP("the shared reference data is not on this machine");
        const auto file = cli::BarsFile::read(path.toStdString());
        QVERIFY(file.ok());
        const Series series{*file->column("open"), *file->column("high"), *file->column("low"), *file->column("close"), {}, {}, {}, {}, file->rows()};
        int patterns = 0, found = 0;
        for (const Indicator& indicator : indicatorCatalogue()) {
            if (indicator.name.rfind("cdl", 0) != 0)
                continue;
            const std::vector<double>* expected = file->column(indicator.name);
            QVERIFY2(expected != nullptr, indicator.name.c_str());
            const auto values = defaultValues(indicator);
            const auto outputs = computeIndicator(indicator, *values, series);
            QVERIFY(outputs.ok());
            for (std::size_t i = 0; i < expected->size(); ++i) {
                const double want = (*expected)[i], have = (*outputs)[0][i];
                const bool same = (std::isnan(want) && std::isnan(have)) || want == have;
                QVERIFY2(same, qPrintable(QStringLiteral("%1 bar %2: %3 here, %4 in the file").arg(QString::fromStdString(indicator.name)).arg(i).arg(have).arg(want)));
                found += have != 0 && !std::isnan(have);
            }
            ++patterns;
        }
        QCOMPARE(patterns, 61);
        QVERIFY(found > 500);
    }

    void anEngulfingPairIsFoundAndItsMirrorToo()
    {
        const std::vector<double> open{10, 11, 9.5, 12}, high{10.5, 11.2, 11.6, 12.2}, low{9.8, 9.9, 9.4, 11}, close{10.2, 10, 11.5, 11.1};
        const Series series{open, high, low, close, {}, {}, {}, {}, 4};
        const Indicator& engulfing = *findIndicator("CDLENGULFING");
        const auto outputs = computeIndicator(engulfing, *defaultValues(engulfing), series);
        QCOMPARE((*outputs)[0][2], 100.0);
        QCOMPARE((*outputs)[0][3], 0.0);
    }
};

RIALTO_TEST(CandleTest)
#include "candle_test.moc"
