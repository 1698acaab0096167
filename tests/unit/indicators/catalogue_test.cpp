// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "support/test_main.h"
#include "made_up_bars.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

using namespace rialto;
using namespace rialto::analytics;

namespace {

Outputs streamed(const Indicator& indicator, const Values& values, const Series& series)
{
    const auto stream = indicator.stream(values);
    Outputs outputs(indicator.outputs.size(), std::vector<double>(series.size));
    std::vector<double> out(outputs.size());
    for (std::size_t i = 0; i < series.size; ++i) {
        stream->update(series.tick(i), out);
        for (std::size_t k = 0; k < out.size(); ++k)
            outputs[k][i] = out[k];
    }
    return outputs;
}

/// Empty when equal bit for bit (NaN equals NaN), else where they part.
QString difference(const Indicator& indicator, const Outputs& a, const Outputs& b)
{
    for (std::size_t k = 0; k < a.size(); ++k)
        for (std::size_t i = 0; i < a[k].size(); ++i) {
            const bool none = std::isnan(a[k][i]) && std::isnan(b[k][i]);
            if (!none && a[k][i] != b[k][i])
                return QStringLiteral("%1.%2 bar %3: batch %4, stream %5").arg(QString::fromStdString(indicator.name), QString::fromStdString(indicator.outputs[k].name)).arg(i)
                    .arg(a[k][i], 0, 'g', 17).arg(b[k][i], 0, 'g', 17);
        }
    return {};
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    void batchAndStreamGiveTheSameBitsForEveryIndicator()
    {
        for (const Indicator& indicator : indicatorCatalogue()) {
            const auto values = defaultValues(indicator);
            QVERIFY2(values.ok(), indicator.name.c_str());
            for (const std::size_t count : {0u, 1u, 2u, 7u, 40u, 333u, 20'011u}) {
                const testing::MadeUpBars bars(count, count + 3);
                const auto batch = computeIndicator(indicator, *values, bars.series());
                QVERIFY2(batch.ok(), indicator.name.c_str());
                const QString where = difference(indicator, *batch, streamed(indicator, *values, bars.series()));
                QVERIFY2(where.isEmpty(), qPrintable(where));
            }
        }
    }

    void aBarTriedOnACloneLeavesTheStreamAsItWas()
    {
        const testing::MadeUpBars bars(700, 11);
        for (const Indicator& indicator : indicatorCatalogue()) {
            std::vector<const char*> kinds{""};
            const auto hasAverage = std::any_of(indicator.parameters.begin(), indicator.parameters.end(), [](const Parameter& parameter) { return parameter.name == "ma"; });
            if (hasAverage)
                kinds = {"ma=sma", "ma=ema", "ma=kama", "ma=t3", "ma=hull"};
            for (const char* kind : kinds) {
                const auto values = indicatorValues(indicator, *kind ? std::vector<std::string>{kind} : std::vector<std::string>{});
                QVERIFY2(values.ok(), indicator.name.c_str());
                const Outputs wanted = streamed(indicator, *values, bars.series());
                const auto stream = indicator.stream(*values);
                Outputs outputs(indicator.outputs.size(), std::vector<double>(bars.series().size));
                std::vector<double> out(outputs.size());
                for (std::size_t i = 0; i < bars.series().size; ++i) {
                    // Another bar first, on a copy: what a chart does while a bar is in progress.
                    const auto tried = stream->clone();
                    Tick other = bars.series().tick(i);
                    other.close = other.value = other.low;
                    tried->update(other, out);
                    const auto kept = stream->clone();
                    kept->update(bars.series().tick(i), out);
                    const std::vector<double> fromClone = out;
                    stream->update(bars.series().tick(i), out);
                    for (std::size_t k = 0; k < out.size(); ++k) {
                        outputs[k][i] = out[k];
                        QVERIFY2((std::isnan(out[k]) && std::isnan(fromClone[k])) || out[k] == fromClone[k], indicator.name.c_str());
                    }
                }
                const QString where = difference(indicator, wanted, outputs);
                QVERIFY2(where.isEmpty(), qPrintable(where));
            }
        }
    }

    void theFastOnesGiveTheSameBitsForOtherPeriodsToo()
    {
        const testing::MadeUpBars bars(30'007, 5);
        for (const char* name : {"sma", "ema", "rsi", "bbands", "atr", "adx"})
            for (const int period : {2, 3, 8, 9, 14, 30, 199, 1000}) {
                const Indicator* indicator = findIndicator(name);
                QVERIFY(indicator != nullptr);
                const auto values = indicatorValues(*indicator, {"period=" + std::to_string(period)});
                const QString where = difference(*indicator, *computeIndicator(*indicator, *values, bars.series()), streamed(*indicator, *values, bars.series()));
                QVERIFY2(where.isEmpty(), qPrintable(where + QString::number(period)));
            }
        for (const std::vector<std::string>& pairs : {std::vector<std::string>{"fast_k=12", "slow_k=3", "slow_d=5"}, {"fast_k=300", "slow_k=20", "slow_d=300"}, {"fast_k=1", "slow_k=1", "slow_d=1"}}) {
            const Indicator* indicator = findIndicator("stoch");
            const auto values = indicatorValues(*indicator, pairs);
            const QString where = difference(*indicator, *computeIndicator(*indicator, *values, bars.series()), streamed(*indicator, *values, bars.series()));
            QVERIFY2(where.isEmpty(), qPrintable(where));
        }
    }

    void everyEntryIsDescribed()
    {
        std::set<std::string> names;
        for (const Indicator& indicator : indicatorCatalogue()) {
            QVERIFY2(names.insert(indicator.name).second, indicator.name.c_str());
            QVERIFY2(!indicator.title.empty() && !indicator.group.empty() && !indicator.method.empty(), indicator.name.c_str());
            QVERIFY2(!indicator.outputs.empty() && indicator.outputs.size() <= kMaxOutputs, indicator.name.c_str());
            std::set<std::string> parameters, outputs;
            for (const Output& output : indicator.outputs)
                QVERIFY2(outputs.insert(output.name).second, indicator.name.c_str());
            for (const Parameter& parameter : indicator.parameters) {
                QVERIFY2(parameters.insert(parameter.name).second && !parameter.meaning.empty(), indicator.name.c_str());
                QVERIFY2(parameter.fallback >= parameter.low && parameter.fallback <= parameter.high, indicator.name.c_str());
            }
        }
    }

    void theEndsOfEveryParametersRangeAreComputedWithoutAnAccident()
    {
        const testing::MadeUpBars bars(120, 9);
        for (const Indicator& indicator : indicatorCatalogue())
            for (const Parameter& parameter : indicator.parameters)
                for (const double end : {parameter.low, parameter.high}) {
                    const std::string text = parameter.kind == Parameter::Kind::Choice ? parameter.choices[static_cast<std::size_t>(end)] : QString::number(end, 'g', 17).toStdString();
                    const auto values = indicatorValues(indicator, {parameter.name + "=" + text});
                    if (!values)
                        continue; // refused with a sentence
                    const auto batch = computeIndicator(indicator, *values, bars.series());
                    QVERIFY(batch.ok());
                    const QString where = difference(indicator, *batch, streamed(indicator, *values, bars.series()));
                    QVERIFY2(where.isEmpty(), qPrintable(where + QString::fromStdString(" with " + parameter.name + "=" + text)));
                }
    }

    void namesOfOtherLibrariesAreUnderstood()
    {
        QCOMPARE(findIndicator("SimpleMovingAverage"), findIndicator("SMA"));
        const Indicator* macd = findIndicator("macd");
        const auto values = indicatorValues(*macd, {"fastperiod=5", "slow_period=10", "optInSignalPeriod=4"});
        QVERIFY(values.ok());
        QCOMPARE(values->whole("fast"), 5);
        QCOMPARE(values->whole("slow"), 10);
        QCOMPARE(values->whole("signal"), 4);
        QCOMPARE(indicatorValues(*findIndicator("rsi"), {"timeperiod=9"})->whole("period"), 9);
    }

    void wrongParametersAreRefusedWithASentence()
    {
        const Indicator& sma = *findIndicator("sma");
        for (const char* pair : {"period=0", "period=1.5", "period=abc", "period=", "period", "period=1e99", "colour=3", "period=nan", "period=-5"})
            QVERIFY2(!indicatorValues(sma, {pair}).ok(), pair);
    }

    void aNumberThatIsNoneIsRefused()
    {
        testing::MadeUpBars bars(50);
        bars.close[20] = std::numeric_limits<double>::infinity();
        const Indicator& sma = *findIndicator("sma");
        const auto result = computeIndicator(sma, *defaultValues(sma), bars.series());
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, std::string("indicator.bad-number"));
    }
};

RIALTO_TEST(CatalogueTest)
#include "catalogue_test.moc"
