// SPDX-License-Identifier: GPL-3.0-or-later
#include "Charts/candle_chart_item.h"
#include "Charts/depth_chart_item.h"
#include "Charts/donut_item.h"
#include "Charts/line_chart_item.h"
#include "Kit/icon.h"
#include "support/test_main.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace rialto::charts;
using rialto::theme::Palette;
using rialto::theme::Theme;

namespace {

std::vector<ChartBar> waves(std::size_t count)
{
    std::vector<ChartBar> bars;
    for (std::size_t i = 0; i < count; ++i) {
        const double open = 100 + 10 * std::sin(double(i) * 0.05);
        const double close = 100 + 10 * std::sin(double(i + 1) * 0.05);
        bars.push_back({std::int64_t(i) * 60'000, open, std::max(open, close) + 0.3, std::min(open, close) - 0.3, close, 100 + double(i % 7)});
    }
    return bars;
}

ChartScene sceneOf(const ChartSeries& series, double barsShown, PriceStyle style = PriceStyle::Candles)
{
    CandleFrame frame;
    frame.size = QSizeF(1280, 720);
    frame.style = style;
    ChartScene scene;
    scene.font.setPixelSize(11);
    scene.strongFont = scene.font;
    frame.view.width = 1280 - priceAxisWidth(series, scene.font, 1);
    frame.view.showLast(std::size_t(series.count()), barsShown);
    buildCandles(series, frame, rialto::theme::makePalette(true, rialto::theme::UpDown::GreenUp, true), scene);
    return scene;
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).rgb() == colour.rgb())
                ++count;
    return count;
}

QString wordsOf(const ChartScene& scene)
{
    QStringList words;
    for (const SceneRegion& region : scene.regions)
        for (const SceneText& text : region.texts)
            words.append(text.text);
    return words.join(QLatin1Char('|'));
}

} // namespace

class CandleSceneTest : public QObject
{
    Q_OBJECT
private slots:
    void aMillionBarsMakeNoMoreShapesThanAScreenHasColumns()
    {
        ChartSeries small;
        small.setBars(waves(1200));
        ChartSeries large;
        large.setBars(waves(1'000'000));
        const std::size_t few = sceneOf(small, 1200).rects.size();
        for (double shown : {1200.0, 10'000.0, 200'000.0, 1'000'000.0}) {
            const std::size_t shapes = sceneOf(large, shown).rects.size();
            QVERIFY2(shapes < few + 1600, qPrintable(QStringLiteral("%1 bars: %2 shapes, few %3").arg(shown).arg(shapes).arg(few)));
        }
    }

    void everyShapeLiesWithinTheItem()
    {
        ChartSeries series;
        series.setBars(waves(5000));
        for (double shown : {3.0, 40.0, 900.0, 5000.0}) {
            const ChartScene scene = sceneOf(series, shown);
            for (const SceneRect& rect : scene.rects)
                QVERIFY2(QRectF(-0.01, -0.01, 1280.02, 720.02).contains(rect.rect), qPrintable(QStringLiteral("%1 %2 %3 %4").arg(rect.rect.x()).arg(rect.rect.y()).arg(rect.rect.width()).arg(rect.rect.height())));
        }
    }

