// SPDX-License-Identifier: GPL-3.0-or-later
#include "Charts/candle_chart_item.h"
#include "Charts/candle_context.h"
#include "Charts/chart_studies.h"
#include "Charts/indicator_words.h"
#include "Theme/theme.h"
#include "support/test_main.h"

#include <QSignalSpy>

#include <cmath>
#include <set>

using namespace rialto;
using namespace rialto::charts;

namespace {

std::vector<ChartBar> waves(std::size_t count)
{
    std::vector<ChartBar> bars;
    double price = 100;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = price;
        price = 100 + 20 * std::sin(double(i) / 30) + 3 * std::sin(double(i) * 1.7);
        bars.push_back({std::int64_t(i) * 60'000, open, std::max(open, price) + 0.5, std::min(open, price) - 0.5, price, 1000 + double(i % 13) * 50});
    }
    return bars;
}

void waitFor(ChartStudies& studies)
{
    QTRY_VERIFY_WITH_TIMEOUT(!studies.busy(), 20'000);
}

/// The values of a whole series by the batch of the catalogue: the published way, which tests/unit/indicators holds to references.
analytics::Outputs batch(const char* name, const std::vector<std::string>& parameters, const std::vector<ChartBar>& bars)
{
    const analytics::Indicator* indicator = analytics::findIndicator(name);
    std::vector<double> open, high, low, close, volume;
    std::vector<std::int64_t> time;
    for (const ChartBar& bar : bars) {
        open.push_back(bar.open);
        high.push_back(bar.high);
        low.push_back(bar.low);
        close.push_back(bar.close);
        volume.push_back(bar.volume);
        time.push_back(bar.timeMs);
    }
    const analytics::Series series{open, high, low, close, volume, close, open, time, close.size()};
    return *analytics::computeIndicator(*indicator, *analytics::indicatorValues(*indicator, parameters), series);
}

QString differs(const StudyRun& run, const analytics::Outputs& wanted)
{
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        if (run.output(k).size() != wanted[k].size())
            return QStringLiteral("%1 values in place of %2").arg(run.output(k).size()).arg(wanted[k].size());
        for (std::size_t i = 0; i < wanted[k].size(); ++i) {
            const double a = run.output(k).at(i), b = wanted[k][i];
            if (!(std::isnan(a) && std::isnan(b)) && a != b)
                return QStringLiteral("output %1 at bar %2: %3 in place of %4").arg(k).arg(i).arg(a).arg(b);
        }
    }
    return {};
}

CandleFrame frameOf(const ChartSeries& series, const ChartStudies* studies, double bars)
{
    CandleFrame frame;
    frame.size = QSizeF(1000, 700);
    frame.view.width = 900;
    frame.view.showLast(std::size_t(series.count()), bars);
    frame.studies = studies != nullptr ? &studies->studies() : nullptr;
    return frame;
}

} // namespace

class StudiesTest : public QObject {
    Q_OBJECT
private slots:
    void aStudyThatFollowedTheBarsHasTheValuesOfTheWholeSeries()
    {
        const auto all = waves(2000);
        for (const char* name : {"sma", "rsi", "bbands", "macd", "kama", "stoch", "obv", "ichimoku"}) {
            ChartSeries series;
            series.setBars(std::vector<ChartBar>(all.begin(), all.begin() + 1500));
            ChartStudies studies;
            studies.setSeries(&series);
            QVERIFY(studies.add(QString::fromLatin1(name)) != 0);
            waitFor(studies);
            for (std::size_t i = 1500; i < all.size(); ++i) {
                // The bar begins, moves and ends, as live bars do.
                ChartBar early = all[i];
                early.close = early.high = early.low = early.open;
                series.appendBar(early);
                series.updateLast(all[i]);
            }
            const QString where = differs(*studies.studies().front().run, batch(name, {}, all));
            QVERIFY2(where.isEmpty(), qPrintable(QLatin1String(name) + QLatin1Char(' ') + where));
        }
    }

    void barsThatComeWhileAStudyIsWorkedOutAreNotMissed()
    {
        const auto all = waves(60'000);
        ChartSeries series;
        series.setBars(std::vector<ChartBar>(all.begin(), all.end() - 50));
        ChartStudies studies;
        studies.setSeries(&series);
        studies.add(QStringLiteral("ema"));
        for (auto bar = all.end() - 50; bar != all.end(); ++bar)
            series.appendBar(*bar);
        waitFor(studies);
        const QString where = differs(*studies.studies().front().run, batch("ema", {}, all));
        QVERIFY2(where.isEmpty(), qPrintable(where));
    }

    void parametersAreCheckedByTheCatalogueAndRemembered()
    {
        ChartSeries series;
        series.setBars(waves(300));
        ChartStudies studies;
        studies.setSeries(&series);
        const int id = studies.add(QStringLiteral("rsi"));
        QVERIFY(!studies.setParameter(id, QStringLiteral("period"), QStringLiteral("0")).isEmpty());
        QVERIFY(studies.setParameter(id, QStringLiteral("period"), QStringLiteral("7")).isEmpty());
        waitFor(studies);
        QVERIFY(differs(*studies.studies().front().run, batch("rsi", {"period=7"}, waves(300))).isEmpty());
        QCOMPARE(studies.entries().first().toMap().value("title").toString(), QStringLiteral("RSI 7"));

        ChartStudies again;
        again.setSeries(&series);
        const QVariantList state = studies.state() + QVariantList{QVariantMap{{"name", "no such indicator"}}, QVariantMap{{"compare", "SPY"}}, QVariant(7)};
        QCOMPARE(again.setState(state), QStringList{QStringLiteral("SPY")});
        QCOMPARE(again.entries().size(), 1);
        QCOMPARE(again.entries().first().toMap().value("title").toString(), QStringLiteral("RSI 7"));
    }

    void overlaysLieOverTheCandlesAndOthersHaveAPaneOfTheirOwn()
    {
        ChartSeries series;
        series.setBars(waves(500));
        ChartStudies studies;
        studies.setSeries(&series);
        studies.add(QStringLiteral("bbands"));
        waitFor(studies);
        const QFont font;
        const CandleLayout without = layoutOf(series, frameOf(series, nullptr, 200), font);
        const CandleLayout overlaid = layoutOf(series, frameOf(series, &studies, 200), font);
        QVERIFY(overlaid.panes.empty());
        QCOMPARE(overlaid.mainBottom, without.mainBottom);
        studies.add(QStringLiteral("rsi"));
        studies.add(QStringLiteral("macd"));
        waitFor(studies);
        const CandleLayout layout = layoutOf(series, frameOf(series, &studies, 200), font);
        QCOMPARE(layout.panes.size(), std::size_t(2));
        QVERIFY(layout.mainBottom < without.mainBottom);
        QVERIFY(layout.panes[0].bottom <= layout.panes[1].top);
        // The guides of the rsi, 30 and 70, are always in sight.
        QVERIFY(layout.panes[0].low <= 30 && layout.panes[0].high >= 70);
        studies.setVisible(studies.studies()[1].id, false);
        QCOMPARE(layoutOf(series, frameOf(series, &studies, 200), font).panes.size(), std::size_t(1));
    }

    void aComparedSymbolStartsWhereTheChartStartsAndMovesByItsOwnPercent()
    {
        ChartSeries series;
        auto bars = waves(100);
        for (std::size_t i = 0; i < bars.size(); ++i)
            bars[i].open = bars[i].high = bars[i].low = bars[i].close = 100 + double(i);
        series.setBars(bars);
        ChartStudies studies;
        studies.setSeries(&series);
        std::vector<OtherCloses::Close> other; // every second bar, half a minute later, at a tenth of the price
        for (std::size_t i = 0; i < 100; i += 2)
            other.push_back({std::int64_t(i) * 60'000 + 30'000, 10 + double(i) / 5});
        studies.compare(QStringLiteral("OTHER"), other);
        waitFor(studies);
        const ValuePyramid& values = studies.studies().front().run->output(0);
        QVERIFY(std::isnan(values.at(0)));           // not known yet
        QCOMPARE(values.at(1), 10.0);
        QCOMPARE(values.at(2), 10.0);                // the close of bar 2 comes half a minute after its start
        QCOMPARE(values.at(3), 10.4);
        const CandleLayout layout = layoutOf(series, frameOf(series, &studies, 60), QFont());
        QVERIFY(layout.axis == PriceAxis::Percent);
        QCOMPARE(layout.factors.size(), std::size_t(1));
        studies.setLatest(QStringLiteral("OTHER"), 50);
        QCOMPARE(values.at(99), 50.0);
    }

    void aLogarithmicAxisGivesEqualRatiosEqualHeights()
    {
        ChartSeries series;
        auto bars = waves(100);
        for (std::size_t i = 0; i < bars.size(); ++i)
            bars[i].open = bars[i].high = bars[i].low = bars[i].close = std::pow(1.05, double(i));
        series.setBars(bars);
        CandleFrame frame = frameOf(series, nullptr, 100);
        frame.axis = PriceAxis::Log;
        const CandleLayout layout = layoutOf(series, frame, QFont());
        QVERIFY(layout.axis == PriceAxis::Log);
        QVERIFY(std::abs((layout.yOf(2) - layout.yOf(4)) - (layout.yOf(20) - layout.yOf(40))) < 1e-6);
        QVERIFY(std::abs(layout.priceAt(layout.yOf(7.25)) - 7.25) < 1e-9);
        for (ChartBar& bar : bars)
            bar.low = -1;
        series.setBars(bars);
        QVERIFY(layoutOf(series, frame, QFont()).axis == PriceAxis::Linear);
        const auto ticks = logTicks(1, 120, 500, 30, 2);
        QVERIFY(ticks.size() > 4);
        for (const double tick : ticks) {
            const double mantissa = tick / std::pow(10.0, std::floor(std::log10(tick) + 1e-9));
            QVERIFY(std::abs(mantissa - 1) < 1e-9 || std::abs(mantissa - 2) < 1e-9 || std::abs(mantissa - 5) < 1e-9);
        }
    }

    void theSumOfStretchesIsTheSameInAPyramidAndByHand()
    {
        ValuePyramid values;
        std::vector<double> plain;
        for (int i = 0; i < 5000; ++i) {
            plain.push_back(i % 7 == 3 ? analytics::kNone : std::sin(i * 0.37) * i);
            values.append(plain.back());
            if (i % 11 == 0) {
                plain.back() = i;
                values.replaceLast(i);
            }
        }
        for (const auto& [from, to] : {std::pair{0, 5000}, {1, 4999}, {63, 65}, {3, 4}, {512, 1024}, {700, 700}}) {
            double low = 1e300, high = -1e300;
            bool any = false;
            for (int i = from; i < to; ++i)
                if (std::isfinite(plain[std::size_t(i)])) {
                    low = std::min(low, plain[std::size_t(i)]);
                    high = std::max(high, plain[std::size_t(i)]);
                    any = true;
                }
            const ValueSpan span = values.span(std::size_t(from), std::size_t(to));
            QCOMPARE(span.any, any);
            if (any) {
                QCOMPARE(span.low, low);
                QCOMPARE(span.high, high);
            }
        }
    }

    void everyIndicatorParameterAndGroupHasAChineseName()
    {
        for (const analytics::Indicator& indicator : analytics::indicatorCatalogue()) {
            const auto chinese = [](const QString& text) { return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00; }); };
            QVERIFY2(chinese(indicatorTitle(indicator, true)), indicator.name.c_str());
            QVERIFY2(chinese(groupTitle(indicator.group, true)), indicator.group.c_str());
            for (const analytics::Parameter& parameter : indicator.parameters)
                QVERIFY2(chinese(parameterTitle(parameter.name, true)), parameter.name.c_str());
        }
    }

    void everyIndicatorOfTheCatalogueDrawsAtEveryZoom()
    {
        ChartSeries series;
        series.setBars(waves(3000));
        for (const analytics::Indicator& indicator : analytics::indicatorCatalogue()) {
            ChartStudies studies;
            studies.setSeries(&series);
            QVERIFY2(studies.add(QString::fromStdString(indicator.name)) != 0, indicator.name.c_str());
            waitFor(studies);
            for (const double bars : {60.0, 900.0, 3000.0}) {
                ChartScene scene;
                CandleFrame frame = frameOf(series, &studies, bars);
                buildCandles(series, frame, theme::makePalette(true, theme::UpDown::GreenUp, true), scene);
                for (const SceneLine& line : scene.lines)
                    for (const QPointF& point : line.points)
                        QVERIFY2(std::isfinite(point.x()) && std::isfinite(point.y()), indicator.name.c_str());
                for (const SceneRect& rect : scene.rects)
                    QVERIFY2(std::isfinite(rect.rect.top()) && rect.rect.left() >= -0.001 && rect.rect.right() <= 1000.001, indicator.name.c_str());
            }
        }
    }
};

RIALTO_TEST(StudiesTest)
#include "studies_test.moc"