    void theExtremesOfTheDayAreNotLostWhenBarsShareAColumn()
    {
        auto bars = waves(100'000);
        bars[50'000].high = 180;
        ChartSeries series;
        series.setBars(bars);
        double top = 720;
        for (const SceneRect& rect : sceneOf(series, 100'000).rects)
            if (rect.rect.width() <= 1.01 && rect.rect.height() > 100 && rect.colour.alpha() == 255)
                top = std::min(top, rect.rect.top());
        QVERIFY(top < 60);
    }

    void theLegendAndTagsSayTheExactTextOfTheLastBar()
    {
        ChartSeries series;
        series.setTitle(QStringLiteral("NVLT"));
        series.setBars(waves(300));
        series.setPriceText([](std::size_t index, ChartSeries::Field) { return QStringLiteral("exact%1").arg(index); });
        const QString words = wordsOf(sceneOf(series, 100));
        QVERIFY2(words.contains(QStringLiteral("NVLT")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("exact299")), qPrintable(words));
    }

    void barsThatDoNotMoveAndEmptySeriesStillDraw()
    {
        ChartSeries series;
        QVERIFY(!sceneOf(series, 100).rects.empty());
        series.setBars({{0, 5, 5, 5, 5, 0}});
        QVERIFY(wordsOf(sceneOf(series, 100)).contains(QStringLiteral("5.00")));
        series.setBars(std::vector<ChartBar>(3, ChartBar{0, -1, -1, -1, -1, 0}));
        for (const SceneRect& rect : sceneOf(series, 10).rects)
            QVERIFY(std::isfinite(rect.rect.top()) && std::isfinite(rect.rect.height()));
    }

    void aLateBarReplacesTheLastAndALaterOneIsAppended()
    {
        ChartSeries series;
        series.setBars(waves(10));
        QSignalSpy appended(&series, &ChartSeries::appended);
        QSignalSpy changed(&series, &ChartSeries::lastChanged);
        ChartBar bar = series.pyramid().back();
        bar.close = 77;
        series.appendBar(bar);
        QCOMPARE(series.count(), 10);
        QCOMPARE(changed.count(), 1);
        bar.timeMs += 60'000;
        series.appendBar(bar);
        QCOMPARE(series.count(), 11);
        QCOMPARE(appended.count(), 1);
    }

    void theChartFollowsNewBarsOnlyFromTheEnd()
    {
        Theme theme;
        ChartSeries series;
        series.setBars(waves(500));
        CandleChartItem chart;
        chart.setTheme(&theme);
        chart.setSize(QSizeF(800, 400));
        chart.setSeries(&series);
        QVERIFY(chart.atEnd());
        const double right = chart.lastVisible();
        ChartBar bar = series.pyramid().back();
        bar.timeMs += 60'000;
        series.appendBar(bar);
        QCOMPARE(chart.lastVisible(), right + 1);
        chart.panBy(-100);
        const double looking = chart.lastVisible();
        bar.timeMs += 60'000;
        series.appendBar(bar);
        QCOMPARE(chart.lastVisible(), looking);
    }

    void olderHistoryDoesNotMoveWhatIsSeen()
    {
        Theme theme;
        ChartSeries series;
        const auto all = waves(500);
        series.setBars({all.begin() + 200, all.end()});
        CandleChartItem chart;
        chart.setTheme(&theme);
        chart.setSize(QSizeF(800, 400));
        chart.setSeries(&series);
        chart.panBy(-150);
        const double seen = chart.lastVisible();
        series.setBars(all);
        QCOMPARE(chart.lastVisible(), seen + 200);
    }

    void upAndDownAreDrawnInTheColoursOfTheScheme()
    {
        for (Theme::UpDownScheme scheme : {Theme::GreenUp, Theme::RedUp, Theme::BlueOrange}) {
            Theme theme;
            theme.setUpDown(scheme);
            ChartSeries series;
            series.setBars(waves(300));
            CandleChartItem chart;
            chart.setTheme(&theme);
            chart.setSize(QSizeF(600, 300));
            chart.setSeries(&series);
            const QImage image = chart.picture(1);
            QVERIFY(pixelsOf(image, theme.candleUp()) > 500);
            QVERIFY(pixelsOf(image, theme.candleDown()) > 500);
        }
    }

    void pixelsWrittenStraightEqualThePaintersPicture()
    {
        ChartSeries series;
        series.setBars(waves(5000));
        for (double shown : {50.0, 5000.0}) {
            ChartScene scene = sceneOf(series, shown);
            scene.background = QColor(18, 22, 28);
            QImage straight(1280, 720, QImage::Format_ARGB32_Premultiplied);
            QImage painted = straight;
            rasterScene(scene, straight);
            QPainter painter(&painted);
            paintScene(scene, painter, QRectF(0, 0, 1280, 720));
            painter.end();
            int different = 0;
            for (int y = 0; y < 720; ++y)
                for (int x = 0; x < 1280; ++x) {
                    const QRgb a = straight.pixel(x, y);
                    const QRgb b = painted.pixel(x, y);
                    different += std::abs(qRed(a) - qRed(b)) > 2 || std::abs(qGreen(a) - qGreen(b)) > 2 || std::abs(qBlue(a) - qBlue(b)) > 2;
                }
            QVERIFY2(different < 1280 * 720 / 1000, qPrintable(QString::number(different)));
        }
    }

    void lineChartShowsEveryFiniteStretch()
    {
        Theme theme;
        LineChartItem chart;
        chart.setTheme(&theme);
        chart.setSize(QSizeF(400, 200));
        QList<double> times, values;
        for (int i = 0; i < 100; ++i) {
            times.append(i * 86'400'000.0);
            values.append(i == 50 ? std::numeric_limits<double>::quiet_NaN() : i);
        }
        chart.setTimes(times);
        chart.setLines({QVariantMap{{"name", "A"}, {"values", QVariant::fromValue(values)}}});
        const QImage image = chart.picture(1);
        const QColor ink = theme.series().at(0);
        int left = 0;
        int right = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (std::abs(pixel.red() - ink.red()) + std::abs(pixel.green() - ink.green()) + std::abs(pixel.blue() - ink.blue()) < 60)
                    ++(x < 180 ? left : right);
            }
        QVERIFY(left > 60);
        QVERIFY(right > 60);
    }

    void depthIsDrawnOnBothSidesOfTheMiddle()
    {
        Theme theme;
        DepthChartItem chart;
        chart.setTheme(&theme);
        chart.setSize(QSizeF(400, 200));
        chart.setBids({{99, 10}, {98, 20}});
        chart.setAsks({{101, 5}, {102, 50}});
        const QImage image = chart.picture(1);
        const auto tinted = [&](int x) { return image.pixelColor(x, 165) != theme.surface(); };
        QVERIFY(tinted(10));
        QVERIFY(tinted(390));
        QVERIFY(!tinted(207));
    }

    void aPlaceOnTheRingNamesItsPart()
    {
        DonutItem donut;
        donut.setSize(QSizeF(100, 100));
        donut.setValues({1, 0, -5, 1});
        QCOMPARE(donut.partAt(90, 50), 0);
        QCOMPARE(donut.partAt(10, 50), 3);
        QCOMPARE(donut.partAt(50, 50), -1);
        QCOMPARE(donut.partAt(0, 0), -1);
    }

    void everyIconHasADrawing()
    {
        for (const QString& name : rialto::kit::Icon::names()) {
            rialto::kit::Icon icon;
            icon.setSize(QSizeF(16, 16));
            icon.setName(name);
            icon.setColor(Qt::black);
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            icon.paint(&painter);
            painter.end();
            QImage blank(16, 16, QImage::Format_ARGB32_Premultiplied);
            blank.fill(Qt::transparent);
            QVERIFY2(image != blank, qPrintable(name));
        }
    }
};

RIALTO_TEST(CandleSceneTest)
#include "candle_scene_test.moc"
